/** Words on one line, cut with an ellipsis where they are longer than `longest` UTF-16 code units. */
export function clip(words: string, longest: number): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
}
