import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addToPack, type PackAddition, toPackYaml } from '../../server/host/write-pack.ts';
import { SEEDED } from '../core/arbitraries.ts';

const reference = { source: 'courier', line: 3, exact: '1,600' };
const ferry = { id: 'norvik.staff', subject: 'norvik', references: [reference] };
const addFerry: PackAddition = { kind: 'statements', statements: [ferry] };
const addReference: PackAddition = { kind: 'reference', statement: 'norvik.staff', reference };

describe('addToPack()', () => {
  it.each([
    ['a list that is there', 'statements:\n  - id: a\n', 'statements:\n  - id: a\n«  »'],
    ['a list without indentation', 'statements:\n- id: a\n', 'statements:\n- id: a\n«»'],
    [
      'a last entry with a comment',
      'statements:\n  - id: a # so\n# end\n',
      'statements:\n  - id: a # so\n«  »# end\n',
    ],
    [
      'a list with sections behind it',
      'statements:\n  - id: a\nsources: {}\n',
      'statements:\n  - id: a\n«  »sources: {}\n',
    ],
    [
      'a list with blank lines between',
      'statements:\n  - id: a\n\n  - id: b\n',
      'statements:\n  - id: a\n\n  - id: b\n\n«  »',
    ],
    [
      'an entry that ends in a block of text',
      'statements:\n  - value: |\n      a\n',
      'statements:\n  - value: |\n      a\n«  »',
    ],
    ['no line end at the end', 'statements:\n  - id: a', 'statements:\n  - id: a\n«  »'],
    [
      'a key with nothing behind it',
      'statements: # none\npack: a\n',
      'statements: # none\n«  »pack: a\n',
    ],
    ['a file without the key', 'pack: a\n# end\n', 'pack: a\n# end\n\nstatements:\n«  »'],
    ['an empty file', '', 'statements:\n«  »'],
    ['CRLF', 'statements:\r\n  - id: a\r\n', 'statements:\r\n  - id: a\r\n«  »'],
  ])('puts statements into %s', (_, before, after) => {
    const end = before.includes('\r\n') ? '\r\n' : '\n';
    const lines = [
      '- id: norvik.staff',
      '  subject: norvik',
      '  references:',
      '    - { source: courier, line: 3, exact: "1,600" }',
    ];
    const expected = after.replace(/«( *)»/, (_, indent) =>
      lines.map((line) => indent + line + end).join(''),
    );
    expect(added(before, addFerry)).toBe(expected);
  });

  it('adds a reference behind the others', () => {
    const before = `statements:
  - id: norvik.staff
    references:
      - { source: a, line: 1, exact: b } # first
    time: 2025
  - id: other
`;
    expect(added(before, addReference)).toBe(
      before.replace(
        '# first\n',
        '# first\n      - { source: courier, line: 3, exact: "1,600" }\n',
      ),
    );
  });

  it('adds a source to the sources', () => {
    const before = 'sources:\n  # ours\n  a: { title: A }\n\nstatements: []\n';
    const entry = { title: 'B: the sequel', publisher: null, date: '2025-11-03' };
    expect(added(before, { kind: 'entry', section: 'sources', id: 'b', entry })).toBe(
      'sources:\n  # ours\n  a: { title: A }\n  b:\n    title: "B: the sequel"\n    publisher: null\n    date: 2025-11-03\n\nstatements: []\n',
    );
  });

  it.each([
    ['statements: [] # none yet\n# end\n'],
    ['statements: [{ id: a, references: [] }] # one\n# end\n'],
    ['{ statements: [{ id: a }] } # one\n# end\n'],
  ])('keeps comments and content of a list in one line: %j', (before) => {
    const after = added(before, addFerry);
    expect(after).toContain('# end');
    expect(parse(after).statements.slice(0, -1)).toEqual(parse(before).statements);
    expect(parse(after).statements.at(-1)).toEqual(ferry);
  });

  it.each([
    ['statements: [', 'This is not valid YAML; mend it first'],
    ['- a\n- b\n', 'This holds no keys such as "statements"; it is no pack file'],
    ['statements: 5\n', 'The key "statements" is written in a way that nothing can be added to'],
  ])('refuses %j', (before, message) => {
    expect(addToPack(before, [addFerry])).toEqual({ kind: 'refused', message });
  });

  it('refuses a reference for a statement that is not there', () => {
    expect(addToPack('statements:\n  - id: other\n', [addReference])).toEqual({
      kind: 'refused',
      message: 'There is no statement "norvik.staff" in this file',
    });
  });

  it('adds lines, changes none, and reads back as what was added', () => {
    fc.assert(
      fc.property(
        packTexts,
        fc.array(statements, { minLength: 1, maxLength: 3 }),
        (before, list) => {
          const after = added(before, { kind: 'statements', statements: list });
          expect(parse(after)).toEqual({
            ...parse(before),
            statements: [...(parse(before)?.statements ?? []), ...list],
          });
          const kept = new Set(after.split('\n'));
          expect(before.split('\n').filter((line) => !kept.has(line))).toEqual([]);
        },
      ),
      SEEDED,
    );
  });
});

describe('toPackYaml()', () => {
  it('writes a statement as packs are written', () => {
    const statement = {
      ...ferry,
      value: ['k12', 'k16'],
      time: '2025',
      qualifiers: { place: 'tarn' },
    };
    expect(toPackYaml([statement])).toBe(`- id: norvik.staff
  subject: norvik
  references:
    - { source: courier, line: 3, exact: "1,600" }
  value: [ k12, k16 ]
  time: "2025"
  qualifiers: { place: tarn }
`);
  });
});

function added(text: string, addition: PackAddition): string {
  const result = addToPack(text, [addition]);
  if (result.kind === 'refused') throw new Error(result.message);
  return result.text;
}

/** Pack files as people leave them. */
const packTexts = fc
  .tuple(
    fc.constantFrom('', '# ours\n', 'pack: a\ntitle: "A: b"\n\n'),
    fc.constantFrom(
      '',
      'statements:\n',
      'statements:\n  - id: a\n    value: 1,600 # yes\n',
      'statements:\n- id: a\n\n- id: b\n  note: >-\n    folded\n    text\n',
    ),
    fc.constantFrom(
      '',
      '\n# end\n',
      'sources:\n  a: { title: x } # last',
      'types:\n    wide:\n        label: x\n',
    ),
  )
  .map((parts) => parts.join(''));

const texts = fc.string({
  unit: fc.constantFrom(
    'a',
    'Ü',
    '1',
    ' ',
    ',',
    ':',
    '#',
    '"',
    "'",
    '|',
    '\\',
    '\n',
    '-',
    '&',
    '*',
    '{',
    ']',
    '%',
    '\t',
  ),
});

const statements = fc.record({
  id: fc.stringMatching(/^[a-z][a-z0-9.-]{0,8}$/),
  value: fc.oneof(texts, fc.array(texts, { minLength: 1, maxLength: 3 })),
  qualifiers: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), texts, { maxKeys: 2 }),
  references: fc.array(fc.record({ source: texts, line: fc.nat(), exact: texts }), {
    minLength: 1,
    maxLength: 2,
  }),
});
