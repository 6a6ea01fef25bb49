import type { Token } from '../text/tokens.ts';
import {
  calendarDay,
  type DaySpan,
  dayInterval,
  daySpan,
  daysOf,
  isRealDay,
  weekdayOf,
} from './calendar.ts';
import { MONTHS, ORDINALS, WEEKDAYS } from './english.ts';
import { bareFigure, type Figure, type WrittenDatePart } from './figure.ts';
import { readHoliday } from './read-holiday.ts';

/** A date that was read, and the index of the token after it. */
export interface DateRead {
  readonly figure: Figure;
  readonly next: number;
}

/**
 * Read a date or a period: `November 3, 2025`, `3 Nov.`, `2025-11-03`, `October`, `late 2026`, `Q3`, `the first half
 * of 2025`, `last quarter`, `Monday`, `Monday, November 3`, `2024 Q3`, `2030`.
 *
 * Units: the interval is in days since 1970-01-01. A year that is not written is the latest that is not after `asOf`
 * (a day number), or the next one after words that look ahead ("by", "until"); `yearInferred` says so.
 * Offsets: as the tokens'.
 * Errors: none; dates that do not exist (`November 31`) give `undefined`.
 */
export function readDate(tokens: readonly Token[], at: number, asOf: number): DateRead | undefined {
  const cursor: Cursor = { tokens, asOf, looksAhead: LOOKS_AHEAD.has(tokens[at - 1]?.lower ?? '') };
  const first = readOne(cursor, at);
  return first && (readThrough(cursor, at, first) ?? first);
}

/** Read a day by its name, `New Year's Day`, `Christmas Eve 2024`; years and offsets as {@link readDate}'s. */
export function readNamedDay(
  tokens: readonly Token[],
  at: number,
  asOf: number,
): DateRead | undefined {
  const holiday = readHoliday(tokens, at);
  const [first, last] = [tokens[at], tokens[(holiday?.next ?? 0) - 1]];
  if (!holiday || !first || !last) return undefined;
  const cursor: Cursor = { tokens, asOf, looksAhead: LOOKS_AHEAD.has(tokens[at - 2]?.lower ?? '') };
  const parts = [{ part: 'relative', span: { start: first.start, end: last.end } }] as const;
  return figureOf(withYear(cursor, holiday.next, holiday, parts), tokens, at);
}

/**
 * Read months up to a month: `the three months to September`, `six months ended June 30, 2025`. Years and offsets as
 * {@link readDate}'s.
 */
export function readStretch(
  tokens: readonly Token[],
  at: number,
  asOf: number,
): DateRead | undefined {
  if (tokens[at + 1]?.lower !== 'months') return undefined;
  const count = STRETCHES.get(tokens[at]?.lower ?? '');
  if (count === undefined || !/^(?:to|ended|ending|through)$/.test(tokens[at + 2]?.lower ?? ''))
    return undefined;
  const isEnd = tokens[at + 3]?.lower === 'end' && tokens[at + 4]?.text === '-';
  const cursor: Cursor = { tokens, asOf, looksAhead: false };
  const monthAt = isEnd ? at + 5 : at + 3;
  const last = readDayMonth(cursor, monthAt) ?? readMonth(cursor, monthAt);
  if (!last?.figure.interval) return undefined;
  const { start } = daySpan(last.figure.interval);
  const { year, month } = calendarDay(start);
  const { end } = daysOf.month(year, month);
  const hasDay = last.figure.dateParts.some(({ part }) => part === 'day');
  if (hasDay && end - start > LAST_DAYS) return undefined;
  const days = { start: daysOf.month(year, month - count + 1).start, end };
  const { dateParts, yearInferred } = last.figure;
  return figureOf({ days, parts: dateParts, yearInferred, next: last.next }, tokens, at);
}

const STRETCHES: ReadonlyMap<string, number> = new Map([
  ['three', 3],
  ['six', 6],
  ['nine', 9],
  ['twelve', 12],
  ['3', 3],
  ['6', 6],
  ['9', 9],
  ['12', 12],
]);

/** A quarter may end a few days before its month does. */
const LAST_DAYS = 4;

