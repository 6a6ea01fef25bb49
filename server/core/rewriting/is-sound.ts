import { fitOf, isCompatible } from '../claims/fits.ts';
import type { FactBase, Statement } from '../facts/fact-base.ts';
import type { Figure } from '../figures/figure.ts';
import { readFigures } from '../figures/read-figures.ts';
import { overlaps, type Span } from '../text/span.ts';
import { readTokens } from '../text/tokens.ts';
import type { Rewrite } from './with-article.ts';

/** How much around a figure can change how it is read, in UTF-16 code units. */
const AROUND = 80;

/**
 * Whether a rewritten number, read again where it stands, is what the record says. True for what the grammar alone cannot
 * tell: names, dates, and figures that take their scale from elsewhere (the header of a table).
 */
export function isSound(
  text: string,
  figure: Figure,
  rewrite: Rewrite,
  statement: Statement,
  facts: FactBase,
): boolean {
  const property = facts.properties.get(statement.property);
  const before = readAt(text, figure.span, facts);
  if (!property || figure.value === null || before?.value !== figure.value) return true;
  const { span } = rewrite;
  const start = Math.max(0, span.start - AROUND);
  const head = text.slice(start, span.start);
  const fixed = `${head}${rewrite.text}${text.slice(span.end, span.end + AROUND)}`;
  const place = { start: head.length, end: head.length + rewrite.text.length };
  const after = readAt(fixed, place, facts);
  return after !== undefined && isCompatible(fitOf(after, 0, statement, property));
}

/** The first number read at a place of a text. */
function readAt(text: string, span: Span, { units }: FactBase): Figure | undefined {
  const from = Math.max(0, span.start - AROUND);
  const part = text.slice(from, span.end + AROUND);
  const place = { start: span.start - from, end: span.end - from };
  const figures = readFigures(part, readTokens(part), { units, asOf: 0, side: 'draft' });
  return figures.find((figure) => figure.kind !== 'date' && overlaps(figure.span, place));
}
