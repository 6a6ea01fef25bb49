import { CURRENCY_CODES } from '../text/currency-codes.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import {
  CURRENCY_NAMES,
  CURRENCY_NATIONS,
  DURATION_FACTORS,
  DURATION_UNITS,
  HUNDREDTHS,
} from './english.ts';
import type { FigureKind } from './figure.ts';
import { type Amount, ONE, whole } from './interval.ts';
import type { UnitTable } from './units.ts';

/** A unit that was read after a number, and the index of the token after it. */
export interface UnitRead {
  readonly kind: FigureKind;
  readonly unit: string;
  /** What one of the unit is in base units: 0.01 for a per cent, 10⁹ for a gigawatt. */
  readonly factor: Amount;
  readonly span: Span;
  readonly next: number;
}

/**
 * Read the unit at a token: `%`, `per cent`, `percentage points`, `dollars`, `USD`, `years`, `GW`, `square metres`.
 * A hyphen may join it to the number (`seven-year`, `6-gigawatt`).
 * Errors: none; `undefined` where no unit stands.
 */
export function readUnit(
  tokens: readonly Token[],
  at: number,
  units: UnitTable,
): UnitRead | undefined {
  const isHyphened =
    tokens[at]?.text === '-' && !tokens[at]?.spaced && tokens[at + 1]?.spaced === false;
  const start = isHyphened ? at + 1 : at;
  return (
    readPercent(tokens, start) ??
    readCurrency(tokens, start) ??
    readPackUnit(tokens, start, units) ??
    readDuration(tokens, start)
  );
}

const PERCENT = ONE / 100n;
const PER_MILLE = ONE / 1000n;
const BASIS_POINT = ONE / 10_000n;

function readPercent(tokens: readonly Token[], at: number): UnitRead | undefined {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (!first) return undefined;
  const read = (kind: FigureKind, factor: Amount, count: number): UnitRead => ({
    kind,
    unit: '%',
    factor,
    span: { start: first.start, end: (tokens[at + count - 1] ?? first).end },
    next: at + count,
  });
  const isPoint = (token: Token | undefined): boolean =>
    token?.lower === 'point' || token?.lower === 'points';
  if (first.text === '%' || first.lower === 'percent' || first.lower === 'pct') {
    if (first.lower === 'percent' && isPoint(second)) return read('percentage-point', PERCENT, 2);
    return read('percent', PERCENT, 1);
  }
  const isMille = first.text === '‰' || (first.lower === 'per' && second?.lower === 'mille');
  if (isMille) return read('percent', PER_MILLE, first.text === '‰' ? 1 : 2);
  if (first.lower === 'pc' && !first.spaced) return read('percent', PERCENT, 1);
  if (first.lower === 'per' && second?.lower === 'cent') return read('percent', PERCENT, 2);
  if (first.lower === 'per' && second?.text === '-' && tokens[at + 2]?.lower === 'cent')
    return read('percent', PERCENT, 3);
  const isHyphenPoint = second?.text === '-' && isPoint(tokens[at + 2]);
  if (first.lower === 'percentage' && isHyphenPoint) return read('percentage-point', PERCENT, 3);
  if (first.lower === 'percentage' && isPoint(second)) return read('percentage-point', PERCENT, 2);
  if (first.lower === 'pp' || first.lower === 'ppt' || first.lower === 'ppts')
    return read('percentage-point', PERCENT, 1);
  if (first.lower === 'basis' && isPoint(second)) return read('percentage-point', BASIS_POINT, 2);
  if (first.lower === 'bps' || first.lower === 'bp')
    return read('percentage-point', BASIS_POINT, 1);
  return undefined;
}

function readCurrency(tokens: readonly Token[], at: number): UnitRead | undefined {
  const first = tokens[at];
  if (first?.kind !== 'word') return undefined;
  const nation = CURRENCY_NATIONS.get(first.lower);
  const isNational = nation !== undefined;
  const name = tokens[isNational ? at + 1 : at];
  const unit = name && (CURRENCY_NAMES.get(name.lower) ?? currencyCode(name));
  if (!name || unit === undefined) return undefined;
  const next = (isNational ? at + 1 : at) + 1;
  return {
    kind: 'money',
    unit: nation && unit === 'USD' ? nation : unit,
    factor: HUNDREDTHS.has(name.lower) ? PERCENT : ONE,
    span: { start: first.start, end: name.end },
    next,
  };
}

/** The ISO 4217 code that a token is, in capitals. RMB is the everyday name of CNY. */
export function currencyCode(token: Token): string | undefined {
  if (!CURRENCY_CODES.has(token.text)) return undefined;
  return token.text === 'RMB' ? 'CNY' : token.text;
}

function readDuration(tokens: readonly Token[], at: number): UnitRead | undefined {
  const token = tokens[at];
  const unit = token && DURATION_UNITS.get(token.lower);
  if (!token || unit === undefined) return undefined;
  return {
    kind: 'duration',
    unit,
    factor: whole(DURATION_FACTORS.get(token.lower) ?? 1),
    span: { start: token.start, end: token.end },
    next: at + 1,
  };
}

/** A unit that a pack defines, by the longest name or symbol. */
function readPackUnit(
  tokens: readonly Token[],
  at: number,
  units: UnitTable,
): UnitRead | undefined {
  const first = tokens[at];
  if (!first || !units.beginnings.has(first.lower) || first.kind === 'number') return undefined;
  for (let count = units.longest; count > 0; count--) {
    const last = tokens[at + count - 1];
    if (!last) continue;
    const words = tokens.slice(at, at + count);
    const isTight = words.slice(1).every((token) => !token.spaced);
    const symbol = isTight ? units.symbols.get(words.map(({ text }) => text).join('')) : undefined;
    const written = words
      .map(({ lower, spaced }) => (spaced ? ` ${lower}` : lower))
      .join('')
      .trim();
    const name = units.names.get(written) ?? units.names.get(written.replaceAll('-', ' '));
    const meaning = symbol ?? name;
    if (meaning && !isTimedByHours(tokens, at + count) && !isDivided(tokens, at + count)) {
      const span = { start: first.start, end: last.end };
      return { kind: 'quantity', ...meaning, span, next: at + count };
    }
  }
  return undefined;
}

/** The "hours" after "gigawatt" make another unit of it, one that no pack may have. */
function isTimedByHours(tokens: readonly Token[], at: number): boolean {
  const isHyphened = tokens[at]?.text === '-' && tokens[at + 1]?.spaced === false;
  return /^hours?$/.test(tokens[isHyphened ? at + 1 : at]?.lower ?? '');
}

/** The "/m³" after "µg" makes another unit of it as well; "/year" is how often. */
function isDivided(tokens: readonly Token[], at: number): boolean {
  const [mark, by] = [tokens[at], tokens[at + 1]];
  if (mark?.text !== '/' || mark.spaced || by?.kind !== 'word' || by.spaced) return false;
  return !DURATION_UNITS.has(by.lower);
}
