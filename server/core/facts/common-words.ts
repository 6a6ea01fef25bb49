/** Words so common that a name made of one would be found in every sentence. */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  `a about after all also an and any are as at be been before but by can could did do does each for from had has have
  he her here his how i if in into is it its just may more most much must my new no not now of on one only or other
  our out over said she so some such than that the their them then there these they this those to too two under up us
  very was we were what when where which while who will with would yes you your`.split(/\s+/),
);

/** Whether a word, in any case, is one of those that carry a sentence: `the`, `It`. */
export function isCommonWord(word: string): boolean {
  return COMMON_WORDS.has(word.toLowerCase());
}

/** A phrase without its article: "company" of "the company". */
export function withoutArticle(phrase: string): string {
  return phrase.replace(/^(?:the|an?)\s+/i, '');
}
