import { calendarDay, isoPeriod } from '../core/figures/calendar.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * A statement's time for people: `2025-11-03` is `3 November 2025`, `2025-Q3` `the third quarter of 2025`.
 * Errors: none; a form that is not known comes back as it is.
 */
export function describeTime(time: string): string {
  const date = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(time);
  const month = months[Number(date?.[2]) - 1];
  if (date !== null && month !== undefined) {
    return [date[3] === undefined ? '' : `${Number(date[3])} `, month, ' ', date[1]].join('');
  }
  const part = /^(\d{4})-([QH])([1-4])$/.exec(time);
  if (part === null) return time;
  const ordinal = ['first', 'second', 'third', 'fourth'][Number(part[3]) - 1];
  return `the ${ordinal} ${part[2] === 'Q' ? 'quarter' : 'half'} of ${part[1]}`;
}

/** The time of a value in a sentence: `as of 3 November 2025`, `for the third quarter of 2025`. */
export function describeAsOf(time: string): string {
  return `${/^\d{4}-[QH]/.test(time) ? 'for' : 'as of'} ${describeTime(time)}`;
}

/**
 * A stretch of days `[start, end)`, each counted from 1970-01-01: `3 November 2025`, `October 2025`,
 * `the third quarter of 2025`, `2 to 9 October 2025`.
 */
export function describeDays(start: number, end: number): string {
  const period = isoPeriod({ start, end });
  if (!period.includes('/')) return describeTime(period);
  const first = calendarDay(start);
  const last = calendarDay(end - 1);
  const sameYear = first.year === last.year;
  const sameMonth = sameYear && first.month === last.month;
  const month = sameMonth ? '' : ` ${months[first.month - 1]}`;
  const year = sameYear ? '' : ` ${first.year}`;
  return `${first.day}${month}${year} to ${last.day} ${months[last.month - 1]} ${last.year}`;
}
