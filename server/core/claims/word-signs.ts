import type { Token } from '../text/tokens.ts';
import type { TokenRange } from './attachment.ts';

/** What a word may be a sign of, as a sum of powers of two. */
export type Signs = number;

/** Every way to write a negation into a verb: "didn't". */
const NEGATED_VERB = "n't";

/**
 * Reads what the words of a sentence may be signs of: one look-up a word, where each search that is spared would be one.
 * `table` has the words of each sign; `negated` is the sign of verbs that end in "n't".
 */
export function signReader(
  table: readonly (readonly [Signs, ReadonlySet<string>])[],
  negated: Signs = 0,
): (tokens: readonly Token[], sentence: TokenRange) => Signs {
  const ofWord = new Map<string, Signs>();
  for (const [sign, words] of table)
    for (const word of words) ofWord.set(word, (ofWord.get(word) ?? 0) | sign);
  // Every figure of a sentence asks for the same.
  const known = new WeakMap<TokenRange, Signs>();
  return (tokens, sentence) => {
    const before = known.get(sentence);
    if (before !== undefined) return before;
    let signs = 0;
    for (let at = sentence.from; at < sentence.to; at++) {
      const { kind, lower = '' } = tokens[at] ?? {};
      if (kind !== 'word') continue;
      signs |= ofWord.get(lower) ?? 0;
      if (negated > 0 && lower.endsWith(NEGATED_VERB)) signs |= negated;
    }
    known.set(sentence, signs);
    return signs;
  };
}
