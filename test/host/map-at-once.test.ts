import { describe, expect, it } from 'vitest';
import { mapAtOnce } from '../../server/host/map-at-once.ts';

describe('mapAtOnce()', () => {
  it('gives the outcomes in the order of the items, with so many under way at a time and no more', async () => {
    let underWay = 0;
    let most = 0;
    const items = Array.from({ length: 50 }, (_, index) => index);
    const outcomes = await mapAtOnce(items, 4, async (item) => {
      most = Math.max(most, ++underWay);
      for (let turn = 0; turn < item % 3; turn++) await Promise.resolve();
      underWay--;
      return item * 2;
    });
    expect(outcomes).toEqual(items.map((item) => item * 2));
    expect(most).toBe(4);
  });

  it('fails when one fails', async () => {
    const failing = mapAtOnce([1, 2], 1, (item) =>
      item === 2 ? Promise.reject(new Error('No two')) : Promise.resolve(item),
    );
    await expect(failing).rejects.toThrow('No two');
  });

  it('has nothing to do for no items', async () => {
    expect(await mapAtOnce([], 4, () => Promise.reject(new Error('None')))).toEqual([]);
  });
});
