import { type CalendarDay, calendarDay, daySpan } from '../figures/calendar.ts';
import type { Figure } from '../figures/figure.ts';
import { type Amount, digitsOf, magnitude } from '../figures/interval.ts';
import { ratioPercent } from './fits.ts';

/** A thousand times too much or too little, or ten or a hundred times. */
export function isScaleSlip(figure: Figure, value: Figure): boolean {
  const power = powerBetween(figure, value);
  return power !== undefined && (TENS.has(power) || THOUSANDS.has(power));
}

/** The same digits in another order: 83 for 38. */
export function isTransposed(figure: Figure, value: Figure): boolean {
  const [one, other] = [figure, value].map(({ numbers: [number] }) =>
    number ? significant(number.amount) : '',
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
  if (figure.numbers.length === 0 || figure.numbers.length !== value.numbers.length) return false;
  const power = powerBetween(figure, value);
  const digits = pairsOf(figure, value);
  if (digits.every(([one, other]) => one === other)) {
    const count = digits.reduce((sum, [one]) => sum + one.length, 0);
    const isRound = digits.every(([one]) => one === '1');
    return power !== undefined && (THOUSANDS.has(power) ? !isRound : TENS.has(power) && count > 2);
  }
  const [pair] = digits;
  const isComparable = figure.unit === value.unit && isOfSameSize(figure, value);
  return pair !== undefined && digits.length === 1 && isComparable && isOneOff(pair);
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
  return number !== undefined && significant(number.amount).length > 1;
}

type Digits = readonly [drafted: string, recorded: string];

/** The significant digits of the numbers of two figures, side by side. */
function pairsOf({ numbers }: Figure, value: Figure): readonly Digits[] {
  return numbers.map(({ amount }, index) => {
    const other = value.numbers[index]?.amount ?? 0n;
    return [significant(amount), significant(other)];
  });
}

/** Whether two neighbouring digits changed places, or one of three or more is another. */
function isOneOff([drafted, recorded]: Digits): boolean {
  const length = Math.max(drafted.length, recorded.length);
  const [one, other] = [drafted.padEnd(length, '0'), recorded.padEnd(length, '0')];
  const apart = [...one].flatMap((digit, at) => (digit === other[at] ? [] : [at]));
  const [first = 0, second = 0] = apart;
  if (apart.length === 1) return length > 2;
  const isSwapped = one[first] === other[second] && one[second] === other[first];
  return apart.length === 2 && second === first + 1 && isSwapped;
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

/** Whether the first digits of two figures stand at the same place. */
function isOfSameSize(figure: Figure, value: Figure): boolean {
  const [one, other] = [figure.numbers[0]?.amount, value.numbers[0]?.amount];
  if (one === undefined || other === undefined) return false;
  return magnitude(one).toString().length === magnitude(other).toString().length;
}

/** The digits of an amount without the zeros around them. */
function significant(amount: Amount): string {
  return digitsOf(amount)
    .replace(/[.-]/g, '')
    .replace(/^0+|0+$/g, '');
}

function sorted(digits: string): string {
  return [...digits].sort().join('');
}
