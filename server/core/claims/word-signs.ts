import type { Token } from '../text/tokens.ts';
import type { TokenRange } from './attachment.ts';

/** Of which classes of words a sentence has any: a sum of powers of two. */
export type Signs = number;

const signsOfWords = new Map<string, Signs>();
let last: Signs = 1;

/** A sign for a class of words: a sentence with one of these words has it. There are 30 such classes at most. */
export function signOf(...classes: readonly ReadonlySet<string>[]): Signs {
  last *= 2;
  for (const words of classes)
    for (const word of words) signsOfWords.set(word, (signsOfWords.get(word) ?? 0) | last);
  return last;
}

/** Stands in a class for every verb with its negation written into it: "didn't". */
export const NEGATED_VERB = "n't";

const APOSTROPHE = 39;
const known = new WeakMap<TokenRange, Signs>();

/**
 * The signs that a sentence has, found by one look-up a word; each search for a class of words that is spared would be as
 * much, for every figure.
 */
export function signsIn(tokens: readonly Token[], sentence: TokenRange): Signs {
  const before = known.get(sentence);
  if (before !== undefined) return before;
  let signs = 0;
  for (let at = sentence.from; at < sentence.to; at++) {
    const { kind, lower = '' } = tokens[at] ?? {};
    if (kind !== 'word') continue;
    signs |= signsOfWords.get(lower) ?? 0;
    if (lower.charCodeAt(lower.length - 2) === APOSTROPHE && lower.endsWith(NEGATED_VERB))
      signs |= signsOfWords.get(NEGATED_VERB) ?? 0;
  }
  known.set(sentence, signs);
  return signs;
}
