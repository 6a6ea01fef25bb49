import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexLines, lastAtMost } from '../../../server/core/text/line-map.ts';
import { anyText, SEEDED } from '../arbitraries.ts';

const TEXT = 'one\ntwo\r\nthree\rfour\n';

describe('indexLines()', () => {
  it('counts LF, CRLF and CR as line ends, and a last empty line', () => {
    const map = indexLines(TEXT);
    expect(map.lineCount).toBe(5);
    expect([0, 1, 2, 3, 4, 5].map((line) => map.lineText(line))).toEqual([
      'one',
      'two',
      'three',
      'four',
      '',
      '',
    ]);
  });

  it.each([
    ['', 0],
    ['one', 1],
    ['one\n', 1],
    ['one\n\n', 2],
    ['one\r\ntwo', 2],
  ])('prints %j as %i lines', (text, count) => {
    expect(indexLines(text).printedLineCount).toBe(count);
  });

  it.each([
    [0, 0, 0],
    [3, 0, 3],
    [4, 1, 0],
    [7, 1, 3],
    [8, 1, 4],
    [9, 2, 0],
    [15, 3, 0],
    [20, 4, 0],
  ])('puts offset %i on line %i at character %i', (offset, line, character) => {
    expect(indexLines(TEXT).position(offset)).toEqual({ line, character });
  });

  it('counts characters in UTF-16 code units', () => {
    expect(indexLines('😀é\n😀x').position(6)).toEqual({ line: 1, character: 2 });
  });

  it('takes what lies outside back to the nearer end', () => {
    const map = indexLines(TEXT);
    expect(map.position(-1)).toEqual({ line: 0, character: 0 });
    expect(map.position(99)).toEqual({ line: 4, character: 0 });
    expect(map.offset({ line: 1, character: 99 })).toBe(7);
    expect(map.offset({ line: -1, character: 2 })).toBe(0);
    expect(map.offset({ line: 1, character: -2 })).toBe(4);
    expect(map.offset({ line: 9, character: 0 })).toBe(TEXT.length);
  });

  it('leads from an offset to its position and back, but for the end of a CRLF', () => {
    fc.assert(
      fc.property(anyText, fc.nat({ max: 200 }), (text, at) => {
        const offset = Math.min(at, text.length);
        fc.pre(!(text[offset - 1] === '\r' && text[offset] === '\n'));
        const map = indexLines(text);
        expect(map.offset(map.position(offset))).toBe(offset);
      }),
      SEEDED,
    );
  });
});

describe('lastAtMost()', () => {
  it('finds the last value that is not above the limit', () => {
    expect([0, 3, 4, 99].map((limit) => lastAtMost([0, 4, 9], limit))).toEqual([0, 0, 1, 2]);
    expect(lastAtMost([5], 1)).toBe(0);
  });
});
