import type { Span } from '../text/span.ts';

/** A replacement of `span` by `text`, in offsets of the text that the figure was read from. */
export interface Rewrite {
  readonly span: Span;
  readonly text: string;
}

/**
 * Let "a" or "an" before a replacement go with what now follows it: "an 11-year pact" to "a 7-year pact". An article that
 * went with neither is the writer's own and stays.
 * Offsets: UTF-16 code units of `text`; the span grows over an article that has to change.
 */
export function withArticle(text: string, rewrite: Rewrite): Rewrite {
  const { start, end } = rewrite.span;
  const article = /(?<![\p{L}\p{N}'’.-])([Aa]n?)(\s+)$/u.exec(
    text.slice(Math.max(0, start - 8), start),
  );
  const isVowel = opensWithVowel(rewrite.text);
  if (!article || opensWithVowel(text.slice(start, end)) === isVowel) return rewrite;
  const [both, word = '', gap = ''] = article;
  const fitting = `${word.charAt(0)}${isVowel ? 'n' : ''}`;
  if (fitting === word) return rewrite;
  return { span: { start: start - both.length, end }, text: `${fitting}${gap}${rewrite.text}` };
}

/** Letters whose names open with a vowel: an H, an M, but a U. */
const VOWEL_LETTER = /^[AEFHILMNORSX]$/;
/** Words that are spelt with a vowel and said with a consonant, or the other way round. */
const SAID_WITH_CONSONANT = /^(?:one|once|eu|ur|us(?:e|u|a)|uni(?!n|m))/i;
const SAID_WITH_VOWEL = /^(?:hour|honest|heir|honou?r)/i;

/** Whether what is written here is said with a vowel first: `8`, `$11bn`, `eight`, `hour`, `H100`; but not `one`, `US$8`. */
export function opensWithVowel(written: string): boolean {
  const said = written.replace(/^[^\p{L}\p{N}]+/u, '');
  const digits = /^\d[\d,]*/.exec(said)?.[0];
  if (digits !== undefined) return opensNumberWithVowel(digits);
  const word = /^[\p{L}\p{N}]+/u.exec(said)?.[0] ?? '';
  const isSpelt = word.length === 1 || /^[A-Z]{1,2}\d/.test(word) || /^[A-Z]{2,3}$/.test(word);
  if (isSpelt) return VOWEL_LETTER.test(word.charAt(0).toUpperCase());
  return SAID_WITH_VOWEL.test(word) || (/^[aeiou]/i.test(word) && !SAID_WITH_CONSONANT.test(word));
}

/** Eight and its tens and hundreds, eleven and eighteen, each with any thousands after it. */
function opensNumberWithVowel(digits: string): boolean {
  const plain = digits.replaceAll(',', '');
  const leading = plain.slice(0, plain.length % 3 || 3);
  return leading.startsWith('8') || leading === '11' || leading === '18';
}
