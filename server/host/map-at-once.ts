/**
 * The outcomes of `run` over all items, in their order, with at most `atOnce` under way at a time: a system lets a
 * process have about a thousand files open.
 */
export async function mapAtOnce<Item, Outcome>(
  items: readonly Item[],
  atOnce: number,
  run: (item: Item) => Promise<Outcome>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const left = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of left) outcomes[index] = await run(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return outcomes;
}
