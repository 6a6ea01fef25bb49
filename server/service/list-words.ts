/** `one`, `one and two`, `one, two and three`. */
export function listWords(words: readonly string[], joint: 'and' | 'or' = 'and'): string {
  if (words.length <= 1) return words.join();
  return `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}
