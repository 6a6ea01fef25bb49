import type { Figure, FigureKind } from '../figures/figure.ts';
import type { BlockReading, Sentence } from '../mentions/mention.ts';
import { lastAtMost } from '../text/line-map.ts';
import type { Token } from '../text/tokens.ts';
import { readInsertions } from './insertions.ts';

/** Tokens `[from, to)` of a block. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/**
 * How far apart two stretches of a block stand, in words, with the marks and conjunctions between them counted for what
 * they separate. The lower, the closer; 0 for neighbours.
 */
export interface Attachment {
  /** `crossing` is what each other figure of the same kind between the two costs. */
  cost(mention: TokenRange, figure: PlacedFigure, crossing?: number): number;
  /** Where it says what something changed from: "from 34 per cent in 2022" before "to 29 per cent". */
  readonly bases: readonly TokenRange[];
  /** What is set in between a name and its verb, with its commas. */
  readonly insertions: readonly TokenRange[];
}

/** A figure with its place among the tokens of its block. */
export interface PlacedFigure extends TokenRange {
  readonly figure: Figure;
  /** Index among the figures of the block. */
  readonly index: number;
}

/** Put every figure of a block among its tokens. */
export function placeFigures({ tokens, figures }: BlockReading): readonly PlacedFigure[] {
  const placed: PlacedFigure[] = [];
  let at = 0;
  for (const [index, figure] of figures.entries()) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= figure.span.start) at++;
    let to = at;
    while (to < tokens.length && (tokens[to]?.start ?? 0) < figure.span.end) to++;
    placed.push({ figure, index, from: at, to });
  }
  return placed;
}

/**
 * Weigh the tokens of a block once; costs are then differences of sums.
 * Another figure of the same kind between a figure and a mention is a strong sign that they do not belong together.
 */
export function weighTokens(reading: BlockReading, figures: readonly PlacedFigure[]): Attachment {
  const { tokens, sentences } = reading;
  const insertions = readInsertions(reading);
  const bases = changeBases(tokens, figures);
  const sums = prefixSums(tokens, sentences, figures, bases);
  const countOf = countFigures(
    figures.filter((figure) => !bases.some((base) => isWithin(figure, base))),
  );
  const between = (from: number, to: number): number => ((sums[to] ?? 0) - (sums[from] ?? 0)) / 2;
  return {
    bases,
    insertions,
    cost(mention, figure, crossing = CROSSING) {
      if (mention.from < figure.to && figure.from < mention.to) return 0;
      const isBefore = mention.to <= figure.from;
      if (isBefore) {
        const aside = insertions.find(({ from, to }) => mention.to <= from && to <= figure.from);
        const inner = insertions.find((one) => isWithin(mention, one) && one.to <= figure.from);
        const passed = aside
          ? between(aside.from, aside.to) +
            countOf(figure.figure.kind, aside.from, aside.to) * crossing
          : 0;
        return (
          between(mention.to, figure.from) +
          countOf(figure.figure.kind, mention.to, figure.from) * crossing -
          passed +
          (inner ? INSERTED : 0)
        );
      }
      const gap =
        between(figure.to, mention.from) +
        countOf(figure.figure.kind, figure.to, mention.from) * CROSSING;
      return gap + (isLed(tokens, figure.to, mention.from) ? -1 : AFTER);
    },
  };
}

/** What it costs to reach out of an insertion: whoever is named in it is not whom the sentence is about. */
const INSERTED = 8;
const CROSSING = 8;
const AFTER = 2;

/**
 * Whether a preposition leads from the figure to the mention: straight ("$38 billion for Microsoft"), or at the end of words that
 * nothing divides ("$38 billion OpenAI has pledged to Microsoft").
 */
export function isLed(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from <= 4 && LEADING_STRAIGHT.has(tokens[from]?.lower ?? '')) return true;
  const isArticle = ARTICLES.has(tokens[to - 1]?.lower ?? '');
  if (!LEADING.has(tokens[isArticle ? to - 2 : to - 1]?.lower ?? '')) return false;
  return to - from <= LED_REACH && tokens.slice(from, to).every(isJoint);
}

const LED_REACH = 9;
const LEADING: ReadonlySet<string> = new Set(['for', 'to', 'with', 'from', 'by']);
const LEADING_STRAIGHT: ReadonlySet<string> = new Set([...LEADING, 'of', 'at', 'in', 'on']);
const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an', 'its', 'their']);

/** Whether a word neither divides nor adds a figure. */
function isJoint({ kind, lower }: Token): boolean {
  return kind !== 'mark' && kind !== 'number' && !/^(?:and|or|but|while|as)$/.test(lower);
}

