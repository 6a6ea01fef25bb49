import type { Statement } from '../facts/fact-base.ts';
import { isSamePhrase, isSameWord, readPhrase } from '../facts/phrases.ts';
import type { Figure } from '../figures/figure.ts';
import { type Rewrite, withArticle } from './with-article.ts';

/**
 * Say what is on record in place of a phrase that says the contrary, where that leaves the sentence whole: a denial is
 * taken out, one turn of phrase takes the place of another that begins with the same verb, or with a preposition too.
 * Offsets: UTF-16 code units of `text`.
 * Errors: none; `undefined` where none of the recorded phrases fits the grammar.
 */
export function rewritePhrase(
  text: string,
  { span }: Pick<Figure, 'span'>,
  { value, synonyms }: Pick<Statement, 'value' | 'synonyms'>,
): Rewrite | undefined {
  const written = text.slice(span.start, span.end);
  const affirmed = withoutDenial(text, span.start, written, [value, ...synonyms]);
  if (affirmed !== undefined) return { span, text: affirmed };
  for (const phrase of [value, ...synonyms]) {
    const rewritten = inFormOf(written, phrase);
    if (rewritten !== undefined) return withArticle(text, { span, text: rewritten });
  }
  return undefined;
}

/** "Is not exclusive" to "is exclusive": the denial goes where a form of "be" is left to carry the rest. */
function withoutDenial(
  text: string,
  start: number,
  written: string,
  phrases: readonly string[],
): string | undefined {
  const denial =
    /^(?:not|never)\s+/.exec(written) ?? /^(?:is|are|was|were)(n['’]t)\s+/.exec(written);
  if (!denial) return undefined;
  const rest = written.slice(denial[0].length);
  if (!phrases.some((phrase) => isSaidBy(phrase, rest))) return undefined;
  if (denial[1] !== undefined) return `${denial[0].split(denial[1])[0]} ${rest}`;
  return /\b(?:is|are|was|were|be|been|being)\s+$/i.test(text.slice(0, start)) ? rest : undefined;
}

function isSaidBy(phrase: string, text: string): boolean {
  const [wanted, said] = [readPhrase(phrase), readPhrase(text)];
  return wanted !== undefined && said !== undefined && isSamePhrase(wanted, said);
}

const PREPOSITIONS = /^(?:as|at|by|for|from|in|on|over|per|through|to|under|up|upon|with|without)$/;

function inFormOf(written: string, phrase: string): string | undefined {
  const [first = '', ...rest] = written.split(/\s+/);
  const [opening = '', ...others] = phrase.split(/\s+/);
  const isAdverbial = PREPOSITIONS.test(first.toLowerCase()) && PREPOSITIONS.test(opening);
  if (isAdverbial) return likeCase(first, phrase);
  if (rest.length > 0 && others.length > 0 && isSameWord(opening, first.toLowerCase()))
    return [first, ...others].join(' ');
  const isOneWord = rest.length === 0 && others.length === 0;
  const isPrefixed = withoutNon(first.toLowerCase()) === withoutNon(opening);
  return isOneWord && isPrefixed ? likeCase(first, phrase) : undefined;
}

function withoutNon(word: string): string {
  return word.replace(/^non-?/, '');
}

function likeCase(written: string, phrase: string): string {
  const isCapital = written.charAt(0) !== written.charAt(0).toLowerCase();
  return isCapital ? phrase.charAt(0).toUpperCase() + phrase.slice(1) : phrase;
}
