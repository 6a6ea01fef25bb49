import type { Property, Statement } from '../facts/fact-base.ts';
import { calendarDay, type DaySpan, dayNumber, daySpan } from '../figures/calendar.ts';
import { LATEST_MARKERS, PRESENT_MARKERS } from '../mentions/english.ts';
import type { Sentence } from '../mentions/mention.ts';
import { sortBy } from '../text/sort-by.ts';
import type { Token } from '../text/tokens.ts';
import { type Attachment, isWithin, type PlacedFigure } from './attachment.ts';
import { periodOf } from './statement-period.ts';
import { signOf, signsIn } from './word-signs.ts';

/** A time that the words around a figure give it. */
export interface StatedTime {
  readonly days: DaySpan;
  readonly yearInferred: boolean;
  readonly surface: string;
  readonly cost: number;
  /** `deadline`: after "by"; `end`: after "through", "until", "since": an end of a stretch, not the figure's time but when that lies ahead. */
  readonly limit: 'deadline' | 'end' | null;
  /** From an earlier sentence: it can name the time of a figure, but not rule one out. */
  readonly isCarried: boolean;
  /** Index of its figure among those of the block. */
  readonly index: number;
}

/** What a figure's sentence says of its time. */
export interface TimeWords {
  readonly times: readonly StatedTime[];
  /** "latest", "recent", "quarterly": the last period that is over. */
  readonly isLatest: boolean;
  /** "now", "currently". */
  readonly isPresent: boolean;
  /** The day of the draft's news, in days since 1970-01-01; null where it names none. */
  readonly day: number | null;
}

/** How a statement's time stands to what the draft says. */
export type TimeFit = 'named' | 'unstated' | 'other' | 'stale' | 'not-yet';

/** How a statement's time may stand to the draft's for the two to have nothing to do with each other. */
export const OF_ANOTHER_TIME: ReadonlySet<TimeFit> = new Set(['other', 'stale', 'not-yet']);

/** Prepositions after which a date is a limit or a base and not the time of the figure. */
const NOT_THE_TIME = new Set([
  'through',
  'by',
  'until',
  'till',
  'since',
  'before',
  'after',
  'from',
  'than',
  'to',
  'over',
  'versus',
  'vs',
  'against',
  'beyond',
]);

/** How far a date may stand from a figure to be its time. */
const TIME_REACH = 26;

/** The dates of a sentence that may be the time of a figure, nearest first. */
export function timesFor(
  tokens: readonly Token[],
  sentence: Sentence,
  figure: PlacedFigure,
  figures: readonly PlacedFigure[],
  attachment: Attachment,
  leadIn: readonly StatedTime[],
  day: number | null,
): TimeWords {
  const times: StatedTime[] = [...leadIn];
  for (const other of figures) {
    if (other.index === figure.index || other.figure.kind !== 'date' || !other.figure.interval)
      continue;
    if (other.from < sentence.from || sentence.to < other.to) continue;
    const apart = attachment.cost(other, figure);
    const cost =
      (opensSentence(tokens, sentence, other) ? Math.min(apart, OPENING) : apart) +
      (isAnothers(other, figure, figures, attachment) || isOfOtherVerb(tokens, other, figure)
        ? ANOTHERS
        : 0) +
      (isOfBase(attachment, other, figure) ||
      isInserted(attachment, other, figure) ||
      isOfParticiple(tokens, other, figure)
        ? Number.POSITIVE_INFINITY
        : 0);
    if (cost > TIME_REACH) continue;
    const { interval, yearInferred, surface } = other.figure;
    times.push({
      days: ofYearMeant(tokens, other, figures) ?? daySpan(interval),
      yearInferred,
      surface,
      cost,
      limit: limitOf(tokens, other),
      isCarried: false,
      index: other.index,
    });
  }
  const signs = signsIn(tokens, sentence);
  const isPointing = (signs & POINTER) !== 0;
  const meant = isPointing ? timePointedBackTo(tokens, sentence, figure, figures) : undefined;
  if (meant) times.push(meant);
  sortBy(times, ({ cost }) => cost);
  return {
    times,
    isLatest: (signs & LATEST) !== 0 && isOfLatest(tokens, sentence),
    isPresent: (signs & PRESENT) !== 0,
    day,
  };
}

