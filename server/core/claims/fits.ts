import type { Property, Statement } from '../facts/fact-base.ts';
import { calendarDay, dayInterval, daySpan, daysOf } from '../figures/calendar.ts';
import type { Figure } from '../figures/figure.ts';
import {
  type Amount,
  type Interval,
  magnitude,
  ONE,
  overlap,
  times,
  whole,
} from '../figures/interval.ts';

/**
 * How a figure stands to a value on record. `equal`: the same number; `within`: compatible; `finer`: inside the
 * rounding of the record but finer than it says; `coarse`: compatible only because it is rounded too far to tell;
 * `apart`: not compatible; `points`: right but for per cent against percentage points; `sign`: right but for the direction;
 * `incomparable`: another currency or unit.
 */
export type Fit =
  | 'equal'
  | 'within'
  | 'finer'
  | 'coarse'
  | 'apart'
  | 'points'
  | 'sign'
  | 'incomparable';

/** Whether a fit lets the figure stand. */
export function isCompatible(fit: Fit): boolean {
  return fit === 'equal' || fit === 'within' || fit === 'finer';
}

/** What the words around a figure add to it: -1 for a fall, 1 for a rise, 0 where they say neither. */
export type Direction = -1 | 0 | 1;

/** Compare a figure with a statement, by the best of the statement's values. */
export function fitOf(
  figure: Figure,
  direction: Direction,
  statement: Statement,
  property: Property,
): Fit {
  if (property.kind === 'name') return fitOfNames(figure, statement, property);
  if (property.kind === 'phrase')
    return figure.agreesWith.includes(statement.id) ? 'equal' : 'apart';
  let best: Fit = 'incomparable';
  for (const value of statement.figures) {
    const fit = fitOfValue(figure, direction, value, property);
    if (ORDER.indexOf(fit) < ORDER.indexOf(best)) best = fit;
  }
  return best;
}

const ORDER: readonly Fit[] = [
  'equal',
  'within',
  'finer',
  'coarse',
  'sign',
  'points',
  'apart',
  'incomparable',
];

function fitOfValue(figure: Figure, direction: Direction, value: Figure, property: Property): Fit {
  if (property.kind === 'version') return fitOfVersions(figure, value);
  if (property.kind === 'date') return fitOfDates(figure, value);
  const drafted = inUnitOf(figure, value);
  if (!drafted?.interval || !value.interval) return 'incomparable';
  const size = fitOfSizes(drafted, value);
  if (!isCompatible(size)) return size;
  if (figure.kind !== value.kind && figure.kind === 'percentage-point') return 'points';
  return property.signed && isOpposed(figure, direction, value) ? 'sign' : size;
}

function isOpposed(figure: Figure, direction: Direction, value: Figure): boolean {
  const stated = figure.direction !== 0 ? figure.direction : direction;
  const recorded = value.direction < 0 || (value.value ?? 0n) < 0n ? -1 : 1;
  return stated !== 0 && stated !== recorded;
}

/** A set holds each of its members and what they are part of; a figure that names anything else is apart. */
function fitOfNames(figure: Figure, { figures, containers }: Statement, property: Property): Fit {
  const isIn =
    figure.entities.length > 0 &&
    figure.entities.every(
      (entity) =>
        figures.some(({ entities }) => entities.includes(entity)) || containers.includes(entity),
    );
  if (isIn) return 'equal';
  // A firm has analysts that are not on record.
  return property.cardinality === 'open' ? 'incomparable' : 'apart';
}

/** "GB200 and GB400", where GB200 and GB300 are on record: whether some of the names that a figure joins are in a set, and not all. */
export function isPartlyIn(figure: Figure, { figures }: Statement): boolean {
  const isIn = (entity: string): boolean =>
    figures.some(({ entities }) => entities.includes(entity));
  return (
    figure.knownAmong.some(isIn) || (figure.entities.some(isIn) && !figure.entities.every(isIn))
  );
}

/** "17" is every 17.x; "17.2" is not 17.3. */
function fitOfVersions(figure: Figure, value: Figure): Fit {
  const parts = (text: string): readonly string[] => text.replace(/^v/i, '').split('.');
  const [drafted, recorded] = [parts(figure.surface), parts(value.surface)];
  const isPrefix = drafted.every((part, index) => recorded[index] === part);
  return isPrefix ? (drafted.length === recorded.length ? 'equal' : 'within') : 'apart';
}

const YEAR = 366;
/** A year is inferred anew only for a record that is a day or a month: within a year on record any date would fit. */
const LONGEST_MONTH = 31;

