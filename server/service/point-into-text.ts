import type { Figure } from '../core/figures/figure.ts';
import type { LineMap } from '../core/text/line-map.ts';
import { overlaps, type Span } from '../core/text/span.ts';

/** A text of a source with the figures that are read in it. */
export interface SourcePage {
  readonly source: string;
  readonly lines: LineMap;
  readonly figures: readonly Figure[];
}

/** What the words of an entry of the record point to on their line. */
export type Pointing =
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  | { readonly kind: 'absent' }
  /** The words stand at several figures, `count` of them. */
  | { readonly kind: 'loose'; readonly count: number };

/**
 * The figures that `exact` overlaps on `line` (from 1) of a text, where it stands by itself: `4%` is not in `2.4%`.
 * A name may stand on its line again and again; only words that leave several figures in question are loose.
 */
export function pointIntoText(page: SourcePage, line: number, exact: string): Pointing {
  const places = placesInText(exact, line, page.lines);
  if (places.length === 0) return { kind: 'absent' };
  const found = places
    .map((place) => page.figures.filter(({ span }) => overlaps(span, place)))
    .filter((figures) => figures.length > 0);
  return found.length > 1
    ? { kind: 'loose', count: found.length }
    : { kind: 'figures', figures: found[0] ?? [] };
}

/** Every place on `line` (from 1) where the words stand by themselves. */
export function placesInText(exact: string, line: number, lines: LineMap): readonly Span[] {
  if (exact === '') return [];
  const text = lines.lineText(line - 1);
  const from = lines.offset({ line: line - 1, character: 0 });
  const places: Span[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const end = at + exact.length;
    if (runsOn(text.slice(0, at), exact) || runsOn(exact, text.slice(end))) continue;
    places.push({ start: from + at, end: from + end });
  }
  return places;
}

/** Whether a word or a number that `before` ends with goes on in `after`. */
function runsOn(before: string, after: string): boolean {
  const isWord = /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);
  const isDecimal = /\d[.,]$/.test(before) ? /^\d/.test(after) : /^[.,]\d/.test(after);
  return isWord || (isDecimal && /[\d.,]$/.test(before));
}
