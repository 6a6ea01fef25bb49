import { expect, it } from 'vitest';
import { sortBy } from '../../../server/core/text/sort-by.ts';
import { makeRandom } from '../../bench/make-random.ts';

it.each([0, 1, 2, 12, 13, 60])(
  'sortBy() puts %i items in their order, equal ones as they stood',
  (count) => {
    const random = makeRandom(count);
    const items = Array.from({ length: count }, (_, index) => ({
      index,
      number: Math.floor(random() * 8),
    }));
    const sorted = items.toSorted((one, other) => one.number - other.number);
    expect(sortBy([...items], ({ number }) => number)).toEqual(sorted);
  },
);
