import type { FactBase } from '../facts/fact-base.ts';
import type { Figure, WrittenNumber } from '../figures/figure.ts';
import { type Amount, digitsOf, over, whole } from '../figures/interval.ts';
import { cover, type Span } from '../text/span.ts';
import { numberWords } from './number-words.ts';
import { rewriteDate } from './rewrite-date.ts';
import { rewriteMeasure, unitOfValue } from './rewrite-measure.ts';
import { rewriteName } from './rewrite-name.ts';
import { rewriteNumber } from './rewrite-number.ts';
import { type Rewrite, withArticle } from './with-article.ts';
import { withCounted } from './with-counted.ts';

/**
 * Write a value of the record in place of a figure, in the writer's own form: symbol, scale word or letter, spacing,
 * hyphens, words or digits, order of a date, per cent or %, case. The record's hedge is not taken over, and the writer's goes
 * where it was true of the wrong number only; a range is written only where the record is one. An article before the
 * figure and the thing counted after it change where they no longer go with it.
 * Offsets: UTF-16 code units of `text`; the span grows over what changes with the figure.
 * Errors: none; `undefined` where the value has no form in the writer's words.
 */
export function rewriteFigure(
  text: string,
  figure: Figure,
  value: Figure,
  facts: FactBase,
): Rewrite | undefined {
  const bare = rewriteBare(text, figure, value, facts);
  const counted = bare && withCounted(text, bare, figure);
  return counted && withArticle(text, withoutHedge(text, counted, figure, value));
}

function rewriteBare(
  text: string,
  figure: Figure,
  value: Figure,
  facts: FactBase,
): Rewrite | undefined {
  const replace = (replacement: string | undefined): Rewrite | undefined =>
    replacement === undefined ? undefined : { span: figure.span, text: replacement };
  if (figure.kind === 'name') return rewriteName(text, figure, value, facts);
  if (figure.kind === 'date') return replace(rewriteDate(text, figure, value));
  if (figure.kind === 'version') return replace(value.surface);
  if (figure.kind === 'ratio') return replace(rewriteFraction(text, figure, value));
  if (value.numbers.length === 0) return rewriteAsVague(text, figure, value);
  if (figure.numbers.length === 0) return undefined;
  if (figure.kind === 'duration') return replace(rewriteDuration(text, figure, value));
  if (figure.kind === 'quantity')
    return (
      replace(rewriteMeasure(text, figure, value, facts.units)) ??
      rewriteQuantity(text, figure, value)
    );
  return rewriteQuantity(text, figure, value);
}

/**
 * Hedges that go with the number they were true of: "nearly $45 million" becomes "$38 million". Words that also say where
 * a number went ("rose above $40 million", "approaching") are part of the sentence and stay.
 */
const DROPPED_HEDGES =
  /^(?:nearly|almost|just under|not quite|over|just over|a little over|more than|well over|(?:far|much|considerably|significantly|substantially) more than|at least|at most|upwards? of|under|well under|less than|fewer than|up to|(?:no|not) (?:more|less) than|no fewer than|as (?:much|many) as|- plus|plus|\+|or (?:more|less|fewer|higher)|[<>])$/;

function withoutHedge(text: string, rewrite: Rewrite, { hedge }: Figure, value: Figure): Rewrite {
  if (!hedge || hedge.kind === value.hedge?.kind || !DROPPED_HEDGES.test(hedge.surface))
    return rewrite;
  const span = cover(rewrite.span, hedge.span);
  const isCapital = span.start === hedge.span.start && /^[A-Z]/.test(text.slice(span.start));
  const replacement = isCapital
    ? rewrite.text.charAt(0).toUpperCase() + rewrite.text.slice(1)
    : rewrite.text;
  return { span, text: replacement };
}

