import { buildFactBase } from '../core/facts/build-fact-base.ts';
import type { FactBase, PackFile, PackIssue } from '../core/facts/fact-base.ts';
import type { Proposal } from './propose-statement.ts';
import { newStatementId } from './statement-id.ts';
import { listOf, writtenStatements } from './written-statements.ts';

/** The record that a statement is written into. */
export interface RecordTarget {
  readonly facts: FactBase;
  readonly packFiles: readonly PackFile[];
  /** The folder of the pack, as its files name it. */
  readonly pack: string;
}

/** Where the source of a fact states it. */
export interface Attribution {
  readonly source: string;
  /** From 1. */
  readonly line: number;
}

type Data = Readonly<Record<string, unknown>>;

/** Something that is put into a file of the pack. */
export type RecordAddition =
  | { readonly kind: 'statements'; readonly statements: readonly Data[] }
  | { readonly kind: 'reference'; readonly statement: string; readonly reference: Data };

/** A new source, as it is put into a file. */
type SourceAddition = NewSource & { readonly kind: 'entry'; readonly section: 'sources' };

/** A source that is not on record yet. */
export interface NewSource {
  readonly id: string;
  readonly entry: Data;
}

/** What recording a fact comes to. */
export type RecordPlan =
  /** The statement has that very reference; nothing is to be written. */
  | { readonly kind: 'known'; readonly statement: string }
  | {
      readonly kind: 'addition';
      readonly statement: string;
      readonly addition: RecordAddition;
      /** The file of the pack that it fits best; null where none holds statements yet. */
      readonly file: string | null;
      /** The file of the pack that a new source goes to; null where none holds sources yet. */
      readonly sourcesFile: string | null;
      /** A statement of another pack that says the same; null where none does. */
      readonly elsewhere: string | null;
    };

/**
 * Decide how a proposed fact goes on record in a pack: as a further reference of a statement of that pack that says the
 * same, else as a statement of its own.
 */
export function planRecord(
  proposal: Proposal,
  { source, line }: Attribution,
  { facts, packFiles, pack }: RecordTarget,
): RecordPlan {
  const { subject, property, value, time, timeBasis, qualifiers, exact, onRecord } = proposal;
  const referenceWith = (note: string | null) => ({
    source,
    line,
    exact,
    ...(note === null ? {} : { note }),
  });
  const isSame = (one: { source: string; line: number; exact: string }): boolean =>
    one.source === source &&
    one.line === line &&
    (one.exact.includes(exact) || exact.includes(one.exact));
  const written = writtenStatements(packFiles, facts);
  const there = onRecord.flatMap((id) => facts.statements.get(id) ?? []);
  const known = there.find(({ references }) => references.some(isSame));
  if (known) return { kind: 'known', statement: known.id };
  const sourcesFile = fileWithSources(packFiles, pack);
  const own = there.find(({ id }) => written.get(id)?.pack === pack);
  if (own) {
    const reference = referenceWith(proposal.note);
    const addition = { kind: 'reference', statement: own.id, reference } as const;
    return {
      kind: 'addition',
      statement: own.id,
      addition,
      file: own.file,
      sourcesFile,
      elsewhere: null,
    };
  }
  const id = newStatementId({ subject, property, time }, (taken) => facts.statements.has(taken));
  const statement = {
    ...{ id, subject, property, value },
    ...(time === null ? {} : { time }),
    ...(timeBasis === 'printed' ? {} : { timeBasis }),
    ...(Object.keys(qualifiers).length === 0 ? {} : { qualifiers }),
    references: [referenceWith(wholeNote(proposal))],
  };
  const addition = { kind: 'statements', statements: [statement] } as const;
  const file = fittingFile(packFiles, pack, subject, property);
  const elsewhere = there[0]?.id ?? null;
  return { kind: 'addition', statement: id, addition, file, sourcesFile, elsewhere };
}

/** How all that is not printed was resolved, the time as well. */
function wholeNote({ note, timeFrom }: Proposal): string | null {
  const time = timeFrom === null ? null : `Taken to be of the same time as "${timeFrom}"`;
  return [note, time].filter((one) => one !== null).join('; ') || null;
}

/**
 * The additions of a plan by file, that of the statement last. A new source stands with the others, or with the statement;
 * `firstFile` is for a pack without statements.
 */
export function additionsByFile(
  { addition, file, sourcesFile }: Extract<RecordPlan, { kind: 'addition' }>,
  source: NewSource | null,
  firstFile: string,
): ReadonlyMap<string, readonly (RecordAddition | SourceAddition)[]> {
  const own = file ?? firstFile;
  if (source === null) return new Map([[own, [addition]]]);
  const entry: SourceAddition = { kind: 'entry', section: 'sources', ...source };
  if (sourcesFile === null || sourcesFile === own) return new Map([[own, [entry, addition]]]);
  return new Map<string, readonly (RecordAddition | SourceAddition)[]>([
    [sourcesFile, [entry]],
    [own, [addition]],
  ]);
}

/** What a change of pack files breaks: the errors that were not there before. */
export function newErrors(
  packFiles: readonly PackFile[],
  changed: readonly PackFile[],
): readonly PackIssue[] {
  const isKept = ({ file }: PackFile): boolean => changed.every((one) => one.file !== file);
  const after = errorsIn([...packFiles.filter(isKept), ...changed]);
  if (after.length === 0) return after;
  const before = new Set(errorsIn(packFiles).map(errorKey));
  return after.filter((issue) => !before.has(errorKey(issue)));
}

function errorsIn(packFiles: readonly PackFile[]): readonly PackIssue[] {
  return buildFactBase(packFiles).issues.filter(({ severity }) => severity === 'error');
}

function errorKey({ file, code, message }: PackIssue): string {
  return JSON.stringify([file, code, message]);
}

/** The file of a pack with most statements of the subject, else of the property, else at all. */
function fittingFile(
  packFiles: readonly PackFile[],
  pack: string,
  subject: string,
  property: string,
): string | null {
  let best: { readonly file: string; readonly score: readonly number[] } | undefined;
  for (const { file, data } of packFiles.filter((one) => one.pack === pack)) {
    const statements = listOf(data, 'statements');
    if (statements.length === 0) continue;
    const having = (wanted: Data): number =>
      statements.filter((one) =>
        Object.entries(wanted).every(([key, value]) => isData(one) && one[key] === value),
      ).length;
    const score = [
      having({ subject, property }),
      having({ subject }),
      having({ property }),
      statements.length,
    ];
    if (!best || isGreater(score, best.score)) best = { file, score };
  }
  return best?.file ?? null;
}

/** The file of a pack with most sources. */
function fileWithSources(packFiles: readonly PackFile[], pack: string): string | null {
  const counted = packFiles
    .filter((one) => one.pack === pack)
    .map(({ file, data }) => ({ file, count: Object.keys(recordOf(data, 'sources')).length }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  return counted[0]?.file ?? null;
}

function recordOf(data: unknown, key: string): Data {
  const value = isData(data) ? data[key] : undefined;
  return isData(value) ? value : {};
}

function isGreater(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0);
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null;
}
