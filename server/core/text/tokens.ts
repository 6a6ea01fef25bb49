import { CURRENCY_CODES } from './currency-codes.ts';
import { sharedWord } from './shared-words.ts';

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
  const units = unitsOf(text);
  let at = 0;
  let spaced = false;
  let opensLine = false;
  while (at < text.length) {
    const unit = unitAt(units, at);
    if (unit <= 32) {
      spaced = true;
      if (unit === 10) opensLine = true;
      at++;
      continue;
    }
    const start = at;
    const kind = kindAt(units, start, spaced);
    at = endOf(kind, units, start);
    const { text: surface, lower } = sharedWord(text, units, start, at);
    tokens.push({ kind, start, end: at, text: surface, lower, spaced, opensLine });
    spaced = false;
    opensLine = false;
  }
  return tokens;
}

/** Room for the units of one text, with those before; it grows with the longest. */
let room = new Uint16Array(1024);

/** What is looked at behind the end of a text. */
const BEHIND = 8;

/**
 * The UTF-16 code units of a text, and zeros behind it; good until the next text is read. A string may be kept in ten ways in
 * memory, and asking it for a unit is to find out which, each time.
 */
function unitsOf(text: string): Uint16Array {
  if (room.length < text.length + BEHIND) room = new Uint16Array(2 * text.length + BEHIND);
  for (let at = 0; at < text.length; at++) room[at] = text.charCodeAt(at);
  room.fill(0, text.length, text.length + BEHIND);
  return room;
}

/** Zero outside the text. */
function unitAt(units: Uint16Array, at: number): number {
  return at < 0 ? 0 : (units[at] ?? 0);
}

function kindAt(units: Uint16Array, at: number, spaced: boolean): Token['kind'] {
  const unit = unitAt(units, at);
  if (isLetter(unit)) return 'word';
  if (isDigit(unit)) return 'number';
  const isApostrophe = unit === APOSTROPHE && !spaced && at > 0;
  return isApostrophe && possessiveEnd(units, at) > at ? 'possessive' : 'mark';
}

function endOf(kind: Token['kind'], units: Uint16Array, at: number): number {
  if (kind === 'word') return wordEnd(units, at);
  if (kind === 'number') return numberEnd(units, at);
  if (kind === 'possessive') return possessiveEnd(units, at);
  const unit = unitAt(units, at);
  const isPair = 0xd800 <= unit && unit < 0xdc00;
  return at + (isPair && unitAt(units, at + 1) !== 0 ? 2 : 1);
}

const APOSTROPHE = 39;
const AMPERSAND = 38;
const COMMA = 44;
const STOP = 46;

function isDigit(unit: number): boolean {
  return 48 <= unit && unit <= 57;
}

function isAsciiLetter(unit: number): boolean {
  return (97 <= unit && unit <= 122) || (65 <= unit && unit <= 90);
}

function isLetter(unit: number): boolean {
  return unit < 128 ? isAsciiLetter(unit) : NON_ASCII_LETTER.test(String.fromCharCode(unit));
}

/** Letters and digits; `&` and `.` inside initialisms (`AT&T`, `U.S.`), `'` before a letter (`don't`, `O'Brien`) but not before a possessive `s`. */
function wordEnd(units: Uint16Array, start: number): number {
  let at = start + 1;
  for (;;) {
    const unit = unitAt(units, at);
    if (isAsciiLetter(unit)) at++;
    else if (isDigit(unit)) {
      if (at === start + 3 && isCurrencyCode(units, start)) break;
      at++;
    } else if (unit >= 128 && isLetter(unit)) at++;
    else if (unit === AMPERSAND && isLetter(unitAt(units, at + 1))) at++;
    else if (unit === STOP && isInitialism(units, at)) at++;
    else if (
      unit === APOSTROPHE &&
      isLetter(unitAt(units, at + 1)) &&
      possessiveEnd(units, at) === at
    )
      at++;
    else break;
  }
  return at;
}

function isCurrencyCode(units: Uint16Array, at: number): boolean {
  return CURRENCY_CODES.has(String.fromCharCode(...units.subarray(at, at + 3)));
}

/** A full stop between or after single capitals: the stops of `U.S.`. */
function isInitialism(units: Uint16Array, stop: number): boolean {
  if (!isCapital(unitAt(units, stop - 1))) return false;
  const before = unitAt(units, stop - 2);
  const isSingle = stop < 2 || before === STOP || before === 32 || before === 40;
  if (!isSingle) return false;
  const opens = isCapital(unitAt(units, stop + 1)) && unitAt(units, stop + 2) === STOP;
  const closes = before === STOP;
  return opens || closes;
}

function isCapital(unit: number): boolean {
  return 65 <= unit && unit <= 90;
}

/** End of `'s` (or of `'` after an s) at an apostrophe; `at` itself when it is neither. */
function possessiveEnd(units: Uint16Array, at: number): number {
  if (isS(unitAt(units, at + 1)) && !isWordUnit(unitAt(units, at + 2))) return at + 2;
  if (isS(unitAt(units, at - 1)) && !isWordUnit(unitAt(units, at + 1))) return at + 1;
  return at;
}

function isS(unit: number): boolean {
  return unit === 115 || unit === 83;
}

function isWordUnit(unit: number): boolean {
  return isDigit(unit) || isLetter(unit);
}

/** Digits, then groups of exactly three after commas, then a decimal part. */
function numberEnd(units: Uint16Array, start: number): number {
  let at = digitsEnd(units, start);
  if (at - start <= 3) {
    while (unitAt(units, at) === COMMA && digitsEnd(units, at + 1) === at + 4) at += 4;
  }
  const hasDecimals = unitAt(units, at) === STOP && isDigit(unitAt(units, at + 1));
  return hasDecimals ? digitsEnd(units, at + 1) : at;
}

function digitsEnd(units: Uint16Array, start: number): number {
  let at = start;
  while (isDigit(unitAt(units, at))) at++;
  return at;
}
