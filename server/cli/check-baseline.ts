import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  BASELINE_FILE,
  type Baseline,
  pathInBaseline,
  readBaseline,
  unusedEntries,
  writeBaseline,
} from '../host/baseline-file.ts';
import { fileIssue, type LocatedIssue } from '../host/located-issue.ts';
import {
  type BaselineEntry,
  type DraftOfBaseline,
  updateBaseline,
  withBaseline,
} from '../service/index.ts';
import {
  type CommandLine,
  lastWord,
  type UsageProblem,
  usageProblem,
} from './parse-command-line.ts';
import { type DraftFile, shownPath } from './read-inputs.ts';
import type { Terminal } from './terminal.ts';

/** Options of `stet check` about the baseline. */
export const BASELINE_OPTIONS = {
  baseline: 'word',
  'no-baseline': 'flag',
  'update-baseline': 'flag',
  reason: 'word',
} as const;

/** Help on {@link BASELINE_OPTIONS}. */
export const BASELINE_HELP = `  --baseline FILE        let the findings in FILE stand (default ${BASELINE_FILE}, where there is one)
  --no-baseline          let none stand
  --update-baseline      write the present findings into the baseline, and drop what is of no use
  --reason TEXT          with --update-baseline: why the new ones may stand`;

/** What is written for findings that were there before anybody looked at each of them. */
const PRESENT_ALREADY = 'present when the baseline was written';

/** What is wrong with the options about the baseline as they stand together. */
export function baselineProblem(line: CommandLine): UsageProblem | undefined {
  const isUpdate = line.flags.has('update-baseline');
  if (line.flags.has('no-baseline') && (isUpdate || line.words.has('baseline')))
    return usageProblem('--no-baseline goes with no other option about the baseline');
  if (line.words.has('reason') && !isUpdate)
    return usageProblem('--reason needs --update-baseline');
  if (!isUpdate) return undefined;
  if (line.flags.has('fix'))
    return usageProblem('--update-baseline takes no --fix; correct the drafts first');
  if (line.positionals.includes('-'))
    return usageProblem('--update-baseline takes files; standard input has no path to go by');
  return undefined;
}

/**
 * The baseline that a command line asks for; undefined for none.
 * Errors: its issues say what could not be read; a file that was named and does not exist is one.
 */
export async function readWantedBaseline(
  line: CommandLine,
  terminal: Terminal,
): Promise<Baseline | undefined> {
  if (line.flags.has('no-baseline')) return undefined;
  const baseline = await readBaseline(baselineFile(line, terminal));
  const isMissing = baseline.text === null && baseline.issues.length === 0;
  const isWanted = line.words.has('baseline') && !line.flags.has('update-baseline');
  if (!isMissing || !isWanted) return baseline;
  const message = 'No such baseline; --update-baseline makes one';
  return { ...baseline, issues: [fileIssue('missing', baseline.file, message)] };
}

/** A draft whose findings stand as far as the baseline has them, and the entries that let them. */
export interface StandingDraft extends Pick<DraftOfBaseline, 'used'> {
  readonly draft: DraftFile;
  /** The draft as the baseline calls it; null without a baseline, and for standard input without a name. */
  readonly path: string | null;
}

/** Let the findings of a draft stand that the baseline has. */
export function underBaseline(
  draft: DraftFile,
  baseline: Baseline | undefined,
  { cwd }: Terminal,
): StandingDraft {
  const path = baseline === undefined ? null : pathUnder(baseline, draft, cwd);
  const entries = baseline?.entries.filter((entry) => entry.path === path) ?? [];
  const standing = withBaseline(draft.draft, entries);
  return { draft: { ...draft, draft: standing.draft }, used: standing.used, path };
}

/** A note for each entry about one of the drafts that let nothing stand. */
export function unusedNotes(
  baseline: Baseline | undefined,
  drafts: readonly StandingDraft[],
): readonly LocatedIssue[] {
  if (baseline === undefined) return [];
  const used = new Map(drafts.map((one) => [one.path, one.used]));
  const isUnused = (entry: BaselineEntry): boolean => used.get(entry.path)?.has(entry) === false;
  return unusedEntries(baseline, baseline.entries.filter(isUnused));
}

/**
 * Write the findings of the drafts into the baseline, and say what was changed.
 * Errors: an issue where the file has mistakes or cannot be written; it is left alone then.
 */
export async function updateBaselineFile(
  drafts: readonly DraftFile[],
  line: CommandLine,
  terminal: Terminal,
): Promise<readonly LocatedIssue[]> {
  const baseline = await readBaseline(baselineFile(line, terminal));
  const standing = drafts.flatMap((one) => {
    const { draft, used, path } = underBaseline(one, baseline, terminal);
    return path === null ? [] : [{ draft: draft.draft, used, path }];
  });
  const folder = dirname(baseline.file);
  const isGone = (path: string): boolean => !existsSync(resolve(folder, path));
  const reason = lastWord(line, 'reason') ?? PRESENT_ALREADY;
  const { entries, added, dropped } = updateBaseline(baseline.entries, standing, isGone, reason);
  const issues = await writeBaseline(baseline, entries);
  if (issues.length > 0) return issues;
  const name = shownPath(baseline.file, terminal.cwd);
  terminal.complain(`${name}: ${entries.length} let stand, ${added} new, ${dropped} dropped`);
  return [];
}

function baselineFile(line: CommandLine, { cwd }: Terminal): string {
  return resolve(cwd, lastWord(line, 'baseline') ?? BASELINE_FILE);
}

function pathUnder({ file }: Baseline, draft: DraftFile, cwd: string): string | null {
  if (draft.file === null && draft.path.startsWith('<')) return null;
  return pathInBaseline(file, draft.file ?? resolve(cwd, draft.path));
}
