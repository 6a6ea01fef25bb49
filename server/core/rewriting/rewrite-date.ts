import { calendarDay, daySpan, weekdayOf } from '../figures/calendar.ts';
import { MONTH_NAMES, WEEKDAY_NAMES } from '../figures/english.ts';
import type { Figure, WrittenDatePart } from '../figures/figure.ts';

/**
 * Write a date of the record as a writer wrote another: the same parts in the same order and form, each replaced.
 * Undefined where the record has no such part (a day, for a month on record) or the writer's words have no other form
 * ("last quarter"). A bare weekday is one of the seven days up to the draft's; where the record's is not, "on Monday" gives
 * way to the date.
 */
export function rewriteDate(text: string, figure: Figure, value: Figure): string | undefined {
  if (!value.interval || isTwoDates(figure)) return undefined;
  if (isOutOfReach(figure, value)) return dateInstead(text, figure, value);
  const isOfYear = !figure.dateParts.some(({ part }) => part === 'month');
  const parts = figure.dateParts.map((written) => rewritePart(text, written, value, isOfYear));
  if (parts.includes(undefined)) return dropDay(text, figure, value);
  let out = '';
  let at = figure.span.start;
  for (const [index, { span }] of figure.dateParts.entries()) {
    out += text.slice(at, span.start) + (parts[index] ?? '');
    at = span.end;
  }
  // "Mid-October", but "late October".
  return (out + text.slice(at, figure.span.end)).replace(/^(early|late)-/i, '$1 ');
}

/** "Between January and June", "November 3-5": the record would have to say both. */
function isTwoDates({ dateParts }: Figure): boolean {
  return new Set(dateParts.map(({ part }) => part)).size < dateParts.length;
}

/** Whether a bare weekday cannot mean the record's day. */
function isOutOfReach({ dateParts }: Figure, { interval }: Figure): boolean {
  const from = dateParts[0]?.countedFrom;
  if (from === undefined || !interval) return false;
  const day = daySpan(interval).start;
  return day <= from - 7 || from < day;
}

/** "On October 1" for "on Monday", with the year where the draft's is another. */
function dateInstead(text: string, { span, dateParts }: Figure, value: Figure): string | undefined {
  const days = value.interval && daySpan(value.interval);
  const before = text.slice(Math.max(0, span.start - 4), span.start);
  if (!days || days.end - days.start > 1 || !/\bon\s$/i.test(before)) return undefined;
  const { year, month, day } = calendarDay(days.start);
  const isYearPlain = calendarDay(dateParts[0]?.countedFrom ?? 0).year === year;
  return `${MONTH_NAMES[month - 1]} ${day}${isYearPlain ? '' : `, ${year}`}`;
}

/** In days. A stretch on record that is as long or shorter lies in one quarter, in one half. */
const LONGEST_QUARTER = 93;
const LONGEST_HALF = 185;

function rewritePart(
  text: string,
  { part, span }: WrittenDatePart,
  value: Figure,
  isOfYear: boolean,
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
      return length === 1 ? weekdayLike(surface, weekdayOf(days.start)) : undefined;
    case 'quarter':
      return length <= LONGEST_QUARTER ? periodLike(surface, Math.ceil(month / 3)) : undefined;
    case 'half':
      return length <= LONGEST_HALF ? periodLike(surface, month > 6 ? 2 : 1) : undefined;
    case 'season':
      return seasonOf(surface, value, isOfYear);
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

/** Shortened weekdays stay shortened. */
function weekdayLike(surface: string, weekday: number): string | undefined {
  const name = WEEKDAY_NAMES[weekday];
  return surface.length < 6 ? name?.slice(0, 3) : name;
}

function dayLike(surface: string, day: number): string {
  if (/[a-z]$/i.test(surface)) return `${day}${ordinalSuffix(day)}`;
  return surface.startsWith('0') || (surface.length === 2 && /^0/.test(surface))
    ? String(day).padStart(2, '0')
    : String(day);
}

function ordinalSuffix(day: number): string {
  if (11 <= day && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

const ORDINAL_WORDS = ['first', 'second', 'third', 'fourth'];

/** `Q3`, `3Q25`, `third quarter`, `third-quarter`. */
function periodLike(surface: string, number: number): string {
  const word = ORDINAL_WORDS[number - 1] ?? '';
  if (/^[a-z]{4,}/i.test(surface)) {
    return surface.replace(/^[A-Za-z]+/, likeCase(surface, word));
  }
  return surface.replace(/[1-4]/, String(number));
}

/** What parts of a year and of a month are called, each in the words of one writer. */
const SEASONS: readonly (readonly string[])[] = [
  ['early', 'mid', 'late'],
  ['beginning', 'middle', 'end'],
  ['start', 'middle', 'end'],
];

/** The part of the year or of the month that the record prints, or that its day or month lies in. */
function seasonOf(surface: string, value: Figure, isOfYear: boolean): string | undefined {
  if (OF_YEAR.test(surface)) return printedSeason(surface, value);
  const third = printedThird(value) ?? thirdOf(value, isOfYear);
  const words = SEASONS.find((style) => style.includes(surface.toLowerCase()));
  const word = third === undefined ? undefined : words?.[third];
  return word && likeCase(surface, word);
}

const OF_YEAR = /^(?:spring|summer|autumn|fall|winter)$/i;

/** "Spring" for "summer", where the record prints one. */
function printedSeason(surface: string, value: Figure): string | undefined {
  const printed = value.surface.split(/\s+/).find((word) => OF_YEAR.test(word));
  return printed && likeCase(surface, printed.toLowerCase());
}

function likeCase(model: string, word: string): string {
  return /^[A-Z]/.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

function printedThird({ surface }: Figure): number | undefined {
  const match = /\b(early|mid|late)\b/i.exec(surface);
  return match ? SEASONS[0]?.indexOf(match[0].toLowerCase()) : undefined;
}

function thirdOf({ interval }: Figure, isOfYear: boolean): number | undefined {
  const days = interval && daySpan(interval);
  if (!days || days.end - days.start > (isOfYear ? 31 : 1)) return undefined;
  const { month, day } = calendarDay(days.start);
  return isOfYear ? Math.floor((month - 1) / 4) : Math.min(2, Math.floor((day - 1) / 10));
}

/** A writer's day, early or late, in a month of which the record knows no more: the month alone, with the year where one was written. */
function dropDay(text: string, figure: Figure, value: Figure): string | undefined {
  const month = figure.dateParts.find(({ part }) => part === 'month');
  const year = figure.dateParts.find(({ part }) => part === 'year');
  const isPlain = figure.dateParts.every(
    ({ part, span, countedFrom }) =>
      part === 'day' ||
      part === 'month' ||
      part === 'year' ||
      (part === 'weekday' && !countedFrom) ||
      /^(?:early|mid|late)$/i.test(text.slice(span.start, span.end)),
  );
  if (!month || !isPlain || text.slice(month.span.start, month.span.end).match(/\d/))
    return undefined;
  const words = [month, year].flatMap((part) =>
    part ? (rewritePart(text, part, value, false) ?? []) : [],
  );
  return words.length === (year ? 2 : 1) ? words.join(' ') : undefined;
}
