import type { SyntaxNodeRef } from '@lezer/common';
import type { Span } from '../text/span.ts';
import { type BlockPlace, OPAQUE, type Prose } from './block.ts';
import { plainCharacters } from './plain-characters.ts';
import { plainSpaces, TIGHT_SPACE } from './plain-spaces.ts';
import type { Outline } from './read-outline.ts';
import { TextCollector } from './text-map.ts';

/**
 * Read the prose of one block of an outline.
 * Offsets: the map leads from the prose to offsets relative to the block's start, so that the result holds for the same
 * block wherever an edit before it has moved it.
 */
export function readBlock(outline: Outline, { kind, span }: BlockPlace): Prose {
  const collector = new TextCollector();
  const bars: Span[] = [];
  const comments: Span[] = [];
  let at = span.start;
  const takeUntil = (end: number): void => {
    if (at < end) collector.take(plainCharacters(outline.text.slice(at, end)), at - span.start);
    at = Math.max(at, end);
  };
  const pass = ({ start, end }: Span, instead: string): void => {
    takeUntil(start);
    collector.replace(instead, { start: start - span.start, end: end - span.start });
    at = Math.max(at, end);
  };
  const mayHoldMarkup = kind === 'heading' || MARKUP.test(outline.text.slice(span.start, span.end));
  if (kind !== 'front-matter' && outline.tree && mayHoldMarkup) {
    outline.tree.iterate({
      from: span.start - outline.bodyStart,
      to: span.end - outline.bodyStart,
      enter(node) {
        const found = { start: node.from + outline.bodyStart, end: node.to + outline.bodyStart };
        if (found.end <= span.start || found.start >= span.end) return false;
        if (node.name === 'Comment') {
          comments.push({ start: found.start - span.start, end: found.end - span.start });
        }
        const instead = replacementOf(node, outline.text.slice(found.start, found.end));
        if (instead === undefined) return true;
        pass(found, instead);
        if (node.name === 'TableDelimiter')
          bars.push({ start: collector.length - instead.length, end: collector.length });
        return false;
      },
    });
  }
  takeUntil(span.end);
  const { text, map } = collector.finish();
  return { text: plainSpaces(unwrapped(text)), map, cells: cellsBetween(bars, text), comments };
}

/** The cells of a table row, empty ones too, so that those of a column have one number in every row. */
function cellsBetween(bars: readonly Span[], text: string): readonly Span[] {
  if (bars.length === 0) return [];
  const edges = [{ start: 0, end: 0 }, ...bars, { start: text.length, end: text.length }];
  const cells = edges
    .slice(1)
    .map(({ start }, index) => ({ start: edges[index]?.end ?? 0, end: start }));
  const isBlank = (cell: Span | undefined): boolean =>
    text.slice(cell?.start, cell?.end).trim() === '';
  return cells.slice(isBlank(cells[0]) ? 1 : 0, isBlank(cells.at(-1)) ? -1 : undefined);
}

/** Longer lines than this were not wrapped to fit: their end is the end of what they say. */
const WRAPPED = 120;

/**
 * Line ends become spaces where a paragraph was wrapped, and stay where each line stands for itself: where it is too long, or
 * where it and the next one open as items do that are no list: with a sign, or a figure and a dash ("$38bn – what Acme pays").
 */
function unwrapped(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n');
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      if (next === undefined) return line;
      const isItem = OPENS_ITEM.test(line) && OPENS_ITEM.test(next);
      return line + (line.length > WRAPPED || isItem ? '\n' : ' ');
    })
    .join('');
}

/** A figure with a dash or a colon soon after it, or a sign; what ends in a comma goes on. */
const OPENS_ITEM =
  /^(?:[\p{N}\p{Sc}][^.\n]{0,30}?\s?[–—:]|\p{Extended_Pictographic}.*)\s\S.*[^,;\s]\s*$/u;

/**
 * What any markup inside a block has in it: most have none, and need no look at the tree. The underline of a heading
 * is not told from dashes; headings are always looked at.
 */
const MARKUP = /[*_`~[\]<>&\\|#@/]|www\.| \n/i;

const MARKS: ReadonlySet<string> = new Set([
  'EmphasisMark',
  'HeaderMark',
  'QuoteMark',
  'LinkMark',
  'CodeMark',
  'StrikethroughMark',
  'TaskMarker',
  'LinkTitle',
  'LinkLabel',
  'HTMLTag',
  'Comment',
  'ProcessingInstruction',
]);
/** Tags that part what stands on either side of them, as a line break or a raised figure does. */
const PARTING_TAG = /^<\/?(?:br|hr|p|div|li|td|th|tr|su[bp])\b/i;

const OPAQUES: ReadonlySet<string> = new Set(['InlineCode', 'Image', 'Autolink', 'Strikethrough']);

/** What stands in the prose for a piece of markup; undefined for what is prose or holds prose. */
function replacementOf({ name, node }: SyntaxNodeRef, surface: string): string | undefined {
  if (name === 'TableDelimiter') return ' | ';
  if (name === 'HardBreak') return ' ';
  if (name === 'HTMLTag' && PARTING_TAG.test(surface)) return ' ';
  if (MARKS.has(name)) return '';
  if (OPAQUES.has(name)) return OPAQUE;
  if (name === 'URL') return node.parent?.name === 'Link' ? '' : OPAQUE;
  if (name === 'Escape') return surface.slice(1);
  if (name === 'Entity') return decodeEntity(surface);
  if (name === 'Link' && /^\[(?:\^[^\]]*|\d+)\]$/.test(surface)) return '';
  return undefined;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': TIGHT_SPACE,
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&pound;': '£',
  '&euro;': '€',
  '&yen;': '¥',
  '&cent;': '¢',
  '&ndash;': '–',
  '&mdash;': '—',
  '&thinsp;': TIGHT_SPACE,
  '&minus;': '-',
  '&rsquo;': "'",
  '&lsquo;': "'",
  '&ldquo;': '"',
  '&rdquo;': '"',
  '&dollar;': '$',
  '&percnt;': '%',
};

function decodeEntity(surface: string): string {
  const numeric = /^&#(?:x([0-9a-f]{1,6})|(\d{1,7}));$/i.exec(surface);
  if (!numeric) return ENTITIES[surface.toLowerCase()] ?? OPAQUE;
  const code = numeric[1] ? Number.parseInt(numeric[1], 16) : Number(numeric[2]);
  return code <= 0x10ffff ? plainCharacters(String.fromCodePoint(code)) : OPAQUE;
}
