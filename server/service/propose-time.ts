import type { StatedTime } from '../core/claims/stated-time.ts';
import type { FactBase, Property, Statement } from '../core/facts/fact-base.ts';
import { calendarDay, daySpan, isoDay, isoPeriod } from '../core/figures/calendar.ts';
import { type Passage, type PassageFigure, passageDay } from './read-passage.ts';
import { type Question, timeQuestion } from './record-questions.ts';
import { timeWordsOf } from './suppose-statements.ts';

/** The time of a statement with how it is known. */
export interface ProposedTime {
  readonly time: string | null;
  readonly basis: 'printed' | 'inferred';
  readonly note: string | null;
  /** The statement that it was taken from, for want of a time in the text; null where it was not. */
  readonly takenFrom: string | null;
}

/**
 * When a value holds: what was settled, what the sentence prints, the time of a statement that says the `same`, for what
 * moves from day to day the date of the text, or the time of the statement that it contradicts, a `rival`. What does not
 * vary needs none.
 */
export function proposeTime(
  figure: PassageFigure,
  property: Property,
  passage: Passage,
  settled: string | undefined,
  { same, rival }: { readonly same: Statement | undefined; readonly rival: Statement | undefined },
  facts: FactBase,
): ProposedTime | { readonly question: Question } {
  if (property.varies === 'fixed' && settled === undefined) return known(null, 'printed', null);
  const printed = timeWordsOf(figure).times.filter(
    ({ limit, isCarried, days }) => limit === null && !isCarried && !isoPeriod(days).includes('/'),
  );
  const nearest = printed.find(({ days }) => [undefined, isoPeriod(days)].includes(settled));
  if (nearest) return printedTime(nearest, figure, passage, facts);
  if (settled === '') return known(null, 'printed', null);
  if (settled !== undefined)
    return known(settled, 'inferred', 'The sentence does not give the time');
  if (same) return { ...known(same.time, same.timeBasis, null), takenFrom: same.id };
  if (property.varies === 'over-time' && passage.date !== null)
    return known(passage.date, 'inferred', `Stated as current in a text of ${passage.date}`);
  if (rival?.time) return { ...known(rival.time, 'inferred', null), takenFrom: rival.id };
  return { question: timeQuestion(periodsNear(figure, passage, facts)) };
}

/** How a time that leaves something unsaid was resolved. */
export function countedFrom(
  surface: string,
  { date }: Passage,
  { referenceDate }: FactBase,
): string {
  return date === null
    ? `"${surface}" is counted from ${referenceDate}, the reference date of the pack`
    : `"${surface}" is counted from ${date}, the date of the source`;
}

function known(
  time: string | null,
  basis: ProposedTime['basis'],
  note: string | null,
): ProposedTime {
  return { time, basis, note, takenFrom: null };
}

function printedTime(
  { days, yearInferred, surface, index }: StatedTime,
  { scope }: PassageFigure,
  passage: Passage,
  facts: FactBase,
): ProposedTime {
  const time = isoPeriod(days);
  const parts = scope.figures.find((one) => one.index === index)?.figure.dateParts ?? [];
  const isCounted = parts.some(({ part }) => part === 'relative' || part === 'weekday');
  if (!yearInferred && !isCounted) return known(time, 'printed', null);
  return known(time, 'inferred', countedFrom(surface, passage, facts));
}

/** Periods that are likely: those the sentence prints, the day of the text, the quarter before it, its year. */
function periodsNear(
  { scope }: PassageFigure,
  passage: Passage,
  facts: FactBase,
): readonly string[] {
  const printed = scope.figures.flatMap(({ figure: { kind, interval } }) =>
    kind === 'date' && interval ? [isoPeriod(daySpan(interval))] : [],
  );
  const day = passageDay(passage, facts);
  const { year, month } = calendarDay(day);
  const quarter = Math.ceil(month / 3);
  const before = quarter === 1 ? `${year - 1}-Q4` : `${year}-Q${quarter - 1}`;
  const likely = [
    ...printed.filter((one) => !one.includes('/')),
    isoDay(day),
    isoDay(day).slice(0, 7),
  ];
  return [...new Set([...likely, before, String(year)])];
}