/** `between January and June 2025`, `from March to May`: from the first day of the one to the last of the other. */
function readThrough(cursor: Cursor, at: number, first: DateRead): DateRead | undefined {
  const { tokens } = cursor;
  const opening = tokens[at - 1]?.lower;
  const joint = tokens[first.next]?.lower ?? '';
  const isJoined =
    (opening === 'between' && joint === 'and') ||
    (opening === 'from' && /^(?:to|through|until)$/.test(joint));
  const second = isJoined ? readOne(cursor, first.next + 1) : undefined;
  if (!first.figure.interval || !second?.figure.interval) return undefined;
  const end = daySpan(second.figure.interval);
  const begin = daySpan(first.figure.interval);
  const isYearShared = first.figure.yearInferred && !second.figure.yearInferred;
  const start = isYearShared ? inYear(begin.start, calendarDay(end.start).year) : begin.start;
  if (start >= end.end) return undefined;
  const parts = [...first.figure.dateParts, ...second.figure.dateParts];
  const { yearInferred } = second.figure;
  return figureOf(
    { days: { start, end: end.end }, parts, yearInferred, next: second.next },
    tokens,
    at,
  );
}

function inYear(day: number, year: number): number {
  const { month, day: ofMonth } = calendarDay(day);
  return daysOf.day(year, month, ofMonth).start;
}

function readOne(cursor: Cursor, at: number): DateRead | undefined {
  const token = cursor.tokens[at];
  if (!token) return undefined;
  if (token.kind === 'number') {
    return (
      readIso(cursor, at) ??
      readSlashed(cursor, at) ??
      readDayMonth(cursor, at) ??
      readShortQuarter(cursor, at) ??
      readYearQuarter(cursor, at) ??
      readYear(cursor, at)
    );
  }
  if (token.kind !== 'word') return undefined;
  return (
    readSeason(cursor, at) ??
    readSeasonOfYear(cursor, at) ??
    readFiscalYear(cursor, at) ??
    readMonthQuarter(cursor, at) ??
    readMonth(cursor, at) ??
    readQuarter(cursor, at) ??
    readRelative(cursor, at) ??
    readWeekdayDate(cursor, at) ??
    readWeekday(cursor, at)
  );
}

interface Cursor {
  readonly tokens: readonly Token[];
  readonly asOf: number;
  readonly looksAhead: boolean;
}

interface Found {
  readonly days: DaySpan;
  readonly parts: readonly WrittenDatePart[];
  readonly yearInferred: boolean;
  readonly next: number;
}

const LOOKS_AHEAD: ReadonlySet<string> = new Set([
  'by',
  'until',
  'till',
  'through',
  'next',
  'before',
  'coming',
]);

function figureOf(
  found: Found | undefined,
  tokens: readonly Token[],
  at: number,
): DateRead | undefined {
  const first = tokens[at];
  const last = tokens[(found?.next ?? 0) - 1];
  if (!found || !first || !last) return undefined;
  return {
    figure: {
      ...bareFigure('date', { start: first.start, end: last.end }),
      interval: dayInterval(found.days),
      dateParts: found.parts,
      yearInferred: found.yearInferred,
    },
    next: found.next,
  };
}

const part = (name: WrittenDatePart['part'], token: Token): WrittenDatePart => ({
  part: name,
  span: { start: token.start, end: token.end },
});

/** `2025-11-03`, written without spaces. */
function readIso({ tokens }: Cursor, at: number): DateRead | undefined {
  if (tokens[at + 1]?.text !== '-' || tokens[at + 3]?.text !== '-') return undefined;
  const [year, dash, month, dash2, day] = tokens.slice(at, at + 5);
  if (!year || !dash || !month || !dash2 || !day || year.text.length !== 4) return undefined;
  if ([dash, month, dash2, day].some((t) => t.spaced)) return undefined;
  if (month.text.length !== 2 || day.text.length !== 2) return undefined;
  const [y, m, d] = [Number(year.text), Number(month.text), Number(day.text)];
  if (!isRealDay(y, m, d)) return undefined;
  const parts = [part('year', year), part('month', month), part('day', day)];
  return figureOf(
    { days: daysOf.day(y, m, d), parts, yearInferred: false, next: at + 5 },
    tokens,
    at,
  );
}

