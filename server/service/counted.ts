/** A noun with its number: `1 reference`, `2 references`. Nouns that take an `s` only. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
