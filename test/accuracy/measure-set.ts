import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { checkDraft } from '../../server/core/index.ts';
import { loadFacts } from '../../server/host/load-facts.ts';
import type { LocatedIssue } from '../../server/host/located-issue.ts';
import { readLabels } from './read-labels.ts';
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
  const { dirs, useDefault, id } = options;
  const ownPack = join(ROOT, 'test', 'packs', set.name);
  const packs = existsSync(ownPack) ? [ownPack, ...dirs] : dirs;
  const { facts, issues } = await loadFacts({ dirs: packs, useDefault });
  const drafts = readLabels(relative(process.cwd(), set.file), readFileSync(set.file, 'utf8'));
  const wanted = id === undefined ? drafts : drafts.filter((draft) => draft.id === id);
  const scores = wanted.map((draft) => {
    const reading = checkDraft(draft.text, facts, { language: 'markdown', asOf: draft.asOf });
    return scoreDraft(draft, reading, (statement) => facts.groups.get(statement));
  });
  return { scores, packErrors: issues.filter(({ severity }) => severity === 'error').map(oneLine) };
}

function oneLine({ file, position, message }: LocatedIssue): string {
  return `${relative(process.cwd(), file)}:${position.line}:${position.column}: ${message}`;
}
