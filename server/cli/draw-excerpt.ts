import type { LineMap } from '../core/text/line-map.ts';
import type { Span } from '../core/text/span.ts';
import { type DisplayCell, displayCells } from './display-width.ts';
import type { Paint } from './paint.ts';

/** How an excerpt is drawn. */
export interface ExcerptDress {
  readonly paint: Paint;
  /** Colours the underline and what follows it. */
  readonly mark: (text: string) => string;
  /** Columns to stay within. */
  readonly columns: number;
  /** Columns of the line numbers. */
  readonly gutter: number;
  /** Stands behind the underline: `→ $38bn`; empty for none. */
  readonly label: string;
}

/** A figure that runs over more lines than this is not one worth drawing whole. */
const MAX_LINES = 3;

/** However narrow the terminal, this much of a line is shown. */
const MIN_COLUMNS = 30;

/**
 * Draw the line of a span with the span underlined, as compilers do:
 *
 *     3 │ … a five-year, $40bn deal with …
 *       │                ━━━━━ → $38bn
 *
 * A line that is too long is cut to what stands around the span. Nothing is drawn for a span without lines.
 * Offsets: UTF-16 code units of the text that `lines` indexes.
 */
export function drawExcerpt(lines: LineMap, span: Span, dress: ExcerptDress): readonly string[] {
  const first = lines.position(span.start).line;
  const last = Math.min(lines.position(span.end).line, first + MAX_LINES - 1);
  const drawn: string[] = [];
  for (let line = first; line <= last; line++) {
    drawn.push(
      ...drawLine(line, lines, span, { ...dress, label: line === last ? dress.label : '' }),
    );
  }
  return drawn;
}

function drawLine(line: number, lines: LineMap, span: Span, dress: ExcerptDress): string[] {
  const { paint, mark, gutter, label } = dress;
  const { signs } = paint;
  const start = lines.offset({ line, character: 0 });
  const room = Math.max(MIN_COLUMNS, dress.columns - gutter - 3);
  const inLine = { start: span.start - start, end: span.end - start };
  const cells = cellsAround(lines.lineText(line), inLine, room);
  const view = windowAround(cells, inLine, room, signs.ellipsis);
  const bar = paint.dim(signs.bar);
  const number = paint.dim(String(line + 1).padStart(gutter));
  const underline = signs.underline.repeat(Math.max(1, view.marked));
  const behind = label === '' ? '' : ` ${label}`;
  return [
    `${number} ${bar} ${view.before}${paint.bold(view.inside)}${view.after}`,
    `${' '.repeat(gutter)} ${bar} ${' '.repeat(view.column)}${mark(underline + behind)}`,
  ];
}

/** The pieces of a line near the span: a draft may be one line of a million characters. */
function cellsAround(line: string, span: Span, room: number): readonly DisplayCell[] {
  const UNITS_PER_COLUMN = 4; // some characters combine
  const from = Math.max(0, span.start - room * UNITS_PER_COLUMN);
  const near = line.slice(from, span.end + room * UNITS_PER_COLUMN);
  return displayCells(near).map((cell) => ({ ...cell, offset: cell.offset + from }));
}

interface View {
  readonly before: string;
  readonly inside: string;
  readonly after: string;
  /** Columns before the marked stretch, and of it. */
  readonly column: number;
  readonly marked: number;
}

/** The part of a line that fits into `room` columns, with the marked span in it. */
function windowAround(
  cells: readonly DisplayCell[],
  span: Span,
  room: number,
  ellipsis: string,
): View {
  const from = firstFrom(cells, span.start);
  const to = Math.max(from, firstFrom(cells, span.end));
  const inside = cells.slice(from, to);
  const spare = Math.max(0, room - widthOf(inside));
  const before = cells.slice(0, from);
  const after = cells.slice(to);
  const roomAfter = Math.max(Math.ceil(spare / 2), spare - widthOf(before));
  const right = cutEnd(after, Math.min(roomAfter, spare), ellipsis);
  const left = cutStart(before, spare - right.width, ellipsis);
  return {
    before: left.text,
    inside: textOf(inside),
    after: right.text,
    column: left.width,
    marked: widthOf(inside),
  };
}

/** The index of the first cell that starts at or after an offset; past the last when none does. */
function firstFrom(cells: readonly DisplayCell[], offset: number): number {
  const index = cells.findIndex((cell) => offset <= cell.offset);
  return index < 0 ? cells.length : index;
}

interface Cut {
  readonly text: string;
  readonly width: number;
}

function cutEnd(cells: readonly DisplayCell[], room: number, ellipsis: string): Cut {
  if (widthOf(cells) <= room) return { text: textOf(cells), width: widthOf(cells) };
  const kept = upToWord(fitting(cells, room - ellipsis.length - 1));
  const text = kept.length === 0 ? '' : `${textOf(kept)} ${ellipsis}`;
  return { text, width: kept.length === 0 ? 0 : widthOf(kept) + 1 + ellipsis.length };
}

function cutStart(cells: readonly DisplayCell[], room: number, ellipsis: string): Cut {
  if (widthOf(cells) <= room) return { text: textOf(cells), width: widthOf(cells) };
  const reversed = [...cells].reverse();
  const kept = upToWord(fitting(reversed, room - ellipsis.length - 1)).reverse();
  const text = kept.length === 0 ? '' : `${ellipsis} ${textOf(kept)}`;
  return { text, width: kept.length === 0 ? 0 : widthOf(kept) + 1 + ellipsis.length };
}

/** As many cells from the start as fit into `room` columns. */
function fitting(cells: readonly DisplayCell[], room: number): readonly DisplayCell[] {
  let width = 0;
  const end = cells.findIndex((cell) => {
    width += cell.width;
    return width > room;
  });
  return end < 0 ? cells : cells.slice(0, end);
}

/** A cut in the middle of a word is taken back to the blank before it, where one is near. */
function upToWord(cells: readonly DisplayCell[]): DisplayCell[] {
  const NEAR = 20;
  const blank = cells.findLastIndex(({ shown }) => shown.trim() === '');
  return cells.slice(0, cells.length - blank <= NEAR && blank >= 0 ? blank : cells.length);
}

function textOf(cells: readonly DisplayCell[]): string {
  return cells.map(({ shown }) => shown).join('');
}

function widthOf(cells: readonly DisplayCell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