/** `2025/11/03`, and `11/13/2025` or `13/11/2025`, where one number can be no month; `11/3/2025` may be either. */
function readSlashed({ tokens }: Cursor, at: number): DateRead | undefined {
  if (tokens[at + 1]?.text !== '/' || tokens[at + 3]?.text !== '/') return undefined;
  const [one, two, three] = [tokens[at], tokens[at + 2], tokens[at + 4]];
  const isTight = tokens.slice(at + 1, at + 5).every(({ spaced }) => !spaced);
  const isGlued = tokens[at]?.spaced === false && /^[/.-]$/.test(tokens[at - 1]?.text ?? '');
  if (!one || !two || !three || !isTight || isGlued || tokens[at + 5]?.text === '/')
    return undefined;
  const order = slashOrder(one, two, three);
  if (!order) return undefined;
  const [year, month, day] = order;
  const [y, m, d] = [Number(year.text), Number(month.text), Number(day.text)];
  if (!isRealDay(y, m, d)) return undefined;
  const names = new Map([
    [year, 'year'],
    [month, 'month'],
    [day, 'day'],
  ] as const);
  const parts = [one, two, three].map((token) => part(names.get(token) ?? 'day', token));
  const days = daysOf.day(y, m, d);
  return figureOf({ days, parts, yearInferred: false, next: at + 5 }, tokens, at);
}

/** Year, month and day among three numbers; undefined where they may be read in two ways. */
function slashOrder(
  one: Token,
  two: Token,
  three: Token,
): readonly [Token, Token, Token] | undefined {
  const isYear = ({ text }: Token): boolean => /^(?:19|20)\d\d$/.test(text);
  const isDay = ({ text }: Token): boolean => /^(?:1[3-9]|2\d|3[01])$/.test(text);
  const isMonth = ({ text }: Token): boolean => /^(?:0?[1-9]|1[0-2])$/.test(text);
  if (isYear(one) && isMonth(two)) return [one, two, three];
  if (!isYear(three)) return undefined;
  if (isDay(two) && isMonth(one)) return [three, one, two];
  if (isDay(one) && isMonth(two)) return [three, two, one];
  return isMonth(one) && one.text === two.text ? [three, one, two] : undefined;
}

/** `3 November`, `3rd of November 2025`. */
function readDayMonth(cursor: Cursor, at: number): DateRead | undefined {
  const { tokens } = cursor;
  const day = dayAt(tokens, at);
  if (!day) return undefined;
  const monthAt = tokens[day.next]?.lower === 'of' ? day.next + 1 : day.next;
  const month = monthAtToken(tokens, monthAt);
  if (!month) return undefined;
  return figureOf(
    withYear(cursor, month.next, { month: month.value, day: day.value }, [day.part, month.part]),
    tokens,
    at,
  );
}

/** `November`, `Nov. 3`, `November 3rd, 2025`, `November 2025`. */
function readMonth(cursor: Cursor, at: number): DateRead | undefined {
  const { tokens } = cursor;
  const month = monthAtToken(tokens, at);
  if (!month) return undefined;
  const day = dayAt(tokens, tokens[month.next]?.lower === 'the' ? month.next + 1 : month.next);
  if (day) {
    const last = lastDayAt(tokens, day.next, day.value);
    const days = last ? [day.part, last.part] : [day.part];
    const end = last ?? day;
    const found = withYear(cursor, end.next, { month: month.value, day: end.value }, [
      month.part,
      ...days,
    ]);
    if (found) {
      const start = found.days.start - (end.value - day.value);
      return figureOf({ ...found, days: { start, end: found.days.end } }, tokens, at);
    }
  }
  if (!isSureMonth(tokens, at, month.next)) return undefined;
  return figureOf(withYear(cursor, month.next, { month: month.value }, [month.part]), tokens, at);
}

/** "May", "March" and shortened months are words and names too: alone they count only after a preposition of time. */
function isSureMonth(tokens: readonly Token[], at: number, next: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  const isDoubtful = token.lower === 'may' || token.lower === 'march' || token.lower.length <= 4;
  if (!isDoubtful || token.lower === 'june' || token.lower === 'july') return true;
  const before = tokens[at - 1]?.lower ?? '';
  if (TIME_PREPOSITIONS.has(before) || yearAt(tokens, next) !== undefined) return true;
  // "March. Acme leads a round": alone at the start of a paragraph it says when.
  const isLabel = at === 0 && token.text !== token.lower && /^[.:]$/.test(tokens[next]?.text ?? '');
  if (isLabel && token.lower.length > 2) return true;
  return DETERMINERS.test(before) && isNounAhead(tokens[next]);
}

