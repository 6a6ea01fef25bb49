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

/** Letters to add, drop or change (Levenshtein), row by row. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, wanted] of [...other].entries()) {
      const change = (row[j] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[row.length - 1] ?? 0;
}
