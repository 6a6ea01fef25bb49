import { type LeadIn, readScopes } from '../core/check-block.ts';
import type { PlacedFigure } from '../core/claims/attachment.ts';
import { atBlock, NOTHING_SAID } from '../core/claims/discourse.ts';
import type { Scope } from '../core/claims/scope.ts';
import type { FactBase } from '../core/facts/fact-base.ts';
import { readIsoDay } from '../core/figures/calendar.ts';
import { readBlockMentions } from '../core/mentions/read-block-mentions.ts';
import { readBlock } from '../core/prose/read-block.ts';
import { type DraftLanguage, readOutline } from '../core/prose/read-outline.ts';
import type { TextMap } from '../core/prose/text-map.ts';
import { type Span, shift } from '../core/text/span.ts';

/** A text that a fact is recorded from, and the stretch of it that states the fact. */
export interface Passage {
  readonly text: string;
  readonly language: DraftLanguage;
  /** UTF-16 offsets into `text`; an empty span stands for the sentence around it. */
  readonly span: Span;
  /** ISO day of the text, which "Monday" and "last quarter" are counted from; null where it has none. */
  readonly date: string | null;
}

/** A figure of a passage, with everything that the words around it are weighed by. */
export interface PassageFigure {
  readonly figure: PlacedFigure;
  readonly scope: Scope;
  /** The figure with its hedge, in the text as it is written. */
  readonly span: Span;
  /** The same as prose: without markup, spaces as single ones. */
  readonly value: string;
}

const NO_LEAD: LeadIn = { cues: [], times: [], speaksOfDeal: false };

/**
 * Every figure of a passage, names included, each in the light of what the text says before it.
 * Offsets: spans are in UTF-16 code units of the passage's text.
 */
export function readPassage(passage: Passage, facts: FactBase): readonly PassageFigure[] {
  const outline = readOutline(passage.text, passage.language);
  const asOf = passageDay(passage, facts);
  const found: PassageFigure[] = [];
  let discourse = NOTHING_SAID;
  for (const place of outline.blocks) {
    if (place.span.start > passage.span.end) break;
    const prose = readBlock(outline, place);
    const read = { prose, reading: readBlockMentions(prose.text, facts, asOf) };
    const scopes = readScopes(place, read, null, NO_LEAD, atBlock(discourse), facts, asOf);
    discourse = scopes.discourse;
    if (place.span.end < passage.span.start) continue;
    for (const scope of scopes.scopes) {
      const own = figuresOf(scope, prose.map, place.span.start);
      const isSentence =
        passage.span.start === passage.span.end &&
        isAround(scope, prose.map, shift(passage.span, -place.span.start));
      found.push(...own.filter(({ span }) => isSentence || touches(span, passage.span)));
    }
  }
  return found;
}

/** The day that a passage is read as of, in days since 1970-01-01: its own, else the pack's. */
export function passageDay({ date }: Pick<Passage, 'date'>, facts: FactBase): number {
  return readIsoDay(date ?? facts.referenceDate) ?? 0;
}

function figuresOf(scope: Scope, map: TextMap, blockStart: number): readonly PassageFigure[] {
  const seen = new Set<number>();
  return scope.figures.flatMap((figure) => {
    const { span: own, hedge } = figure.figure;
    if (seen.has(own.start)) return [];
    seen.add(own.start);
    const start = Math.min(own.start, hedge?.span.start ?? own.start);
    const end = Math.max(own.end, hedge?.span.end ?? own.end);
    const value = scope.reading.text.slice(start, end).replace(/\s+/g, ' ');
    return [{ figure, scope, span: shift(map.toSource({ start, end }), blockStart), value }];
  });
}

/** Whether a place of the block lies in the sentence of a scope. */
function isAround({ reading, sentence }: Scope, map: TextMap, { start }: Span): boolean {
  const first = reading.tokens[sentence.from];
  const last = reading.tokens[sentence.to - 1];
  if (!first || !last) return false;
  const source = map.toSource({ start: first.start, end: last.end });
  return source.start <= start && start <= source.end;
}

function touches(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