/** "A May memorandum", "the March figures": what happened in it follows. */
const DETERMINERS = /^(?:an?|the|its|their|his|her|our)$/;

function isNounAhead(token: Token | undefined): boolean {
  const isWord = token?.kind === 'word' && token.spaced && token.text === token.lower;
  return (
    isWord &&
    !/^(?:of|on|to|for|in|at|and|or|is|was|be|had|has|have|by|with|from|through|against)$/.test(
      token.lower,
    )
  );
}

const TIME_PREPOSITIONS: ReadonlySet<string> = new Set([
  'in',
  'since',
  'by',
  'until',
  'till',
  'last',
  'next',
  'this',
  'late',
  'early',
  'mid',
  'of',
  'during',
  'from',
  'to',
  'through',
]);

function monthAtToken(tokens: readonly Token[], at: number) {
  const token = tokens[at];
  const value = token?.kind === 'word' ? MONTHS.get(token.lower) : undefined;
  if (!token || value === undefined || token.text === token.lower) return undefined;
  const isShortened =
    token.lower.length <= 4 && tokens[at + 1]?.text === '.' && !tokens[at + 1]?.spaced;
  return {
    value,
    part: part('month', token),
    next: isShortened && endsNoSentence(tokens, at + 2) ? at + 2 : at + 1,
  };
}

/** A stop after "Nov" belongs to it when the sentence goes on. */
function endsNoSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && (token.kind === 'number' || token.text === token.lower);
}

function dayAt(tokens: readonly Token[], at: number) {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.text.length > 2) return undefined;
  const value = Number(token.text);
  if (value < 1 || 31 < value) return undefined;
  const suffix = tokens[at + 1];
  const isOrdinal = suffix !== undefined && !suffix.spaced && /^(st|nd|rd|th)$/.test(suffix.lower);
  if (
    !isOrdinal &&
    suffix &&
    !suffix.spaced &&
    suffix.kind !== 'mark' &&
    suffix.kind !== 'possessive'
  )
    return undefined;
  if (!isOrdinal && suffix?.text === '%') return undefined;
  const span = { start: token.start, end: (isOrdinal ? suffix : token).end };
  return { value, part: { part: 'day', span } as const, next: isOrdinal ? at + 2 : at + 1 };
}

/** The 5 of `November 3-5`. */
function lastDayAt(tokens: readonly Token[], at: number, first: number) {
  const dash = tokens[at];
  const isDash = dash !== undefined && /^[-–]$/.test(dash.text) && !dash.spaced;
  const last = isDash && !tokens[at + 1]?.spaced ? dayAt(tokens, at + 1) : undefined;
  const isSpan = last !== undefined && last.value > first && tokens[last.next]?.text !== '-';
  return isSpan ? last : undefined;
}

function yearAt(tokens: readonly Token[], at: number) {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.text.length !== 4) return undefined;
  if (!isYear(tokens, at)) return undefined;
  return { value: Number(token.text), part: part('year', token), next: at + 1 };
}

/** "2025"; "in 1887", where it counts nothing. */
function isYear(tokens: readonly Token[], at: number): boolean {
  const { text = '' } = tokens[at] ?? {};
  if (/^(?:19|20)\d\d$/.test(text)) return true;
  const isLed = /^(?:in|since|until)$/.test(tokens[at - 1]?.lower ?? '');
  const next = tokens[at + 1];
  const countsNothing = next?.kind !== 'word' || AFTER_YEAR.test(next.lower);
  return /^1[5-8]\d\d$/.test(text) && isLed && countsNothing;
}

const AFTER_YEAR =
  /^(?:and|as|at|after|before|but|by|for|from|in|it|of|on|or|that|the|to|until|when|where|which|while|with)$/;

/** The year after a month, with or without a comma, else the inferred one. */
function withYear(
  cursor: Cursor,
  next: number,
  date: { readonly month: number; readonly day?: number },
  parts: readonly WrittenDatePart[],
): Found | undefined {
  const { tokens } = cursor;
  const isComma = tokens[next]?.text === ',' || tokens[next]?.lower === 'of';
  const year = yearAt(tokens, isComma ? next + 1 : next);
  const isYears = !isComma || date.day !== undefined || tokens[next]?.lower === 'of';
  const days = (y: number): DaySpan | undefined => {
    if (date.day === undefined) return daysOf.month(y, date.month);
    return isRealDay(y, date.month, date.day) ? daysOf.day(y, date.month, date.day) : undefined;
  };
  if (year && (isYears || !countsPlural(tokens[year.next]))) {
    const found = days(year.value);
    return (
      found && { days: found, parts: [...parts, year.part], yearInferred: false, next: year.next }
    );
  }
  const inferred = inferYear(cursor, days);
  return inferred && { days: inferred, parts, yearInferred: true, next };
}

