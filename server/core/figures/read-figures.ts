import { cover, type Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import {
  CURRENCY_SIGNS,
  SCALE_WORDS,
  VAGUE_COUNTS,
  VAGUE_SCALES,
  VERBS_WITH_OVER,
} from './english.ts';
import {
  bareFigure,
  type Figure,
  type FigureKind,
  type Hedge,
  type WrittenNumber,
} from './figure.ts';
import { type Form, formsAt } from './forms.ts';
import { hedgesAfter, hedgesBefore, type RankedPhrase } from './hedge-phrases.ts';
import { fractionInterval, hedgedInterval, roundedInterval, type Side } from './hedges.ts';
import {
  type Amount,
  closed,
  type Interval,
  magnitude,
  ONE,
  over,
  times,
  whole,
} from './interval.ts';
import { isNoFigure } from './no-figure.ts';
import { readDate, readNamedDay, readStretch } from './read-date.ts';
import { readMultiple } from './read-multiple.ts';
import { type NumberRead, readHalf, readNumber, readOneArticle } from './read-number.ts';
import { readRatio } from './read-ratio.ts';
import { currencyCode, readUnit, type UnitRead } from './read-unit.ts';
import type { UnitTable } from './units.ts';

/** What the grammar needs to know besides the text. */
export interface GrammarOptions {
  readonly units: UnitTable;
  /** The day a relative or yearless date is read as of, in days since 1970-01-01. */
  readonly asOf: number;
  readonly side: Side;
}

/**
 * Read every figure of a piece of prose, names excepted, in the order of the text.
 *
 *     > a seven-year, $38 billion deal of November 3
 *         ^^^^^^^^^^  ^^^^^^^^^^^         ^^^^^^^^^^
 *
 * Units: as each figure says; amounts are exact.
 * Offsets: UTF-16 code units of `text`, of which `tokens` are the tokens.
 * Errors: none; what is no figure is passed over. Linear in the length of the text.
 */
export function readFigures(
  text: string,
  tokens: readonly Token[],
  options: GrammarOptions,
): readonly Figure[] {
  const figures: Figure[] = [];
  let at = 0;
  while (at < tokens.length) {
    const read = readFigure(tokens, at, options);
    if (read) {
      const { start, end } = read.figure.span;
      figures.push({ ...read.figure, surface: text.slice(start, end) });
    }
    at = read?.next ?? at + 1;
  }
  return figures;
}

interface FigureRead {
  readonly figure: Figure;
  readonly next: number;
}

function readFigure(
  tokens: readonly Token[],
  at: number,
  options: GrammarOptions,
): FigureRead | undefined {
  for (const form of formsAt(tokens[at])) {
    const read = READERS[form](tokens, at, options);
    if (read) return read;
  }
  return undefined;
}

type Reader = (
  tokens: readonly Token[],
  at: number,
  options: GrammarOptions,
) => FigureRead | undefined;

const READERS: Readonly<Record<Form, Reader>> = {
  holiday: (tokens, at, { asOf }) => readNamedDay(tokens, at, asOf),
  stretch: (tokens, at, { asOf }) => readStretch(tokens, at, asOf),
  date: (tokens, at, { asOf }) => readDate(tokens, at, asOf),
  vague: readVague,
  several: readSeveral,
  version: readVersion,
  fraction: readFraction,
  multiple: readTimesAsMuch,
  amount: readAmount,
};

/** `16.2.1`, `v3.2`, `version 17`: compared as written, never as a decimal. A bare `V12` may be anything's name. */
function readVersion(tokens: readonly Token[], at: number): FigureRead | undefined {
  const first = tokens[at];
  if (!first) return undefined;
  let next = at + 1;
  const follows = (): boolean =>
    tokens[next]?.text === '.' &&
    !tokens[next]?.spaced &&
    tokens[next + 1]?.kind === 'number' &&
    !tokens[next + 1]?.spaced;
  while (follows()) next += 2;
  const isDotted =
    next > at + 1 && (first.kind === 'word' || first.text.includes('.') || next > at + 3);
  const before = tokens[at - 1]?.lower;
  const isNamed = first.text.startsWith('v') || before === 'version' || before === 'release';
  if (!isNamed && !isDotted) return undefined;
  const last = tokens[next - 1] ?? first;
  return { figure: bareFigure('version', { start: first.start, end: last.end }), next };
}

/** A number with its currency or unit, and the second one of a range. */
function readAmount(
  tokens: readonly Token[],
  at: number,
  options: GrammarOptions,
): FigureRead | undefined {
  const first = readTerm(tokens, at, options);
  if (!first) return undefined;
  const second = readRangeEnd(tokens, at, first, options);
  const term = second ? joined(first, second) : first;
  if (!second && !isFigure(tokens, at, first)) return undefined;
  return finish(tokens, at, term, second ? [first.number, second.number] : [first.number], options);
}

/** One number with what belongs to it. */
interface Term {
  readonly kind: FigureKind;
  readonly unit: string;
  readonly factor: Amount;
  readonly number: WrittenNumber;
  readonly span: Span;
  readonly unitSpan: Span | null;
  readonly sign: -1 | 0 | 1;
  readonly next: number;
}

function readTerm(
  tokens: readonly Token[],
  at: number,
  { units }: GrammarOptions,
  rangeOf?: FigureKind,
): Term | undefined {
  const sign = readSign(tokens, at) ?? readMinus(tokens, at) ?? { value: 0, next: at };
  const currency = readCurrencySign(tokens, sign.next);
  if (currency && tokens[at]?.kind === 'word' && sign.value !== 0) return undefined;
  const innerSign = currency && sign.value === 0 ? readSign(tokens, currency.next) : undefined;
  const numberAt = innerSign?.next ?? currency?.next ?? sign.next;
  const head = tokens[numberAt];
  if (head?.kind === 'number' && !currency && isNoFigure(tokens, numberAt)) return undefined;
  const isLettered = currency || rangeOf === 'money' || countLetters(tokens, numberAt);
  const read = readNumber(tokens, numberAt, isLettered ? 'allowed' : 'words-only');
  const start = tokens[at]?.start;
  if (!read) return sign.value === 0 && !currency ? readWithArticle(tokens, at, units) : undefined;
  if (start === undefined) return undefined;
  const unit: UnitRead | undefined = currency ? undefined : readUnit(tokens, read.next, units);
  const numberEnd = (read.number.scale ?? read.number.numeral).end;
  return {
    kind: currency ? 'money' : (unit?.kind ?? 'number'),
    unit: currency?.unit ?? unit?.unit ?? '',
    factor: unit?.factor ?? ONE,
    number: scaled(read.number, unit?.factor ?? ONE),
    span: { start, end: unit?.span.end ?? numberEnd },
    unitSpan: unit?.span ?? currency?.span ?? null,
    sign: innerSign?.value ?? sign.value,
    next: unit?.next ?? read.next,
  };
}

/** `half a percent`, `half an hour`, `a decade`, `a gigawatt`; `a year` only where it is plainly a length ("for a year"). */
function readWithArticle(tokens: readonly Token[], at: number, units: UnitTable): Term | undefined {
  const half = readHalf(tokens, at);
  // Most articles stand before no unit: that is looked at first.
  const unit = readUnit(tokens, half?.next ?? at + 1, units);
  if (!unit || unit.unit === 's') return undefined;
  if (!half && !isLength(tokens, at, unit) && !isOneOf(tokens, at, unit)) return undefined;
  const read = half ?? readOneArticle(tokens, at);
  return read && termOf(read, unit);
}

function isLength(tokens: readonly Token[], at: number, { kind, next }: UnitRead): boolean {
  if (kind !== 'duration' || tokens[at + 1]?.text === '-') return false;
  if (/^(?:ago|earlier|later|before|after|from)$/.test(tokens[next]?.lower ?? '')) return false;
  return tokens[at + 1]?.lower === 'decade' || LASTS.test(tokens[at - 1]?.lower ?? '');
}

/** "Adding a gigawatt", and not "$50 billion a gigawatt", "homes per megawatt". */
function isOneOf(tokens: readonly Token[], at: number, { kind }: UnitRead): boolean {
  const before = tokens[at - 1];
  const { text = '', lower = '' } = tokens[at + 1] ?? {};
  if (kind !== 'quantity' || !PREFIXED.test(lower) || text !== lower) return false;
  return before?.kind === 'word' && !OF_AN_AMOUNT.test(before.lower);
}

const PREFIXED = /^(?:kilo|mega|giga|tera|peta|exa)[a-z]+/;
/** What ends an amount that is then said to be of one: "cents", "billion". */
const OF_AN_AMOUNT = /(?:s|llion|bn|tn|thousand|hundred|dollar|euro|pound|cent|each)$/;

const LASTS = /^(?:for|lasts|lasted|lasting|spans)$/;

function termOf({ number, next }: NumberRead, unit: UnitRead): Term {
  return {
    kind: unit.kind,
    unit: unit.unit,
    factor: unit.factor,
    number: scaled(number, unit.factor),
    span: { start: number.numeral.start, end: unit.span.end },
    unitSpan: unit.span,
    sign: 0,
    next: unit.next ?? next,
  };
}

function scaled(number: WrittenNumber, factor: Amount): WrittenNumber {
  if (factor === ONE) return number;
  return {
    ...number,
    factor: times(number.factor, factor),
    amount: times(number.amount, factor),
    step: times(number.step, factor),
  };
}

/** A sign that belongs to the number: not a hyphen between words, nor a dash between thoughts. */
function readSign(tokens: readonly Token[], at: number): Sign | undefined {
  const token = tokens[at];
  if (token?.text !== '-' && token?.text !== '+') return undefined;
  const before = tokens[at - 1];
  const isFree =
    token.spaced || before === undefined || before.text === '(' || CURRENCY_SIGNS.has(before.text);
  if (!isFree || tokens[at + 1]?.spaced !== false) return undefined;
  return { value: token.text === '-' ? -1 : 1, next: at + 1 };
}

interface Sign {
  readonly value: -1 | 0 | 1;
  readonly next: number;
}

/** `minus 4 percent`; after a number it takes away: "five minus two". */
function readMinus(tokens: readonly Token[], at: number): Sign | undefined {
  const isMinus = tokens[at]?.lower === 'minus' && tokens[at + 1]?.kind === 'number';
  return isMinus && tokens[at - 1]?.kind !== 'number' ? { value: -1, next: at + 1 } : undefined;
}

/** `$`, `US$`, `£`, `USD` before an amount. */
function readCurrencySign(tokens: readonly Token[], at: number) {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (!first) return undefined;
  if (second && !second.spaced && first.kind === 'word') {
    const unit = CURRENCY_SIGNS.get(first.text + second.text);
    if (unit) return { unit, next: at + 2, span: cover(first, second) };
  }
  const code = second?.kind === 'number' || second?.text === '$' ? currencyCode(first) : undefined;
  const hasBoth = code !== undefined && second?.text === '$';
  const unit = CURRENCY_SIGNS.get(first.text) ?? code;
  if (unit === undefined) return undefined;
  return {
    unit,
    next: hasBoth ? at + 2 : at + 1,
    span: hasBoth ? cover(first, second) : { start: first.start, end: first.end },
  };
}

/** `25M homes`: a scale letter without a currency, when a word follows that is no measure of length. */
function countLetters(tokens: readonly Token[], at: number): boolean {
  const [letter, after] = [tokens[at + 1], tokens[at + 2]];
  if (letter?.kind !== 'word' || letter.spaced || letter.text.length !== 1) return false;
  if (letter.text === 'K' && tokens[at]?.text.length === 1) return PLURAL.test(after?.lower ?? '');
  if (letter.text === 'm') {
    if (after?.kind === 'word' && after.spaced) return !NOT_COUNTED.has(after.lower);
    return isLabelledCount(tokens, at);
  }
  return letter.text !== 't' && letter.text !== 'b';
}

/** `Passengers, 2025: 84.3m`: a label in the plural, unless it is one of measures. */
function isLabelledCount(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.text !== ':') return false;
  for (let before = at - 2; before >= Math.max(0, at - LABEL_REACH); before--) {
    const { kind, text, lower = '' } = tokens[before] ?? {};
    if (text === '.' || text === ';') return false;
    if (kind === 'word' && PLURAL.test(lower)) return !MEASURES.has(lower);
  }
  return false;
}

