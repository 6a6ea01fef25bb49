import { halfOpen, type Interval, ONE } from './interval.ts';

/** A day of the Gregorian calendar; `month` and `day` count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A stretch of days `[start, end)`, each a count of days since 1970-01-01. */
export interface DaySpan {
  readonly start: number;
  readonly end: number;
}

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01. Months and days past their end run over into the next. */
export function dayNumber(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / MS_PER_DAY);
}

/** The calendar day that `number` days since 1970-01-01 make. */
export function calendarDay(number: number): CalendarDay {
  const date = new Date(number * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 for Sunday to 6 for Saturday; 1970-01-01 was a Thursday. */
export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

/** The days of a year, of a half, of a quarter, of a month, of a day. */
export const daysOf = {
  year: (year: number): DaySpan => months(year, 1, 12),
  half: (year: number, half: number): DaySpan => months(year, half * 6 - 5, 6),
  quarter: (year: number, quarter: number): DaySpan => months(year, quarter * 3 - 2, 3),
  month: (year: number, month: number): DaySpan => months(year, month, 1),
  day: (year: number, month: number, day: number): DaySpan => {
    const start = dayNumber(year, month, day);
    return { start, end: start + 1 };
  },
};

function months(year: number, first: number, count: number): DaySpan {
  return { start: dayNumber(year, first, 1), end: dayNumber(year, first + count, 1) };
}

/** Whether the month has that day. */
export function isRealDay(year: number, month: number, day: number): boolean {
  if (month < 1 || 12 < month || day < 1) return false;
  return day <= daysOf.month(year, month).end - daysOf.month(year, month).start;
}

/** The interval of a stretch of days, in days since 1970-01-01. */
export function dayInterval(days: DaySpan): Interval {
  return halfOpen(BigInt(days.start) * ONE, BigInt(days.end) * ONE);
}

/** The stretch of days of an interval made by {@link dayInterval}. */
export function daySpan(interval: Interval): DaySpan {
  return { start: Number(interval.min / ONE), end: Number(interval.max / ONE) };
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const PERIOD = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(\d{2})(?:-(\d{2}))?))?$/;

/** Read `2025-11-03` into days since 1970-01-01; undefined for anything else and for days that do not exist. */
export function readIsoDay(text: string): number | undefined {
  const match = ISO_DAY.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isRealDay(year, month, day) ? dayNumber(year, month, day) : undefined;
}

/** Read a time of the record: `2025-11-03`, `2025-11`, `2025-Q3`, `2025-H1` or `2025`. */
export function readPeriod(text: string): DaySpan | undefined {
  const match = PERIOD.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (match[2]) return daysOf.quarter(year, Number(match[2]));
  if (match[3]) return daysOf.half(year, Number(match[3]));
  if (!match[4]) return daysOf.year(year);
  const month = Number(match[4]);
  if (!match[5]) return isRealDay(year, month, 1) ? daysOf.month(year, month) : undefined;
  const day = Number(match[5]);
  return isRealDay(year, month, day) ? daysOf.day(year, month, day) : undefined;
}

/** `2025-11-03` for a day number. */
export function isoDay(number: number): string {
  const { year, month, day } = calendarDay(number);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The shortest ISO form of a stretch of days: a day, a month, a quarter, a half, a year, else `start/end`. */
export function isoPeriod(days: DaySpan): string {
  const { year, month, day } = calendarDay(days.start);
  const is = (other: DaySpan): boolean => other.start === days.start && other.end === days.end;
  if (days.end === days.start + 1) return isoDay(days.start);
  if (day === 1) {
    if (is(daysOf.month(year, month))) return isoDay(days.start).slice(0, 7);
    if (is(daysOf.year(year))) return String(year);
    const quarter = (month + 2) / 3;
    if (Number.isInteger(quarter) && is(daysOf.quarter(year, quarter)))
      return `${year}-Q${quarter}`;
    const half = (month + 5) / 6;
    if (Number.isInteger(half) && is(daysOf.half(year, half))) return `${year}-H${half}`;
  }
  return `${isoDay(days.start)}/${isoDay(days.end - 1)}`;
}
