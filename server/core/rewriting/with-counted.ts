import { plural } from '../facts/inflect.ts';
import type { Figure } from '../figures/figure.ts';
import type { Rewrite } from './with-article.ts';

/** Forms of "be" and "have" for many, with those for one. */
const VERBS: readonly (readonly [string, string])[] = [
  ['are', 'is'],
  ['were', 'was'],
  ['have', 'has'],
];
const IRREGULAR: readonly (readonly [string, string])[] = [
  ['people', 'person'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
];

/** The things counted, one word before them at most, and a verb that stands beside them. */
const MANY =
  /^(\s+(?:[a-z]+[^s\s]\s+)?)([a-z]+s|people|men|women|children)\b(?:(\s+)(are|were|have)\b)?/i;
/** The one thing counted, where what follows shows that it is no other noun's. */
const ONE_THING =
  /^(\s+)([a-z]+)\b(?:(\s+)(is|was|has)\b|(?=\s*(?:$|[.,;:!?)])|\s+(?:of|in|at|on|by|to|for|from|with|and|a|per)\b))/i;
/** What a noun in its plural hardly ends in. */
const NO_PLURAL = /(?:ss|us|is)$/;

/**
 * Let the thing counted go with the new number: "one ship" for "twelve ships", "nine ships are" for "one ship is".
 * Offsets: UTF-16 code units of `text`.
 * Errors: none; `undefined` where the sentence would no longer hold together, since the count may be what its verb goes with.
 */
export function withCounted(
  text: string,
  rewrite: Rewrite,
  { span, kind }: Figure,
): Rewrite | undefined {
  if (kind !== 'count' || rewrite.span.end !== span.end) return rewrite;
  const [wasOne, isOne] = [isOneIn(text.slice(span.start, span.end)), isOneIn(rewrite.text)];
  if (wasOne === isOne) return rewrite;
  const match = (isOne ? MANY : ONE_THING).exec(text.slice(span.end, span.end + LONGEST));
  const [all = '', gap = '', noun = '', verbGap = '', verb = ''] = match ?? [];
  const counted = match ? nounFor(noun, isOne) : undefined;
  const isSubject = /(?:^|[.!?:;,]\s+|\b(?:and|but|that|where|while)\s+)$/i.test(
    text.slice(Math.max(0, span.start - 10), span.start),
  );
  if (counted === undefined || (isSubject && verb === '')) return undefined;
  const tail = `${gap}${counted}${verbGap}${verbFor(verb, isOne)}`;
  return {
    span: { start: rewrite.span.start, end: span.end + all.length },
    text: rewrite.text + tail,
  };
}

/** Longer than any noun with a verb. */
const LONGEST = 60;

function isOneIn(number: string): boolean {
  return /^(?:1|one)$/i.test(number);
}

function nounFor(noun: string, isOne: boolean): string | undefined {
  const irregular = IRREGULAR.find(([many, one]) => (isOne ? many : one) === noun.toLowerCase());
  if (irregular) return irregular[isOne ? 1 : 0];
  if (!isOne) return /s$/.test(noun) ? undefined : plural(noun);
  const singular = noun.replace(/(?<=x|z|ch|sh)es$|s$/, '').replace(/ie$/, 'y');
  return !NO_PLURAL.test(noun) && plural(singular) === noun ? singular : undefined;
}

function verbFor(verb: string, isOne: boolean): string {
  const pair = VERBS.find((forms) => forms.includes(verb.toLowerCase()));
  return pair ? pair[isOne ? 1 : 0] : verb;
}
