import type { Token } from '../text/tokens.ts';
import { ABBREVIATIONS } from './english.ts';
import type { Sentence } from './mention.ts';

/** Longer than any sentence: what runs on past it is cut, so that work within a sentence is bounded. */
const LONGEST_SENTENCE = 200;

/** Cut the tokens of a block into sentences. Stops inside numbers, initialisms and after abbreviations end none; a
 * line that was not wrapped ends one without a stop. */
export function readSentences(tokens: readonly Token[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; at++) {
    const isCut = at > from && (tokens[at]?.opensLine || at - from >= LONGEST_SENTENCE);
    if (isCut) {
      sentences.push({ from, to: at, isQuestion: tokens[at - 1]?.text === '?' });
      from = at;
    }
    if (!endsSentence(tokens, at)) continue;
    let to = at + 1;
    while (/^["')\]]$/.test(tokens[to]?.text ?? '') && !tokens[to]?.spaced) to++;
    sentences.push({ from, to, isQuestion: tokens[at]?.text === '?' });
    from = to;
    at = to - 1;
  }
  if (from < tokens.length) sentences.push({ from, to: tokens.length, isQuestion: false });
  return sentences;
}

function endsSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'mark') return false;
  if (token.text === '!' || token.text === '?') return true;
  if (token.text !== '.') return false;
  const before = tokens[at - 1];
  const after = nextAfterQuotes(tokens, at + 1);
  if (after === undefined) return true;
  if (!after.spaced && tokens[at + 1] === after) return false;
  if (before && !token.spaced && isAbbreviation(before, after)) return false;
  if (before && isInitial(before, tokens[at - 2])) return false;
  return after.text !== after.lower || after.kind !== 'word';
}

/** "No. 5" but "The answer is no."; "Sat. 3 May" but "where he sat." */
function isAbbreviation({ text, lower }: Token, after: Token): boolean {
  if (NUMBERED.has(lower)) return after.kind === 'number';
  if (CAPITALISED.has(lower)) return text !== lower;
  return ABBREVIATIONS.has(lower);
}

/** "J. Smith", and not "$410m." */
function isInitial({ kind, text, spaced }: Token, last: Token | undefined): boolean {
  const isUnit = !spaced && last?.kind === 'number';
  return kind === 'word' && text.length === 1 && text !== 'I' && !isUnit;
}

const NUMBERED: ReadonlySet<string> = new Set(['no', 'nos', 'fig', 'sec', 'est', 'c', 'ca']);
const CAPITALISED: ReadonlySet<string> = new Set(['sat', 'sun', 'mar', 'gen', 'st', 'al']);

function nextAfterQuotes(tokens: readonly Token[], at: number): Token | undefined {
  let index = at;
  while (/^["')\]]$/.test(tokens[index]?.text ?? '') && !tokens[index]?.spaced) index++;
  return tokens[index];
}
