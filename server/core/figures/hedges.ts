import type { HedgeKind } from './figure.ts';
import { type Amount, closed, halfOpen, type Interval } from './interval.ts';

/** Whose hedge it is: a draft's is read more widely than a pack's. */
export type Side = 'draft' | 'pack';

/** One number as it enters a row of the table: what is written and one unit of its last digit. */
export interface Rounded {
  readonly amount: Amount;
  readonly step: Amount;
}

/**
 * The interval of an unhedged number: half a unit of its last digit to either side.
 * Source: DESIGN section 3, "Intervals".
 */
export function roundedInterval({ amount, step }: Rounded): Interval {
  return halfOpen(amount - step / 2n, amount + step / 2n);
}

/**
 * The hedge table of DESIGN section 3, row by row, x being the number written.
 * Negative numbers are hedged by size: "nearly -4 %" lies between -4 and -3.8.
 */
export function hedgedInterval(
  kind: Exclude<HedgeKind, 'range' | 'vague'>,
  x: Amount,
  side: Side,
): Interval {
  if (x < 0n) return mirrored(hedgedInterval(kind, -x, side));
  switch (kind) {
    case 'nearly':
      return closed(side === 'draft' ? percentOf(x, 95n) : percentOf(x, 97n), x);
    case 'about':
      return side === 'draft'
        ? closed(percentOf(x, 95n), percentOf(x, 105n))
        : closed(percentOf(x, 97n), percentOf(x, 103n));
    case 'over':
      return halfOpen(x, side === 'draft' ? percentOf(x, 150n) : percentOf(x, 110n));
    case 'well-over':
      return halfOpen(x, percentOf(x, 200n));
    case 'under':
      return { min: (x * 2n) / 3n, max: x, minOpen: true, maxOpen: false };
  }
}

/**
 * The same table for fractions, which are rounder than any number: who writes "a third" has 31 % in mind as well as 35 %,
 * and "nearly a third" is said of 29 % too.
 */
export function fractionInterval(
  kind: Exclude<HedgeKind, 'range' | 'vague'> | null,
  x: Amount,
): Interval {
  switch (kind) {
    case null:
    case 'about':
      return closed((x * 7n) / 8n, (x * 9n) / 8n);
    case 'nearly':
      return closed(percentOf(x, 85n), (x * 41n) / 40n);
    case 'over':
      return halfOpen((x * 39n) / 40n, percentOf(x, 150n));
    case 'well-over':
    case 'under':
      return hedgedInterval(kind, x, 'draft');
  }
}

function percentOf(x: Amount, percent: bigint): Amount {
  return (x * percent) / 100n;
}

function mirrored({ min, max, minOpen, maxOpen }: Interval): Interval {
  return { min: -max, max: -min, minOpen: maxOpen, maxOpen: minOpen };
}
