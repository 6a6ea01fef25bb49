import { type CalendarDay, calendarDay, daySpan } from '../figures/calendar.ts';
import type { Figure, WrittenNumber } from '../figures/figure.ts';
import { magnitude } from '../figures/interval.ts';
import { ratioPercent } from './fits.ts';

/** A thousand times too much or too little, or ten or a hundred times. */
export function isScaleSlip(figure: Figure, value: Figure): boolean {
  const power = powerBetween(figure, value);
  return power !== undefined && (TENS.has(power) || THOUSANDS.has(power));
}

/** The same digits in another order: 83 for 38. */
export function isTransposed(figure: Figure, value: Figure): boolean {
  const [one, other] = [figure, value].map(({ numbers: [number] }) =>
    number ? digitsIn(number).significant : '',
  );
  if (one === undefined || other === undefined) return false;
  return one.length > 1 && one !== other && sorted(one) === sorted(other);
}

/**
 * Whether the digits of a wrong figure are so near to those on record that chance hardly explains it: all the same but a
 * thousandfold or a millionfold (a round 1 is too common for that), tenfold where there are three digits, two neighbours
 * that changed places, one digit of three, the same day of another month, tens for hundreds of thousands.
 */
export function isTellingSlip(figure: Figure, value: Figure): boolean {
  if (figure.kind === 'date' || isVague(figure))
    return isOtherMonth(figure, value) || isOtherVagueness(figure, value);
  const { numbers, unit } = figure;
  if (numbers.length === 0 || numbers.length !== value.numbers.length) return false;
  if (hasSameDigits(numbers, value.numbers)) {
    const power = powerBetween(figure, value);
    if (power === undefined) return false;
    return THOUSANDS.has(power) ? !isRound(numbers) : TENS.has(power) && countDigits(numbers) > 2;
  }
  const [one, other] = [numbers[0], value.numbers[0]];
  if (numbers.length > 1 || unit !== value.unit || !one || !other) return false;
  const [drafted, recorded] = [digitsIn(one), digitsIn(other)];
  // The first digits stand at the same place.
  return drafted.size === recorded.size && isOneOff(drafted.significant, recorded.significant);
}

/** "3 October" for 3 November: the same day of another month. */
function isOtherMonth(figure: Figure, value: Figure): boolean {
  const [one, other] = [dayOf(figure), dayOf(value)];
  return (
    one !== undefined && other !== undefined && one.day === other.day && one.month !== other.month
  );
}

/** The day of a date that names one. */
function dayOf({ kind, interval }: Figure): CalendarDay | undefined {
  if (kind !== 'date' || !interval) return undefined;
  const { start, end } = daySpan(interval);
  return end - start === 1 ? calendarDay(start) : undefined;
}

/** "Tens of thousands" for hundreds of thousands. */
function isOtherVagueness(figure: Figure, value: Figure): boolean {
  const [one, other] = [figure.interval?.min, value.interval?.min];
  if (!isVague(figure) || !isVague(value) || one === undefined || other === undefined) return false;
  return one === other * 10n || other === one * 10n;
}

function isVague({ hedge, numbers }: Figure): boolean {
  return hedge?.kind === 'vague' && numbers.length === 0;
}

/** Whether a figure's first number has more than one digit, zeros around it aside. */
export function hasTwoDigits({ numbers: [number] }: Figure): boolean {
  return number !== undefined && digitsIn(number).significant.length > 1;
}

/** Whether two figures have the same significant digits, number by number. */
function hasSameDigits(
  drafted: readonly WrittenNumber[],
  recorded: readonly WrittenNumber[],
): boolean {
  return drafted.every((number, index) => {
    const other = recorded[index];
    return other !== undefined && digitsIn(number).significant === digitsIn(other).significant;
  });
}

function isRound(numbers: readonly WrittenNumber[]): boolean {
  return numbers.every((number) => digitsIn(number).significant === '1');
}

function countDigits(numbers: readonly WrittenNumber[]): number {
  return numbers.reduce((count, number) => count + digitsIn(number).significant.length, 0);
}

/** Whether two neighbouring digits changed places, or one of three or more is another. */
function isOneOff(drafted: string, recorded: string): boolean {
  const length = Math.max(drafted.length, recorded.length);
  const [one, other] = [drafted.padEnd(length, '0'), recorded.padEnd(length, '0')];
  let first = 0;
  while (first < length && one[first] === other[first]) first++;
  let last = length - 1;
  while (last > first && one[last] === other[last]) last--;
  if (last <= first) return first < length && length > 2;
  const isSwapped = one[first] === other[last] && one[last] === other[first];
  return last === first + 1 && isSwapped;
}

/** Powers of ten that lie between one scale word or prefix and another. */
const THOUSANDS: ReadonlySet<number> = new Set([3, 6]);
/** Those of a decimal point in the wrong place. */
const TENS: ReadonlySet<number> = new Set([1, 2]);

/** How many powers of ten lie between two figures; undefined where it is no whole number of them. */
function powerBetween(figure: Figure, value: Figure): number | undefined {
  // A millionth is too small to be told from nothing: the other way round it is a million times as much.
  const percent = ratioPercent(figure, value) || ratioPercent(value, figure);
  if (percent === undefined || percent === 0) return undefined;
  const factor = percent >= 100 ? percent / 100 : 100 / percent;
  const power = Math.round(Math.log10(factor));
  return Math.abs(factor / 10 ** power - 1) < SCALE_TOLERANCE ? power : undefined;
}

const SCALE_TOLERANCE = 0.06;

/** The digits of a number's size. */
interface Digits {
  /** Without the zeros around them. */
  readonly significant: string;
  /** How many there are down to the last place that is kept, so that equal counts mean one order of size. */
  readonly size: number;
}

/** A value on record is held against every figure near a word for it, and its digits are written out once. */
const digitsOfNumbers = new WeakMap<WrittenNumber, Digits>();

function digitsIn(number: WrittenNumber): Digits {
  const known = digitsOfNumbers.get(number);
  if (known) return known;
  const all = magnitude(number.amount).toString();
  let end = all.length;
  while (end > 0 && all.charCodeAt(end - 1) === ZERO) end--;
  const digits = { significant: all.slice(0, end), size: all.length };
  digitsOfNumbers.set(number, digits);
  return digits;
}

const ZERO = 48;

function sorted(digits: string): string {
  return [...digits].sort().join('');
}
