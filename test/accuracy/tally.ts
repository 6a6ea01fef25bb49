import type { Verdict } from '../../server/core/claims/claim.ts';
import type { DraftScore } from './score-draft.ts';

/** How many of how many. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** What a number of drafts show together. */
export interface Tally {
  readonly drafts: number;
  /** Findings of conflict or outdated that were expected, of all such findings. */
  readonly precision: Share;
  /** Claims labelled otherwise than supported that were found with their verdict. */
  readonly recall: Share;
  /** The same for each of those verdicts. */
  readonly recallBy: ReadonlyMap<Verdict, Share>;
  /** Claims labelled supported that were seen as such. */
  readonly supported: Share;
  /** Fixes of found claims that give exactly the labelled text. */
  readonly fixes: Share;
}

/** The verdicts that recall is measured on. */
export const FOUND_VERDICTS: readonly Verdict[] = [
  'conflict',
  'outdated',
  'disputed',
  'overprecise',
];

/** Add up the scores of some drafts. */
export function tally(scores: readonly DraftScore[]): Tally {
  const expected = scores.flatMap((score) => score.expected);
  const ofVerdict = (verdict: Verdict) =>
    share(
      expected.filter((claim) => claim.verdict === verdict),
      ({ isFound }) => isFound,
    );
  return {
    drafts: scores.length,
    precision: share(
      scores.flatMap(({ alarms }) => alarms),
      ({ isExpected }) => isExpected,
    ),
    recall: share(
      expected.filter(({ verdict }) => verdict !== 'supported'),
      ({ isFound }) => isFound,
    ),
    recallBy: new Map(FOUND_VERDICTS.map((verdict) => [verdict, ofVerdict(verdict)])),
    supported: ofVerdict('supported'),
    fixes: share(
      scores.flatMap(({ fixes }) => fixes),
      ({ isExact }) => isExact,
    ),
  };
}

/** Tallies by the first part of the category (`conflict` of `conflict/value`), in the order of the alphabet. */
export function tallyByCategory(scores: readonly DraftScore[]): ReadonlyMap<string, Tally> {
  const byCategory = new Map<string, DraftScore[]>();
  for (const score of scores) {
    const [category = ''] = score.category.split('/');
    byCategory.set(category, [...(byCategory.get(category) ?? []), score]);
  }
  const sorted = [...byCategory].sort(([one], [other]) => (one < other ? -1 : 1));
  return new Map(sorted.map(([category, members]) => [category, tally(members)]));
}

/** The share as a number; 1 of nothing, which is never wrong. */
export function rate({ part, whole }: Share): number {
  return whole === 0 ? 1 : part / whole;
}

function share<T>(all: readonly T[], counts: (one: T) => boolean): Share {
  return { part: all.filter(counts).length, whole: all.length };
}
