import { SCALE_LETTERS, SCALE_STYLES, SCALE_WORDS } from '../figures/english.ts';
import type { WrittenNumber } from '../figures/figure.ts';
import { type Amount, digitsOf, magnitude, ONE, over, times, whole } from '../figures/interval.ts';
import { decimalWords, numberWords } from './number-words.ts';

/** A number in the writer's form: what replaces the numeral, and the scale word where it must change. */
export interface RewrittenNumber {
  readonly numeral: string;
  /** Replaces the writer's scale word; undefined to keep it; '' to drop it. */
  readonly scale: string | undefined;
}

/**
 * Write an amount as a writer wrote another: in digits or words, grouped or not, in the same scale, or in the next one of
 * the same style when the same one would not read well ("$0.9bn", "$38,000 million" for one who wrote "$40 million").
 * Units: `amount` is in base units, as `written.amount` is. `recorded` is the number on record, whose added zeros stay where it
 * is written in the same scale: "€47.20".
 */
export function rewriteNumber(
  text: string,
  written: WrittenNumber,
  amount: Amount,
  recorded?: WrittenNumber,
): RewrittenNumber {
  const scaleText = written.scale && text.slice(written.scale.start, written.scale.end);
  const inScale = over(magnitude(amount), written.factor);
  const numeralText = text.slice(written.numeral.start, written.numeral.end);
  if (
    scaleText === undefined ||
    readsWell(scaleText, inScale, over(written.amount, written.factor))
  ) {
    const decimals = recorded?.factor === written.factor ? recorded.decimals : 0;
    return { numeral: numeralFor(inScale, written, numeralText, decimals), scale: undefined };
  }
  const moved = otherScale(scaleText, written.factor, magnitude(amount));
  if (!moved) return { numeral: numeralFor(inScale, written, numeralText), scale: undefined };
  return { numeral: numeralFor(moved.value, written, numeralText), scale: moved.scale };
}

/** Scales that only small whole numbers stand before: "three hundred thousand", but not "38 hundred thousand". */
const SMALL_SCALE = /^(?:hundred|dozen|.*\s.*)$/i;

/** From one to a thousand, or as large as the writer's own; "1.25 thousand" is better written out. */
function readsWell(scale: string, value: Amount, writers: Amount): boolean {
  const isWhole = value % ONE === 0n;
  if (SMALL_SCALE.test(scale)) return isWhole && ONE <= value && value < whole(10);
  if (/^thousand$/i.test(scale) && !isWhole) return false;
  if (value >= whole(1000)) return writers >= whole(1000);
  return value >= ONE;
}

/** The scale of the writer's style in which the amount lies between one and a thousand; none for a few thousands. */
function otherScale(
  scaleText: string,
  factor: Amount,
  amount: Amount,
): { readonly scale: string; readonly value: Amount } | undefined {
  const words = scaleText.split(/\s+/);
  const unit = over(
    factor,
    words.reduce((product, word) => times(product, factorOf(word)), ONE),
  );
  const style = styleOf(words.at(-1) ?? '');
  if (!style) return undefined;
  const plain = over(amount, unit);
  const isWord = /^(?:hundred|thousand|dozen)$/i.test(words.at(-1) ?? '');
  if (plain < whole(1000) || (isWord && plain < whole(1_000_000) && plain % ONE === 0n)) {
    return ONE <= plain ? { scale: '', value: plain } : undefined;
  }
  for (const [word, power] of style) {
    const value = over(plain, whole(10 ** power));
    if (ONE <= value && value < whole(1000)) return { scale: inCaseOf(scaleText, word), value };
  }
  return undefined;
}

function factorOf(word: string): Amount {
  const lower = word.toLowerCase();
  if (lower === 'dozen') return whole(12);
  return 10n ** BigInt(SCALE_WORDS.get(lower) ?? SCALE_LETTERS.get(lower) ?? 0) * ONE;
}

function styleOf(word: string): (typeof SCALE_STYLES)[number] | undefined {
  if (SMALL_SCALE.test(word)) return SCALE_STYLES[0];
  const styleWith = (wanted: string) =>
    SCALE_STYLES.find((scales) => scales.some(([scale]) => scale === wanted));
  return styleWith(word) ?? styleWith(word.toLowerCase());
}

function inCaseOf(model: string, word: string): string {
  const isCapitalised = model.length > 2 && model.charAt(0) !== model.charAt(0).toLowerCase();
  return isCapitalised ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** Digits stay digits, words stay words where the number has them. Only four digits or more tell that a writer groups none. */
function numeralFor(
  value: Amount,
  written: WrittenNumber,
  numeralText: string,
  decimals = 0,
): string {
  const digits = digitsOf(value);
  if (written.form === 'words') {
    const isSpoken = /\bpoint\b/i.test(numeralText);
    const words = digits.includes('.')
      ? isSpoken && decimalWords(digits)
      : numberWords(Number(digits));
    if (words) return inCaseOf(numeralText.length > 2 ? numeralText : `${numeralText}  `, words);
  }
  const isTold = written.form === 'digits' && !/^\d{1,3}(?:\.\d+)?$/.test(numeralText);
  const isGrouped = written.grouped || !isTold || value >= whole(10_000);
  return grouped(withZeros(digits, decimals), isGrouped);
}

/** At least so many digits after the decimal point. */
function withZeros(digits: string, decimals: number): string {
  if (decimals === 0) return digits;
  const [integer = '', fraction = ''] = digits.split('.');
  return `${integer}.${fraction.padEnd(decimals, '0')}`;
}

function grouped(digits: string, isGrouped: boolean): string {
  if (!isGrouped) return digits;
  const [integer = '', fraction] = digits.split('.');
  const withCommas = integer.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
}
