import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StatementData, statementSchema } from '../../server/core/facts/pack-schema.ts';
import { readCsv } from '../../server/host/read-csv.ts';
import { exportStatements } from '../../server/service/export-statements.ts';
import { readJsonLines } from '../../server/service/read-json-lines.ts';
import { readStatementRows } from '../../server/service/read-statement-rows.ts';
import { STATEMENT_COLUMNS, toCells } from '../../server/service/statement-columns.ts';
import { SEEDED } from '../core/arbitraries.ts';

const ferry: StatementData = statementSchema.parse({
  id: 'norvik.engines',
  subject: 'norvik',
  property: 'engines',
  value: ['k12', 'k16'],
  also: ['a | b', 'c\\d'],
  qualifiers: { place: 'tarn', maker: 'skagen' },
  references: [
    { source: 'courier', line: 6, exact: 'K12, "K16"', note: 'On two\nlines' },
    { source: 'harbour', line: 7, exact: '1,600' },
  ],
});

describe('the columns of a table of statements', () => {
  it('have a place for every key of a statement', () => {
    const { references, ...shape } = statementSchema.shape;
    const keys = [...Object.keys(shape), ...Object.keys(references.element.shape)];
    expect([...STATEMENT_COLUMNS].sort()).toEqual(keys.sort());
  });

  it('put lists into one cell, with bars between', () => {
    expect(toCells(ferry)[0]).toMatchObject({
      value: 'k12 | k16',
      also: 'a \\| b | c\\\\d',
      qualifiers: 'place=tarn | maker=skagen',
      rank: '',
      line: '6',
    });
  });
});

describe('exportStatements()', () => {
  it('writes a row a reference, quoted as RFC 4180 has it', () => {
    expect(exportStatements([ferry], 'csv').split('\r\n')).toEqual([
      'id,subject,property,value,also,synonyms,opposites,time,timeBasis,rank,qualifiers,source,line,exact,note',
      'norvik.engines,norvik,engines,k12 | k16,a \\| b | c\\\\d,,,,printed,,place=tarn | maker=skagen,courier,6,"K12, ""K16""","On two\nlines"',
      'norvik.engines,norvik,engines,k12 | k16,a \\| b | c\\\\d,,,,printed,,place=tarn | maker=skagen,harbour,7,"1,600",',
      '',
    ]);
  });

  it('writes an object a line, with every key', () => {
    const [line = '', ...rest] = exportStatements([ferry], 'jsonl').split('\n');
    expect(rest).toEqual(['']);
    expect(Object.keys(JSON.parse(line)).sort()).toEqual(Object.keys(statementSchema.shape).sort());
    expect(JSON.parse(line)).toMatchObject({ time: null, rank: null, synonyms: [] });
  });

  it.each(['csv', 'jsonl'] as const)('loses nothing in %s, whatever a statement says', (format) => {
    fc.assert(
      fc.property(fc.uniqueArray(statements, { selector: ({ id }) => id }), (list) => {
        const text = exportStatements(list, format);
        const { drafts, problems } = format === 'csv' ? readTable(text) : readJsonLines(text);
        expect(problems).toEqual([]);
        expect(drafts.map(({ data }) => statementSchema.parse(data)).map(plain)).toEqual(
          list.map(plain),
        );
      }),
      SEEDED,
    );
  });
});

function readTable(text: string) {
  const { header, rows, problems } = readCsv(text);
  expect(problems).toEqual([]);
  return readStatementRows(header, rows);
}

/** A list of one is written as the one. */
function plain(statement: StatementData): StatementData {
  const { value } = statement;
  return {
    ...statement,
    value: Array.isArray(value) && value.length === 1 ? (value[0] ?? '') : value,
  };
}

/** Texts as packs have them: no spaces around, but quotes, delimiters and line breaks within. */
const words = fc
  .string({
    unit: fc.constantFrom(
      'a',
      'Ü',
      '1',
      ' ',
      ',',
      ';',
      '"',
      "'",
      '|',
      '\\',
      '\n',
      '=',
      '\t',
      '-',
      '£',
    ),
    minLength: 1,
  })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const ids = fc.stringMatching(/^[a-z][a-z0-9.-]{0,8}$/);

const statements: fc.Arbitrary<StatementData> = fc.record({
  id: ids,
  subject: ids,
  property: ids,
  value: fc.oneof(words, fc.array(words, { minLength: 1, maxLength: 3 })),
  also: fc.array(words, { maxLength: 2 }),
  synonyms: fc.array(words, { maxLength: 2 }),
  opposites: fc.array(words, { maxLength: 2 }),
  time: fc.constantFrom(null, '2025', '2025-Q3', '2025-11-03'),
  timeBasis: fc.constantFrom('printed' as const, 'inferred' as const),
  qualifiers: fc.dictionary(ids, words, { maxKeys: 2 }),
  rank: fc.constantFrom(undefined, 'preferred' as const),
  references: fc.array(
    fc.record({
      source: ids,
      line: fc.integer({ min: 1, max: 9_999 }),
      exact: words,
      note: fc.option(words),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});
