import { describe, expect, it } from 'vitest';
import { entryAt, outlinePackText } from '../../server/host/pack-outline.ts';

describe('outlinePackText()', () => {
  it('cuts a file into root keys with a value and the entries below the others', () => {
    const text = 'pack: acme\n# of its own\nentities:\n  a: { name: A }\n  b:\n    name: B\n';
    expect(outlined(text)).toEqual([
      ['pack!', 'pack: acme\n# of its own\n'],
      ['entities', '  a: { name: A }\n'],
      ['entities', '  b:\n    name: B\n'],
    ]);
  });

  it.each([
    [
      'lists at the margin',
      'statements:\n- id: a\n  x: 1\n- id: b\n',
      ['- id: a\n  x: 1\n', '- id: b\n'],
    ],
    ['CRLF', 'statements:\r\n  - id: a\r\n  - id: b\r\n', ['  - id: a\r\n', '  - id: b\r\n']],
    ['tabs', 'statements:\n\t- id: a\n\t- id: b', ['\t- id: a\n', '\t- id: b']],
    ['quoted keys', '"statements":\n  - id: a\n', ['  - id: a\n']],
    [
      'flow over lines',
      'entities:\n  a: { name: A,\n    type: b\n  }\n',
      ['  a: { name: A,\n    type: b\n  }\n'],
    ],
    ['JSON', '{ "entities": {} }', ['{ "entities": {} }']],
    ['an entry too far left', 'entities:\n    a: 1\n  b: 2\n', ['    a: 1\n', '  b: 2\n']],
    ['words', 'sta', ['sta']],
    ['nothing', '', ['']],
  ])('finds the entries of %s', (_, text, entries) => {
    expect(outlined(text).map(([, entry]) => entry)).toEqual(entries);
  });

  it('takes a time or an address for no key', () => {
    expect(outlined('title: a\nhttp://b\n')).toEqual([['title!', 'title: a\nhttp://b\n']]);
  });
});

describe('entryAt()', () => {
  it('gives the entry that begins at an offset rather than the one that ends there', () => {
    const text = 'entities:\n  a: 1\n  b: 2\n';
    const entries = outlinePackText(text);
    expect(entryAt(entries, text.indexOf('  b'))?.span.start).toBe(text.indexOf('  b'));
    expect(entryAt(entries, text.length)?.span.start).toBe(text.indexOf('  b'));
    expect(entryAt(entries, 3)).toBeUndefined();
  });
});

/** Root key, with `!` where it is part of the entry, and the entry's text. */
function outlined(text: string): readonly [string, string][] {
  return outlinePackText(text).map(({ section = '', holdsSection, span }) => [
    `${section}${holdsSection ? '!' : ''}`,
    text.slice(span.start, span.end),
  ]);
}
