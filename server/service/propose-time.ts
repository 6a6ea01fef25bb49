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
  if (settled !== undefined) return { time: settled || null, basis: 'printed', note: null };
  if (property.varies === 'fixed') return { time: null, basis: 'printed', note: null };
  const printed = timeWordsOf(figure).times.filter(
    ({ isLimit, isCarried, days }) => !isLimit && !isCarried && !isoPeriod(days).includes('/'),
  );
  const [nearest] = printed;
  if (nearest) return printedTime(nearest, figure, passage, facts);
  if (same) return timeLike(same);
  if (property.varies === 'over-time' && passage.date !== null) {
    const note = `Stated as current in a text of ${passage.date}`;
    return { time: passage.date, basis: 'inferred', note };
  }
  if (rival?.time) return timeLike(rival);
  return { question: timeQuestion(periodsNear(figure, passage, facts)) };
}

function timeLike({ id, time }: Statement): ProposedTime {
  if (time === null) return { time, basis: 'printed', note: null };
  return { time, basis: 'inferred', note: `Taken to be of the same time as "${id}"` };
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
  if (!yearInferred && !isCounted) return { time, basis: 'printed', note: null };
  const from = passage.date ?? facts.referenceDate;
  const whose = passage.date === null ? 'the reference date of the pack' : 'the date of the source';
  return { time, basis: 'inferred', note: `"${surface}" is counted from ${from}, ${whose}` };
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
