/** A piece of a line that a terminal shows as one: a character with what combines with it. */
export interface DisplayCell {
  /** What is printed: a tab becomes spaces, a control character a sign that stands for it. */
  readonly shown: string;
  /** Columns it takes. */
  readonly width: number;
  /** Where it starts, in UTF-16 code units of the line. */
  readonly offset: number;
}

const TAB_STOP = 4;

/**
 * Cut a line into what a terminal shows, with the columns each piece takes.
 * Control characters, also those that turn the direction of writing, are shown instead of obeyed.
 * Offsets: UTF-16 code units of `line`, which holds no line end.
 */
export function displayCells(line: string): readonly DisplayCell[] {
  if (PLAIN.test(line)) return plainCells(line);
  const cells: DisplayCell[] = [];
  let column = 0;
  for (const { segment, index } of graphemes.segment(line)) {
    const cell = { ...show(segment, column), offset: index };
    cells.push(cell);
    column += cell.width;
  }
  return cells;
}

/** The columns that `text` takes in a terminal. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  return displayCells(text).reduce((sum, { width }) => sum + width, 0);
}

/** Text that a terminal shows and does not obey: no control characters. */
export function harmless(text: string): string {
  if (PLAIN.test(text)) return text;
  return displayCells(text)
    .map(({ shown }) => shown)
    .join('');
}

/** Latin letters, typographic punctuation and currency signs: one code unit, one column, nothing combines. */
const PLAIN = /^[ -~\u00a1-\u024f\u2010-\u2027\u2030-\u203a\u20a0-\u20bf]*$/;

/** The same without looking for what combines, which takes a hundred times as long. */
function plainCells(line: string): readonly DisplayCell[] {
  return Array.from(line, (shown, offset) => ({ shown, width: 1, offset }));
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function show(segment: string, column: number): { shown: string; width: number } {
  if (segment === '\t') {
    const width = TAB_STOP - (column % TAB_STOP);
    return { shown: ' '.repeat(width), width };
  }
  const code = segment.codePointAt(0) ?? 0;
  if (CONTROL.test(segment)) return { shown: '\ufffd', width: 1 };
  if (code < 0x20 || code === 0x7f) return { shown: pictureOf(code), width: 1 };
  return { shown: segment, width: widthOf(segment, code) };
}

/** C1 controls, and the marks that embed, override or isolate a direction of writing. */
const CONTROL = /[\u0080-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Control Pictures, U+2400: ␛ for an escape. */
function pictureOf(code: number): string {
  return code === 0x7f ? '\u2421' : String.fromCodePoint(0x2400 + code);
}

function widthOf(segment: string, code: number): number {
  if (/^[\p{Mark}\u200b-\u200d\ufeff]+$/u.test(segment)) return 0;
  const isEmoji = /\p{Emoji_Presentation}|\ufe0f/u.test(segment);
  return isEmoji || WIDE.some(([first, last]) => first <= code && code <= last) ? 2 : 1;
}

/** East Asian Wide and Fullwidth, by blocks (Unicode, EastAsianWidth.txt). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];