/** How far before a figure the noun of its label may stand, in tokens: `Weekly users, 2025: 84m (2024:`. */
const LABEL_REACH = 12;
const MEASURES: ReadonlySet<string> = new Set(
  'dimensions metres meters measurements metrics'.split(' '),
);

const NOT_COUNTED: ReadonlySet<string> = new Set([
  'high',
  'long',
  'tall',
  'wide',
  'deep',
  'above',
  'below',
  'away',
  'of',
  'in',
  'from',
  'and',
  'or',
  'by',
  'at',
  'to',
  'on',
  'off',
  'apart',
  'across',
  'up',
  'down',
  'per',
]);

/**
 * The far end of `13–14 billion`, `between 30 and 40 gigawatts`, `28% to 30%`. "From x to y" is a change, no range, and so is
 * "by $6bn to $22bn", where both are written out and far apart.
 */
function readRangeEnd(
  tokens: readonly Token[],
  at: number,
  first: Term,
  options: GrammarOptions,
): Term | undefined {
  const isHanging = tokens[first.next]?.text === '-' && tokens[first.next + 1]?.lower === 'to';
  const jointAt = isHanging ? first.next + 1 : first.next;
  const joint = tokens[jointAt];
  if (!joint) return undefined;
  const before = tokens[at - 1]?.lower;
  const isDash =
    (joint.text === '-' || joint.text === '–') &&
    !joint.spaced &&
    tokens[first.next + 1]?.spaced === false;
  const isTo = joint.lower === 'to' && before !== 'from';
  const isAnd = joint.lower === 'and' && before === 'between';
  if (!isDash && !isTo && !isAnd) return undefined;
  const second = readTerm(tokens, jointAt + 1, options, first.kind);
  if (second?.sign !== 0) return undefined;
  const isBareFirst =
    first.kind === 'number' || (first.kind === 'money' && second.kind === 'number');
  const isSame = first.kind === second.kind && first.unit === second.unit;
  if (!isSame && !isBareFirst) return undefined;
  const { amount } = sharedScale(first, second).number;
  const isLevel = isTo && before === 'by' && !isBareFirst && amount * 2n < second.number.amount;
  return amount < second.number.amount && !isLevel ? second : undefined;
}

