import { describe, expect, it } from 'vitest';
import { type NodePath, parsePackFile } from '../../server/host/parse-pack-file.ts';

describe('parsePackFile()', () => {
  it('gives plain data', () => {
    const { data, issues } = parsePackFile('a.yaml', 'statements:\n  - { id: a.b, line: 3 }\n');
    expect(data).toEqual({ statements: [{ id: 'a.b', line: 3 }] });
    expect(issues).toEqual([]);
  });

  it('keeps numbers in the form they were written in where that says more', () => {
    const { data } = parsePackFile('a.yaml', '[1.40, 1.4, 007, +3, 2030, 1e3, "1.40"]');
    expect(data).toEqual(['1.40', 1.4, '007', '+3', 2030, 1000, '1.40']);
  });

  it('leaves dates as text', () => {
    expect(parsePackFile('a.yaml', 'date: 2025-11-03').data).toEqual({ date: '2025-11-03' });
  });

  it.each([
    ['a value', ['list', 1, 'name'], 'second'],
    ['the key of a list', ['list'], 'list'],
    ['the first line of a map in a list', ['list', 0], 'name: first'],
    ['the nearest node above a missing one', ['list', 0, 'nothing'], 'name: first'],
    ['a node behind an alias', ['copy', 'name'], 'first'],
  ] as const)('finds the place of %s', (_, path, expected) => {
    const text = 'list:\n  - &one\n    name: first\n    age: 1\n  - name: second\ncopy: *one\n';
    expect(textAt(text, path)).toBe(expected);
  });

  it('counts lines and columns from 1, after CRLF too', () => {
    const { place } = parsePackFile('a.yaml', 'a: 1\r\nb:\r\n  c: wrong\r\n');
    expect(place(['b', 'c'])).toMatchObject({
      file: 'a.yaml',
      position: { line: 3, column: 6 },
      end: { line: 3, column: 11 },
    });
  });

  it.each([
    ['a tab as indentation', 'a:\n\tb: 1\n', 2, 1],
    ['an open bracket', 'a: [1, 2\nb: 3\n', 2, 1],
    ['an unknown alias', 'a: 1\nb: *nobody\n', 2, 4],
    ['two documents', 'a: 1\n---\nb: 2\n', 2, 1],
    ['a quote left open', 'a: 1\nb: "one\nc: 2\n', 2, 4],
  ])('says where the mistake is: %s', (_, text, line, column) => {
    const { data, issues } = parsePackFile('a.yaml', text);
    expect(data).toBeUndefined();
    expect(issues[0]).toMatchObject({
      code: 'yaml-syntax',
      severity: 'error',
      position: { line, column },
    });
    expect(issues).toHaveLength(1);
  });

  it('takes the first of a key given twice, and goes on', () => {
    const text = 'list:\n  - { a: 1, b: 2, "a": 3 }\n1: one\n"1": two\n';
    const { data, issues, place } = parsePackFile('a.yaml', text);
    expect(data).toEqual({ list: [{ a: 1, b: 2 }], 1: 'one' });
    expect(issues).toMatchObject([
      { code: 'duplicate-key', severity: 'error', position: { line: 2, column: 19 } },
      { code: 'duplicate-key', message: '"1" stands here already; expected each key once' },
    ]);
    expect(place(['list', 0, 'a']).position).toEqual({ line: 2, column: 10 });
  });

  it('finds keys given twice in time linear in their number', () => {
    const entries = Array.from({ length: 30_000 }, (_, number) => `e${number}: ${number}\n`);
    const { data, issues, place } = parsePackFile('a.yaml', `${entries.join('')}e7: again\n`);
    expect(Object.keys(data ?? {})).toHaveLength(30_000);
    expect(issues).toMatchObject([{ code: 'duplicate-key', position: { line: 30_001 } }]);
    const places = entries.map((_, number) => place([`e${number}`]).position.line);
    expect(places).toEqual(entries.map((_, number) => number + 1));
  });

  it('refuses a few lines of aliases that stand for gigabytes', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let n = 1; n < 10; n++) {
      lines.push(
        `a${n}: &a${n} [${Array(10)
          .fill(`*a${n - 1}`)
          .join(', ')}]`,
      );
    }
    const { data, issues } = parsePackFile('a.yaml', lines.join('\n'));
    expect(data).toBeUndefined();
    expect(issues).toMatchObject([{ code: 'yaml-alias', position: { line: 2 } }]);
  });

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['closed brackets', '['.repeat(3000) + ']'.repeat(3000)],
    ['maps', '{a: '.repeat(20_000)],
    ['dashes', '- '.repeat(20_000)],
  ])('refuses nesting deeper than any stack: %s', (_, text) => {
    const { data, issues, place } = parsePackFile('a.yaml', text);
    expect(data).toBeUndefined();
    expect(issues).toMatchObject([{ code: 'yaml-syntax', message: expect.stringContaining('64') }]);
    expect(place(['a', 1]).file).toBe('a.yaml');
  });

  it('reads what is nested as deep as people do', () => {
    expect(parsePackFile('a.yaml', '['.repeat(30) + ']'.repeat(30)).issues).toEqual([]);
  });

  it('lets no key reach the prototype', () => {
    const { data } = parsePackFile('a.yaml', '__proto__: { polluted: 1 }\n');
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect({}).not.toHaveProperty('polluted');
  });

  it('reads an empty file as nothing', () => {
    expect(parsePackFile('a.yaml', '').data).toBeNull();
    expect(parsePackFile('a.yaml', '').issues).toEqual([]);
  });
});

function textAt(text: string, path: NodePath): string {
  const { span } = parsePackFile('a.yaml', text).place(path);
  return text.slice(span.start, span.end);
}
