import type { StatementData } from '../core/facts/pack-schema.ts';

/** The columns of a table of statements, in the order they are written. The last four say where a source says it. */
export const STATEMENT_COLUMNS = [
  'id',
  'subject',
  'property',
  'value',
  'also',
  'synonyms',
  'opposites',
  'time',
  'timeBasis',
  'rank',
  'qualifiers',
  'source',
  'line',
  'exact',
  'note',
] as const;

export type StatementColumn = (typeof STATEMENT_COLUMNS)[number];

/** What one row says; a column that is absent says nothing, like an empty cell. */
export type StatementCells = Readonly<Partial<Record<StatementColumn, string>>>;

/** The columns that say what is stated, and not where. */
export const FACT_COLUMNS: readonly StatementColumn[] = STATEMENT_COLUMNS.slice(
  0,
  STATEMENT_COLUMNS.indexOf('source'),
);

/** A statement as rows of a table, one for each reference: the fact is said again in every row. */
export function toCells(statement: StatementData): readonly StatementCells[] {
  const { id, subject, property, value, also, synonyms, opposites, qualifiers } = statement;
  const fact: StatementCells = {
    id,
    subject,
    property,
    value: joinList(typeof value === 'string' ? [value] : value),
    also: joinList(also),
    synonyms: joinList(synonyms),
    opposites: joinList(opposites),
    time: statement.time ?? '',
    timeBasis: statement.timeBasis,
    rank: statement.rank ?? '',
    qualifiers: joinList(Object.entries(qualifiers).map(([name, text]) => `${name}=${text}`)),
  };
  return statement.references.map(({ source, line, exact, note }) => ({
    ...fact,
    source,
    line: String(line),
    exact,
    note: note ?? '',
  }));
}

/** A statement without its references, as the cells of a row give it; what they leave empty is absent. */
export function factOf(cells: StatementCells): Readonly<Record<string, unknown>> {
  const values = splitList(cells.value ?? '');
  const qualifiers = splitList(cells.qualifiers ?? '').map((one): [string, string] => {
    const at = one.indexOf('=');
    return at < 0 ? [one, ''] : [one.slice(0, at).trim(), one.slice(at + 1).trim()];
  });
  return present({
    id: cells.id,
    subject: cells.subject,
    property: cells.property,
    value: values.length > 1 ? values : values[0],
    also: splitList(cells.also ?? ''),
    synonyms: splitList(cells.synonyms ?? ''),
    opposites: splitList(cells.opposites ?? ''),
    time: cells.time,
    timeBasis: cells.timeBasis,
    rank: cells.rank,
    qualifiers: Object.fromEntries(qualifiers),
  });
}

/** The reference that the cells of a row give. A line that is no number stays text, for the schema to refuse. */
export function referenceOf(cells: StatementCells): Readonly<Record<string, unknown>> {
  const { source, line = '', exact, note } = cells;
  return present({ source, line: /^\d+$/.test(line) ? Number(line) : line, exact, note });
}

/** A pack leaves out what it has nothing to say of. */
export function present(
  data: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => !isNothing(value)));
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** `a | b` for a list in one cell; a bar or backslash within an item has a backslash before it. */
function joinList(items: readonly string[]): string {
  return items.map((item) => item.replace(/[\\|]/g, '\\$&')).join(' | ');
}

function splitList(cell: string): readonly string[] {
  if (cell.trim() === '') return [];
  const items = [''];
  for (let at = 0; at < cell.length; at++) {
    const sign = cell[at] ?? '';
    const escaped = sign === '\\' ? cell[at + 1] : undefined;
    if (sign === '|') items.push('');
    else items[items.length - 1] += escaped ?? sign;
    if (escaped !== undefined) at++;
  }
  return items.map((item) => item.trim());
}