/** The thing counted in "in October, 2024 people came". */
function countsPlural(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' && /(?:s|people|men|women)$/.test(token.lower) && token.lower.length > 3
  );
}

/** The latest such stretch that has begun by `asOf`, or the first that ends after it where the text looks ahead. */
function inferYear(
  cursor: Cursor,
  days: (year: number) => DaySpan | undefined,
): DaySpan | undefined {
  const { year } = calendarDay(cursor.asOf);
  const isRight = (found: DaySpan): boolean =>
    cursor.looksAhead ? found.end > cursor.asOf : found.start <= cursor.asOf;
  const order = cursor.looksAhead ? [year, year + 1, year + 4] : [year, year - 1, year - 4];
  return order.map(days).find((found) => found !== undefined && isRight(found));
}

/** `late 2026`, `mid-October`, `early November 2025`, `the end of 2026`. */
function readSeason(cursor: Cursor, at: number): DateRead | undefined {
  const { tokens } = cursor;
  const token = tokens[at];
  const season = token && SEASONS.get(token.lower);
  if (!token || season === undefined) return undefined;
  const isJoined =
    tokens[at + 1]?.text === '-' ||
    tokens[at + 1]?.lower === 'of' ||
    tokens[at + 1]?.lower === 'in';
  const needsOf = season === 'end' || season === 'start';
  if (needsOf && tokens[at + 1]?.lower !== 'of' && tokens[at + 1]?.text !== '-') return undefined;
  const inner =
    readYear(cursor, isJoined ? at + 2 : at + 1) ?? readMonth(cursor, isJoined ? at + 2 : at + 1);
  if (!inner?.figure.interval) return undefined;
  const { figure, next } = inner;
  const days = seasonDays(season, inner.figure);
  if (!days) return undefined;
  const parts = [part('season', token), ...figure.dateParts];
  return figureOf({ days, parts, yearInferred: figure.yearInferred, next }, tokens, at);
}

/** `summer 2025`, `the spring of 2026`, of the north. A winter lies in two years, and "fall" is a verb as well. */
function readSeasonOfYear(cursor: Cursor, at: number): DateRead | undefined {
  const { tokens } = cursor;
  const token = tokens[at];
  const month = token && YEAR_SEASONS.get(token.lower);
  if (!token || month === undefined) return undefined;
  const isOf = tokens[at + 1]?.lower === 'of';
  const isSure =
    token.lower !== 'fall' ||
    isOf ||
    /^(?:in|by|until|since|the|late|early)$/.test(tokens[at - 1]?.lower ?? '');
  const year = isSure ? yearAt(tokens, isOf ? at + 2 : at + 1) : undefined;
  if (!year) return undefined;
  const days = {
    start: daysOf.month(year.value, month).start,
    end: daysOf.month(year.value, month + 2).end,
  };
  const parts = [part('season', token), year.part];
  return figureOf({ days, parts, yearInferred: false, next: year.next }, tokens, at);
}

/** The first month of each. */
const YEAR_SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['summer', 6],
  ['autumn', 9],
  ['fall', 9],
]);

/** `FY25`, `FY2025`; of `FY24/25` nobody can tell. */
function readFiscalYear({ tokens }: Cursor, at: number): DateRead | undefined {
  const year = fiscalYearAt(tokens, at);
  if (!year) return undefined;
  const days = daysOf.year(year.value);
  return figureOf({ days, parts: [year.part], yearInferred: false, next: at + 1 }, tokens, at);
}

function fiscalYearAt(tokens: readonly Token[], at: number) {
  const token = tokens[at];
  const match = token && /^FY((?:20)?\d\d)$/.exec(token.text);
  if (!token || !match || /^[/-]$/.test(tokens[at + 1]?.text ?? '')) return undefined;
  const digits = match[1] ?? '';
  const span = { start: token.end - digits.length, end: token.end };
  const value = digits.length === 2 ? 2000 + Number(digits) : Number(digits);
  return { value, part: { part: 'year', span } as const, next: at + 1 };
}

