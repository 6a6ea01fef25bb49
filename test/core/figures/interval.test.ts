import { describe, expect, it } from 'vitest';
import {
  amountFromDigits,
  closed,
  digitsOf,
  halfOpen,
  holds,
  type Interval,
  ONE,
  over,
  overlap,
  times,
  whole,
} from '../../../server/core/figures/interval.ts';

/** `[1, 3)`, `(1, 3]` … */
function interval(written: string): Interval {
  const [, open, min, max, close] = /^([[(])(-?[\d.]+), (-?[\d.]+)([\])])$/.exec(written) ?? [];
  const amount = (digits = ''): bigint =>
    digits.startsWith('-') ? -amountFromDigits(digits.slice(1)) : amountFromDigits(digits);
  return { min: amount(min), max: amount(max), minOpen: open === '(', maxOpen: close === ')' };
}

describe('overlap()', () => {
  it.each([
    ['[1, 3)', '[2, 4)', true],
    ['[1, 3)', '[3, 4)', false],
    ['[1, 3]', '[3, 4)', true],
    ['[1, 3]', '(3, 4)', false],
    ['[1, 9]', '[3, 4)', true],
    ['[-3, -1)', '[-1, 1)', false],
    ['[5, 5]', '[5, 5]', true],
    ['[37.5, 38.5)', '[39.5, 40.5)', false],
  ])('of %s and %s is %s', (one, other, shared) => {
    expect(overlap(interval(one), interval(other))).toBe(shared);
    expect(overlap(interval(other), interval(one))).toBe(shared);
  });
});

describe('holds()', () => {
  it.each([
    ['[1, 3)', '[1, 3)', true],
    ['[1, 3]', '[1, 3)', true],
    ['[1, 3)', '[1, 3]', false],
    ['(1, 3)', '[1, 3)', false],
    ['[1, 9)', '[3, 4]', true],
    ['[3, 4]', '[1, 9)', false],
  ])('of %s and %s is %s', (outer, inner, held) => {
    expect(holds(interval(outer), interval(inner))).toBe(held);
  });
});

describe('amounts', () => {
  it.each([
    '0',
    '38.2',
    '40',
    '0.0015',
    '123456789012345678901234567890.5',
    '0.000000000000000001',
  ])('keep %s exactly', (digits) => {
    expect(digitsOf(amountFromDigits(digits))).toBe(digits);
  });

  it('have no binary rounding', () => {
    expect(amountFromDigits('0.1') + amountFromDigits('0.2')).toBe(amountFromDigits('0.3'));
    expect(times(amountFromDigits('1.1'), amountFromDigits('1.1'))).toBe(amountFromDigits('1.21'));
    expect(over(ONE, whole(8))).toBe(amountFromDigits('0.125'));
  });

  it('drop what is past the eighteenth decimal', () => {
    expect(amountFromDigits('1.0000000000000000019')).toBe(ONE + 1n);
  });

  it('are written without trailing zeros and with their sign', () => {
    expect(digitsOf(amountFromDigits('40.50'))).toBe('40.5');
    expect(digitsOf(-amountFromDigits('0.0015'))).toBe('-0.0015');
  });
});

describe('halfOpen() and closed()', () => {
  it('leave the upper end out, or hold both', () => {
    expect(halfOpen(1n, 2n)).toEqual({ min: 1n, max: 2n, minOpen: false, maxOpen: true });
    expect(closed(1n, 2n)).toEqual({ min: 1n, max: 2n, minOpen: false, maxOpen: false });
  });
});
