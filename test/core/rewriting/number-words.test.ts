import { describe, expect, it } from 'vitest';
import { amountFromDigits, whole } from '../../../server/core/figures/interval.ts';
import { readNumber } from '../../../server/core/figures/read-number.ts';
import { decimalWords, numberWords } from '../../../server/core/rewriting/number-words.ts';
import { readTokens } from '../../../server/core/text/tokens.ts';

describe('numberWords()', () => {
  it.each([
    [0, 'zero'],
    [7, 'seven'],
    [13, 'thirteen'],
    [38, 'thirty-eight'],
    [40, 'forty'],
    [100, 'one hundred'],
    [140, 'one hundred and forty'],
    [999, 'nine hundred and ninety-nine'],
  ])('of %i', (value, words) => {
    expect(numberWords(value)).toBe(words);
  });

  it.each([-1, 1000, 1.5, Number.NaN])('has none for %d', (value) => {
    expect(numberWords(value)).toBeUndefined();
  });

  it('writes what readNumber() reads, for every number it has words for', () => {
    for (let value = 0; value <= 999; value++) {
      const tokens = readTokens(numberWords(value) ?? '');
      const read = readNumber(tokens, 0, 'words-only');
      expect([read?.number.amount, read?.next]).toEqual([whole(value), tokens.length]);
    }
  });
});

describe('decimalWords()', () => {
  it.each([
    ['1.4', 'one point four'],
    ['0.05', 'zero point zero five'],
    ['20.25', 'twenty point two five'],
    ['140.1', 'one hundred and forty point one'],
  ])('of %s', (digits, words) => {
    expect(decimalWords(digits)).toBe(words);
  });

  it.each(['1000.5', '-1.5'])('has none for %s', (digits) => {
    expect(decimalWords(digits)).toBeUndefined();
  });

  it('writes what readNumber() reads', () => {
    for (const integer of [0, 7, 38, 140, 999])
      for (let decimals = 1; decimals <= 99; decimals++) {
        const digits = `${integer}.${String(decimals).padStart(2, '0')}`;
        const tokens = readTokens(decimalWords(digits) ?? '');
        const read = readNumber(tokens, 0, 'words-only');
        expect([read?.number.amount, read?.next]).toEqual([
          amountFromDigits(digits),
          tokens.length,
        ]);
        expect([read?.number.form, read?.number.decimals]).toEqual(['words', 2]);
      }
  });
});
