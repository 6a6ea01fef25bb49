import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedRange } from '../../../server/core/text/changed-range.ts';
import { SEEDED } from '../arbitraries.ts';

describe('changedRange()', () => {
  it.each([
    ['abc', 'abc', undefined],
    ['abc', 'abXc', { fromA: 2, toA: 2, fromB: 2, toB: 3 }],
    ['abXc', 'abc', { fromA: 2, toA: 3, fromB: 2, toB: 2 }],
    ['aaa', 'aaaa', { fromA: 3, toA: 3, fromB: 3, toB: 4 }],
    ['aaaa', 'aaa', { fromA: 3, toA: 4, fromB: 3, toB: 3 }],
    ['', 'new', { fromA: 0, toA: 0, fromB: 0, toB: 3 }],
    ['old', 'new', { fromA: 0, toA: 3, fromB: 0, toB: 3 }],
  ])('of %j and %j', (before, after, range) => {
    expect(changedRange(before, after)).toEqual(range);
  });

  it('turns one text into the other by one replacement', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const range = changedRange(before, after);
        if (!range) {
          expect(before).toBe(after);
          return;
        }
        const { fromA, toA, fromB, toB } = range;
        expect(before.slice(0, fromA) + after.slice(fromB, toB) + before.slice(toA)).toBe(after);
        expect(Math.min(toA - fromA, toB - fromB)).toBeGreaterThanOrEqual(0);
      }),
      SEEDED,
    );
  });
});
