import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { checkDraft } from '../../server/core/index.ts';
import { overlaps } from '../../server/core/text/span.ts';
import { loadFacts } from '../../server/host/load-facts.ts';
import type { LocatedIssue } from '../../server/host/located-issue.ts';
import { misrememberedDrafts } from './misremember.ts';
import { type LabelledDraft, readLabels } from './read-labels.ts';
import { type DraftScore, scoreDraft } from './score-draft.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** `tuning`: may be looked at while a rule is made. `test`: is measured, and looked at only as a total. */
export type SetGroup = 'tuning' | 'test';

/** Labelled drafts that are measured together. */
export interface LabelSet {
  /** The file's name without its ending. */
  readonly name: string;
  readonly file: string;
  readonly group: SetGroup;
}

const TEST_SETS: ReadonlySet<string> = new Set([
  'test',
  'ostvik',
  'test-articles',
  'test-articles-2',
  'test-articles-3',
  'test-articles-4',
  'test-silent',
  'test-silent-2',
]);

/** Which packs a set is measured against, and which of its drafts. */
export interface MeasureOptions {
  /** Folders of packs beside the set's own. */
  readonly dirs: readonly string[];
  readonly useDefault: boolean;
  /** One draft alone. */
  readonly id?: string;
}

/** What came of a set. */
export interface Measured {
  readonly scores: readonly DraftScore[];
  /** Mistakes in its packs, as `file:line:column: message`; the statements they cost count as missed. */
  readonly packErrors: readonly string[];
}

/** The label files of the project, in the order of the alphabet. */
export function labelSets(): readonly LabelSet[] {
  const folder = join(ROOT, 'test', 'accuracy');
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.sort().map((name) => labelSet(join(folder, name)));
}

/** The set that a label file holds. */
export function labelSet(file: string): LabelSet {
  const name = basename(file, '.jsonl');
  return { name, file, group: TEST_SETS.has(name) ? 'test' : 'tuning' };
}

/**
 * Check every draft of a set and judge what was read against the labels.
 * A set whose name is that of a folder of test/packs is measured with that pack beside the shipped one.
 * Errors: throws for a label file that cannot be read; what is wrong in a pack comes back as its issues.
 */
export async function measureSet(set: LabelSet, options: MeasureOptions): Promise<Measured> {
  const { facts, issues } = await packsOf(set, options);
  const scores = draftsOf(set, options).map((draft) => {
    const reading = checkDraft(draft.text, facts, { language: 'markdown', asOf: draft.asOf });
    return scoreDraft(draft, reading, (statement) => facts.groups.get(statement));
  });
  return { scores, packErrors: issues.filter(({ severity }) => severity === 'error').map(oneLine) };
}

/**
 * How many right figures of a set are called wrong once they are misremembered: each in a draft of its own, with all else as it
 * was. Errors: as for `measureSet`.
 */
export async function measureMisremembered(
  set: LabelSet,
  options: MeasureOptions,
): Promise<{ readonly found: number; readonly all: number }> {
  const { facts } = await packsOf(set, options);
  let [found, all] = [0, 0];
  for (const draft of draftsOf(set, options)) {
    for (const { text, span } of misrememberedDrafts(draft)) {
      const { claims } = checkDraft(text, facts, { language: 'markdown', asOf: draft.asOf });
      const isFound = claims.some(
        (claim) =>
          (claim.verdict === 'conflict' || claim.verdict === 'outdated') &&
          overlaps(claim.span, span),
      );
      if (isFound) found++;
      all++;
    }
  }
  return { found, all };
}

function packsOf({ name }: LabelSet, { dirs, useDefault }: MeasureOptions) {
  const own = join(ROOT, 'test', 'packs', name);
  return loadFacts({ dirs: existsSync(own) ? [own, ...dirs] : dirs, useDefault });
}

function draftsOf({ file }: LabelSet, { id }: MeasureOptions): readonly LabelledDraft[] {
  const drafts = readLabels(relative(process.cwd(), file), readFileSync(file, 'utf8'));
  return id === undefined ? drafts : drafts.filter((draft) => draft.id === id);
}

function oneLine({ file, position, message }: LocatedIssue): string {
  return `${relative(process.cwd(), file)}:${position.line}:${position.column}: ${message}`;
}