type Season = 'early' | 'mid' | 'late' | 'start' | 'end';

// biome-ignore format: a table reads best in rows
const SEASONS: ReadonlyMap<string, Season> = new Map([
  ['early', 'early'], ['mid', 'mid'], ['late', 'late'], ['middle', 'mid'],
  ['end', 'end'], ['beginning', 'start'], ['start', 'start'],
]);

/** Thirds of a year or of a month; "end" and "start" are a quarter of a year, a third of a month. */
function seasonDays(season: Season, { interval, dateParts }: Figure): DaySpan | undefined {
  if (!interval || dateParts.some(({ part }) => part === 'day')) return undefined;
  const start = Number(interval.min / 10n ** 18n);
  const end = Number(interval.max / 10n ** 18n);
  const { year, month } = calendarDay(start);
  if (!dateParts.some(({ part }) => part === 'month')) {
    const [first, last] = {
      early: [1, 5],
      mid: [5, 9],
      late: [9, 13],
      start: [1, 4],
      end: [10, 13],
    }[season];
    return {
      start: daysOf.month(year, first ?? 1).start,
      end: daysOf.month(year, last ?? 13).start,
    };
  }
  const day = (number: number): number => daysOf.day(year, month, number).start;
  if (season === 'early' || season === 'start') return { start, end: day(11) };
  if (season === 'mid') return { start: day(11), end: day(21) };
  return { start: day(20), end };
}

/** `Q3`, `Q3 2025`, `H1 2025`, `third quarter of 2025`, `third-quarter`, `first half`, `first six months`. */
function readQuarter(cursor: Cursor, at: number): DateRead | undefined {
  const { tokens } = cursor;
  const token = tokens[at];
  if (!token) return undefined;
  const short = token.lower.length === 2 ? /^([qh])([1-4])$/.exec(token.lower) : null;
  if (short) {
    const unit = short[1] === 'q' ? 'quarter' : 'half';
    const number = Number(short[2]);
    if (unit === 'half' && number > 2) return undefined;
    return figureOf(withPeriodYear(cursor, at + 1, unit, number, [part(unit, token)]), tokens, at);
  }
  const number = ORDINALS.get(token.lower);
  if (number === undefined || token.lower === 'last') return undefined;
  const months = number === 1 ? MONTHS_OF_UNITS.get(tokens[at + 1]?.lower ?? '') : undefined;
  const last = tokens[at + 2];
  if (months && last?.lower === 'months') {
    const written = { part: months, span: { start: token.start, end: last.end } } as const;
    return figureOf(withPeriodYear(cursor, at + 3, months, 1, [written]), tokens, at);
  }
  const isHyphened = tokens[at + 1]?.text === '-';
  const word = tokens[isHyphened ? at + 2 : at + 1];
  const unit = word?.lower === 'quarter' ? 'quarter' : word?.lower === 'half' ? 'half' : undefined;
  if (!word || !unit || (unit === 'half' && number > 2)) return undefined;
  const written = { part: unit, span: { start: token.start, end: word.end } } as const;
  return figureOf(
    withPeriodYear(cursor, isHyphened ? at + 3 : at + 2, unit, number, [written]),
    tokens,
    at,
  );
}

/** "The first three months of 2025" is its first quarter. */
const MONTHS_OF_UNITS: ReadonlyMap<string, 'quarter' | 'half'> = new Map([
  ['three', 'quarter'],
  ['3', 'quarter'],
  ['six', 'half'],
  ['6', 'half'],
]);

/** `the September quarter`, `the July-September quarter of 2025`, `July to September quarter`: by its last month. */
function readMonthQuarter(cursor: Cursor, at: number): DateRead | undefined {
  const { tokens } = cursor;
  const first = monthAtToken(tokens, at);
  if (!first) return undefined;
  const isJoined = /^(?:-|–|to)$/.test(tokens[first.next]?.lower ?? '');
  const afterJoint = tokens[first.next + 1]?.text === 'to' ? first.next + 3 : first.next + 1;
  const second = isJoined ? monthAtToken(tokens, afterJoint) : undefined;
  const last = second ?? first;
  const word = tokens[last.next];
  const isQuarter = word?.lower === 'quarter' && last.value % MONTHS_OF_QUARTER === 0;
  if (!word || !isQuarter || (second && second.value - first.value !== MONTHS_OF_QUARTER - 1))
    return undefined;
  const written = {
    part: 'quarter',
    span: { start: first.part.span.start, end: word.end },
  } as const;
  const number = last.value / MONTHS_OF_QUARTER;
  return figureOf(withPeriodYear(cursor, last.next + 1, 'quarter', number, [written]), tokens, at);
}

