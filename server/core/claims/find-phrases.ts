import { isPassingWord, type Phrase } from '../facts/phrases.ts';
import { NEGATIONS } from '../mentions/english.ts';
import type { Sentence } from '../mentions/mention.ts';
import type { Token } from '../text/tokens.ts';
import type { TokenRange } from './attachment.ts';

/** A phrase of the record found in a sentence. */
export interface FoundPhrase extends TokenRange {
  readonly phrase: Phrase;
  /** Token index of what turns it into its contrary ("not", "never", "non-"); -1 without one. */
  readonly negation: number;
}

/** Whether it says what is on record: the value, or no contrary of it. */
export function isAgreeing({ phrase, negation }: FoundPhrase): boolean {
  return (phrase.says === 'value') === negation < 0;
}

/** A word that a phrase may begin with. */
export interface Opening {
  readonly at: number;
  readonly phrase: Phrase;
}

/**
 * The phrases that a sentence says, the longest where they overlap. Articles, forms of "be" and "have", adverbs and
 * somebody's name with its possessive may stand between their words.
 */
export function findPhrases(
  tokens: readonly Token[],
  sentence: Sentence,
  phrases: readonly Phrase[],
): readonly FoundPhrase[] {
  const openings: Opening[] = [];
  for (let at = sentence.from; at < sentence.to; at++) {
    const word = tokens[at]?.lower ?? '';
    for (const phrase of phrases)
      if (phrase.words.forms[0]?.has(word)) openings.push({ at, phrase });
  }
  return phrasesFrom(tokens, sentence, openings);
}

/** The same where it is known, in the order of the text, where each phrase may begin. */
export function phrasesFrom(
  tokens: readonly Token[],
  sentence: Sentence,
  openings: readonly Opening[],
): readonly FoundPhrase[] {
  const found: FoundPhrase[] = [];
  for (const { at, phrase } of openings) {
    const match = matchAt(tokens, sentence, phrase, at);
    if (match) found.push(match);
  }
  return found.filter((one) => !found.some((other) => isLonger(other, one)));
}

function isLonger(other: FoundPhrase, one: FoundPhrase): boolean {
  const covers = other.from <= one.from && one.to <= other.to;
  return covers && other.to - other.from > one.to - one.from;
}

/** Most passing words between two words of a phrase. */
const WIDEST_GAP = 3;

function matchAt(
  tokens: readonly Token[],
  { from, to }: Sentence,
  phrase: Phrase,
  at: number,
): FoundPhrase | undefined {
  let inside = -1;
  let end = at + 1;
  const { forms: words } = phrase.words;
  for (let word = 1; word < words.length; word++) {
    const forms = words[word];
    if (!forms) return undefined;
    for (let gap = 0; !forms.has(tokens[end]?.lower ?? ''); gap++, end++) {
      if (end >= to || gap === WIDEST_GAP || !isPassing(tokens, end)) return undefined;
      if (isNegation(tokens, end)) inside = end;
    }
    end++;
  }
  const prefix = compoundBefore(tokens, at);
  if (end > to || isJoined(tokens, end) || prefix === 'word') return undefined;
  const before = prefix === 'non' ? at - 2 : negationBefore(tokens, from, at);
  return { from: at, to: end, phrase, negation: before >= 0 ? before : inside };
}

function isPassing(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  const { kind, lower, text } = token;
  if (kind === 'possessive' || tokens[at + 1]?.kind === 'possessive') return true;
  if (text === '-') return !token.spaced;
  const isName = kind === 'word' && text !== lower;
  return isName || isPassingWord(lower) || lower.endsWith('ly') || isNegation(tokens, at);
}

/** What is joined to the front of a word: "non-" makes its contrary, anything else another word. */
function compoundBefore(tokens: readonly Token[], at: number): 'non' | 'word' | undefined {
  if (tokens[at]?.spaced || tokens[at - 1]?.text !== '-' || tokens[at - 1]?.spaced)
    return undefined;
  return tokens[at - 2]?.lower === 'non' ? 'non' : 'word';
}

/** Whether a word goes on behind a hyphen. */
function isJoined(tokens: readonly Token[], end: number): boolean {
  const [hyphen, next] = [tokens[end], tokens[end + 1]];
  return hyphen?.text === '-' && !hyphen.spaced && next?.kind === 'word' && !next.spaced;
}

/** How far before a phrase what denies it may stand, in tokens: "does not pay anything up front". */
const NEGATION_REACH = 4;

function negationBefore(tokens: readonly Token[], from: number, at: number): number {
  for (let back = at - 1; back >= Math.max(from, at - NEGATION_REACH); back--) {
    if (/^(?:[,;:()—–|]|but|and|or|while|although)$/.test(tokens[back]?.lower ?? '')) return -1;
    if (isNegation(tokens, back)) return back;
  }
  return -1;
}

const FURTHER_NEGATIONS = new Set(['nothing', 'hardly', 'scarcely', 'lacks', 'lacking', 'lack']);

/** "Not only" and "not just" deny nothing; "no longer" says what was, and is left to the doubts. */
function isNegation(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? '';
  const next = tokens[at + 1]?.lower ?? '';
  const isDenying = NEGATIONS.has(word) || FURTHER_NEGATIONS.has(word) || word.endsWith("n't");
  const isContrast =
    (word === 'instead' && next === 'of') || (word === 'rather' && next === 'than');
  return isContrast || (isDenying && !/^(?:only|just|merely|simply|longer|doubt)$/.test(next));
}
