import type { CommandLine, OptionTable, UsageProblem } from './parse-command-line.ts';
import type { ExitStatus, Terminal } from './terminal.ts';

/** One word after `stet`. */
export interface Command {
  /** In one line, for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  readonly options: OptionTable;
  run(line: CommandLine, terminal: Terminal): Promise<ExitStatus | UsageProblem>;
}

/** Options of every command that uses the fact base. */
export const FACTS_OPTIONS = {
  facts: 'words',
  'no-default-facts': 'flag',
  help: 'flag',
} as const;

/** Options of every command that reads drafts. */
export const DRAFT_OPTIONS = {
  ...FACTS_OPTIONS,
  'as-of': 'word',
  'stdin-filename': 'word',
} as const;

/** Help on {@link FACTS_OPTIONS}. */
export const FACTS_HELP = `  --facts DIR            add the facts in DIR, a folder with a pack.yaml; may repeat;
                         facts/ in the working directory needs no naming
  --no-default-facts     leave out the facts that ship with Stet
  -h, --help             show this help`;

/** Help on {@link DRAFT_OPTIONS}. */
export const DRAFT_HELP = `  --as-of DATE           the day a draft without a date of its own is read as of, as 2025-11-05
  --stdin-filename NAME  the name that standard input (-) is reported under
${FACTS_HELP}`;
