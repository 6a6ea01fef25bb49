import { describe, expect, it } from 'vitest';
import { cover, overlaps, shift, touches } from '../../../server/core/text/span.ts';

const span = { start: 2, end: 5 };

describe('spans', () => {
  it('overlap where they share a code unit', () => {
    expect(overlaps(span, { start: 4, end: 9 })).toBe(true);
    expect(overlaps(span, { start: 5, end: 9 })).toBe(false);
    expect(overlaps(span, { start: 0, end: 2 })).toBe(false);
  });

  it('are touched by a caret at either end', () => {
    expect([1, 2, 5, 6].map((offset) => touches(span, offset))).toEqual([false, true, true, false]);
  });

  it('cover each other and move', () => {
    expect(cover(span, { start: 0, end: 3 })).toEqual({ start: 0, end: 5 });
    expect(shift(span, -2)).toEqual({ start: 0, end: 3 });
  });
});
