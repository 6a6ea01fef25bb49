import type { Token } from '../text/tokens.ts';
import { CARDINALS } from './english.ts';
import { type Amount, amountFromDigits, ONE, whole } from './interval.ts';

/** A multiple that was read, and the index of the token after it. */
export interface MultipleRead {
  readonly value: Amount;
  readonly next: number;
}

/** Verbs that say how many times as much something became. */
const VERBS: ReadonlyMap<string, Amount> = new Map([
  ['doubled', whole(2)],
  ['doubling', whole(2)],
  ['tripled', whole(3)],
  ['tripling', whole(3)],
  ['trebled', whole(3)],
  ['trebling', whole(3)],
  ['quadrupled', whole(4)],
  ['quadrupling', whole(4)],
  ['quintupled', whole(5)],
  ['halved', ONE / 2n],
  ['halving', ONE / 2n],
]);

/** `twofold` to `hundredfold`, with the verbs. */
const WORDS: ReadonlyMap<string, Amount> = new Map([
  ...VERBS,
  ...[...CARDINALS].map(([word, value]) => [`${word}fold`, whole(value)] as const),
  ['hundredfold', whole(100)],
]);

/** The words that are a multiple by themselves. */
export const MULTIPLES: readonly string[] = [...WORDS.keys()];

/**
 * Read how many times as much: `doubled`, `twofold`, `ten-fold`, `3x`, `10 times as big`. It says nothing of how much
 * there is.
 *
 * Errors: none. "Three times a week" and "10 times" alone count occasions and give `undefined`.
 */
export function readMultiple(tokens: readonly Token[], at: number): MultipleRead | undefined {
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!first) return undefined;
  const word = WORDS.get(first.lower);
  if (word !== undefined) return { value: word, next: at + 1 };
  // A cheap look first: numbers are many, and multiples few.
  if (!second || !(second.text === '-' || second.lower === 'x' || second.lower === 'times'))
    return undefined;
  const value = numberAt(first);
  if (value === undefined) return undefined;
  const isTight = !second.spaced && second.kind === 'word';
  if (isTight && second.lower === 'x' && first.kind === 'number') return { value, next: at + 2 };
  const isHyphened = second.text === '-' && third?.spaced === false;
  if (isHyphened && third.lower === 'fold') return { value, next: at + 3 };
  const isTimes = second.lower === 'times' && COMPARED.test(third?.lower ?? '');
  return isTimes ? { value, next: at + 2 } : undefined;
}

const COMPARED =
  /^(?:as|more|less|fewer|higher|lower|larger|bigger|smaller|greater|faster|slower|the|its|their)$/;

function numberAt({ kind, text, lower }: Token): Amount | undefined {
  if (kind === 'number')
    return text.length > 9 ? undefined : amountFromDigits(text.replaceAll(',', ''));
  const value = CARDINALS.get(lower);
  return value === undefined ? undefined : whole(value);
}
