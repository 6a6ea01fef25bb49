import { describe, expect, it } from 'vitest';
import { planImport } from '../../server/service/plan-import.ts';
import { headerProblem, readStatementRows } from '../../server/service/read-statement-rows.ts';
import { exampleFacts, examplePackFiles } from '../core/example-packs.ts';

const HEADER = ['id', 'subject', 'property', 'value', 'time', 'source', 'line', 'exact'];
const target = { facts: exampleFacts, packFiles: examplePackFiles, pack: 'ferries' };

describe('planImport()', () => {
  it('takes rows of one id as references of one statement', () => {
    const plan = planned(
      'halden.staff,halden,staff,900,2025,courier,3,900',
      'halden.staff,,,,,harbour,5,900',
    );
    expect(plan.problems).toEqual([]);
    expect(plan.statements).toEqual([
      {
        id: 'halden.staff',
        subject: 'halden',
        property: 'staff',
        value: '900',
        time: '2025',
        references: [
          { source: 'courier', line: 3, exact: '900' },
          { source: 'harbour', line: 5, exact: '900' },
        ],
      },
    ]);
  });

  it('gives an id to what has none, and puts rows that state the same together', () => {
    const plan = planned(
      ',halden,staff,900,2025,courier,3,900',
      ',halden,staff,900,2025,harbour,5,900',
      ',halden,staff,950,2025,ledger,5,950',
      ',norvik,staff,"1,250",2024,ledger,5,1250',
    );
    expect(plan.statements.map(({ id, references }) => [id, references])).toMatchObject([
      ['halden.staff-2025', [{ line: 3 }, { line: 5 }]],
      ['halden.staff-2025-2', [{ line: 5 }]],
      ['norvik.staff-2024', [{ line: 5 }]],
    ]);
  });

  it.each([
    ['an unknown entity', 'x,haldn,staff,900,2025,courier,3,900', 'subject', 'unknown-entity'],
    ['an unknown property', 'x,halden,staf,900,2025,courier,3,900', 'property', 'unknown-property'],
    ['an unknown source', 'x,halden,staff,900,2025,curier,3,900', 'source', 'unknown-source'],
    [
      'a value of another kind',
      'x,halden,staff,soon,2025,courier,3,900',
      'value',
      'unreadable-value',
    ],
    [
      'a date that there is not',
      'x,halden,staff,900,2025-02-30,courier,3,900',
      'time',
      'impossible-date',
    ],
    ['no value', 'x,halden,staff,,2025,courier,3,900', 'value', 'wrong-shape'],
    [
      'a line that is no number',
      'x,halden,staff,900,2025,courier,three,900',
      'line',
      'wrong-shape',
    ],
    ['an id of another form', 'X Y,halden,staff,900,2025,courier,3,900', 'id', 'wrong-shape'],
    [
      'more fields than columns',
      'x,halden,staff,1,200,2025,courier,3,900',
      null,
      'too-many-fields',
    ],
    [
      'the id of another fact',
      'norvik.staff,norvik,staff,900,2025,courier,3,900',
      'id',
      'duplicate-id',
    ],
  ])('refuses a row with %s and takes the others', (_, row, column, code) => {
    const plan = planned('ok,halden,staff,900,2025,courier,3,900', row);
    expect(plan.statements.map(({ id }) => id)).toEqual(['ok']);
    expect(plan.problems).toMatchObject([{ row: 3, line: 3, column, code }]);
  });

  it('refuses a row that contradicts one of its id', () => {
    const plan = planned(
      'x,halden,staff,900,2025,courier,3,900',
      'x,halden,staff,950,2025,harbour,5,950',
    );
    expect(plan.statements).toMatchObject([{ id: 'x', references: [{ source: 'courier' }] }]);
    expect(plan.problems).toMatchObject([
      {
        row: 3,
        column: 'value',
        message: 'Row 2 of the same id says "900" here; a statement has one value',
      },
    ]);
  });

  it('refuses the row of a bad reference alone, and all rows of a bad statement', () => {
    const plan = planned(
      'a,halden,staff,900,2025,courier,3,900',
      'a,,,,,nobody,5,900',
      'b,halden,staff,soon,2024,courier,3,900',
      'b,,,,,harbour,5,900',
    );
    expect(plan.statements).toMatchObject([{ id: 'a', references: [{ source: 'courier' }] }]);
    expect(plan.problems).toMatchObject([
      { row: 3, column: 'source', code: 'unknown-source' },
      { row: 4, column: 'value', code: 'unreadable-value' },
      {
        row: 5,
        code: 'same-statement',
        message: 'It belongs to the statement of row 4, which is refused',
      },
    ]);
  });

  it('adds what is new to a statement on record, and nothing twice', () => {
    const plan = planned(
      'norvik-skagen.term,norvik-skagen,term,seven years,,courier,4,seven-year',
      'norvik-skagen.term,,,,,harbour,7,seven years',
    );
    expect(plan).toMatchObject({ statements: [], known: 1, problems: [] });
    expect(plan.references).toEqual([
      {
        statement: 'norvik-skagen.term',
        reference: { source: 'harbour', line: 7, exact: 'seven years' },
      },
    ]);
  });

  it('knows a fact on record that comes without an id by what it states', () => {
    const plan = planned(
      ',norvik-skagen,term,seven years,,courier,4,seven-year',
      ',norvik-skagen,term,nine years,,courier,4,nine',
    );
    expect(plan).toMatchObject({ known: 1, references: [], problems: [] });
    expect(plan.statements).toMatchObject([{ id: 'norvik-skagen.term-2', value: 'nine years' }]);
    const further = planned(',norvik-skagen,term,seven years,,harbour,7,seven years');
    expect(further).toMatchObject({ statements: [], known: 0 });
    expect(further.references).toMatchObject([{ statement: 'norvik-skagen.term' }]);
  });

  it('replaces a statement of another pack by its id', () => {
    const { drafts } = drafted('norvik-skagen.term,norvik-skagen,term,nine years,,courier,4,nine');
    const plan = planImport(drafts, { ...target, pack: 'ours' });
    expect(plan).toMatchObject({ statements: [{ value: 'nine years' }], problems: [] });
  });
});

describe('headerProblem()', () => {
  it.each([
    ['nothing', HEADER, undefined],
    ['an unknown column', [...HEADER, 'sources'], { unknown: 'sources' }],
    ['a column twice', [...HEADER, 'id'], { message: 'Column "id" stands in the header twice' }],
    [
      'columns that are missing',
      ['id', 'subject', 'property', 'value'],
      { message: 'The first row has to name the columns; there is no source, line, exact' },
    ],
    ['an empty column', [...HEADER, ''], undefined],
  ])('finds %s', (_, header, problem) => {
    expect(headerProblem(header)).toEqual(problem);
  });
});

function planned(...rows: string[]) {
  const { drafts, problems } = drafted(...rows);
  const plan = planImport(drafts, target);
  return { ...plan, problems: [...problems, ...plan.problems].sort((a, b) => a.row - b.row) };
}

/** Rows with fields between commas; one with a comma stands in quotes. */
function drafted(...rows: string[]) {
  const fields = rows.map((row) =>
    [...row.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)]
      .slice(0, row.endsWith(',') ? undefined : -1)
      .map(([, field = '']) => field.replaceAll('"', '')),
  );
  return readStatementRows(
    HEADER,
    fields.map((one, index) => ({ row: index + 2, line: index + 2, fields: one })),
  );
}
