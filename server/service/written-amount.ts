import type { Figure } from '../core/figures/figure.ts';
import { type Amount, ONE } from '../core/figures/interval.ts';

const DECIMALS = 18;
const MS_PER_DAY = 86_400_000;

/**
 * An exact amount as the nearest JSON number, by way of its exact decimal.
 * Units: base units, as in `Figure.value`.
 */
export function amountToNumber(amount: Amount): number {
  return Number(amountToDecimal(amount));
}

/** An exact amount as a decimal: `38200000000`, `-0.15`. */
export function amountToDecimal(amount: Amount): string {
  const size = amount < 0n ? -amount : amount;
  const fraction = (size % ONE).toString().padStart(DECIMALS, '0').replace(/0+$/, '');
  const sign = amount < 0n ? '-' : '';
  return `${sign}${size / ONE}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The first and last day that a date figure allows, and the shortest ISO form that says both. */
export interface IsoPeriod {
  /** `2025-11-03`, `2025-11`, `2025-Q3`, `2025-H1`, `2025`; the first day where no form fits. */
  readonly value: string;
  readonly min: string;
  readonly max: string;
}

/** The days of a date figure as ISO strings; `undefined` for other figures. */
export function isoPeriodOf(figure: Figure): IsoPeriod | undefined {
  if (figure.kind !== 'date' || figure.interval === null) return undefined;
  const { min, max, maxOpen } = figure.interval;
  const firstDay = Number(min / ONE);
  // [3, 4) is the third alone; a closed end belongs to the period.
  const lastDay = Math.max(firstDay, Number(max / ONE) - (maxOpen ? 1 : 0));
  const [first, last] = [isoDay(firstDay), isoDay(lastDay)];
  return { value: shortestForm(first, last), min: first, max: last };
}

function isoDay(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** First and last month and day of the periods that have an ISO form of their own. */
const PERIODS: readonly (readonly [start: string, end: string, name: string])[] = [
  ['-01-01', '-12-31', ''],
  ['-01-01', '-06-30', '-H1'],
  ['-07-01', '-12-31', '-H2'],
  ['-01-01', '-03-31', '-Q1'],
  ['-04-01', '-06-30', '-Q2'],
  ['-07-01', '-09-30', '-Q3'],
  ['-10-01', '-12-31', '-Q4'],
];

function shortestForm(first: string, last: string): string {
  const year = first.slice(0, 4);
  const period = PERIODS.find(([start, end]) => first === year + start && last === year + end);
  if (period !== undefined) return year + period[2];
  return isWholeMonth(first, last) ? first.slice(0, 7) : first;
}

function isWholeMonth(first: string, last: string): boolean {
  const dayAfter = new Date(Date.parse(last) + MS_PER_DAY).toISOString();
  return (
    first.endsWith('-01') && first.slice(0, 7) === last.slice(0, 7) && dayAfter.slice(8, 10) === '01'
  );
}