/** "The latest quarter", and not "its most recent fiscal year". */
function isOfLatest(tokens: readonly Token[], { from, to }: Sentence): boolean {
  for (let at = from; at < to; at++) {
    if (!LATEST_MARKERS.has(tokens[at]?.lower ?? '')) continue;
    if (![1, 2].some((on) => tokens[at + on]?.lower === 'year')) return true;
  }
  return false;
}

const LATEST = signOf(LATEST_MARKERS);
const PRESENT = signOf(PRESENT_MARKERS);

/** "Founded in 2011, and by the end of that year it had fourteen": the date before, which "that year" beside a figure points back to. */
function timePointedBackTo(
  tokens: readonly Token[],
  { from, to }: Sentence,
  figure: PlacedFigure,
  figures: readonly PlacedFigure[],
): StatedTime | undefined {
  const last = Math.min(to, figure.to + POINTED_REACH) - 1;
  for (let at = last; at > from; at--) {
    if (!POINTED_BACK.has(tokens[at]?.lower ?? '') || tokens[at - 1]?.lower !== 'that') continue;
    const date = figures.findLast(
      (one) => from <= one.from && one.to < at && one.figure.kind === 'date' && one.figure.interval,
    );
    if (!date?.figure.interval) return undefined;
    const { interval, yearInferred, surface } = date.figure;
    const stated = { days: daySpan(interval), yearInferred, surface, limit: null };
    return { ...stated, cost: 0, isCarried: false, index: date.index };
  }
  return undefined;
}

/** "By that year", in tokens. */
const POINTED_REACH = 3;
const POINTED_BACK: ReadonlySet<string> = new Set('day week month quarter year'.split(' '));
const POINTER = signOf(POINTED_BACK);

/** "Early in 2024 and by that October": the month of the year that was named before. */
function ofYearMeant(
  tokens: readonly Token[],
  { figure: { interval, yearInferred }, from }: PlacedFigure,
  figures: readonly PlacedFigure[],
): DaySpan | undefined {
  if (!yearInferred || !interval || tokens[from - 1]?.lower !== 'that') return undefined;
  const dated = figures.findLast(
    ({ figure, to }) =>
      to < from && figure.kind === 'date' && figure.interval && !figure.yearInferred,
  );
  if (!dated?.figure.interval) return undefined;
  const { year } = calendarDay(daySpan(dated.figure.interval).start);
  const [first, last] = [daySpan(interval).start, daySpan(interval).end].map(calendarDay);
  if (!first || !last) return undefined;
  const start = dayNumber(year, first.month, first.day);
  return { start, end: dayNumber(year + last.year - first.year, last.month, last.day) };
}

/** "In 2023, …": a date that a sentence opens with holds for all of it, however long it is. */
function opensSentence(tokens: readonly Token[], sentence: Sentence, date: PlacedFigure): boolean {
  for (let at = sentence.from; at < date.from; at++)
    if (!LEADING_IN.has(tokens[at]?.lower ?? '')) return false;
  return true;
}

const LEADING_IN: ReadonlySet<string> = new Set(
  'in on at during for the by back and but'.split(' '),
);

const OPENING = 14;

/** What it costs a figure to take the date of another one. */
const ANOTHERS = 12;

/** Whether a date stands beside another figure; one that opens the sentence holds for all that follow. */
function isAnothers(
  date: PlacedFigure,
  figure: PlacedFigure,
  figures: readonly PlacedFigure[],
  attachment: Attachment,
): boolean {
  const own = attachment.cost(date, figure);
  const base = attachment.bases.find((one) => isWithin(date, one));
  return figures.some((other) => {
    if (base && isWithin(figure, base) && !isWithin(other, base)) return false;
    if (
      other.index === figure.index ||
      other.figure.kind === 'date' ||
      other.figure.kind === 'name'
    )
      return false;
    // "$86bn in early 2024 and $157bn that October": the second has a date of its own.
    const isDated =
      (other.from === date.to || other.from === date.to + 1) &&
      figures.some(
        ({ figure: { kind }, from }) =>
          kind === 'date' && other.to <= from && from <= other.to + OWN_DATE,
      );
    if (isDated && figure.to <= date.from) return false;
    const isShared = date.to <= other.from && other.to <= figure.from;
    return !isShared && attachment.cost(date, other) + 2 < own;
  });
}

/** How far behind a figure its own date may begin, in tokens: "$157bn in the October". */
const OWN_DATE = 2;

