import { buildFactBase } from '../core/facts/build-fact-base.ts';
import type { FactBase, PackFile, PackIssue } from '../core/facts/fact-base.ts';
import { referenceSchema, type StatementData, statementSchema } from '../core/facts/pack-schema.ts';
import { schemaMessage } from '../core/facts/schema-messages.ts';
import type { DraftedStatement, RowPlace, RowProblem } from './drafted-statement.ts';
import { newStatementId } from './statement-id.ts';
import { type WrittenStatement, writtenStatements } from './written-statements.ts';

/** What an import writes, and what it refuses. */
export interface ImportPlan {
  /** New statements, as they are to be written. */
  readonly statements: readonly Readonly<Record<string, unknown>>[];
  /** Further references for statements that are on record in the pack. */
  readonly references: readonly AddedReference[];
  /** How many rows say what is on record already, to the reference. */
  readonly known: number;
  readonly problems: readonly RowProblem[];
}

/** A reference for a statement that is on record. */
export interface AddedReference {
  readonly statement: string;
  readonly reference: Readonly<Record<string, unknown>>;
}

/** The record that statements are imported into. */
export interface ImportTarget {
  readonly facts: FactBase;
  readonly packFiles: readonly PackFile[];
  /** The folder of the pack, as its files name it. */
  readonly pack: string;
}

/** Stands for the table among the files of the pack while it is tried out. */
const TABLE = 'imported table';

/**
 * Decide what becomes of each statement of a table. Everything that is to be written was tried: the fact base was built
 * with it and had nothing to say against it.
 * Errors: as problems of rows; the good ones are planned whatever is wrong beside them.
 */
export function planImport(drafts: readonly DraftedStatement[], target: ImportTarget): ImportPlan {
  const { fresh, references, known, problems } = sortOut(drafts, target);
  const tried = tryOut(fresh, target);
  return {
    statements: tried.drafts.map(({ data }) => data),
    references,
    known,
    problems: [...problems, ...tried.problems].sort((one, other) => one.row - other.row),
  };
}

/** Tell new statements from those of which the pack has the id. */
function sortOut(drafts: readonly DraftedStatement[], { facts, packFiles, pack }: ImportTarget) {
  const written = writtenStatements(packFiles, facts);
  const fresh: DraftedStatement[] = [];
  const references: AddedReference[] = [];
  const problems: RowProblem[] = [];
  const ids = new Set(drafts.map(({ data }) => data.id));
  const recorded = idsByFact(written.values(), pack);
  let known = 0;
  for (const draft of drafts) {
    const named = withId(draft, recorded, (id) => ids.has(id) || facts.statements.has(id));
    ids.add(named.data.id);
    const id = String(named.data.id);
    const there = written.get(id);
    if (there?.pack !== pack) {
      fresh.push(named);
      continue;
    }
    const further = furtherReferences(named, there.data, facts);
    references.push(...further.references.map((reference) => ({ statement: id, reference })));
    known += further.known;
    problems.push(...further.problems);
  }
  return { fresh, references, known, problems };
}

/** The ids of the pack's statements by what they state; of several that state the same, the first. */
function idsByFact(written: Iterable<WrittenStatement>, pack: string): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { data, pack: from } of written) {
    const key = factKey(data);
    if (from === pack && !ids.has(key)) ids.set(key, data.id);
  }
  return ids;
}

/** A statement that came without an id has that of the one on record that states the same, or is given a new one. */
function withId(
  { data, rows }: DraftedStatement,
  recorded: ReadonlyMap<string, string>,
  isTaken: (id: string) => boolean,
): DraftedStatement {
  if (data.id !== undefined) return { data, rows };
  const id = newIdOf(data, isTaken);
  const parsed = statementSchema.safeParse({ ...data, id });
  const there = parsed.success ? recorded.get(factKey(parsed.data)) : undefined;
  return { data: { id: there ?? id, ...data }, rows };
}

function newIdOf(data: DraftedStatement['data'], isTaken: (id: string) => boolean): string {
  const { subject, property, time } = data;
  const question = {
    subject: String(subject),
    property: String(property),
    time: typeof time === 'string' ? time : null,
  };
  return newStatementId(question, isTaken);
}