/** The first number of a range takes the scale and the unit that only the second one carries. */
function sharedScale(first: Term, second: Term): Term {
  const takesScale = first.number.scale === undefined && second.number.scale !== undefined;
  const takesUnit = first.kind === 'number' && second.kind !== 'number' && second.factor !== ONE;
  const scale = over(second.number.factor, second.factor);
  const factor = times(takesScale ? scale : ONE, takesUnit ? second.factor : ONE);
  return { ...first, number: scaled(first.number, factor) };
}

function joined(first: Term, second: Term): Term {
  const unit = first.kind === 'number' ? second : first;
  return {
    ...unit,
    number: sharedScale(first, second).number,
    span: { start: first.span.start, end: second.span.end },
    unitSpan: second.unitSpan ?? first.unitSpan,
    next: second.next,
  };
}

/**
 * Bare small number words ("one", "two") are figures only where they count something, and bare digits after a
 * capitalised word (`Windows 11`) are part of a name.
 */
function isFigure(tokens: readonly Token[], at: number, term: Term): boolean {
  if (term.kind !== 'number' || term.number.scale) return true;
  if (term.number.form === 'digits') return !isLabel(tokens, at, term.next);
  if (term.number.amount >= THOUSAND) return true;
  return isCounted(tokens, term.next) && PLURAL.test(tokens[term.next]?.lower ?? '');
}

