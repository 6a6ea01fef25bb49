import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { CARDINALS, SCALE_LETTERS, SCALE_WORDS } from './english.ts';
import type { WrittenNumber } from './figure.ts';
import { type Amount, amountFromDigits, ONE, powerOfTen, whole } from './interval.ts';

/** A number that was read, and the index of the token after it. */
export interface NumberRead {
  readonly number: WrittenNumber;
  readonly next: number;
}

/** Whether scale letters may be read: `$38B`, `$38 m` and `25M homes`, but not `12 m`. */
export type ScaleLetters = 'allowed' | 'words-only';

/**
 * Read one number with its scale word: `38 billion`, `$38bn`'s `38bn`, `43,000 million`, `thirty-eight billion`,
 * `half a trillion`, `two thousand five hundred`, `a dozen`.
 *
 * Units: none; `amount` and `step` are exact, scale included.
 * Offsets: as the tokens'.
 * Errors: none; anything that is no number gives `undefined`.
 */
export function readNumber(
  tokens: readonly Token[],
  at: number,
  letters: ScaleLetters,
): NumberRead | undefined {
  const numeral = tokens[at]?.kind === 'number' ? readDigits(tokens, at) : readWords(tokens, at);
  const read = numeral && withScale(numeral, tokens, letters);
  return read?.number.form === 'words' ? withLesserScales(tokens, read) : read;
}

/**
 * The half of something: `half a percent`, `half an hour`; the unit is the next token, whatever it is.
 * Errors: none; `undefined` where no "half a" stands.
 */
export function readHalf(tokens: readonly Token[], at: number): NumberRead | undefined {
  const [half, article] = [tokens[at], tokens[at + 1]];
  if (half?.lower !== 'half' || !article || !/^an?$/.test(article.lower)) return undefined;
  return wordsRead({ start: half.start, end: article.end }, ONE / 2n, ONE / 10n, at + 2);
}

/** Who says "a decade" for one has not rounded to the nearest ten years: a tenth to either side. */
const ARTICLE_STEP = ONE / 5n;

/** The article of `a decade`, where it stands for one. */
export function readOneArticle(tokens: readonly Token[], at: number): NumberRead | undefined {
  const article = tokens[at];
  if (!article || !/^an?$/.test(article.lower)) return undefined;
  return wordsRead({ start: article.start, end: article.end }, ONE, ARTICLE_STEP, at + 1);
}

function wordsRead(numeral: Span, amount: Amount, step: Amount, next: number): NumberRead {
  const form = 'words';
  return {
    number: { numeral, form, decimals: 0, grouped: false, factor: ONE, amount, step },
    next,
  };
}

interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly form: WrittenNumber['form'];
  readonly decimals: number;
  readonly grouped: boolean;
  readonly amount: Amount;
  readonly step: Amount;
  readonly next: number;
}

function readDigits(tokens: readonly Token[], at: number): Numeral | undefined {
  const token = tokens[at];
  if (!token || token.text.length > 40 || hasComma(tokens, at)) return undefined;
  const grouped = token.text.includes(',');
  const plain = grouped ? token.text.replaceAll(',', '') : token.text;
  const point = plain.indexOf('.');
  const decimals = point < 0 ? 0 : plain.length - point - 1;
  return {
    start: token.start,
    end: token.end,
    form: 'digits',
    decimals,
    grouped,
    amount: amountFromDigits(plain),
    step: ONE / powerOfTen(Math.min(decimals, 17)),
    next: at + 1,
  };
}

/** `45,10`, `1,2,3`: a comma that groups no thousands is a decimal point to some and none to others. */
function hasComma(tokens: readonly Token[], at: number): boolean {
  const joins = (comma: number): boolean =>
    tokens[comma]?.text === ',' &&
    [comma, comma + 1].every((index) => tokens[index]?.spaced === false) &&
    tokens[comma - 1]?.kind === 'number' &&
    tokens[comma + 1]?.kind === 'number';
  return joins(at + 1) || joins(at - 1);
}

