import type { DraftedStatement, DraftedTable, RowPlace, RowProblem } from './drafted-statement.ts';
import {
  FACT_COLUMNS,
  factOf,
  referenceOf,
  STATEMENT_COLUMNS,
  type StatementCells,
  type StatementColumn,
} from './statement-columns.ts';

/** A row of a table as its fields, in the order of the header. */
export interface FieldRow extends RowPlace {
  readonly fields: readonly string[];
}

const REQUIRED: readonly StatementColumn[] = [
  'subject',
  'property',
  'value',
  'source',
  'line',
  'exact',
];

/** What is wrong with the header of a table: the column at fault, or undefined where it can be read. */
export function headerProblem(
  header: readonly string[],
): { readonly unknown: string } | { readonly message: string } | undefined {
  const unknown = header.find((name) => name !== '' && !isColumn(name));
  if (unknown !== undefined) return { unknown };
  const twice = header.find((name, at) => name !== '' && header.indexOf(name) !== at);
  if (twice !== undefined) return { message: `Column "${twice}" stands in the header twice` };
  const missing = REQUIRED.filter((name) => !header.includes(name));
  if (missing.length === 0) return undefined;
  return { message: `The first row has to name the columns; there is no ${missing.join(', ')}` };
}

/**
 * Put the rows of a table together to statements: rows of one id are one statement with a reference each, and so are rows
 * without an id that state the same.
 * Errors: a row that contradicts an earlier one of its id, or has more fields than the header, is a problem.
 */
export function readStatementRows(
  header: readonly string[],
  rows: readonly FieldRow[],
): DraftedTable {
  const groups = new Map<string, Group>();
  const problems: RowProblem[] = [];
  for (const { row, line, fields } of rows) {
    const place = { row, line };
    if (fields.slice(header.length).some((field) => field.trim() !== '')) {
      const message = `The row has ${fields.length} fields for ${header.length} columns; is a field with a comma not in quotes?`;
      problems.push({ ...place, column: null, code: 'too-many-fields', message });
      continue;
    }
    const cells = cellsOf(header, fields);
    const key = cells.id ?? JSON.stringify(FACT_COLUMNS.map((column) => cells[column]));
    const known = groups.get(key);
    const problem = known && contradiction(known, cells, place);
    if (problem) problems.push(problem);
    else if (known) known.rows.push({ place, cells });
    else groups.set(key, { first: cells, rows: [{ place, cells }] });
  }
  return { drafts: [...groups.values()].map(toDraft), problems };
}

interface Group {
  readonly first: StatementCells;
  readonly rows: { readonly place: RowPlace; readonly cells: StatementCells }[];
}

function isColumn(name: string): name is StatementColumn {
  return STATEMENT_COLUMNS.some((column) => column === name);
}

/** The cells that say something, without the spaces around it. */
function cellsOf(header: readonly string[], fields: readonly string[]): StatementCells {
  const cells: Partial<Record<StatementColumn, string>> = {};
  for (const [at, name] of header.entries()) {
    const field = fields[at]?.trim() ?? '';
    if (isColumn(name) && field !== '') cells[name] = field;
  }
  return cells;
}

/** A further row of an id may leave out what the first one said, but not say otherwise. */
function contradiction(
  { first, rows }: Group,
  cells: StatementCells,
  place: RowPlace,
): RowProblem | undefined {
  const column = FACT_COLUMNS.find(
    (name) => cells[name] !== undefined && cells[name] !== first[name],
  );
  if (column === undefined) return undefined;
  const said = first[column] === undefined ? 'nothing' : `"${first[column]}"`;
  const message = `Row ${rows[0]?.place.row} of the same id says ${said} here; a statement has one ${column}`;
  return { ...place, column, code: 'contradicts-row', message };
}

function toDraft({ first, rows }: Group): DraftedStatement {
  const references = rows.map(({ cells }) => referenceOf(cells));
  return { data: { ...factOf(first), references }, rows: rows.map(({ place }) => place) };
}
