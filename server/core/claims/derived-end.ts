import type { FactBase, Property, Statement } from '../facts/fact-base.ts';
import { calendarDay, dayInterval, daySpan, daysOf } from '../figures/calendar.ts';
import type { Figure } from '../figures/figure.ts';
import { ONE } from '../figures/interval.ts';
import { fitOf, isCompatible } from './fits.ts';

/**
 * The statement of the term from which an end date follows: the earliest date on record of the same subject plus that
 * term, in years. Undefined when the figure is no such end; no source needs to print it.
 */
export function termThatEndsAt(
  figure: Figure,
  { subject }: Statement,
  property: Property,
  facts: FactBase,
): Statement | undefined {
  if (property.kind !== 'date') return undefined;
  const own = [...(facts.about.get(subject)?.values() ?? [])].flat();
  const term = own.find(({ figures }) => figures[0]?.kind === 'duration');
  const starts = own.filter(({ figures }) => figures[0]?.kind === 'date');
  const [start] = starts.sort((one, other) => startDay(one) - startDay(other));
  const end = start && term && endAfter(start, term);
  return end && isCompatible(fitOf(figure, 0, end, property)) ? term : undefined;
}

function startDay({ figures }: Statement): number {
  const interval = figures[0]?.interval;
  return interval ? daySpan(interval).start : Number.POSITIVE_INFINITY;
}

/** The day on which a term that began on a statement's date ends, as a statement to compare with. */
function endAfter(start: Statement, { figures: [length] }: Statement): Statement | undefined {
  const [date] = start.figures;
  if (!date?.interval || length?.unit !== 'a' || length.value === null) return undefined;
  const day = calendarDay(daySpan(date.interval).start);
  const end = daysOf.day(day.year + Number(length.value / ONE), day.month, day.day);
  return { ...start, figures: [{ ...date, interval: dayInterval(end) }] };
}
