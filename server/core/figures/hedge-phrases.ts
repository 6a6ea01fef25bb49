import { HEDGE_PHRASES, type HedgePhrase } from './english.ts';

/** A hedge with its place in the table: where two stand beside a figure, the one of the lower rank is meant. */
export interface RankedPhrase extends HedgePhrase {
  readonly rank: number;
}

/** The hedges that end in a word, for the word before a figure; longer ones first. */
export function hedgesBefore(last: string | undefined): readonly RankedPhrase[] {
  return (last !== undefined && BEFORE.get(last)) || NONE;
}

/** The hedges that begin with a word, for the word after a figure; longer ones first. */
export function hedgesAfter(first: string | undefined): readonly RankedPhrase[] {
  return (first !== undefined && AFTER.get(first)) || NONE;
}

const NONE: readonly RankedPhrase[] = [];
const BEFORE = indexPhrases('before', -1);
const AFTER = indexPhrases('after', 0);

/** The phrases of one side by the word that stands beside the figure. */
function indexPhrases(side: HedgePhrase['side'], nearest: number) {
  const index = new Map<string, RankedPhrase[]>();
  for (const [rank, phrase] of HEDGE_PHRASES.entries()) {
    if (phrase.side !== side) continue;
    const word = phrase.words.at(nearest) ?? '';
    index.set(word, [...(index.get(word) ?? []), { ...phrase, rank }]);
  }
  return index;
}
