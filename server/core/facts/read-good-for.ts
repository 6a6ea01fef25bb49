import { ONE } from '../figures/interval.ts';
import { readNumber } from '../figures/read-number.ts';
import { readUnit } from '../figures/read-unit.ts';
import { NO_UNITS } from '../figures/units.ts';
import { readTokens } from '../text/tokens.ts';

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
