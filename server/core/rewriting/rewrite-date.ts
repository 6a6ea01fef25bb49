import { calendarDay, daySpan, weekdayOf } from '../figures/calendar.ts';
import { MONTH_NAMES, WEEKDAY_NAMES } from '../figures/english.ts';
import type { Figure, WrittenDatePart } from '../figures/figure.ts';

/**
 * Write a date of the record as a writer wrote another: the same parts in the same order and form, each replaced.
 * Undefined where the record has no such part (a day, for a month on record) or the writer's words have no other form
 * ("last quarter").
 */
export function rewriteDate(text: string, figure: Figure, value: Figure): string | undefined {
  if (!value.interval) return undefined;
  const parts = figure.dateParts.map((written) => rewritePart(text, written, value));
  if (parts.includes(undefined)) return dropDay(text, figure, value);
  let out = '';
  let at = figure.span.start;
  for (const [index, { span }] of figure.dateParts.entries()) {
    out += text.slice(at, span.start) + (parts[index] ?? '');
    at = span.end;
  }
  return out + text.slice(at, figure.span.end);
}

function rewritePart(
  text: string,
  { part, span }: WrittenDatePart,
  value: Figure,
): string | undefined {
  const days = value.interval && daySpan(value.interval);
  if (!days) return undefined;
  const { year, month, day } = calendarDay(days.start);
  const length = days.end - days.start;
  const surface = text.slice(span.start, span.end);
  const isMonthKnown = length <= 31;
  switch (part) {
    case 'year':
      return surface.length === 2 ? String(year).slice(2) : String(year);
    case 'month':
      return isMonthKnown ? monthLike(surface, month) : undefined;
    case 'day':
      return length === 1 ? dayLike(surface, day) : undefined;
    case 'weekday':
      return length === 1 ? WEEKDAY_NAMES[weekdayOf(days.start)] : undefined;
    case 'quarter':
      return 85 <= length && length <= 93 ? periodLike(surface, Math.ceil(month / 3)) : undefined;
    case 'half':
      return 180 <= length && length <= 185 ? periodLike(surface, month > 6 ? 2 : 1) : undefined;
    case 'season':
      return seasonOf(surface, value);
    case 'relative':
      return undefined;
  }
}

/** Numbers stay numbers, shortened names stay shortened. */
function monthLike(surface: string, month: number): string {
  if (/^\d+$/.test(surface)) return String(month).padStart(surface.length, '0');
  const name = MONTH_NAMES[month - 1] ?? '';
  const isShort = surface.length <= 4 && !MONTH_NAMES.includes(surface);
  return isShort ? (surface.length === 4 && month === 9 ? 'Sept' : name.slice(0, 3)) : name;
}

function dayLike(surface: string, day: number): string {
  return surface.startsWith('0') || (surface.length === 2 && /^0/.test(surface))
    ? String(day).padStart(2, '0')
    : String(day);
}

const ORDINAL_WORDS = ['first', 'second', 'third', 'fourth'];

/** `Q3`, `3Q25`, `third quarter`, `third-quarter`. */
function periodLike(surface: string, number: number): string {
  const word = ORDINAL_WORDS[number - 1] ?? '';
  if (/^[a-z]{4,}/i.test(surface)) {
    const ordinal = /^[A-Z]/.test(surface) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    return surface.replace(/^[A-Za-z]+/, ordinal);
  }
  return surface.replace(/[1-4]/, String(number));
}

/** The season that the record prints, else none can be said. */
function seasonOf(surface: string, value: Figure): string | undefined {
  const match = /\b(early|mid|late)\b/i.exec(value.surface);
  if (!match) return undefined;
  const word = match[1]?.toLowerCase() ?? '';
  return /^[A-Z]/.test(surface) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** A writer's day in a month of which the record knows no day: the month alone, with the year where one was written. */
function dropDay(text: string, figure: Figure, value: Figure): string | undefined {
  const month = figure.dateParts.find(({ part }) => part === 'month');
  const year = figure.dateParts.find(({ part }) => part === 'year');
  const isPlain = figure.dateParts.every(
    ({ part }) => part === 'day' || part === 'month' || part === 'year',
  );
  if (!month || !isPlain || text.slice(month.span.start, month.span.end).match(/\d/))
    return undefined;
  const words = [month, year].flatMap((part) =>
    part ? (rewritePart(text, part, value) ?? []) : [],
  );
  return words.length === (year ? 2 : 1) ? words.join(' ') : undefined;
}