/** "It first invested in 2019, and has put in $13bn": a second verb begins between a date and a figure, and the date is not its own. */
function isOfOtherVerb(
  tokens: readonly Token[],
  date: PlacedFigure,
  figure: PlacedFigure,
): boolean {
  for (let at = date.to; at < figure.from - 1; at++)
    if (
      /^(?:[,;—–]|and|but)$/.test(tokens[at]?.text ?? '') &&
      AUXILIARIES.has(tokens[at + 1]?.lower ?? '')
    )
      return true;
  return false;
}

const AUXILIARIES: ReadonlySet<string> = new Set('has have had'.split(' '));

/** "Slipped 1.8%, having closed on Monday at": the day of what was before. */
function isOfParticiple(
  tokens: readonly Token[],
  date: PlacedFigure,
  figure: PlacedFigure,
): boolean {
  for (let at = figure.to; at < date.from; at++) if (tokens[at]?.lower === 'having') return true;
  return false;
}

/** "From 34 per cent in 2022 to 29 per cent": the date is the base's, never that of what it came to. */
function isOfBase({ bases }: Attachment, date: PlacedFigure, figure: PlacedFigure): boolean {
  return bases.some((base) => isWithin(date, base) && base.to <= figure.from);
}

/** "Acme, which was worth $5tn last week, fell": a date that is set in between says nothing of what stands outside. */
function isInserted({ insertions }: Attachment, date: PlacedFigure, figure: PlacedFigure): boolean {
  // ", in October 2024," alone says when all of it was.
  return insertions.some(
    (one) =>
      isWithin(date, one) &&
      !isWithin(figure, one) &&
      date.to - date.from + MERE_DATE < one.to - one.from,
  );
}

/** Two commas and a preposition. */
const MERE_DATE = 3;

/** What the words before a date make it: the end of a stretch, or a date by which. */
export function limitOf(tokens: readonly Token[], { from }: PlacedFigure): StatedTime['limit'] {
  const words = [1, 2, 3, 4, 5].map((back) => tokens[from - back]);
  // "Than a year ago", and not "more than $3 trillion this year".
  const amount = words.findIndex((token) => token?.kind === 'number');
  const before = words.slice(0, amount < 0 ? words.length : amount).map((one) => one?.lower ?? '');
  // "By the end of next year".
  const isEndOf =
    before[0] === 'of' && /^(?:end|close|turn|middle|start|beginning)$/.test(before[1] ?? '');
  const start = isEndOf ? 2 : 0;
  const isArticle = /^(?:the|a|its)$/.test(before[start] ?? '');
  const preposition = before[isArticle ? start + 1 : start] ?? '';
  if (preposition === 'by') return 'deadline';
  const isEnd = NOT_THE_TIME.has(preposition) || before.includes('same') || before.includes('than');
  return isEnd ? 'end' : null;
}

/** A month, in days. */
const SHORTEST_PERIOD = 27;
/** Days after the end of a quarter for which it is "the latest". */
const LATEST_FOR = 130;
const DAY_AND_A_HALF = 1.5;

/** Where nothing is said of a time. */
export const NO_TIMES: TimeWords = { times: [], isLatest: false, isPresent: false, day: null };
/** Where all that is known is that it is stated of the present. */
export const OF_THE_PRESENT: TimeWords = { ...NO_TIMES, isPresent: true };

/** How the time of a statement stands to the time words of a figure, for a draft of the day `asOf`. */
export function timeFitOf(
  statement: Statement,
  property: Property,
  stated: TimeWords,
  asOf: number,
): TimeFit {
  const own = periodOf(statement);
  if (!own) return 'unstated';
  if (own.start > asOf + AHEAD && statement.qualifiers.forecaster === undefined) return 'not-yet';
  const words = own.start > asOf ? stated : withoutLimits(stated);
  if (property.varies === 'over-time')
    return isByDayToCome(stated, asOf) ? 'other' : timeFitOverTime(own, property, words, asOf);
  if (property.varies === 'by-period')
    return isOfOtherLimit(own, stated) ? 'other' : timeFitByPeriod(own, property, words, asOf);
  return timeFitFixed(own, words);
}

/** How many days a draft may be older than what holds from a day on, and still speak of it. */
const AHEAD = 31;

function withoutLimits(stated: TimeWords): TimeWords {
  const { times } = stated;
  if (times.every(({ limit }) => limit === null)) return stated;
  return { ...stated, times: times.filter(({ limit }) => limit === null) };
}