/** Counts figures of one kind that lie wholly in a stretch of tokens: those that end in it less those that begin before it. */
function countFigures(
  figures: readonly PlacedFigure[],
): (kind: FigureKind, from: number, to: number) => number {
  const byKind = new Map<FigureKind, { readonly starts: number[]; readonly ends: number[] }>();
  for (const { figure, from, to } of figures) {
    const known = byKind.get(figure.kind);
    if (!known) byKind.set(figure.kind, { starts: [from], ends: [to] });
    else {
      known.starts.push(from);
      known.ends.push(to);
    }
  }
  return (kind, from, to) => {
    const known = byKind.get(kind);
    return known ? Math.max(0, countUpTo(known.ends, to) - countUpTo(known.starts, from - 1)) : 0;
  };
}

/** How many of ordered values are not above a limit. */
function countUpTo(values: readonly number[], limit: number): number {
  const last = lastAtMost(values, limit);
  return (values[last] ?? Number.POSITIVE_INFINITY) <= limit ? last + 1 : 0;
}

/** A stop ends its sentence, with a quotation mark or a bracket behind it at most; any other belongs to an abbreviation or a label. */
const STOP_REACH = 3;

/** How many tokens "from A" may go on before its "to B". */
const CHANGE_REACH = 14;

/**
 * "From 34 per cent in 2022" where "to around 29 per cent" follows: what it came to stands as near to the rest of the sentence
 * as if its base were not there.
 */
function changeBases(
  tokens: readonly Token[],
  figures: readonly PlacedFigure[],
): readonly TokenRange[] {
  return figures.flatMap((base, index) => {
    const from = base.from - 1;
    if (tokens[from]?.lower !== 'from') return [];
    for (const other of figures.slice(index + 1)) {
      if (other.from - base.to > CHANGE_REACH) return [];
      const isAlike =
        other.figure.kind === base.figure.kind && other.figure.unit === base.figure.unit;
      const to = isAlike ? toBefore(tokens, other.from) : -1;
      if (to > base.to - 1) return [{ from, to }];
    }
    return [];
  });
}

/** The "to" that leads to a token, over at most two words of a hedge: "to just under"; -1 without one. */
function toBefore(tokens: readonly Token[], from: number): number {
  for (let at = from - 1; at >= from - 3; at--) {
    if (tokens[at]?.lower === 'to') return at;
    if (tokens[at]?.kind !== 'word') return -1;
  }
  return -1;
}

/** Whether a stretch lies in another. */
export function isWithin(inner: TokenRange, outer: TokenRange): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** What stands before each token, in half words: whole numbers take less room than broken ones. */
function prefixSums(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  figures: readonly PlacedFigure[],
  bases: readonly TokenRange[],
): readonly number[] {
  // Plain arrays: a typed one is made outside the heap, which costs more than filling it for a paragraph.
  const inner: boolean[] = new Array(tokens.length).fill(false);
  for (const { from, to } of figures) inner.fill(true, from + 1, Math.max(from + 1, to));
  for (const { from, to } of bases) inner.fill(true, from, to);
  const sums: number[] = new Array(tokens.length + 1).fill(0);
  let at = 0;
  for (const [index, token] of tokens.entries()) {
    while (at < sentences.length - 1 && (sentences[at]?.to ?? 0) <= index) at++;
    const isAbbreviation = token.text === '.' && index < (sentences[at]?.to ?? 0) - STOP_REACH;
    const isMere = inner[index] || isAbbreviation;
    sums[index + 1] = (sums[index] ?? 0) + (isMere ? 0 : 2 * weightOf(token, tokens[index + 1]));
  }
  return sums;
}

function weightOf(token: Token, next: Token | undefined): number {
  if (token.kind === 'possessive') return 0;
  if (token.kind !== 'mark') return WORD_WEIGHTS.get(token.lower) ?? 1;
  if (token.text === ',' && CLOSE_AFTER_COMMA.has(next?.lower ?? '')) return 1;
  return MARK_WEIGHTS.get(token.text) ?? 0;
}

/** What words separate, where it is not 1. */
const WORD_WEIGHTS: ReadonlyMap<string, number> = new Map([
  ...['and', 'or'].map((word) => [word, 4] as const),
  ...['but', 'while', 'whereas', 'although', 'though', 'whilst', 'yet', 'because'].map(
    (word) => [word, 8] as const,
  ),
  ...'which who whose that a an the its has have is was of'
    .split(' ')
    .map((word) => [word, 0.5] as const),
]);

/** What follows a comma and goes on about the same. */
const CLOSE_AFTER_COMMA: ReadonlySet<string> = new Set([
  'which',
  'who',
  'whose',
  'with',
  'at',
  'worth',
  'valued',
]);

const MARK_WEIGHTS: ReadonlyMap<string, number> = new Map([
  [',', 4],
  [';', 12],
  [':', 3],
  ['—', 4],
  ['–', 4],
  ['(', 1],
  [')', 3],
  ['|', 6],
  ['.', 20],
  ['!', 20],
  ['?', 20],
]);
