import type { BlockReading, Sentence } from '../mentions/mention.ts';
import type { Token } from '../text/tokens.ts';
import type { TokenRange } from './attachment.ts';
import { signOf, signsIn } from './word-signs.ts';

/**
 * Whether the text itself says that a sentence is wrong: it tells what was printed before, in a correction or of one's own, or
 * the next sentence calls it wrong. `corrects`: it stands under a heading of corrections.
 */
export function isTakenBack(
  tokens: readonly Token[],
  sentence: Sentence,
  next: Sentence | undefined,
  corrects: boolean,
): boolean {
  if (corrects || CORRECTIONS.test(firstWord(tokens)))
    return !isPutRight(tokens, sentence) && isReported(tokens, sentence);
  const signs = signsIn(tokens, sentence);
  return (
    ((signs & REPORT) !== 0 && isOwnReport(tokens, sentence)) ||
    ((signs & MENDED) !== 0 && isMended(tokens, sentence)) ||
    isCalledWrong(tokens, next)
  );
}

/** The word that a block opens with, behind a few marks at most. */
function firstWord(tokens: readonly Token[]): string {
  for (let at = 0; at < OPENING; at++)
    if (tokens[at]?.kind === 'word') return tokens[at]?.lower ?? '';
  return '';
}

/** Whether a block is no more than the word for corrections: what follows it tells what was printed before. */
export function headsCorrections({ tokens }: BlockReading): boolean {
  if (tokens.length > LONGEST_HEADING) return false;
  return tokens.some(({ lower }) => CORRECTIONS.test(lower));
}

/** "Corrections and clarifications", with a mark or two. */
const LONGEST_HEADING = 6;
/** How far into a block its first word may stand, behind marks. */
const OPENING = 4;
export const CORRECTIONS = /^(?:corrections?|errat(?:um|a)|clarifications?|corrigend(?:um|a))$/;

function isReported(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  return tokens.slice(from, to).some(({ lower }) => PRINTED.has(lower));
}

const PRINTED: ReadonlySet<string> = new Set(
  'said gave given wrote stated statement reported misstated described earlier published printed put removed deleted'.split(
    ' ',
  ),
);

/** "It is worth $48 billion, not $42 billion as first stated": what is right comes first, and what is negated is no claim. */
function isPutRight(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const not = tokens.findIndex(({ lower }, at) => from <= at && at < to && lower === 'not');
  return (
    not > from &&
    /^(?:[,—–]|and)$/.test(tokens[not - 1]?.text ?? '') &&
    !isReported(tokens, { from, to: not })
  );
}

/** "We also said that Acme would supply", "the first edition said": what one has printed is looked back at to be put right. */
function isOwnReport(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  for (let at = from; at < to - 1; at++) {
    if (!REPORTERS.has(tokens[at]?.lower ?? '')) continue;
    const verb = OWN_ADVERBS.has(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
    // "A caption on page 31 described".
    const isPlaced = tokens[verb]?.lower === 'on' && /^pages?$/.test(tokens[verb + 1]?.lower ?? '');
    if (REPORTED.test(tokens[isPlaced ? verb + PAGE : verb]?.lower ?? '')) return true;
  }
  return false;
}

/** "On page 31", in tokens. */
const PAGE = 3;
const REPORTED = /^(?:said|wrote|reported|stated|gave|published|described)$/;

/** The writer, and what newspapers and their like are made of, where it speaks for itself. */
const REPORTERS: ReadonlySet<string> = new Set(
  'we i story paragraph edition headline caption article column piece version chart episode newsletter'.split(
    ' ',
  ),
);

/** "A rival had $83bn; it has since been put right": what has been mended was wrong. */
function isMended(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  for (let at = from; at < to - 2; at++) {
    if (tokens[at]?.lower !== 'been' || !isOfPronoun(tokens, at)) continue;
    const [verb, particle] = [tokens[at + 1]?.lower ?? '', tokens[at + 2]?.lower ?? ''];
    if (
      verb === 'corrected' ||
      (verb === 'put' && (particle === 'right' || particle === 'straight'))
    )
      return true;
  }
  return false;
}

/** "It has since been", "which have been". */
function isOfPronoun(tokens: readonly Token[], been: number): boolean {
  const before = tokens.slice(Math.max(0, been - 3), been).map(({ lower }) => lower);
  return before.some((word) => /^(?:it|this|that|which|they|these)$/.test(word));
}

const OWN_ADVERBS: ReadonlySet<string> = new Set(
  'also first previously earlier originally wrongly mistakenly incorrectly had'.split(' '),
);

const REPORT = signOf(REPORTERS);
const MENDED = signOf(new Set(['been']));

function isCalledWrong(tokens: readonly Token[], next: Sentence | undefined): boolean {
  if (!next || !CALLED.has(tokens[next.from]?.lower ?? '')) return false;
  const [verb, ...rest] = tokens.slice(next.from + 1, Math.min(next.to, next.from + 6));
  return (
    /^(?:is|are|was|were)$/.test(verb?.lower ?? '') &&
    rest.some(({ lower }) => /^(?:wrong|incorrect|false|untrue|mistaken)$/.test(lower))
  );
}

/** What points back to what was said. */
const CALLED: ReadonlySet<string> = new Set('that this both these it they all neither'.split(' '));