function timeFitOverTime(
  own: DaySpan,
  property: Property,
  { times }: TimeWords,
  asOf: number,
): TimeFit {
  const until = own.end + (property.goodForDays ?? Number.POSITIVE_INFINITY);
  const nearest = times[0];
  if (nearest && nearest.cost <= CLOSE) {
    const { days } = nearest;
    if (holds(days, own) || holds(own, days)) return 'named';
    if (days.end <= own.start) return 'other';
    if (days.start >= until) return 'other';
  }
  if (asOf >= until) return 'stale';
  return 'unstated';
}

/** "Revenue above $20bn by the end of December": what is to be by then, while the record says what is. */
function isByDayToCome({ times }: TimeWords, asOf: number): boolean {
  const [nearest] = times;
  if (nearest?.limit !== 'deadline' || nearest.isCarried) return false;
  const { days, yearInferred, cost } = nearest;
  // A month without a year is read as the last one; with half a year gone since, the next one is meant.
  const isNext = yearInferred && asOf - days.end > HALF_A_YEAR;
  return cost <= CLOSE && (days.start > asOf || isNext);
}

/** In days. */
const HALF_A_YEAR = 183;

/** Up to this cost a date is taken to be the time of the figure, farther off it only may be. */
const CLOSE = 16;

/** "By Thursday's close": a limit that is a period of the same length is the figure's time all the same. */
function isOfOtherLimit(own: DaySpan, { times }: TimeWords): boolean {
  const limits = times.filter(
    ({ limit, isCarried, days }) =>
      limit !== null && !isCarried && isAlike(days.end - days.start, own.end - own.start),
  );
  const isNamed = times.some(
    ({ limit, isCarried, days }) => limit === null && !isCarried && isSame(days, own),
  );
  return limits.length > 0 && !isNamed && !limits.some(({ days }) => isSame(days, own));
}

function timeFitByPeriod(
  own: DaySpan,
  { signed }: Property,
  { times, isLatest, day }: TimeWords,
  asOf: number,
): TimeFit {
  const length = own.end - own.start;
  const alike = times.filter(({ days }) => isAlike(days.end - days.start, length));
  const isOwn = alike.some(({ isCarried }) => !isCarried);
  const match = alike.find((time) => isSame(time.days, own) && !(isOwn && time.isCarried));
  // A quarter's sales are not those of the year that the sentence names as well.
  const finer = times.find(
    ({ days, cost, isCarried }) =>
      !isCarried &&
      cost <= CLOSE &&
      days.end - days.start >= SHORTEST_PERIOD &&
      (days.end - days.start) * 2 <= length,
  );
  if (finer && (!match || finer.cost < match.cost)) return 'other';
  if (match) return 'named';
  if (isOwn) return 'other';
  const longer = times.find(
    ({ days, cost, isCarried }) => days.end - days.start > length && cost <= CLOSE && !isCarried,
  );
  if (longer && !holds(longer.days, own)) return 'other';
  if (longer && length > DAY_AND_A_HALF) return 'other';
  // What happens once (an election) is named by its month or year; a move of one day is not.
  if (longer && !signed) return 'named';
  // On the day itself a move of the day needs no date, on the day after it if the text is of that day.
  const isFresh = asOf === own.start ? day === null || day === own.start : day === own.start;
  if (length <= 1 && times.length === 0 && isFresh && asOf - own.start <= 1) return 'named';
  const isLatestPeriod =
    length >= SHORTEST_PERIOD && own.end <= asOf + 1 && asOf - own.end <= LATEST_FOR;
  const isCarriedOther = times.some(({ days }) => days.end - days.start >= SHORTEST_PERIOD);
  return isLatest && isLatestPeriod && !isCarriedOther ? 'named' : 'unstated';
}

function timeFitFixed(own: DaySpan, { times }: TimeWords): TimeFit {
  const nearest = times.find(
    ({ cost, yearInferred, days }) => cost <= CLOSE && !yearInferred && days.end - days.start >= 27,
  );
  if (!nearest) return 'unstated';
  const year = 366;
  const isYear = nearest.days.end - nearest.days.start >= year - 1;
  // A month may be a slip for another one; what a whole year before it says is of something else.
  const before = isYear ? own.start : own.start - year;
  return nearest.days.end <= before || own.end + year < nearest.days.start ? 'other' : 'unstated';
}

function isAlike(length: number, other: number): boolean {
  return length * 2 > other && length < other * 2;
}

function isSame(one: DaySpan, other: DaySpan): boolean {
  return holds(one, other) || holds(other, one);
}

function holds(outer: DaySpan, inner: DaySpan): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
