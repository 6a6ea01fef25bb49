import type { Span } from '../text/span.ts';
import type { TextMap } from './text-map.ts';

/** A piece of a draft that is read as one: the unit of work and of caching. */
export type BlockKind = 'paragraph' | 'heading' | 'list-item' | 'table-row' | 'front-matter';

/** Where a block stands in the draft, before its text is read. Spans are offsets into the draft. */
export interface BlockPlace {
  readonly kind: BlockKind;
  readonly span: Span;
  /** 1 to 6 for headings; 0 otherwise. */
  readonly level: number;
  /** For table rows: the header row, whose cells say what the columns hold; null for the header itself. */
  readonly header: Span | null;
  /** How many lists it stands in; 0 outside. */
  readonly listDepth: number;
}

/**
 * The prose of one block with markup left out: emphasis marks, link targets, tags and comments are gone, code and URLs
 * are one opaque character (U+FFFC), typographic spaces, quotes and signs are their plain form.
 */
export interface Prose {
  readonly text: string;
  /** From offsets into `text` to offsets relative to the start of the block. */
  readonly map: TextMap;
  /** For table rows: the cells, as offsets into `text`. */
  readonly cells: readonly Span[];
  /** HTML comments inside the block, relative to its start. */
  readonly comments: readonly Span[];
}

/** The character that stands for code, URLs and images: never part of a figure or a name. */
export const OPAQUE = '\uFFFC';