const THOUSAND = whole(1000);
const PLURAL = /(?:s|people|staff|men|women|children)$/;

/**
 * Whether bare digits are part of a name or of an outline: "the iPhone 17 there", "ISO 9001 rules", "a 737", "# 3 Results",
 * but not "In Norway 12 ships".
 */
function isLabel(tokens: readonly Token[], at: number, next: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[next]];
  if (!token || token.text.length > 4) return false;
  const isThings = isCounted(tokens, next) && PLURAL.test(after?.lower ?? '');
  if (before === undefined) return isSectionNumber(token, after);
  if (before.kind !== 'word') return false;
  if (before.lower === 'a' || before.lower === 'an') return !isThings && after?.text !== '-';
  if (before.text === before.lower) return false;
  if (!isThings) return token.text.length <= 3 || isCounted(tokens, next);
  return /[A-Z]$/.test(before.text) && before.text.length > 1;
}

/** `3 Results`, `4.2 Method`, at the very start. */
function isSectionNumber(token: Token, after: Token | undefined): boolean {
  const isTitle = after?.kind === 'word' && after.spaced && after.text !== after.lower;
  return isTitle && /^\d{1,2}(?:\.\d+)?$/.test(token.text);
}

const UNCOUNTED: ReadonlySet<string> = new Set([
  'and',
  'or',
  'but',
  'in',
  'on',
  'at',
  'by',
  'to',
  'from',
  'for',
  'of',
  'as',
  'with',
  'than',
  'per',
  'is',
  'are',
  'was',
  'were',
  'has',
  'have',
  'had',
  'will',
  'would',
  'a',
  'an',
  'the',
  'this',
  'that',
  'while',
  'when',
  'which',
  'after',
  'its',
]);

