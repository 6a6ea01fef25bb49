/** Up to so many items are put in their place one by one: a sort makes a copy of them, most of them being in order already. */
const FEW = 12;

/** Sort a list by a number, where it stands; what is equal stays in its order. */
export function sortBy<T>(items: T[], numberOf: (item: T) => number): T[] {
  if (items.length > FEW) return items.sort((one, other) => numberOf(one) - numberOf(other));
  for (let index = 1; index < items.length; index++) {
    const item = items[index];
    if (item === undefined) continue;
    const number = numberOf(item);
    let at = index;
    for (let before = items[at - 1]; before !== undefined; before = items[at - 1]) {
      if (numberOf(before) <= number) break;
      items[at] = before;
      at--;
    }
    items[at] = item;
  }
  return items;
}
