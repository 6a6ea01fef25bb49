import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { CARDINALS, FRACTIONS } from './english.ts';
import { type Amount, over, whole } from './interval.ts';
import { readUnit } from './read-unit.ts';
import type { UnitTable } from './units.ts';

/** A share or a ratio that was read, and the index of the token after it. */
export interface RatioRead {
  readonly value: Amount;
  readonly span: Span;
  /** Whether it is a ratio of two numbers (`6:1`), which nobody rounds. */
  readonly isExact: boolean;
  readonly next: number;
}

/**
 * Read a share or a ratio: `a third of`, `two-thirds`, `half of`, `one in four`, `7 out of 10`, `6:1`, `six to one`.
 *
 * Units: none; a quarter is 0.25, six to one is 6.
 * Offsets: as the tokens'.
 * Errors: none. Where the words may be an ordinal or a time ("a third attempt", "a quarter of losses", "two in five
 * years"), `undefined`.
 */
export function readRatio(
  tokens: readonly Token[],
  at: number,
  units: UnitTable,
): RatioRead | undefined {
  const first = tokens[at];
  if (!first) return undefined;
  if (first.lower === 'half') return readHalfOf(tokens, at);
  const isArticle = first.lower === 'a' || first.lower === 'an';
  const number = isArticle ? 1 : numberAt(tokens, at);
  if (number === undefined) return undefined;
  return (
    readParts(tokens, at, number) ??
    (isArticle
      ? undefined
      : (readOutOf(tokens, at, number, units) ?? readToOne(tokens, at, number)))
  );
}

function numberAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number') return CARDINALS.get(token?.lower ?? '');
  return /^[1-9]\d{0,3}$/.test(token.text) ? Number(token.text) : undefined;
}

function ratio(
  tokens: readonly Token[],
  { at, next }: { readonly at: number; readonly next: number },
  [part, all]: readonly [number, number],
): RatioRead | undefined {
  const [first, last] = [tokens[at], tokens[next - 1]];
  if (!first || !last) return undefined;
  const span = { start: first.start, end: last.end };
  return { value: over(whole(part), whole(all)), span, isExact: part > all, next };
}

/** Words that an amount "of" is a share of, rather than the time it took or what it is a quarter full of. */
const WHOLES =
  /^(?:the|its|their|his|her|our|your|all|them|those|these|us|every|each|whom|which|that|this|total|global|sales|revenues?|customers|users|people|staff|employees|workers)$/;
const COMPARED = /^(?:more|less|fewer|higher|lower|larger|bigger|smaller)$/;

/** `a third of`, `two-thirds`, `one-fifth`, `three quarters of its`, `a fifth more`. */
function readParts(tokens: readonly Token[], at: number, number: number): RatioRead | undefined {
  const isHyphened = tokens[at + 1]?.text === '-' && tokens[at + 2]?.spaced === false;
  const wordAt = isHyphened ? at + 2 : at + 1;
  const word = tokens[wordAt];
  const parts = FRACTIONS.get(word?.lower ?? '');
  const isPlural = word?.lower.endsWith('s') ?? false;
  if (!word || parts === undefined || parts === 2 || parts < number) return undefined;
  if (isPlural !== number > 1) return undefined;
  const after = tokens[wordAt + 1];
  const isSure = isPlural ? parts !== 4 || isHyphened : isHyphened && after?.text !== '-';
  const isShare = isSure || isShareAfter(tokens, at, wordAt + 1, parts === 4);
  return isShare ? ratio(tokens, { at, next: wordAt + 1 }, [number, parts]) : undefined;
}

function isShareAfter(
  tokens: readonly Token[],
  at: number,
  next: number,
  isQuarter: boolean,
): boolean {
  const [after, second] = [tokens[next], tokens[next + 1]];
  if (after?.lower === 'of') {
    if (second === undefined || /^(?:an?|last|the)$/.test(second.lower))
      return isWholeAt(tokens, next + 1);
    return !isQuarter || WHOLES.test(second.lower) || second.text !== second.lower;
  }
  if (COMPARED.test(after?.lower ?? '')) return true;
  const isBy = tokens[at - 1]?.lower === 'by';
  return isBy && (after === undefined || after.kind === 'mark' || !isNoun(after));
}

