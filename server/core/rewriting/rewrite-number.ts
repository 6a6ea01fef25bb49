import { SCALE_STYLES } from '../figures/english.ts';
import type { WrittenNumber } from '../figures/figure.ts';
import { type Amount, digitsOf, magnitude, ONE, over, whole } from '../figures/interval.ts';
import { numberWords } from './number-words.ts';

/** A number in the writer's form: what replaces the numeral, and the scale word where it must change. */
export interface RewrittenNumber {
  readonly numeral: string;
  /** Replaces the writer's scale word; undefined to keep it; '' to drop it. */
  readonly scale: string | undefined;
}

/**
 * Write an amount as a writer wrote another: in digits or words, grouped or not, in the same scale, or in the next one of
 * the same style when the same one would not read well ("$0.9bn", "$38,000 million" for one who wrote "$40 million").
 * Units: `amount` is in base units, as `written.amount` is.
 */
export function rewriteNumber(
  text: string,
  written: WrittenNumber,
  amount: Amount,
): RewrittenNumber {
  const scaleText = written.scale && text.slice(written.scale.start, written.scale.end);
  const inScale = over(magnitude(amount), written.factor);
  const numeralText = text.slice(written.numeral.start, written.numeral.end);
  if (scaleText === undefined || readsWell(inScale, over(written.amount, written.factor))) {
    return { numeral: numeralFor(inScale, written, numeralText), scale: undefined };
  }
  const moved = otherScale(scaleText, written.factor, amount);
  if (!moved) return { numeral: numeralFor(inScale, written, numeralText), scale: undefined };
  return { numeral: numeralFor(moved.value, written, numeralText), scale: moved.scale };
}

/** Between one and a thousand, or as large or small as the writer's own. */
function readsWell(value: Amount, writers: Amount): boolean {
  if (value >= whole(1000)) return writers >= whole(1000);
  return value >= ONE || writers < ONE;
}

/** The scale of the writer's style in which the amount lies between one and a thousand. */
function otherScale(
  scaleText: string,
  factor: Amount,
  amount: Amount,
): { readonly scale: string; readonly value: Amount } | undefined {
  const style =
    SCALE_STYLES.find((scales) => scales.some(([word]) => word === scaleText)) ??
    SCALE_STYLES.find((scales) => scales.some(([word]) => word === scaleText.toLowerCase()));
  const own = style?.find(([word]) => word.toLowerCase() === scaleText.toLowerCase());
  if (!style || !own) return undefined;
  const unit = over(factor, 10n ** BigInt(own[1]) * ONE);
  for (const [word, power] of style) {
    const value = over(magnitude(amount), unit * 10n ** BigInt(power));
    if (ONE <= value && value < whole(1000)) return { scale: inCaseOf(scaleText, word), value };
  }
  return undefined;
}

function inCaseOf(model: string, word: string): string {
  const isCapitalised = model.length > 2 && model.charAt(0) !== model.charAt(0).toLowerCase();
  return isCapitalised ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** Digits stay digits, words stay words where the number has them. */
function numeralFor(value: Amount, written: WrittenNumber, numeralText: string): string {
  const digits = digitsOf(value);
  if (written.form === 'words') {
    const words = digits.includes('.') ? undefined : numberWords(Number(digits));
    if (words) return inCaseOf(numeralText.length > 2 ? numeralText : `${numeralText}  `, words);
  }
  return grouped(digits, written.grouped || value >= whole(10_000));
}

function grouped(digits: string, isGrouped: boolean): string {
  if (!isGrouped) return digits;
  const [integer = '', fraction] = digits.split('.');
  const withCommas = integer.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
}
