import { CURRENCY_CODES } from './currency-codes.ts';

/**
 * A piece of prose. `mark` is one punctuation character, `possessive` an `'s` or the `'` after a plural.
 * Offsets are UTF-16 code units of the text that was read.
 */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark' | 'possessive';
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
  /** Whether it begins a line that was meant to be one. */
  readonly opensLine: boolean;
}

const NON_ASCII_LETTER = /[\p{L}\p{M}]/u;

/**
 * Cut prose into words, numbers and marks, in one pass.
 * A word starts with a letter and goes on with letters and digits (`GB200`, `Q3`); a number is digits with their
 * grouping commas and decimal point (`43,000`, `180.2`); `38bn` is a number and a word without space between, `USD38`
 * a word and a number.
 */
export function readTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let spaced = false;
  let opensLine = false;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit <= 32) {
      spaced = true;
      if (unit === 10) opensLine = true;
      at++;
      continue;
    }
    const start = at;
    const kind = kindAt(text, start, spaced);
    at = endOf(kind, text, start);
    const surface = text.slice(start, at);
    const lower = isLowerCase(surface) ? surface : surface.toLowerCase();
    tokens.push({ kind, start, end: at, text: surface, lower, spaced, opensLine });
    spaced = false;
    opensLine = false;
  }
  return tokens;
}

/** Whether a surface is its own lower case for certain; most are, and need no other string then. */
function isLowerCase(surface: string): boolean {
  for (let at = 0; at < surface.length; at++) {
    const unit = surface.charCodeAt(at);
    if (unit >= 128 || (65 <= unit && unit <= 90)) return false;
  }
  return true;
}

function kindAt(text: string, at: number, spaced: boolean): Token['kind'] {
  const unit = text.charCodeAt(at);
  if (isLetterAt(text, at)) return 'word';
  if (isDigit(unit)) return 'number';
  const isApostrophe = unit === 39 && !spaced && at > 0;
  return isApostrophe && possessiveEnd(text, at) > at ? 'possessive' : 'mark';
}

function endOf(kind: Token['kind'], text: string, at: number): number {
  if (kind === 'word') return wordEnd(text, at);
  if (kind === 'number') return numberEnd(text, at);
  if (kind === 'possessive') return possessiveEnd(text, at);
  const isPair = 0xd800 <= text.charCodeAt(at) && text.charCodeAt(at) < 0xdc00;
  return at + (isPair && at + 1 < text.length ? 2 : 1);
}

function isDigit(unit: number): boolean {
  return 48 <= unit && unit <= 57;
}

function isAsciiLetter(unit: number): boolean {
  return (97 <= unit && unit <= 122) || (65 <= unit && unit <= 90);
}

function isLetterAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 128 ? isAsciiLetter(unit) : NON_ASCII_LETTER.test(text.charAt(at));
}

/** Letters and digits; `&` and `.` inside initialisms (`AT&T`, `U.S.`), `'` before a letter (`don't`, `O'Brien`) but not before a possessive `s`. */
function wordEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (isAsciiLetter(unit)) at++;
    else if (isDigit(unit)) {
      if (at === start + 3 && CURRENCY_CODES.has(text.slice(start, at))) break;
      at++;
    } else if (unit >= 128 && isLetterAt(text, at)) at++;
    else if (unit === 38 && isLetterAt(text, at + 1)) at++;
    else if (unit === 46 && isInitialism(text, at)) at++;
    else if (unit === 39 && isLetterAt(text, at + 1) && possessiveEnd(text, at) === at) at++;
    else break;
  }
  return at;
}

/** A full stop between or after single capitals: the stops of `U.S.`. */
function isInitialism(text: string, stop: number): boolean {
  if (!isCapital(text.charCodeAt(stop - 1))) return false;
  const before = text.charCodeAt(stop - 2);
  const isSingle = stop < 2 || before === 46 || before === 32 || before === 40;
  if (!isSingle) return false;
  const opens = isCapital(text.charCodeAt(stop + 1)) && text.charCodeAt(stop + 2) === 46;
  const closes = before === 46;
  return opens || closes;
}

function isCapital(unit: number): boolean {
  return 65 <= unit && unit <= 90;
}

/** End of `'s` (or of `'` after an s) at an apostrophe; `at` itself when it is neither. */
function possessiveEnd(text: string, at: number): number {
  const next = text.charAt(at + 1);
  if ((next === 's' || next === 'S') && !isWordUnit(text, at + 2)) return at + 2;
  const before = text.charAt(at - 1);
  if ((before === 's' || before === 'S') && !isWordUnit(text, at + 1)) return at + 1;
  return at;
}

function isWordUnit(text: string, at: number): boolean {
  return at < text.length && (isDigit(text.charCodeAt(at)) || isLetterAt(text, at));
}

/** Digits, then groups of exactly three after commas, then a decimal part. */
function numberEnd(text: string, start: number): number {
  let at = digitsEnd(text, start);
  if (at - start <= 3) {
    while (text.charCodeAt(at) === 44 && digitsEnd(text, at + 1) === at + 4) at += 4;
  }
  const hasDecimals = text.charCodeAt(at) === 46 && isDigit(text.charCodeAt(at + 1));
  return hasDecimals ? digitsEnd(text, at + 1) : at;
}

function digitsEnd(text: string, start: number): number {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}
