import type { Figure, WrittenNumber } from '../figures/figure.ts';
import { roundedInterval } from '../figures/hedges.ts';
import { type Amount, magnitude, ONE, over, times, whole } from '../figures/interval.ts';
import type { UnitTable } from '../figures/units.ts';
import type { Span } from '../text/span.ts';
import { rewriteNumber } from './rewrite-number.ts';
import { unitForNumber, unitLike, unitMeaning } from './unit-words.ts';

/**
 * Write a quantity of the record as a writer measures: in the writer's unit, rounded to what reads well and is true
 * ("8.8 mi" for 14.2 km); in the record's unit where the writer's would not read well ("6 GW" for 6 MW), or where the
 * writer has the record's number and only the unit is wrong ("14.2 mi").
 * Errors: none; `undefined` for what is no single number with a unit of the packs, and where no form is true.
 */
export function rewriteMeasure(
  text: string,
  figure: Figure,
  value: Figure,
  units: UnitTable,
): string | undefined {
  const [written, recorded] = [figure.numbers[0], value.numbers[0]];
  const [ours, theirs] = [surfaceOfUnit(text, figure), unitOfValue(value)];
  const [own, other] = [unitMeaning(ours, units), unitMeaning(theirs, units)];
  if (!written || !recorded || !own || !other) return undefined;
  if (figure.numbers.length > 1 || value.numbers.length > 1) return undefined;
  const measure = { text, figure, written, units };
  if (own.factor === other.factor) return inUnit(measure, recorded.amount, ours, own.factor);
  const inRecords = (): string | undefined => {
    const surface = unitLike(ours, theirs, units);
    return surface && inUnit(measure, recorded.amount, surface, other.factor);
  };
  const isUnitSlip =
    over(written.amount, own.factor) === over(magnitude(recorded.amount), other.factor);
  if (isUnitSlip || !readsWell(measure, recorded.amount, own.factor)) return inRecords();
  const rounded = roundedIn(own.factor, recorded);
  return rounded === undefined ? inRecords() : inUnit(measure, rounded, ours, own.factor);
}

interface Measure {
  readonly text: string;
  readonly figure: Figure;
  readonly written: WrittenNumber;
  readonly units: UnitTable;
}

function surfaceOfUnit(text: string, { unitSpan }: Figure): string {
  return unitSpan ? text.slice(unitSpan.start, unitSpan.end) : '';
}

/** The unit as a value prints it. */
export function unitOfValue({ surface, span, unitSpan }: Figure): string {
  return unitSpan ? surface.slice(unitSpan.start - span.start, unitSpan.end - span.start) : '';
}

/** From about one to a thousand, or as large or small as the writer's own. */
const ABOUT_ONE = (ONE * 95n) / 100n;

function readsWell({ written }: Measure, amount: Amount, factor: Amount): boolean {
  const [value, writers] = [over(magnitude(amount), factor), over(written.amount, factor)];
  if (written.scale) return true;
  return (value >= ABOUT_ONE || writers < ONE) && (value < whole(1000) || writers >= whole(1000));
}

/**
 * The record's amount in a unit, rounded as far as it stays inside the record's own rounding, but to two digits at least:
 * multiples of ten of one another need no rounding.
 */
function roundedIn(factor: Amount, { amount, step }: WrittenNumber): Amount | undefined {
  const exact = times(over(amount, factor), factor);
  if (exact === amount && hasFewDigits(over(amount, factor))) return amount;
  const { min, max } = roundedInterval({ amount, step });
  for (const unit of steps(over(magnitude(amount), factor))) {
    const rounded = times(nearest(over(amount, factor), unit), factor);
    if (min <= rounded && rounded < max) return rounded;
  }
  return undefined;
}

const MOST_DIGITS = 6;

function hasFewDigits(value: Amount): boolean {
  const digits = value.toString().replace(/^-|0+$/g, '');
  return digits.length <= MOST_DIGITS;
}

/** Units to round to, coarsest first, from the one that leaves two digits of a value to a millionth; 0.99 counts as 1. */
function steps(value: Amount): readonly Amount[] {
  const coarsest = Math.max(0, ((value * 105n) / 100n).toString().length - 2);
  const finest = Math.max(0, coarsest - MOST_DIGITS);
  const powers = Array.from({ length: coarsest - finest + 1 }, (_, index) => coarsest - index);
  return powers.map((power) => 10n ** BigInt(power));
}

function nearest(value: Amount, unit: Amount): Amount {
  const half = value < 0n ? -unit / 2n : unit / 2n;
  return ((value + half) / unit) * unit;
}

/** An amount in a unit of this surface and factor, number and unit joined as the writer joined them. */
function inUnit(
  { text, figure, written, units }: Measure,
  amount: Amount,
  surface: string,
  factor: Amount,
): string {
  const own = unitMeaning(surfaceOfUnit(text, figure), units)?.factor ?? factor;
  const model = { ...written, factor: times(over(written.factor, own), factor) };
  const { numeral, scale } = rewriteNumber(text, model, amount);
  const end = (written.scale ?? written.numeral).end;
  const scaleText = scale ?? sliceOf(text, written.scale);
  const between =
    written.scale && scaleText !== '' ? text.slice(written.numeral.end, written.scale.start) : '';
  const joint = text.slice(end, figure.unitSpan?.start ?? end);
  const head = text.slice(figure.span.start, written.numeral.start);
  const isOne = scaleText === '' && /^(?:1|one)$/i.test(numeral);
  const unit = unitForNumber(surface, isOne || isAttributive(text, figure, units), units);
  return `${head}${numeral}${between}${scaleText}${joint}${unit}`;
}

function sliceOf(text: string, span: Span | undefined): string {
  return span ? text.slice(span.start, span.end) : '';
}

/** "A 6-gigawatt plant", "a 10 gigawatt plant": what stands before a noun as its measure keeps the singular. */
function isAttributive(text: string, figure: Figure, units: UnitTable): boolean {
  const written = surfaceOfUnit(text, figure);
  const number = figure.numbers[0];
  if (!number || unitForNumber(written, true, units) !== written) return false;
  const isHyphened = text.slice(number.numeral.end, figure.unitSpan?.start).includes('-');
  const isOne = over(number.amount, unitMeaning(written, units)?.factor ?? ONE) === ONE;
  return (
    isHyphened ||
    !isOne ||
    /\ban?\s+$/i.test(text.slice(Math.max(0, figure.span.start - 8), figure.span.start))
  );
}