function fitOfDates(figure: Figure, value: Figure): Fit {
  if (!figure.interval || !value.interval) return 'incomparable';
  const recorded = daySpan(value.interval);
  const isDated = recorded.end - recorded.start <= LONGEST_MONTH;
  const drafted =
    figure.yearInferred && isDated
      ? nearestYear(figure.interval, recorded.start)
      : daySpan(figure.interval);
  if (drafted.start === recorded.start && drafted.end === recorded.end) return 'equal';
  if (!overlap(dayInterval(drafted), value.interval)) return 'apart';
  const [draftedLength, recordedLength] = [
    drafted.end - drafted.start,
    recorded.end - recorded.start,
  ];
  if (draftedLength >= recordedLength) return draftedLength > YEAR * 2 ? 'coarse' : 'within';
  return figure.dateParts.some(({ part }) => part === 'season') ? 'within' : 'finer';
}

/** The same days of the year, in the year that brings them nearest to a day. */
function nearestYear(interval: Interval, day: number): { start: number; end: number } {
  const { start, end } = daySpan(interval);
  const from = calendarDay(start);
  const { year } = calendarDay(day);
  const candidates = [year - 1, year, year + 1].map(
    (one) => daysOf.day(one, from.month, from.day).start,
  );
  const nearest = candidates.reduce((best, one) =>
    Math.abs(one - day) < Math.abs(best - day) ? one : best,
  );
  return { start: nearest, end: nearest + (end - start) };
}

const MONTHS_PER: Readonly<Record<string, bigint>> = { mo: 1n, a: 12n };
const SECONDS_PER: Readonly<Record<string, bigint>> = {
  s: 1n,
  min: 60n,
  h: 3600n,
  d: 86_400n,
  wk: 604_800n,
  mo: 2_629_800n,
  a: 31_557_600n,
};

/** The figure in the unit of the value, or undefined when the two cannot be compared. */
function inUnitOf(figure: Figure, value: Figure): Figure | undefined {
  if (figure.unit === value.unit) return figure;
  if (figure.kind === 'ratio' && value.kind === 'percent') return figure;
  if (figure.kind !== 'duration' || value.kind !== 'duration') return undefined;
  const table = figure.unit in MONTHS_PER && value.unit in MONTHS_PER ? MONTHS_PER : SECONDS_PER;
  const [from, to] = [table[figure.unit], table[value.unit]];
  if (from === undefined || to === undefined) return undefined;
  const change = (amount: Amount): Amount => (amount * from) / to;
  const interval = figure.interval && {
    ...figure.interval,
    min: change(figure.interval.min),
    max: change(figure.interval.max),
  };
  const numbers = figure.numbers.map((number) => ({
    ...number,
    amount: change(number.amount),
    step: change(number.step),
  }));
  return {
    ...figure,
    interval,
    numbers,
    value: figure.value === null ? null : change(figure.value),
  };
}

/** Sizes without their signs: the direction is compared for itself. */
function fitOfSizes(figure: Figure, value: Figure): Fit {
  const [drafted, recorded] = [sizeInterval(figure), sizeInterval(value)];
  if (!drafted || !recorded) return 'incomparable';
  const [draftedNumber, recordedNumber] = [figure.numbers[0], value.numbers[0]];
  const isOverlap = overlap(drafted, recorded);
  if (!draftedNumber || !recordedNumber) return isOverlap ? 'within' : 'apart';
  const isPlain = figure.numbers.length === value.numbers.length && isOverlap;
  if (
    isPlain &&
    figure.numbers.every((number, index) => number.amount === value.numbers[index]?.amount)
  )
    return 'equal';
  if (!isOverlap) return 'apart';
  if (figure.hedge || value.hedge) return 'within';
  if (draftedNumber.step > recordedNumber.step) {
    const distance = magnitude(draftedNumber.amount - recordedNumber.amount);
    return distance * 10n <= recordedNumber.amount ? 'within' : 'coarse';
  }
  return draftedNumber.step < recordedNumber.step ? 'finer' : 'within';
}

function sizeInterval({ interval }: Figure): Interval | undefined {
  if (!interval) return undefined;
  if (interval.min >= 0n || interval.max > 0n) return interval;
  return {
    min: -interval.max,
    max: -interval.min,
    minOpen: interval.maxOpen,
    maxOpen: interval.minOpen,
  };
}

/** How far a figure is from a value, as a factor in hundredths: 105 is five per cent above. */
export function ratioPercent(figure: Figure, value: Figure): number | undefined {
  const drafted = inUnitOf(figure, value)?.numbers[0]?.amount;
  const recorded = value.numbers[0]?.amount;
  if (drafted === undefined || recorded === undefined || recorded === 0n) return undefined;
  return Number(times(drafted, whole(10_000)) / (recorded === 0n ? ONE : recorded)) / 100;
}
