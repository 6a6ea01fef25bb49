/**
 * An exact decimal, as a count of 10⁻¹⁸: 1 is `1_000_000_000_000_000_000n`.
 * A fixed point instead of a floating one, so that $38.2 billion is exactly that.
 */
export type Amount = bigint;

const PLACES = 18;

/** The number 1 as an {@link Amount}. */
export const ONE: Amount = 10n ** BigInt(PLACES);

/** A stretch of numbers (or of days, for dates). `minOpen`/`maxOpen` leave the end itself out. */
export interface Interval {
  readonly min: Amount;
  readonly max: Amount;
  readonly minOpen: boolean;
  readonly maxOpen: boolean;
}

/** `[min, max)`, the form of a rounded number. */
export function halfOpen(min: Amount, max: Amount): Interval {
  return { min, max, minOpen: false, maxOpen: true };
}

/** `[min, max]`. */
export function closed(min: Amount, max: Amount): Interval {
  return { min, max, minOpen: false, maxOpen: false };
}

/** Whether the two have a number in common. */
export function overlap(one: Interval, other: Interval): boolean {
  return reaches(one, other) && reaches(other, one);
}

/** Whether `low` starts no later than `high` ends. */
function reaches(low: Interval, high: Interval): boolean {
  if (low.min !== high.max) return low.min < high.max;
  return !low.minOpen && !high.maxOpen;
}

/** Whether every number of `inner` is in `outer`. */
export function holds(outer: Interval, inner: Interval): boolean {
  const fromBelow =
    outer.min < inner.min || (outer.min === inner.min && (!outer.minOpen || inner.minOpen));
  const fromAbove =
    inner.max < outer.max || (outer.max === inner.max && (!outer.maxOpen || inner.maxOpen));
  return fromBelow && fromAbove;
}

/** The product of two amounts, cut off after 18 decimals. */
export function times(one: Amount, other: Amount): Amount {
  if (other === ONE) return one;
  return (one * other) / ONE;
}

/** The quotient of two amounts, cut off after 18 decimals; `divisor` is not zero. */
export function over(dividend: Amount, divisor: Amount): Amount {
  return (dividend * ONE) / divisor;
}

/** The size of an amount without its sign. */
export function magnitude(amount: Amount): Amount {
  return amount < 0n ? -amount : amount;
}

/** Ten to a power, a plain integer: of scale words and of decimals. */
export function powerOfTen(power: number): bigint {
  return POWERS_OF_TEN[power] ?? 10n ** BigInt(power);
}

/** Made once: numbers with a scale word or decimals are most of all figures. */
const POWERS_OF_TEN: readonly bigint[] = Array.from(
  { length: PLACES + 1 },
  (_, power) => 10n ** BigInt(power),
);

/** An amount from a plain integer. */
export function whole(count: number): Amount {
  return BigInt(count) * ONE;
}

/**
 * Read plain decimal digits, `1234.5` (no grouping, no sign), into an amount.
 * Digits past the eighteenth decimal are dropped.
 */
export function amountFromDigits(digits: string): Amount {
  const point = digits.indexOf('.');
  if (point < 0) return BigInt(digits) * ONE;
  const integer = digits.slice(0, point);
  const fraction = digits.slice(point + 1, point + 1 + PLACES);
  return BigInt(integer) * ONE + BigInt(fraction.padEnd(PLACES, '0'));
}

/** The amount in plain decimal digits without trailing zeros: `38.2`, `-0.0015`, `40`. */
export function digitsOf(amount: Amount): string {
  const sign = amount < 0n ? '-' : '';
  const size = magnitude(amount);
  const fraction = (size % ONE).toString().padStart(PLACES, '0').replace(/0+$/, '');
  return `${sign}${size / ONE}${fraction === '' ? '' : `.${fraction}`}`;
}
