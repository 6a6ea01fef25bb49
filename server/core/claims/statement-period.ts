import type { Statement } from '../facts/fact-base.ts';
import { type DaySpan, readPeriod } from '../figures/calendar.ts';

const known = new WeakMap<Statement, DaySpan | null>();

/** The days of a statement's time; undefined where it has none. Read once for each statement. */
export function periodOf(statement: Statement): DaySpan | undefined {
  const read = known.get(statement);
  if (read !== undefined) return read ?? undefined;
  const period = statement.time === null ? undefined : readPeriod(statement.time);
  known.set(statement, period ?? null);
  return period;
}
