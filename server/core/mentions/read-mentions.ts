import type { FactBase } from '../facts/fact-base.ts';
import { longestPhrase, type Meaning } from '../facts/lexicon.ts';
import type { Figure } from '../figures/figure.ts';
import type { Token } from '../text/tokens.ts';
import { FINITE_VERBS, FUNCTION_WORDS, SENTENCE_OPENERS, VERB_FORMS } from './english.ts';
import type { Mention, Sentence } from './mention.ts';

/**
 * Read every name, description and cue of a block in one pass, by longest match over the whole fact base.
 * Tokens inside figures are passed over; capitalised words that no pack knows become `unknown` names.
 */
export function readMentions(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  figures: readonly Figure[],
  facts: FactBase,
): readonly Mention[] {
  const mentions: Mention[] = [];
  const starts = new Set(sentences.map(({ from }) => from));
  const isTitle = isTitleCase(tokens);
  const inFigure = figureTokens(tokens, figures);
  let at = 0;
  while (at < tokens.length) {
    if (inFigure[at]) {
      at++;
      continue;
    }
    const phrase = longestPhrase(facts.lexicon, tokens, at);
    const end = phrase?.to ?? (isTitle ? at : unknownNameEnd(tokens, at, starts));
    if (end > at) {
      const last = mentions.at(-1);
      mentions.push(mentionOf(tokens, at, end, phrase?.meanings ?? [], last, facts));
    }
    at = Math.max(end, at + 1);
  }
  return mentions;
}

function mentionOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  meanings: readonly Meaning[],
  last: Mention | undefined,
  facts: FactBase,
): Mention {
  // "The Acme data centre" is as definite as "the data centre".
  const start = last?.to === from && last.kind === 'name' && last.attributive ? last.from : from;
  const isHomograph = isRiver(tokens, from, to, meanings, facts);
  const kept = isHomograph ? meanings.filter(({ kind }) => kind !== 'entity') : meanings;
  return {
    kind: kindOf(kept, isHomograph),
    from,
    to,
    meanings: kept,
    possessive: tokens[to]?.kind === 'possessive',
    attributive: isAttributive(tokens, to),
    definite: DEFINITE.has(tokens[start - 1]?.lower ?? ''),
  };
}

const DEFINITE: ReadonlySet<string> = new Set([
  'the',
  'this',
  'that',
  'these',
  'those',
  'its',
  'his',
  'her',
  'their',
]);

function kindOf(meanings: readonly Meaning[], isHomograph: boolean): Mention['kind'] {
  if (meanings.length === 0) return isHomograph ? 'cue' : 'unknown';
  let isNoun = false;
  for (const { kind } of meanings) {
    if (kind === 'entity') return 'name';
    if (kind !== 'cue') isNoun = true;
  }
  return isNoun ? 'noun' : 'cue';
}

/** A company's name after "the" and before no noun is the thing it was named after: "the Amazon rises". */
function isRiver(
  tokens: readonly Token[],
  from: number,
  to: number,
  meanings: readonly Meaning[],
  { entities, partyTypes }: FactBase,
): boolean {
  if (tokens[from - 1]?.lower !== 'the' || to - from > 1) return false;
  if (!/^[A-Z][a-z]+$/.test(tokens[from]?.text ?? '')) return false;
  const isCompany = meanings.some(
    (meaning) =>
      meaning.kind === 'entity' && partyTypes.has(entities.get(meaning.entity)?.type ?? ''),
  );
  const after = tokens[to];
  const isModifier =
    after?.kind === 'possessive' ||
    after?.text === '-' ||
    after?.text === '–' ||
    isAttributive(tokens, to) ||
    after?.text !== after?.lower;
  return isCompany && !isModifier;
}