function isCounted(tokens: readonly Token[], at: number): boolean {
  const token = tokens[tokens[at]?.text === '-' ? at + 1 : at];
  return token?.kind === 'word' && !UNCOUNTED.has(token.lower);
}

function finish(
  tokens: readonly Token[],
  at: number,
  term: Term,
  written: readonly WrittenNumber[],
  options: GrammarOptions,
): FigureRead {
  const hedge = readHedge(tokens, at, term.next, term.kind);
  const countedAt = hedge ? indexAfter(tokens, term.next, hedge) : term.next;
  const kind = term.kind === 'number' && isCounted(tokens, countedAt) ? 'count' : term.kind;
  const isRange = written.length > 1;
  const last = written[1];
  const first = isRange ? term.number : written[0];
  const numbers = isRange && first && last ? [first, last] : written;
  const sign = term.sign === -1 ? -1n : 1n;
  const interval = isRange
    ? rangeInterval(numbers)
    : intervalOf(numbers[0], hedge, options.side, sign);
  return {
    figure: {
      ...bareFigure(kind, term.span),
      unit: term.unit,
      value: sign * (numbers[0]?.amount ?? 0n),
      interval,
      hedge: isRange ? { kind: 'range', span: term.span, surface: '' } : hedge,
      numbers,
      unitSpan: term.unitSpan,
      direction: term.sign,
    },
    next: term.next,
  };
}

/** The token after a hedge that stands behind its number: `140 or so ships`. */
function indexAfter(tokens: readonly Token[], next: number, { span }: Hedge): number {
  let at = next;
  while (at < tokens.length && (tokens[at]?.start ?? 0) < span.end) at++;
  return at;
}

