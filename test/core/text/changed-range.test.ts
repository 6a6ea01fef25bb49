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

  it.each([0, 12, 1024, 5000])('finds the one letter typed after %d others', (at) => {
    const before = 'abc\n'.repeat(1300);
    const after = `${before.slice(0, at)}X${before.slice(at)}`;
    expect(changedRange(before, after)).toEqual({ fromA: at, toA: at, fromB: at, toB: at + 1 });
  });

  it.each([
    ['short', 0],
    ['long', 700],
  ])('turns one text into the other by one replacement: %s', (_, around) => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });
    const pad = 'ab\n'.repeat(around);
    fc.assert(
      fc.property(letters, letters, (one, other) => {
        const [before, after] = [`${pad}${one}${pad}`, `${pad}${other}${pad}`];
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
