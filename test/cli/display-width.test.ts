import { describe, expect, it } from 'vitest';
import { displayCells, displayWidth, harmless } from '../../server/cli/display-width.ts';

describe('displayWidth()', () => {
  it.each([
    ['$38bn', 5],
    ['日本', 4],
    ['ｗｉｄｅ', 8],
    ['e\u0301', 1],
    ['👩‍💻', 2],
    ['🇬🇧', 2],
    ['a\u200bb', 2],
    ['', 0],
  ])('of %s is %d', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('of a tab reaches to the next stop', () => {
    expect(displayWidth('\t')).toBe(4);
    expect(displayWidth('ab\t')).toBe(4);
    expect(displayWidth('abcd\t')).toBe(8);
  });
});

describe('displayCells()', () => {
  it('keeps the place of every piece', () => {
    expect(displayCells('é日👩‍💻x').map(({ offset }) => offset)).toEqual([0, 1, 2, 7]);
  });
});

describe('harmless()', () => {
  it('shows control characters instead of sending them to the terminal', () => {
    expect(harmless('a\u001b[31mb\u0007')).toBe('a␛[31mb␇');
    expect(harmless('a\u009b31m')).toBe('a\ufffd31m');
  });

  it('does not let a draft turn the direction of writing', () => {
    expect(harmless('a\u202eb')).toBe('a\ufffdb');
  });
});