function rangeInterval(numbers: readonly WrittenNumber[]): Interval | null {
  const [low, high] = numbers;
  if (!low || !high) return null;
  const { min } = roundedInterval(low);
  return { ...roundedInterval(high), min };
}

function intervalOf(
  number: WrittenNumber | undefined,
  hedge: Hedge | null,
  side: Side,
  sign: bigint,
): Interval | null {
  if (!number) return null;
  const amount = sign * number.amount;
  if (!hedge || hedge.kind === 'range' || hedge.kind === 'vague') {
    return roundedInterval({ amount, step: number.step });
  }
  return hedgedInterval(hedge.kind, amount, side);
}

/**
 * The hedge beside a figure, the longest there is. "Over seven years" is a stretch of time, not more than seven: before a
 * duration the prepositions of time are no hedge. Nor is the "over" of "turned over $3bn".
 */
function readHedge(
  tokens: readonly Token[],
  at: number,
  next: number,
  kind: FigureKind,
): Hedge | null {
  const plus = plusWithin(tokens, at, next);
  if (plus) return plus;
  const isWritten = ({ words }: RankedPhrase, start: number): boolean =>
    words.every((word, index) => tokens[start + index]?.lower === word);
  const before = hedgesBefore(tokens[at - 1]?.lower).find(
    (phrase) =>
      isWritten(phrase, at - phrase.words.length) &&
      !(phrase.words.length === 1 && phrase.words[0] === 'over' && isNoHedge(tokens, at - 1, kind)),
  );
  const after = hedgesAfter(tokens[next]?.lower).find(
    (phrase) =>
      isWritten(phrase, next) &&
      !(phrase.words[0] === 'plus' && tokens[next + 1]?.kind === 'number'),
  );
  const isBefore = before && (!after || before.rank < after.rank);
  const phrase = isBefore ? before : after;
  if (!phrase) return null;
  const start = isBefore ? at - phrase.words.length : next;
  const [first, last] = [tokens[start], tokens[start + phrase.words.length - 1]];
  if (!first || !last) return null;
  const surface = phrase.words.join(' ');
  return { kind: phrase.kind, span: { start: first.start, end: last.end }, surface };
}

/** The plus of `$100+ billion`, between a number and its scale. */
function plusWithin(tokens: readonly Token[], at: number, next: number): Hedge | null {
  for (let index = at + 1; index < next - 1; index++) {
    const token = tokens[index];
    if (token?.text === '+' && tokens[index - 1]?.kind === 'number')
      return { kind: 'over', span: { start: token.start, end: token.end }, surface: '+' };
  }
  return null;
}

function isNoHedge(tokens: readonly Token[], over: number, kind: FigureKind): boolean {
  return kind === 'duration' || VERBS_WITH_OVER.test(tokens[over - 1]?.lower ?? '');
}

/** `dozens`, `hundreds of thousands`, `tens of billions of dollars`. */
function readVague(
  tokens: readonly Token[],
  at: number,
  options: GrammarOptions,
): FigureRead | undefined {
  const first = tokens[at];
  const bounds = first && VAGUE_COUNTS.get(first.lower);
  if (!first || !bounds || tokens[at - 1]?.kind === 'number') return undefined;
  const second = tokens[at + 1]?.lower === 'of' ? tokens[at + 2] : undefined;
  const power =
    second && VAGUE_COUNTS.has(second.lower) ? SCALE_WORDS.get(second.lower) : undefined;
  const scale = second && power !== undefined ? whole(10 ** power) : ONE;
  const last = second && power !== undefined ? second : first;
  const next = last === first ? at + 1 : at + 3;
  const unit = tokens[next]?.lower === 'of' ? readUnit(tokens, next + 1, options.units) : undefined;
  const span = { start: first.start, end: last.end };
  const min = times(whole(bounds[0]), scale);
  const max = scale === ONE ? whole(bounds[1]) : times(whole(bounds[1] + 1), scale) - ONE;
  const factor = unit?.factor ?? ONE;
  return {
    figure: {
      ...bareFigure(unit?.kind ?? 'count', span),
      unit: unit?.unit ?? '',
      value: times(min, factor),
      interval: closed(times(min, factor), times(magnitude(max), factor)),
      hedge: { kind: 'vague', span, surface: '' },
      unitSpan: unit?.span ?? null,
    },
    next,
  };
}