const MONTHS_OF_QUARTER = 3;

/** `3Q25`, `3Q 2025`, `1H25`. */
function readShortQuarter(cursor: Cursor, at: number): DateRead | undefined {
  const { tokens } = cursor;
  const [number, letter] = [tokens[at], tokens[at + 1]];
  if (!number || !letter || letter.spaced || !/^[1-4]$/.test(number.text)) return undefined;
  const match = /^([qh])(\d\d)?$/.exec(letter.lower);
  if (!match) return undefined;
  const unit = match[1] === 'q' ? 'quarter' : 'half';
  const written = { part: unit, span: { start: number.start, end: letter.end } } as const;
  const count = Number(number.text);
  if (unit === 'half' && count > 2) return undefined;
  if (!match[2])
    return figureOf(withPeriodYear(cursor, at + 2, unit, count, [written]), tokens, at);
  const days = daysOf[unit](2000 + Number(match[2]), count);
  return figureOf({ days, parts: [written], yearInferred: false, next: at + 2 }, tokens, at);
}

/** `2024 Q3`, `2024 H1`. */
function readYearQuarter(cursor: Cursor, at: number): DateRead | undefined {
  const { tokens } = cursor;
  const year = yearAt(tokens, at);
  const period = tokens[at + 1];
  const match = year && period?.kind === 'word' && /^(?:(q)([1-4])|h([12]))$/.exec(period.lower);
  if (!year || !period || !match) return undefined;
  const unit = match[1] ? 'quarter' : 'half';
  const days = daysOf[unit](year.value, Number(match[2] ?? match[3]));
  const parts = [year.part, part(unit, period)];
  return figureOf({ days, parts, yearInferred: false, next: at + 2 }, tokens, at);
}

function withPeriodYear(
  cursor: Cursor,
  next: number,
  unit: 'quarter' | 'half',
  number: number,
  parts: readonly WrittenDatePart[],
): Found | undefined {
  const { tokens } = cursor;
  const isJoined = ['of', ',', "'", 'in'].includes(tokens[next]?.lower ?? '');
  const yearTokenAt = isJoined ? next + 1 : next;
  const year = yearAt(tokens, yearTokenAt) ?? fiscalYearAt(tokens, yearTokenAt);
  const days = (y: number): DaySpan => daysOf[unit](y, number);
  if (year)
    return {
      days: days(year.value),
      parts: [...parts, year.part],
      yearInferred: false,
      next: year.next,
    };
  const short = tokens[next]?.text === "'" ? shortYearAt(tokens, next + 1) : undefined;
  if (short)
    return {
      days: days(short.value),
      parts: [...parts, short.part],
      yearInferred: false,
      next: next + 2,
    };
  const relative = isJoined || tokens[next]?.lower === 'this' || tokens[next]?.lower === 'last';
  if (relative) {
    const found = readRelative(cursor, yearTokenAt);
    const isYear = found?.figure.interval && found.figure.dateParts[0]?.part === 'relative';
    if (found?.figure.interval && isYear && isWholeYear(found.figure)) {
      const { year: resolved } = calendarDay(Number(found.figure.interval.min / 10n ** 18n));
      return {
        days: days(resolved),
        parts: [...parts, ...found.figure.dateParts],
        yearInferred: false,
        next: found.next,
      };
    }
  }
  const inferred = inferYear(cursor, days);
  return inferred && { days: inferred, parts, yearInferred: true, next };
}

/** The 25 of `Q3'25`. */
function shortYearAt(tokens: readonly Token[], at: number) {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.spaced || !/^\d\d$/.test(token.text)) return undefined;
  return { value: 2000 + Number(token.text), part: part('year', token) };
}

function isWholeYear({ interval }: Figure): boolean {
  return interval !== null && interval.max - interval.min > 360n * 10n ** 18n;
}

