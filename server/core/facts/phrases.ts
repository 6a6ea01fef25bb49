import { plainCharacters } from '../prose/plain-characters.ts';
import { readTokens } from '../text/tokens.ts';
import { isCommonWord } from './common-words.ts';
import type { FactBase, Statement } from './fact-base.ts';
import { inflections } from './inflect.ts';
import { irregularForms } from './irregular-verbs.ts';

/** One way to say what a statement records, or the contrary of it. */
export interface Phrase {
  readonly statement: string;
  /** Whether it says the recorded value or the contrary. */
  readonly says: 'value' | 'contrary';
  readonly words: PhraseWords;
}

/** The words of a phrase that count, in their order. */
export interface PhraseWords {
  /** For each word every form that stands for it: `pay`, `pays`, `paid`, `paying`. */
  readonly forms: readonly ReadonlySet<string>[];
  /** Whether it says something by itself; a single telling word ("upfront") needs a cue beside it. */
  readonly isTelling: boolean;
}

/** Words that come and go in a phrase without changing what it says. */
const PASSING: ReadonlySet<string> = new Set(
  `a an the its their his her our this that these those it them him all anything everything
  is are was were be been being has have had having`.split(/\s+/),
);

/** Whether a word may be missing from a phrase, or stand inside it: "keeps (its) right", "pays (it all) up front". */
export function isPassingWord(word: string): boolean {
  return PASSING.has(word);
}

/**
 * The words of a phrase that a draft must have, each with its regular and irregular forms.
 * Errors: none; `undefined` for a phrase without a word that tells anything.
 */
export function readPhrase(text: string): PhraseWords | undefined {
  const tokens = readTokens(plainCharacters(text)).filter(
    ({ kind }) => kind === 'word' || kind === 'number',
  );
  const words = tokens.map(({ lower }) => lower).filter((word) => !PASSING.has(word));
  const telling = words.filter((word) => !isCommonWord(word));
  if (telling.length === 0) return undefined;
  return { forms: words.map(formsOf), isTelling: telling.length > 1 };
}

/** Whether two phrases are the same words in some form: "pays in full" and "paid in full". */
export function isSamePhrase(one: PhraseWords, other: PhraseWords): boolean {
  const shares = (forms: ReadonlySet<string>, index: number): boolean =>
    [...forms].some((form) => other.forms[index]?.has(form));
  return one.forms.length === other.forms.length && one.forms.every(shares);
}

/** Whether two words are forms of one: "pays" and "paid". */
export function isSameWord(one: string, other: string): boolean {
  return formsOf(one).has(other) || formsOf(other).has(one);
}

/** Generous: forms that no writer uses do no harm. */
function formsOf(word: string): ReadonlySet<string> {
  if (isCommonWord(word)) return new Set([word]);
  const known = [word, ...regularBases(word)].flatMap(irregularForms);
  const [base] = known;
  const bases = base === undefined ? [word, ...regularBases(word)] : [word, base];
  return new Set([...known, ...bases.flatMap(inflections)]);
}

/** What a regular form may be of: "deliver" of "delivered", "plan" and "plann" of "planned". */
function regularBases(word: string): readonly string[] {
  const stem = /^(.{3,})(?:ed|ing)$/.exec(word)?.[1];
  if (stem !== undefined) return [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')];
  if (/ies$/.test(word)) return [word.replace(/ies$/, 'y')];
  return /[^s]s$/.test(word) ? [word.slice(0, -1), word.replace(/es$/, '')] : [];
}

/** Every phrase of the statements, by their subject. */
export function indexPhrases({
  statements,
  properties,
}: Pick<FactBase, 'statements' | 'properties'>): ReadonlyMap<string, readonly Phrase[]> {
  const index = new Map<string, Phrase[]>();
  for (const statement of statements.values()) {
    if (properties.get(statement.property)?.kind !== 'phrase') continue;
    const phrases = index.get(statement.subject) ?? [];
    phrases.push(...phrasesOf(statement));
    index.set(statement.subject, phrases);
  }
  return index;
}

/** The phrases by each form of the word that they open with. */
export function indexOpenings(phrases: FactBase['phrases']): FactBase['phraseOpenings'] {
  const index = new Map<string, Phrase[]>();
  for (const phrase of [...phrases.values()].flat()) {
    for (const form of phrase.words.forms[0] ?? []) {
      const known = index.get(form);
      if (known) known.push(phrase);
      else index.set(form, [phrase]);
    }
  }
  return index;
}

function phrasesOf({ id, value, synonyms, opposites }: Statement): readonly Phrase[] {
  const same = [value, ...synonyms].map((text) => ({ text, says: 'value' as const }));
  const other = opposites.map((text) => ({ text, says: 'contrary' as const }));
  return [...same, ...other].flatMap(({ text, says }) => {
    const asWritten = readPhrase(text);
    const isTelling = asWritten?.isTelling === true;
    return spellings(text).flatMap((spelling) => {
      const words = spelling === text ? asWritten : readPhrase(spelling);
      return words ? [{ statement: id, says, words: { ...words, isTelling } }] : [];
    });
  });
}

/** `non-exclusive` is written `nonexclusive` too, `up-front` also `upfront`. */
function spellings(text: string): readonly string[] {
  const joined = text.replace(/(?<=\p{L})-(?=\p{L})/gu, '');
  return joined === text ? [text] : [text, joined];
}