/** What a row adds to the statement that has its id: nothing, a reference, or something it may not. */
function furtherReferences(
  { data, rows }: DraftedStatement,
  there: StatementData,
  { sources }: FactBase,
) {
  const references: Readonly<Record<string, unknown>>[] = [];
  const problems: RowProblem[] = [];
  let known = 0;
  const parsed = statementSchema.safeParse(data);
  if (parsed.success && factKey(parsed.data) !== factKey(there)) {
    const message = `"${there.id}" is on record with other content; give the row an id of its own, or change the pack`;
    problems.push(...refused(rows, 'id', 'duplicate-id', message));
    return { references, problems, known };
  }
  const given = Array.isArray(data.references) ? data.references : [];
  for (const [index, row] of rows.entries()) {
    const reference = referenceSchema.safeParse(given[index], { error: schemaMessage });
    if (!reference.success) {
      const [issue] = reference.error.issues;
      const column = String(issue?.path[0] ?? 'source');
      problems.push({
        ...row,
        column,
        code: 'wrong-shape',
        message: issue?.message ?? 'Unreadable',
      });
    } else if (!sources.has(reference.data.source)) {
      const unknown = { section: 'sources', id: reference.data.source } as const;
      const message = `Unknown source "${unknown.id}"`;
      problems.push({ ...row, column: 'source', code: 'unknown-source', message, unknown });
    } else if (there.references.some((one) => referenceKey(one) === referenceKey(reference.data))) {
      known += 1;
    } else references.push(given[index]);
  }
  return { references, problems, known };
}

/** Two with the same key state the same in the same words; their ids and their references may differ. */
function factKey({ id: _, references: __, qualifiers, ...fact }: StatementData): string {
  return JSON.stringify([Object.entries(fact).sort(), Object.entries(qualifiers).sort()]);
}

function referenceKey({ source, line, exact }: StatementData['references'][number]): string {
  return JSON.stringify([source, line, exact]);
}

/** Build the fact base with the new statements until it has no error in them; those it has one in are refused. */
function tryOut(drafts: readonly DraftedStatement[], { packFiles, pack }: ImportTarget) {
  const problems: RowProblem[] = [];
  let kept = drafts;
  while (kept.length > 0) {
    const table: PackFile = {
      file: TABLE,
      pack,
      data: { statements: kept.map(({ data }) => data) },
    };
    const errors = buildFactBase([...packFiles, table]).issues.filter(
      ({ file, severity }) => file === TABLE && severity === 'error',
    );
    const next = withoutErrors(kept, errors);
    if (next.problems.length === 0) break;
    problems.push(...next.problems);
    kept = next.drafts;
  }
  return { drafts: kept, problems };
}

/** Leave out what has an error: the row of a reference if others remain, else the whole statement. */
function withoutErrors(drafts: readonly DraftedStatement[], errors: readonly PackIssue[]) {
  const problems: RowProblem[] = [];
  const kept = drafts.flatMap((draft, index) => {
    const own = errors.filter(({ path }) => path[1] === index);
    if (own.length === 0) return [draft];
    const badRows = new Set(own.map(({ path }) => rowIndex(path)));
    problems.push(...own.flatMap((issue) => toRowProblem(issue, draft) ?? []));
    const isWhole = badRows.has(undefined) || badRows.size >= draft.rows.length;
    if (!isWhole) return [withoutRows(draft, badRows)];
    const [first] = own;
    const others = draft.rows.filter((row) => problems.every((one) => one.row !== row.row));
    const message = `It belongs to the statement of row ${draft.rows[rowIndex(first?.path ?? []) ?? 0]?.row}, which is refused`;
    problems.push(...refused(others, null, 'same-statement', message));
    return [];
  });
  return { drafts: kept, problems };
}

/** Which of a statement's rows an issue is about; undefined for the statement itself. */
function rowIndex(path: PackIssue['path']): number | undefined {
  return path[2] === 'references' && typeof path[3] === 'number' ? path[3] : undefined;
}

function withoutRows(
  { data, rows }: DraftedStatement,
  bad: ReadonlySet<number | undefined>,
): DraftedStatement {
  const references = Array.isArray(data.references) ? data.references : [];
  const isGood = (_: unknown, index: number): boolean => !bad.has(index);
  return { data: { ...data, references: references.filter(isGood) }, rows: rows.filter(isGood) };
}

function toRowProblem(
  { code, message, path }: PackIssue,
  { data, rows }: DraftedStatement,
): RowProblem | undefined {
  const index = rowIndex(path);
  const row = rows[index ?? 0];
  if (row === undefined) return undefined;
  const key = index === undefined ? path[2] : path[4];
  const section = SECTIONS.get(code);
  const id = section && valueAt(data, path.slice(2));
  return {
    ...row,
    column: key === undefined ? null : String(key),
    code,
    message,
    ...(section && typeof id === 'string' ? { unknown: { section, id } } : {}),
  };
}

const SECTIONS: ReadonlyMap<string, 'entities' | 'properties' | 'sources'> = new Map([
  ['unknown-entity', 'entities'],
  ['unknown-property', 'properties'],
  ['unknown-source', 'sources'],
]);

function valueAt(data: unknown, path: PackIssue['path']): unknown {
  return path.reduce<unknown>(
    (node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined),
    data,
  );
}

function refused(
  rows: readonly RowPlace[],
  column: string | null,
  code: string,
  message: string,
): readonly RowProblem[] {
  return rows.map((row) => ({ ...row, column, code, message }));
}
