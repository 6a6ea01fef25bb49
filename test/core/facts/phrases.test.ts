import { describe, expect, it } from 'vitest';
import { isSameWord, readPhrase } from '../../../server/core/facts/phrases.ts';

describe('readPhrase()', () => {
  it.each([
    ['paid in equal instalments', 'paid in equal instalments'],
    ['the payment is made in advance', 'payment made in advance'],
    ['keeps its right', 'keeps right'],
    ['non-exclusive', 'non exclusive'],
    ['Borealis’s veto', 'borealis veto'],
  ])('keeps the words of "%s" that count', (text, words) => {
    const phrase = readPhrase(text);
    const wanted = words.split(' ');
    expect(phrase?.forms).toHaveLength(wanted.length);
    expect(phrase?.forms.every((forms, index) => forms.has(wanted[index] ?? ''))).toBe(true);
  });

  it.each(['', 'the', 'it is', 'on', '…'])('finds nothing that tells in "%s"', (text) => {
    expect(readPhrase(text)).toBeUndefined();
  });

  it.each([
    ['equal instalments', true],
    ['in advance', false],
    ['the lump sum', true],
    ['exclusive', false],
  ])('knows whether "%s" says something by itself', (text, isTelling) => {
    expect(readPhrase(text)?.isTelling).toBe(isTelling);
  });
});

describe('isSameWord()', () => {
  it.each([
    ['paid', 'pays'],
    ['keep', 'kept'],
    ['gives', 'gave'],
    ['delivered', 'delivers'],
    ['planning', 'planned'],
    ['removed', 'removing'],
    ['instalments', 'instalment'],
    ['parties', 'party'],
  ])('%s and %s', (one, other) => {
    expect(isSameWord(one, other)).toBe(true);
    expect(isSameWord(other, one)).toBe(true);
  });

  it.each([
    ['open', 'closed'],
    ['exclusive', 'excluded'],
    ['in', 'on'],
    ['lost', 'lose-lose'],
  ])('not %s and %s', (one, other) => {
    expect(isSameWord(one, other)).toBe(false);
  });
});
