import { describe, expect, it } from 'vitest';
import { isWorthRestarting } from '../../client/crash-policy.ts';

const seconds = (...times: number[]) => times.map((time) => time * 1000);

describe('isWorthRestarting()', () => {
  it('is so for four crashes in a row, and not for the fifth', () => {
    expect(isWorthRestarting(seconds(0))).toBe(true);
    expect(isWorthRestarting(seconds(0, 1, 2, 3))).toBe(true);
    expect(isWorthRestarting(seconds(0, 1, 2, 3, 4))).toBe(false);
  });

  it('counts only those of the last three minutes', () => {
    expect(isWorthRestarting(seconds(0, 60, 120, 150, 181))).toBe(true);
    expect(isWorthRestarting(seconds(0, 60, 120, 150, 180))).toBe(false);
    expect(isWorthRestarting(seconds(0, 60, 120, 150, 300, 301))).toBe(true);
  });
});
