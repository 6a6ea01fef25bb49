import { readPeriod } from '../figures/calendar.ts';
import { ONE } from '../figures/interval.ts';
import { readNumber } from '../figures/read-number.ts';
import { readUnit } from '../figures/read-unit.ts';
import { NO_UNITS } from '../figures/units.ts';
import { readTokens } from '../text/tokens.ts';
import type { Property, Statement } from './fact-base.ts';

const DAYS_PER: Readonly<Record<string, number>> = { d: 1, wk: 7, mo: 30.5, a: 365.25 };

/** Read a stretch of time such as `12 months` into days; null where it is none. */
export function readGoodFor(text: string): number | null {
  const tokens = readTokens(text);
  const number = readNumber(tokens, 0, 'words-only');
  const unit = number && readUnit(tokens, number.next, NO_UNITS);
  const days = unit && DAYS_PER[unit.unit];
  if (!number || !unit || days === undefined) return null;
  return Math.round((Number(number.number.amount / (ONE / 1000n)) / 1000) * days);
}

/** The last day (since 1970-01-01) on which a draft may be held to the statement; null for ever. */
export function goodUntil(statement: Statement, property: Property): number | null {
  if (property.varies !== 'over-time' || property.goodForDays === null || statement.time === null)
    return null;
  const time = readPeriod(statement.time);
  return time ? time.end + property.goodForDays : null;
}