/** Before a lower-case word that is neither grammar nor a verb: "Nvidia infrastructure". */
function isAttributive(tokens: readonly Token[], to: number): boolean {
  const next = tokens[to];
  if (next?.kind !== 'word' || !next.spaced) return false;
  if (FUNCTION_WORDS.has(next.lower) || VERB_FORMS.has(next.lower) || FINITE_VERBS.has(next.lower))
    return false;
  // "Nvidia GPUs", "Nvidia GB200".
  if (next.text !== next.lower && /[A-Z]/.test(next.text))
    return /^[A-Z]+(?:s|-?\d+\w*)$/.test(next.text);
  return (
    (!/(?:ed|[^s]s|ing|ly)$/.test(next.lower) && !ADVERBS.has(next.lower)) ||
    /^(?:shares|chips|graphics|processors|accelerators|servers|systems|sales|products|services)$/.test(
      next.lower,
    )
  );
}

/** Words between a name and its verb that make no adjective of it. */
const ADVERBS: ReadonlySet<string> = new Set([
  'almost',
  'meanwhile',
  'perhaps',
  'maybe',
  'behind',
  'ahead',
  'once',
  'soon',
  'later',
  'alone',
  'too',
  'itself',
  'never',
  'always',
  'often',
  'again',
  'instead',
  'together',
  'themselves',
  'however',
]);

/** Whether a block is set in headline capitals, where capitals tell nothing about names. */
function isTitleCase(tokens: readonly Token[]): boolean {
  let capitals = 0;
  for (const { kind, text, lower } of tokens) {
    if (kind !== 'word' || lower.length <= 3 || FUNCTION_WORDS.has(lower)) continue;
    if (text === lower) return false;
    capitals++;
  }
  return capitals > 3;
}

/** End of a run of capitalised words from a token; the token itself when no name begins there. */
function unknownNameEnd(tokens: readonly Token[], at: number, starts: ReadonlySet<number>): number {
  if (!isCapitalised(tokens[at])) return at;
  let end = at + 1;
  while (isCapitalised(tokens[end]) && tokens[end]?.spaced) end++;
  const opener = tokens[at]?.lower ?? '';
  const isLabel = tokens[end]?.text === ':' && SENTENCE_OPENERS.has(opener);
  if (!isLabel && !opensSentence(tokens, at, starts)) return isWordOfTime(tokens[at]) ? at : end;
  if (SENTENCE_OPENERS.has(opener) || opener.endsWith("n't")) return at;
  const next = tokens[end];
  const isName =
    end > at + 1 ||
    next?.kind === 'possessive' ||
    FINITE_VERBS.has(next?.lower ?? '') ||
    isInnerCapital(tokens[at]);
  return isName ? end : at;
}

function isCapitalised(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' &&
    token.text !== token.lower &&
    token.text.charAt(0) !== token.lower.charAt(0) &&
    token.text !== 'I'
  );
}

function isInnerCapital(token: Token | undefined): boolean {
  return /[a-z][A-Z]/.test(token?.text ?? '');
}

function opensSentence(tokens: readonly Token[], at: number, starts: ReadonlySet<number>): boolean {
  const before = tokens[at - 1];
  return (
    starts.has(at) ||
    before === undefined ||
    /^["'(:|\u2022*-]$/.test(before.text) ||
    (before.kind !== 'word' && FUNCTION_WORDS.has(tokens[at]?.lower ?? '')) ||
    /^\p{Extended_Pictographic}/u.test(before.text)
  );
}

const WORDS_OF_TIME =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|ceo|cfo|cto|coo|ai|gpu|gpus|us|uk|eu|u\.s\.|u\.k\.|american|british|european|q[1-4]|h[12]|wall|street|gmt|utc|bst|cet|e[sd]?t|p[sd]?t)$/;

/** Capitalised words that name no one a figure could be about. */
function isWordOfTime(token: Token | undefined): boolean {
  return token !== undefined && WORDS_OF_TIME.test(token.lower);
}

/** 1 for each token that stands in a figure. */
function figureTokens(tokens: readonly Token[], figures: readonly Figure[]): Uint8Array {
  const inside = new Uint8Array(tokens.length);
  let at = 0;
  for (const { span } of figures) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= span.start) at++;
    while (at < tokens.length && (tokens[at]?.start ?? 0) < span.end) inside[at++] = 1;
  }
  return inside;
}
