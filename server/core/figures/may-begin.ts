import { CURRENCY_CODES } from '../text/currency-codes.ts';
import type { Token } from '../text/tokens.ts';
import { CARDINALS, CURRENCY_SIGNS, MONTHS, ORDINALS, VAGUE_COUNTS, WEEKDAYS } from './english.ts';

/** Every word that a figure can begin with, but those of a letter and a digit. */
const FIRST_WORDS: ReadonlySet<string> = new Set([
  ...CARDINALS.keys(),
  ...VAGUE_COUNTS.keys(),
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...ORDINALS.keys(),
  ...[...CURRENCY_SIGNS.keys(), ...CURRENCY_CODES].map((sign) => sign.toLowerCase()),
  // The country of a dollar: the US of "US$".
  ...['us', 'a', 'c', 'hk', 'nz', 's', 'r'],
  ...['a', 'an', 'half', 'several', 'minus'],
  ...['early', 'mid', 'late', 'middle', 'end', 'beginning', 'start'],
  ...['last', 'previous', 'this', 'current', 'next', 'coming', 'yesterday', 'today'],
]);

/** A quarter, a half or a version: `Q3`, `H1`, `v3`. */
const LETTER_AND_DIGIT = /^[qhv]\d/;

/** A cheap look before the grammar is tried: most words begin nothing. */
export function mayBegin(token: Token | undefined): boolean {
  if (!token || token.kind === 'possessive') return false;
  if (token.kind === 'mark')
    return token.text === '-' || token.text === '+' || CURRENCY_SIGNS.has(token.text);
  return (
    token.kind === 'number' || FIRST_WORDS.has(token.lower) || LETTER_AND_DIGIT.test(token.lower)
  );
}