/** Number words up to the hundreds: `forty`, `thirty-eight`, `one hundred and forty`, `a`, `half a`, `half a` dozen. */
function readWords(tokens: readonly Token[], at: number): Numeral | undefined {
  const first = tokens[at];
  if (first?.kind !== 'word') return undefined;
  if (first.lower === 'half' || first.lower === 'a' || first.lower === 'an')
    return readArticle(tokens, at);
  const small = readBelowHundred(tokens, at);
  if (!small) return undefined;
  let { value, next } = small;
  if (tokens[next]?.lower === 'hundred') {
    const rest = readBelowHundred(tokens, tokens[next + 1]?.lower === 'and' ? next + 2 : next + 1);
    value = value * 100 + (rest?.value ?? 0);
    next = rest?.next ?? next + 1;
  }
  const spoken = readSpokenDecimals(tokens, next);
  if (spoken) return decimalRead(first, value, spoken);
  const half = readAndAHalf(tokens, next);
  const last = tokens[(half ?? next) - 1];
  if (!last) return undefined;
  return {
    start: first.start,
    end: last.end,
    form: 'words',
    decimals: 0,
    grouped: false,
    amount: whole(value) + (half ? ONE / 2n : 0n),
    step: half ? ONE / 2n : ONE,
    next: half ?? next,
  };
}

/** Decimals as they are spoken: the digits, the end of the last one, and the index after it. */
interface SpokenDecimals {
  readonly digits: string;
  readonly end: number;
  readonly next: number;
}

/** `… point four`, `… point two five`: digits one by one. */
function readSpokenDecimals(tokens: readonly Token[], at: number): SpokenDecimals | undefined {
  if (tokens[at]?.lower !== 'point') return undefined;
  let [digits, next] = ['', at + 1];
  for (; digits.length < MOST_SPOKEN; next++) {
    const word = tokens[next]?.lower ?? '';
    const digit = word === 'oh' || word === 'nought' ? 0 : CARDINALS.get(word);
    if (digit === undefined || digit > 9) break;
    digits += digit;
  }
  const last = tokens[next - 1];
  return last && digits !== '' ? { digits, end: last.end, next } : undefined;
}

/** More than so many decimals nobody speaks. */
const MOST_SPOKEN = 6;

function decimalRead(first: Token, value: number, { digits, end, next }: SpokenDecimals): Numeral {
  return {
    start: first.start,
    end,
    form: 'words',
    decimals: digits.length,
    grouped: false,
    amount: amountFromDigits(`${value}.${digits}`),
    step: ONE / powerOfTen(digits.length),
    next,
  };
}