/** "A third of a percent" and "a quarter of a century" are other amounts; "a third of the year" a time. */
function isWholeAt(tokens: readonly Token[], at: number): boolean {
  const noun = tokens[at + 1]?.lower ?? '';
  return tokens[at]?.lower === 'the' && !/^(?:year|century|decade|month|way|time|game)$/.test(noun);
}

const AFTER_SHARES =
  /^(?:in|on|to|from|since|over|after|this|last|year|and|but|while|as|at|during)$/;

function isNoun({ lower }: Token): boolean {
  return !AFTER_SHARES.test(lower);
}

/** `half of them`, `half the market`, but neither "the first half of 2025" nor "half the price of a rival". */
function readHalfOf(tokens: readonly Token[], at: number): RatioRead | undefined {
  const [before, after, second] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  const isPart =
    before?.kind === 'word' &&
    /^(?:first|second|latter|other|better|last|back|top|one|opening|a|the)$/.test(before.lower);
  if (isPart || before?.text === '-') return undefined;
  const isOf =
    after?.lower === 'of' &&
    second !== undefined &&
    !/^(?:an?|last|this|next)$/.test(second.lower) &&
    second.kind === 'word';
  const isWhole = /^(?:the|its|their|all)$/.test(after?.lower ?? '');
  const isOther =
    /^(?:time|price|size|cost|battle|way|speed|length|number|amount|rate|weight|story|year|world|fun|day|night|distance|age)$/.test(
      second?.lower ?? '',
    );
  return isOf || (isWhole && !isOther) ? ratio(tokens, { at, next: at + 1 }, [1, 2]) : undefined;
}

const ROUND_WHOLES: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1000]);

/** `one in four`, `two out of five`, `7 out of 10`, `one in every three`; both in words or both in digits. */
function readOutOf(
  tokens: readonly Token[],
  at: number,
  part: number,
  units: UnitTable,
): RatioRead | undefined {
  const [joint, second] = [tokens[at + 1], tokens[at + 2]];
  const isOut = joint?.lower === 'out' && second?.lower === 'of';
  if (!isOut && joint?.lower !== 'in') return undefined;
  const isEvery = !isOut && second?.lower === 'every';
  const wholeAt = isOut || isEvery ? at + 3 : at + 2;
  const all = numberAt(tokens, wholeAt);
  if (all === undefined || all <= part || tokens[wholeAt]?.kind !== tokens[at]?.kind)
    return undefined;
  if (!isOut && !isEvery && !ROUND_WHOLES.has(all)) return undefined;
  const after = tokens[wholeAt + 1];
  const isMore = readUnit(tokens, wholeAt + 1, units) !== undefined || after?.text === '-';
  return isMore ? undefined : ratio(tokens, { at, next: wholeAt + 1 }, [part, all]);
}

/** `6:1`, `six to one`, `10-to-1`. Other pairs are times of day and scores. */
function readToOne(tokens: readonly Token[], at: number, number: number): RatioRead | undefined {
  const [joint, second] = [tokens[at + 1], tokens[at + 2]];
  if (!joint || number < 2 || tokens[at - 1]?.lower === 'from') return undefined;
  if (joint.text === ':') {
    const isTight = !joint.spaced && second?.spaced === false;
    const isLast = tokens[at + 3]?.text !== ':' && tokens[at - 1]?.text !== ':';
    return isTight && isLast && second.text === '1'
      ? ratio(tokens, { at, next: at + 3 }, [number, 1])
      : undefined;
  }
  const isHyphened = joint.text === '-' && tokens[at + 3]?.text === '-';
  const oneAt = isHyphened ? at + 4 : at + 2;
  const word = isHyphened ? second : joint;
  const one = tokens[oneAt];
  if (word?.lower !== 'to' || !one || !/^(?:1|one)$/.test(one.lower)) return undefined;
  const isMore = /^(?:-|%|percent|million|billion|trillion|per)$/.test(
    tokens[oneAt + 1]?.lower ?? '',
  );
  return isMore ? undefined : ratio(tokens, { at, next: oneAt + 1 }, [number, 1]);
}
