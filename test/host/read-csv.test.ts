import { describe, expect, it } from 'vitest';
import { readCsv } from '../../server/host/read-csv.ts';

describe('readCsv()', () => {
  it.each([
    ['commas', 'id,value\na,"1,600"\n', [['a', '1,600']]],
    ['semicolons', 'id;value\na;1,600\n', [['a', '1,600']]],
    ['tabs', 'id\tvalue\na\t1,600; or so\n', [['a', '1,600; or so']]],
    ['CRLF', 'id,value\r\na,b\r\n', [['a', 'b']]],
    ['CR', 'id,value\ra,b\r', [['a', 'b']]],
    ['no line end at the end', 'id,value\na,b', [['a', 'b']]],
    ['doubled quotes', 'id,value\na,"say ""b"""\n', [['a', 'say "b"']]],
    ['a quote within a field', 'id,value\na,5" of rain\n', [['a', '5" of rain']]],
    ['a quoted header', '"id","value"\na,b\n', [['a', 'b']]],
  ])('reads a table with %s', (_, text, expected) => {
    const { header, rows, problems } = readCsv(text);
    expect(header).toEqual(['id', 'value']);
    expect(rows.map(({ fields }) => fields)).toEqual(expected);
    expect(problems).toEqual([]);
  });

  it('counts rows as a spreadsheet does and lines as an editor does', () => {
    const { rows } = readCsv('id,note\na,"one\ntwo"\n\n,\nb,c\n');
    expect(rows.map(({ row, line, fields }) => [row, line, fields[0]])).toEqual([
      [2, 2, 'a'],
      [5, 6, 'b'],
    ]);
  });

  it('keeps the rows before a quote that is never closed', () => {
    const { rows, problems } = readCsv('id,value\na,b\nc,"d\ne,f\n');
    expect(rows.map(({ fields }) => fields)).toEqual([['a', 'b']]);
    expect(problems).toEqual([
      {
        row: 3,
        line: 3,
        message: 'A quote is opened in this row and never closed; nothing is read from here on',
      },
    ]);
  });

  it('finds nothing in an empty file', () => {
    expect(readCsv('')).toEqual({ header: [], rows: [], problems: [] });
  });
});
