import type { FigureKind } from '../core/figures/figure.ts';
import { type Amount, type Interval, ONE } from '../core/figures/interval.ts';
import { describeDays } from './describe-time.ts';

/** What an amount measures, as a figure carries it. */
export interface Measure {
  readonly kind: FigureKind;
  /** As in `Figure.unit`. */
  readonly unit: string;
}

/** A power of ten as an amount, with its word or prefix. */
interface Scale {
  readonly size: Amount;
  readonly word: string;
}

const units: Scale = { size: ONE, word: '' };

/** Shares are read as fractions and shown as percentages. */
const hundredths: Scale = { size: ONE / 100n, word: '' };

const scaleWords: readonly Scale[] = [
  { size: ONE * 10n ** 12n, word: ' trillion' },
  { size: ONE * 10n ** 9n, word: ' billion' },
  { size: ONE * 10n ** 6n, word: ' million' },
];

/** SI prefixes from kilo up; below one unit the plain number reads well enough. */
const prefixes: readonly Scale[] = [
  { size: ONE * 10n ** 15n, word: 'P' },
  { size: ONE * 10n ** 12n, word: 'T' },
  { size: ONE * 10n ** 9n, word: 'G' },
  { size: ONE * 10n ** 6n, word: 'M' },
  { size: ONE * 10n ** 3n, word: 'k' },
];

/** Units of UCUM that are written with prefixes. */
const prefixedUnits = new Set(['W', 'Wh', 'J', 'B', 'bit', 'Hz', 'm', 'g']);

const durationNames: Readonly<Record<string, string>> = {
  d: 'day',
  wk: 'week',
  mo: 'month',
  a: 'year',
};

/** An amount is exact to this many decimals, and a scaled one to that many more than are ever written. */
const exactDecimals = 30;

/** Enough decimals to tell the ends of an interval apart without a tail of threes. */
const decimalsOfEnds = 3;

/**
 * One amount for people, exactly: `USD 38.2 billion`, `29 %`, `6 GW`, `7 years`.
 * Units: `amount` is in base units, as in `Figure.value`.
 */
export function describeAmount(amount: Amount, measure: Measure): string {
  const scale = scaleFor(amount, measure);
  return dress(writeDecimal(amount, scale), scale, measure);
}

/**
 * Everything an interval allows, for people: `USD 37.5–38.5 billion`, `28.5–29.5 %`, `3 November 2025`.
 * Its ends are rounded to three decimals.
 * Units: base units; days since 1970-01-01 for dates.
 */
export function describeInterval({ min, max }: Interval, measure: Measure): string {
  if (measure.kind === 'date') return describeDays(Number(min / ONE), Number(max / ONE));
  if (min === max) return describeAmount(min, measure);
  const scale = scaleFor(sizeOf(min) > sizeOf(max) ? min : max, measure);
  const ends = [min, max].map((end) => writeDecimal(end, scale, decimalsOfEnds));
  return dress(ends.join(min < 0n ? ' to ' : '–'), scale, measure);
}

/** The largest scale word or prefix that leaves at least one before the point. */
function scaleFor(amount: Amount, { kind, unit }: Measure): Scale {
  if (kind === 'percent' || kind === 'percentage-point') return hundredths;
  if (kind === 'ratio' || kind === 'duration') return units;
  const scales = prefixedUnits.has(unit) ? prefixes : scaleWords;
  return scales.find((scale) => sizeOf(amount) >= scale.size) ?? units;
}

/** The number with its scale word, unit and currency around it. */
function dress(number: string, scale: Scale, { kind, unit }: Measure): string {
  if (kind === 'money') return `${unit} ${number}${scale.word}`.trim();
  if (kind === 'percent') return `${number} %`;
  if (kind === 'percentage-point') return `${number} percentage points`;
  const duration = kind === 'duration' ? durationNames[unit] : undefined;
  if (duration !== undefined) return `${number} ${duration}${number === '1' ? '' : 's'}`;
  return prefixedUnits.has(unit)
    ? `${number} ${scale.word}${unit}`
    : `${number}${scale.word} ${unit}`.trim();
}

/** An amount counted in units of `scale.size`: `38.2`, `1,250`, `-0.15`; rounded half up to `decimals`. */
function writeDecimal(amount: Amount, { size }: Scale, decimals = exactDecimals): string {
  const places = 10n ** BigInt(decimals);
  const rounded = (sizeOf(amount) * places + size / 2n) / size;
  const whole = String(rounded / places).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const fraction = String(rounded % places)
    .padStart(decimals, '0')
    .replace(/0+$/, '');
  return `${amount < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

function sizeOf(amount: Amount): Amount {
  return amount < 0n ? -amount : amount;
}