/** `half a trillion`, `a billion`, `a hundred thousand`: an article counts as one only before a scale word. */
function readArticle(tokens: readonly Token[], at: number): Numeral | undefined {
  const first = tokens[at];
  if (!first) return undefined;
  const isHalf = first.lower === 'half';
  const scaleAt = isHalf && /^an?$/.test(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  const scale = tokens[scaleAt];
  const numeralEnd = tokens[scaleAt - 1];
  const isScale = scale?.lower === 'dozen' || SCALE_WORDS.has(scale?.lower ?? '');
  if (!scale || !numeralEnd || !isScale || scale.lower.endsWith('s')) return undefined;
  if (scale.lower.length < 4) return undefined;
  return {
    start: first.start,
    end: numeralEnd.end,
    form: 'words',
    decimals: 0,
    grouped: false,
    amount: isHalf ? ONE / 2n : ONE,
    step: isHalf ? ONE / 10n : ONE,
    next: scaleAt,
  };
}

function readBelowHundred(
  tokens: readonly Token[],
  at: number,
): { value: number; next: number } | undefined {
  const value = CARDINALS.get(tokens[at]?.lower ?? '');
  if (value === undefined) return undefined;
  if (value < 20) return { value, next: at + 1 };
  const isHyphened = tokens[at + 1]?.text === '-' && !tokens[at + 1]?.spaced;
  const unitAt = isHyphened ? at + 2 : at + 1;
  const unit = CARDINALS.get(tokens[unitAt]?.lower ?? '');
  const isUnit = unit !== undefined && 0 < unit && unit < 10;
  return isUnit ? { value: value + unit, next: unitAt + 1 } : { value, next: at + 1 };
}

/** `… and a half`, as in "three and a half billion" and "two-and-a-half-year"; the index after it. */
function readAndAHalf(tokens: readonly Token[], at: number): number | undefined {
  let next = at;
  for (const word of ['and', 'a', 'half']) {
    const isHyphened = tokens[next]?.text === '-' && tokens[next + 1]?.spaced === false;
    if (isHyphened) next++;
    if (tokens[next]?.lower !== word) return undefined;
    next++;
  }
  return next;
}

/** `two thousand five hundred`, `one million two hundred thousand`: each part is less than one of the scale before it. */
function withLesserScales(tokens: readonly Token[], first: NumberRead): NumberRead {
  let read = first;
  let least = first.number.factor;
  while (read.number.amount >= ONE && least >= THOUSAND) {
    const isAnd = tokens[read.next]?.lower === 'and';
    const part = readPart(tokens, isAnd ? read.next + 1 : read.next);
    if (!part || part.number.amount >= least) break;
    const { scale, amount } = part.number;
    const isTail = isAnd ? !scale && amount < HUNDRED && least === THOUSAND : amount >= TWENTY;
    if (!isTail) break;
    least = part.number.factor;
    read = together(read.number, part);
  }
  return read;
}

/** Less than this after a scale word counts something else: "two million one year later". */
const TWENTY = whole(20);
const HUNDRED = whole(100);
const THOUSAND = whole(1000);

function readPart(tokens: readonly Token[], at: number): NumberRead | undefined {
  const words = CARDINALS.has(tokens[at]?.lower ?? '') ? readWords(tokens, at) : undefined;
  return words && withScale(words, tokens, 'words-only');
}

/** Two parts of one number in words: a numeral without a scale, as fine as its last part. */
function together(before: WrittenNumber, { number: part, next }: NumberRead): NumberRead {
  const numeral = { start: before.numeral.start, end: (part.scale ?? part.numeral).end };
  return wordsRead(numeral, before.amount + part.amount, part.step, next);
}

function withScale(read: Numeral, tokens: readonly Token[], letters: ScaleLetters): NumberRead {
  const { start, end, form, decimals, grouped, amount, step, next } = read;
  const found = readScale(tokens, isJoint(tokens, next) ? next + 1 : next, letters);
  const numeral = { start, end };
  // Field by field: numbers are most of what is made here, and spreading costs more than all the rest.
  if (!found) {
    return { number: { numeral, form, decimals, grouped, factor: ONE, amount, step }, next };
  }
  const { span: scale, count } = found;
  return {
    number: {
      numeral,
      form,
      decimals,
      grouped,
      scale,
      factor: count * ONE,
      amount: count * amount,
      step: count * step,
    },
    next: found.next,
  };
}

/** What may stand between a number and its scale: `$38-billion`, `$100+ billion`. */
function isJoint(tokens: readonly Token[], at: number): boolean {
  const [joint, scale] = [tokens[at], tokens[at + 1]];
  if (joint === undefined || joint.spaced) return false;
  return joint.text === '+' || (joint.text === '-' && !scale?.spaced);
}

/** One or two scale words, `count` being how many of one they say: `billion`, `bn`, `hundred thousand`, `thousand million`. */
function readScale(tokens: readonly Token[], at: number, letters: ScaleLetters) {
  const token = tokens[at];
  if (token?.lower === 'dozen')
    return { span: { start: token.start, end: token.end }, count: 12n, next: at + 1 };
  const power = token && scalePower(token, letters);
  if (!token || power === undefined) return undefined;
  const second = tokens[at + 1];
  const secondPower = second && SCALE_WORDS.get(second.lower);
  const isDouble =
    second !== undefined && secondPower !== undefined && secondPower >= 3 && power <= 3;
  const total = isDouble ? power + secondPower : power;
  return {
    span: { start: token.start, end: (isDouble ? second : token).end },
    count: powerOfTen(total),
    next: isDouble ? at + 2 : at + 1,
  };
}

function scalePower(token: Token, letters: ScaleLetters): number | undefined {
  if (token.kind !== 'word') return undefined;
  const isShort = token.lower.length <= 3;
  const word = SCALE_WORDS.get(token.lower);
  if (word !== undefined) return isShort || !token.lower.endsWith('s') ? word : undefined;
  return letters === 'allowed' ? SCALE_LETTERS.get(token.lower) : undefined;
}