/** `last quarter`, `this year`, `next month`, `yesterday`, `today`. */
function readRelative(cursor: Cursor, at: number): DateRead | undefined {
  const { tokens, asOf } = cursor;
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (!first) return undefined;
  if (first.lower === 'yesterday' || first.lower === 'today') {
    const start = first.lower === 'today' ? asOf : asOf - 1;
    const parts = [part('relative', first)];
    return figureOf(
      { days: { start, end: start + 1 }, parts, yearInferred: false, next: at + 1 },
      tokens,
      at,
    );
  }
  const step = RELATIVE_STEPS.get(first.lower);
  const days = second && step !== undefined ? relativeDays(second.lower, step, asOf) : undefined;
  if (!second || !days) return undefined;
  const written = { part: 'relative', span: { start: first.start, end: second.end } } as const;
  return figureOf({ days, parts: [written], yearInferred: false, next: at + 2 }, tokens, at);
}

// biome-ignore format: a table reads best in rows
const RELATIVE_STEPS: ReadonlyMap<string, number> = new Map([
  ['last', -1], ['previous', -1], ['this', 0], ['current', 0], ['next', 1], ['coming', 1],
]);

/** The calendar week, month, quarter or year that lies `step` after that of `asOf`. */
function relativeDays(unit: string, step: number, asOf: number): DaySpan | undefined {
  const { year, month } = calendarDay(asOf);
  if (unit === 'year') return daysOf.year(year + step);
  if (unit === 'month') return daysOf.month(year, month + step);
  if (unit === 'quarter') {
    const start = calendarDay(daysOf.month(year, Math.ceil(month / 3) * 3 - 2 + step * 3).start);
    return daysOf.quarter(start.year, Math.ceil(start.month / 3));
  }
  if (unit === 'week') {
    const monday = asOf - ((weekdayOf(asOf) + 6) % 7) + step * 7;
    return { start: monday, end: monday + 7 };
  }
  return undefined;
}

/** `Monday, November 3`, `Mon. 3 Nov 2025`: the date says which day it is. */
function readWeekdayDate(cursor: Cursor, at: number): DateRead | undefined {
  const { tokens } = cursor;
  const token = tokens[at];
  if (!token || token.text === token.lower || !WEEKDAYS.has(token.lower)) return undefined;
  const stopAt = token.lower.length < 6 && tokens[at + 1]?.text === '.' ? at + 2 : at + 1;
  const commaAt = tokens[stopAt]?.text === ',' ? stopAt + 1 : stopAt;
  const dateAt = tokens[commaAt]?.lower === 'the' ? commaAt + 1 : commaAt;
  const date = readDayMonth(cursor, dateAt) ?? readMonth(cursor, dateAt);
  if (!date?.figure.interval || !date.figure.dateParts.some(({ part }) => part === 'day'))
    return undefined;
  return figureOf(
    {
      days: daySpan(date.figure.interval),
      parts: [part('weekday', token), ...date.figure.dateParts],
      yearInferred: date.figure.yearInferred,
      next: date.next,
    },
    tokens,
    at,
  );
}

/** `Monday`: the latest one that is not after the draft's date. */
function readWeekday({ tokens, asOf }: Cursor, at: number): DateRead | undefined {
  const token = tokens[at];
  const weekday = token && token.text !== token.lower ? WEEKDAYS.get(token.lower) : undefined;
  if (!token || weekday === undefined || token.lower.length < 6) return undefined;
  const day = asOf - ((weekdayOf(asOf) - weekday + 7) % 7);
  const parts = [{ ...part('weekday', token), countedFrom: asOf }];
  return figureOf(
    { days: { start: day, end: day + 1 }, parts, yearInferred: false, next: at + 1 },
    tokens,
    at,
  );
}

/** `2030`, alone: a year, unless what follows makes it a count or an amount. */
function readYear({ tokens }: Cursor, at: number): DateRead | undefined {
  const year = yearAt(tokens, at);
  if (!year) return undefined;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const isGlued =
    before !== undefined &&
    !tokens[at]?.spaced &&
    (before.kind !== 'mark' || (before.text === '/' && tokens[at - 2]?.kind === 'number'));
  const isMoney = before !== undefined && /[$£€¥#]/.test(before.text);
  const isUnit = after !== undefined && !after.spaced && after.kind === 'word';
  if (isGlued || isMoney || isUnit || after?.text === '%') return undefined;
  const days = daysOf.year(year.value);
  return figureOf({ days, parts: [year.part], yearInferred: false, next: year.next }, tokens, at);
}