/** `several hundred`, `a few dozen`, `several hundred thousand`, `a few billion dollars`. */
function readSeveral(
  tokens: readonly Token[],
  at: number,
  { units }: GrammarOptions,
): FigureRead | undefined {
  const first = tokens[at];
  const scaleAt = first && severalEnd(tokens, at);
  const scale = scaleAt === undefined ? undefined : tokens[scaleAt];
  const bounds = VAGUE_SCALES.get(scale?.lower ?? '');
  if (!first || scaleAt === undefined || !scale || !bounds) return undefined;
  const second = tokens[scaleAt + 1];
  const power = bounds[0] < 1000 ? SCALE_WORDS.get(second?.lower ?? '') : undefined;
  const isDouble = second !== undefined && power !== undefined && power >= 3;
  const next = isDouble ? scaleAt + 2 : scaleAt + 1;
  const unit = readUnit(tokens, tokens[next]?.lower === 'of' ? next + 1 : next, units);
  const factor = times(unit?.factor ?? ONE, isDouble ? whole(10 ** power) : ONE);
  const span = { start: first.start, end: (isDouble ? second : scale).end };
  const min = times(whole(bounds[0]), factor);
  return {
    figure: {
      ...bareFigure(unit?.kind ?? 'count', span),
      unit: unit?.unit ?? '',
      value: min,
      interval: closed(min, times(whole(bounds[1]), factor)),
      hedge: { kind: 'vague', span, surface: '' },
      unitSpan: unit?.span ?? null,
    },
    next,
  };
}

/** The index after `several` or `a few`. */
function severalEnd(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at]?.lower === 'several') return at + 1;
  return tokens[at]?.lower === 'a' && tokens[at + 1]?.lower === 'few' ? at + 2 : undefined;
}

/** `a third`, `two-thirds of`, `one in four`, `6:1`, with the hedge that stands before it. */
function readFraction(
  tokens: readonly Token[],
  at: number,
  { units }: GrammarOptions,
): FigureRead | undefined {
  const ratio = readRatio(tokens, at, units);
  if (!ratio) return undefined;
  const { value, span, next } = ratio;
  const hedge = readHedge(tokens, at, next, 'ratio');
  const kind = hedge && hedge.kind !== 'range' && hedge.kind !== 'vague' ? hedge.kind : null;
  const written = { form: 'words', decimals: 0, grouped: false, factor: ONE } as const;
  const number = { ...written, numeral: span, amount: value, step: value / 4n };
  return {
    figure: {
      ...bareFigure('ratio', span),
      value,
      interval: ratio.isExact
        ? roundedInterval({ amount: value, step: ONE })
        : fractionInterval(kind, value),
      hedge,
      numbers: ratio.isExact ? [] : [number],
    },
    next,
  };
}

/** `doubled`, `tenfold`, `3x`: a ratio to what was there before, so that it allows no interval of what is there now. */
function readTimesAsMuch(tokens: readonly Token[], at: number): FigureRead | undefined {
  const multiple = readMultiple(tokens, at);
  if (!multiple || isGlued(tokens, at)) return undefined;
  const [first, last] = [tokens[at], tokens[multiple.next - 1]];
  if (!first || !last) return undefined;
  const { value, next } = multiple;
  return { figure: { ...bareFigure('ratio', cover(first, last)), value }, next };
}

/** The 3 of `R-3x`, of `.3x`. */
function isGlued(tokens: readonly Token[], at: number): boolean {
  return (
    at > 0 &&
    tokens[at]?.kind === 'number' &&
    tokens[at]?.spaced === false &&
    tokens[at - 1]?.text !== '('
  );
}
