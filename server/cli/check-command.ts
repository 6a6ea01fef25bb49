import type { LocatedIssue } from '../host/located-issue.ts';
import { stetVersion } from '../host/shipped-files.ts';
import {
  BASELINE_HELP,
  BASELINE_OPTIONS,
  baselineProblem,
  readWantedBaseline,
  type StandingDraft,
  underBaseline,
  unusedNotes,
  updateBaselineFile,
} from './check-baseline.ts';
import { CHECK_FORMATS, type CheckResult } from './check-formats.ts';
import { type Command, DRAFT_HELP, DRAFT_OPTIONS } from './command.ts';
import { type FixedDraft, planFixes, writeFixes } from './fix-drafts.ts';
import {
  type CommandLine,
  lastWord,
  type UsageProblem,
  unknownValue,
  usageProblem,
} from './parse-command-line.ts';
import { type DraftFile, type Inputs, readInputs, withText } from './read-inputs.ts';
import { hasErrors, reportIssues } from './report-issues.ts';
import { VERDICTS_BY_GRAVITY } from './severities.ts';
import type { ExitStatus, Terminal } from './terminal.ts';
import { unifiedDiff } from './unified-diff.ts';

const FORMATS = Object.keys(CHECK_FORMATS);
const FAIL_ON: readonly string[] = [...VERDICTS_BY_GRAVITY, 'never'];

export const checkCommand: Command = {
  summary: 'check the figures of drafts against the record',
  help: `Usage: stet check [PATH…|-] [options]

Checks drafts: files, folders (${'*.md, *.markdown, *.txt'} below them), or - for standard input.
Without a path, the working directory.

  --format FORMAT        ${FORMATS.join(', ')} (default pretty)
  --fail-on VERDICT      end with status 1 on ${FAIL_ON.join(', ')} (default conflict);
                         each includes those before it
  --fix                  write the corrections into the drafts; for -, to standard output
  --dry-run              with --fix: show what would change and write nothing
  --verbose              list the supported figures and those let stand, too
${BASELINE_HELP}
${DRAFT_HELP}

Ends with 0 when nothing is found, 1 with findings, 2 on bad usage, unreadable input or an invalid pack.`,
  options: {
    ...DRAFT_OPTIONS,
    format: 'word',
    'fail-on': 'word',
    fix: 'flag',
    'dry-run': 'flag',
    verbose: 'flag',
    ...BASELINE_OPTIONS,
  },
  run,
};

async function run(line: CommandLine, terminal: Terminal): Promise<ExitStatus | UsageProblem> {
  const problem = usageProblemOf(line) ?? baselineProblem(line);
  if (problem !== undefined) return problem;
  const inputs = await readInputs(line.positionals, line, terminal);
  if (inputs.kind === 'usage') return inputs;
  const unwritten = line.flags.has('update-baseline')
    ? await updateBaselineFile(inputs.drafts, line, terminal)
    : [];
  if (unwritten.length > 0) {
    reportIssues([...inputs.issues, ...unwritten], terminal);
    return 2;
  }
  const baseline = await readWantedBaseline(line, terminal);
  const standing = (draft: DraftFile): StandingDraft => underBaseline(draft, baseline, terminal);
  const drafts = inputs.drafts.map(standing);
  const outcome = line.flags.has('fix') ? await fix(drafts, standing, line) : asRead(drafts);
  const issues = [
    ...inputs.issues,
    ...(baseline?.issues ?? []),
    ...outcome.issues,
    ...unusedNotes(baseline, outcome.drafts),
  ];
  reportIssues(issues, terminal);
  report(outcome, inputs, line, terminal);
  if (hasErrors(issues)) return 2;
  return hasFindings(outcome.drafts, lastWord(line, 'fail-on') ?? 'conflict') ? 1 : 0;
}

function usageProblemOf(line: CommandLine): UsageProblem | undefined {
  const format = lastWord(line, 'format') ?? 'pretty';
  if (!FORMATS.includes(format)) return unknownValue('format', format, FORMATS);
  const failOn = lastWord(line, 'fail-on') ?? 'conflict';
  if (!FAIL_ON.includes(failOn)) return unknownValue('fail-on', failOn, FAIL_ON);
  const isFixing = line.flags.has('fix');
  if (line.flags.has('dry-run') && !isFixing) return usageProblem('--dry-run needs --fix');
  if (isFixing && line.positionals.includes('-') && line.words.has('format')) {
    return usageProblem('--fix prints the corrected standard input; it takes no --format then');
  }
  return undefined;
}

/** The drafts as they are in the end, and what to print instead of or beside the report. */
interface Outcome {
  readonly drafts: readonly StandingDraft[];
  readonly issues: readonly LocatedIssue[];
  readonly corrected: number;
  /** A diff, or the corrected standard input: the result proper, which sends the report to the messages. */
  readonly instead: string | null;
}

function asRead(drafts: readonly StandingDraft[]): Outcome {
  return { drafts, issues: [], corrected: 0, instead: null };
}

/** Correct what does not stand; `standing` lets findings of a corrected draft stand as those of the drafts do. */
async function fix(
  drafts: readonly StandingDraft[],
  standing: (draft: DraftFile) => StandingDraft,
  line: CommandLine,
): Promise<Outcome> {
  const planned = planFixes(drafts.map(({ draft }) => draft));
  if (line.flags.has('dry-run')) return { ...asRead(drafts), instead: diffOf(planned, line) };
  const fixed = await writeFixes(planned);
  const isDone = ({ edits, issue }: FixedDraft): boolean => edits.length > 0 && issue === null;
  const input = fixed.find(({ draft }) => draft.file === null);
  return {
    drafts: drafts.map((draft, index) => {
      const one = fixed[index];
      return one && isDone(one) ? standing(withText(one.draft, one.text, line)) : draft;
    }),
    issues: fixed.flatMap(({ issue }) => issue ?? []),
    corrected: fixed.filter(isDone).reduce((sum, { edits }) => sum + edits.length, 0),
    instead: input === undefined ? null : input.text,
  };
}

/** For people only: another format carries the corrections itself. */
function diffOf(planned: readonly FixedDraft[], line: CommandLine): string | null {
  if (line.words.has('format')) return null;
  const diffs = planned.map(({ draft, edits }) =>
    unifiedDiff(draft.path, draft.draft.reading.text, edits),
  );
  return diffs.join('');
}

function report(outcome: Outcome, inputs: Inputs, line: CommandLine, terminal: Terminal): void {
  const result: CheckResult = {
    checked: outcome.drafts.map(({ draft }) => draft),
    facts: inputs.loaded.facts,
    stetVersion: stetVersion(),
    paint: terminal.paint,
    columns: terminal.columns,
    listsSupported: line.flags.has('verbose'),
    corrected: outcome.corrected,
  };
  const text = CHECK_FORMATS[lastWord(line, 'format') ?? 'pretty']?.(result) ?? '';
  if (outcome.instead === null) {
    if (text !== '') terminal.print(`${text}\n`);
    return;
  }
  terminal.print(outcome.instead);
  terminal.complain(text);
}

function hasFindings(drafts: readonly StandingDraft[], failOn: string): boolean {
  if (failOn === 'never') return false;
  const verdicts: readonly string[] = VERDICTS_BY_GRAVITY;
  const failing = verdicts.slice(0, verdicts.indexOf(failOn) + 1);
  const claims = drafts.flatMap(({ draft }) => draft.draft.reading.claims);
  return claims.some(({ verdict, suppressed }) => suppressed === null && failing.includes(verdict));
}