/** "29 percent" for "a third", with the "of" that "one in three" goes without. */
function rewriteFraction(text: string, { span, unit }: Figure, value: Figure): string | undefined {
  const [recorded] = value.numbers;
  if (value.kind !== 'percent' || !recorded || unit !== '') return undefined;
  const percent = /\bper cent\b/.test(text) ? 'per cent' : 'percent';
  const isShare = /\b(?:in|out of)\b/.test(text.slice(span.start, span.end));
  const needsOf = isShare && /^\s+(?!of\b)[A-Za-z]/.test(text.slice(span.end, span.end + 8));
  return `${digitsOf(over(recorded.amount, recorded.factor))} ${percent}${needsOf ? ' of' : ''}`;
}

/** "Hundreds of thousands" for whatever stood there, with "of" before the thing counted. */
function rewriteAsVague(text: string, figure: Figure, value: Figure): Rewrite {
  const isCapital = /^[A-Z]/.test(figure.surface);
  const words = isCapital
    ? value.surface.charAt(0).toUpperCase() + value.surface.slice(1)
    : value.surface;
  const needsOf =
    figure.numbers.length > 0 &&
    /^\s+(?!of\b)[A-Za-z]/.test(text.slice(figure.span.end, figure.span.end + 8));
  return { span: figure.span, text: needsOf ? `${words} of` : words };
}

function rewriteQuantity(text: string, figure: Figure, value: Figure): Rewrite | undefined {
  const [first] = figure.numbers;
  const last = figure.numbers.at(-1);
  const [low, high] = value.numbers;
  if (!first || !last || !low) return undefined;
  const model = withUnitOf(
    figure,
    value,
    figure.numbers.length > 1 ? withScaleOf(first, last) : first,
  );
  const rewritten = rewriteNumber(text, model, low.amount, low);
  const upper = high && rewriteNumber(text, model, high.amount, high);
  const isRange = upper !== undefined && upper.scale === rewritten.scale;
  const joint = isRange ? jointOf(text, first, last, rewritten.scale) : undefined;
  const numeral = isRange
    ? `${rewritten.numeral}${joint ?? '–'}${upper.numeral}`
    : rewritten.numeral;
  const scale = last.scale && (rewritten.scale ?? text.slice(last.scale.start, last.scale.end));
  const head = text.slice(figure.span.start, first.numeral.start);
  const between = last.scale && scale !== '' ? text.slice(last.numeral.end, last.scale.start) : '';
  const end = (last.scale ?? last.numeral).end;
  const tail = unitLike(text, figure, value, end);
  return {
    span: joint === undefined ? withBetween(text, figure) : figure.span,
    text: `${head}${numeral}${between}${scale ?? ''}${tail}`,
  };
}

/** What a writer puts between the numbers of a range, "-" or "bn to $"; undefined where none is or its scale has to change. */
function jointOf(
  text: string,
  first: WrittenNumber,
  last: WrittenNumber,
  newScale: string | undefined,
): string | undefined {
  const isKept = first !== last && (!first.scale || newScale === undefined);
  return isKept ? text.slice(first.numeral.end, last.numeral.start) : undefined;
}

/** In a range the first number often takes its scale from the second. */
function withScaleOf(first: WrittenNumber, last: WrittenNumber): WrittenNumber {
  return last.scale ? { ...first, scale: last.scale, factor: last.factor } : first;
}

/** Where basis points were taken for per cent, or the other way round, one of the numeral is what the record's unit makes it. */
function withUnitOf(figure: Figure, value: Figure, number: WrittenNumber): WrittenNumber {
  const recorded = value.numbers[0];
  const isOtherUnit = figure.kind !== value.kind && figure.unitSpan !== null && figure.unit === '%';
  return isOtherUnit && recorded ? { ...number, factor: recorded.factor } : number;
}

/** What follows the number: the unit, changed where per cent and percentage points were mixed up. */
function unitLike(text: string, figure: Figure, value: Figure, from: number): string {
  const tail = text.slice(from, figure.span.end);
  if (figure.kind === value.kind || !figure.unitSpan) return tail;
  const unit = text.slice(figure.unitSpan.start, figure.unitSpan.end);
  const gap = text.slice(from, figure.unitSpan.start);
  if (value.kind !== 'percent') {
    const points = /^b/i.test(unitOfValue(value)) ? 'basis points' : 'percentage points';
    return `${gap.trim() === '' ? ' ' : gap}${points}`;
  }
  if (/^(?:pp|ppts?|bps)$/i.test(unit)) return '%';
  const isBritish = /\bper cent\b/.test(text);
  return `${gap}${isBritish ? 'per cent' : 'percent'}`;
}

