import { readSentences } from '../core/mentions/read-sentences.ts';
import type { BlockPlace } from '../core/prose/block.ts';
import { readBlock } from '../core/prose/read-block.ts';
import type { Outline } from '../core/prose/read-outline.ts';
import { type Span, touches } from '../core/text/span.ts';
import { readTokens, type Token } from '../core/text/tokens.ts';
import { outlineOf } from './draft-outline.ts';
import type { DraftSnapshot } from './draft-store.ts';

/** Where a citation of a figure may stand. Offsets are UTF-16 code units of the draft. */
export interface DraftPlace {
  readonly outline: Outline;
  readonly block: BlockPlace;
  /** Where the sentence or cell of the figure begins. */
  readonly start: number;
  /** Before the mark that ends the clause: where brackets open. */
  readonly beforeStop: number;
  /** Behind it and what closes with it: where a footnote is set. */
  readonly afterStop: number;
}

/** A stretch of prose tokens, and the place of its stop: its own end where it has none. */
interface Clause {
  readonly start: number;
  readonly stop: number;
  readonly end: number;
}

/**
 * Where the sentence that states `figure` ends, or its clause where a comma comes right behind the figure; in a table
 * its cell. `undefined` where nothing is read, and in front matter, which has no room for a citation.
 */
export function placeOf(draft: DraftSnapshot, figure: Span): DraftPlace | undefined {
  const outline = outlineOf(draft);
  const block = outline.blocks.find(({ span }) => touches(span, figure.start));
  if (!block || block.kind === 'front-matter') return undefined;
  const clause = clauseAround(outline, block, figure);
  if (!clause) return undefined;
  const { start, stop, end } = clause;
  return {
    outline,
    block,
    start,
    beforeStop: outsideLinks(outline, stop),
    afterStop: behindMarks(outline, end),
  };
}

/** The nodes of the markup around an offset, innermost first; none in plain text. */
export function nodesAround({ tree, bodyStart }: Outline, offset: number, side: -1 | 0 | 1) {
  const nodes: { readonly name: string; readonly start: number; readonly end: number }[] = [];
  let node = tree?.resolveInner(offset - bodyStart, side) ?? null;
  for (; node; node = node.parent)
    nodes.push({ name: node.name, start: node.from + bodyStart, end: node.to + bodyStart });
  return nodes;
}

function clauseAround(outline: Outline, block: BlockPlace, figure: Span): Clause | undefined {
  const prose = readBlock(outline, block);
  const tokens = readTokens(prose.text).filter(({ text }) => text.trim() !== '');
  const spanOf = ({ start, end }: Token): Span => {
    const span = prose.map.toSource({ start, end });
    return { start: span.start + block.span.start, end: span.end + block.span.start };
  };
  const groups =
    block.kind === 'table-row'
      ? prose.cells.map(({ start, end }) =>
          tokens.filter((token) => start <= token.start && token.end <= end),
        )
      : readSentences(tokens).map(({ from, to }) => tokens.slice(from, to));
  const isAdjective = HYPHENED.test(outline.text.slice(figure.start, figure.end));
  const own = groups.find((group) => {
    const last = group.at(-1);
    return last !== undefined && figure.end <= spanOf(last).end;
  });
  return own && clauseIn(own, figure, spanOf, { isAdjective });
}

function clauseIn(
  tokens: readonly Token[],
  figure: Span,
  spanOf: (token: Token) => Span,
  { isAdjective }: { readonly isAdjective: boolean },
): Clause | undefined {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last) return undefined;
  const { start } = spanOf(first);
  const next = tokens.find((token) => spanOf(token).start >= figure.end);
  const isClauseEnd = next && next !== last && CLAUSE_END.test(next.text) && !next.spaced;
  // "A seven-year, $38bn deal" goes on.
  if (isClauseEnd && !isAdjective)
    return { start, stop: spanOf(next).start, end: spanOf(next).end };
  const { end } = spanOf(last);
  const stop = STOP.test(last.text) && !last.spaced ? spanOf(last).start : end;
  return { start, stop: Math.max(stop, figure.end), end };
}

const CLAUSE_END = /^[,;]$/;
const HYPHENED = /-\p{L}+$/u;
const STOP = /^[.!?]$/;

/** No link may stand in another. */
function outsideLinks(outline: Outline, offset: number): number {
  const link = nodesAround(outline, offset, 0).findLast(
    ({ name, start, end }) => LINKS.has(name) && start < offset && offset < end,
  );
  return link?.end ?? offset;
}

/** Behind the marks that close right there, and behind the footnotes that are set there already. */
function behindMarks(outline: Outline, offset: number): number {
  let at = offset;
  for (const { name, start, end } of nodesAround(outline, at, -1)) {
    const isInside = start < at && at < end;
    if (!isInside || !(LINKS.has(name) || EMPHASES.has(name))) continue;
    if (LINKS.has(name) || CLOSING.test(outline.text.slice(at, end))) at = end;
  }
  const footnotes = FOOTNOTES.exec(outline.text.slice(at));
  return at + (footnotes?.[0].length ?? 0);
}

const LINKS: ReadonlySet<string> = new Set(['Link', 'Image', 'Autolink']);
/** What sets words apart without ending a sentence. */
export const EMPHASES: ReadonlySet<string> = new Set([
  'Emphasis',
  'StrongEmphasis',
  'Strikethrough',
]);
const CLOSING = /^[*_~]+$/;
const FOOTNOTES = /^(?: ?\[\^[^\]\s]+\](?![:(]))+/;
