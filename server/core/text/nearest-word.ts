/**
 * The word of `words` that `word` was most likely meant to be; `undefined` when none is near.
 * Near is up to a third of its letters added, dropped or changed, or a beginning of it.
 */
export function nearestWord(word: string, words: readonly string[]): string | undefined {
  const ranked = words
    .map((known) => ({ known, distance: editDistance(word, known) }))
    .sort((one, other) => one.distance - other.distance);
  const best = ranked[0];
  if (best !== undefined && best.distance <= Math.max(1, word.length / 3)) return best.known;
  const isBeginning = (known: string): boolean => word.length > 1 && known.startsWith(word);
  return words.find(isBeginning);
}

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment), row by row. */
function editDistance(one: string, other: string): number {
  let before: readonly number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 0; i < one.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j++) {
      const change = (row[j] ?? 0) + (one[i] === other[j] ? 0 : 1);
      const isSwap = i > 0 && j > 0 && one[i] === other[j - 1] && one[i - 1] === other[j];
      const swap = isSwap ? (before[j - 1] ?? 0) + 1 : change;
      next.push(Math.min(change, swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
}