/** A range after "between" gives way to a single number with the "between". */
function withBetween(text: string, { span, numbers }: Figure): Span {
  if (numbers.length < 2) return span;
  const match = /\bbetween\s+$/.exec(text.slice(Math.max(0, span.start - 12), span.start));
  return match ? { start: span.start - match[0].length, end: span.end } : span;
}

const UNIT_WORDS: Readonly<Record<string, string>> = {
  a: 'year',
  mo: 'month',
  wk: 'week',
  d: 'day',
  h: 'hour',
  min: 'minute',
  s: 'second',
};
const MONTHS_PER_YEAR = 12n;
/** Longer stretches read better in the record's own unit: seven years, not eighty-four months. */
const MOST_MONTHS = whole(36);

/** In the writer's unit where that comes out whole, else in the record's. */
function rewriteDuration(text: string, figure: Figure, value: Figure): string | undefined {
  const [written] = figure.numbers;
  const [recorded] = value.numbers;
  if (!written || !recorded || !figure.unitSpan) return undefined;
  const amount = inUnit(recorded.amount, value.unit, figure.unit);
  const inWriters = amount === undefined ? undefined : over(amount, written.factor);
  const unitText = text.slice(figure.unitSpan.start, figure.unitSpan.end);
  const joint = text.slice((written.scale ?? written.numeral).end, figure.unitSpan.start);
  const isWhole = inWriters !== undefined && inWriters % whole(1) === 0n;
  const isPlain = isWhole && inWriters <= MOST_MONTHS;
  const isOwnUnit = figure.unit === value.unit && (isWhole || written.factor === recorded.factor);
  if (isPlain || isOwnUnit) {
    const { numeral } = rewriteNumber(text, written, amount ?? 0n);
    return `${numeral}${joint}${isAttributive(text, figure, joint) ? unitText : pluralLike(unitText, numeral)}`;
  }
  const unit = UNIT_WORDS[value.unit];
  if (unit === undefined) return undefined;
  const digits = digitsOf(recorded.amount);
  const words = written.form === 'words' ? numberWords(Number(digits)) : undefined;
  const isSingular = digits === '1' || isAttributive(text, figure, joint);
  return `${words ?? digits}${joint === '' ? ' ' : joint}${isSingular ? unit : `${unit}s`}`;
}

function inUnit(amount: Amount, from: string, to: string): Amount | undefined {
  if (from === to) return amount;
  if (from === 'a' && to === 'mo') return amount * MONTHS_PER_YEAR;
  if (from === 'mo' && to === 'a')
    return amount % MONTHS_PER_YEAR === 0n ? amount / MONTHS_PER_YEAR : undefined;
  return undefined;
}

/** "One year", "seven years". Shortened units stay as they are. */
function pluralLike(unit: string, numeral: string): string {
  if (unit.length < 3) return unit;
  if (isOne(numeral)) return unit.replace(/s$/, '');
  return /s$/.test(unit) ? unit : `${unit}s`;
}

/** "A seven-year pact", "a 7 year pact": what stands before a noun as its measure keeps the singular. */
function isAttributive(text: string, { span, numbers, unitSpan }: Figure, joint: string): boolean {
  if (joint.includes('-')) return true;
  const [number] = numbers;
  if (!number || !unitSpan || /s$/.test(text.slice(unitSpan.start, unitSpan.end))) return false;
  const hasArticle = /\ban?\s+$/i.test(text.slice(Math.max(0, span.start - 8), span.start));
  return hasArticle || !isOne(text.slice(number.numeral.start, number.numeral.end));
}

function isOne(numeral: string): boolean {
  return /^(?:one|1|an?)$/i.test(numeral);
}
