/** A place in a text: `line` and `character` from 0, `character` in UTF-16 code units (as in LSP). */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Converts between UTF-16 offsets and positions of one text. Line ends are LF, CRLF and CR. */
export interface LineMap {
  /** With the empty line that follows a last line end. */
  readonly lineCount: number;
  /** Without it, as `cat -n` and a reader count. */
  readonly printedLineCount: number;
  position(offset: number): Position;
  /** Positions past the end of a line or of the text are taken back to that end. */
  offset(position: Position): number;
  /** The text of a line (from 0) without its line end; empty past the last line. */
  lineText(line: number): string;
}

/**
 * Index the line starts of `text` once; look-ups are logarithmic.
 * Offsets: UTF-16 code units of `text`; an offset outside it is taken to its nearer end.
 */
export function indexLines(text: string): LineMap {
  const starts = lineStarts(text);
  const lineEnd = (line: number): number => {
    const next = starts[line + 1];
    if (next === undefined) return text.length;
    const isCrLf = text[next - 1] === '\n' && text[next - 2] === '\r';
    return next - (isCrLf ? 2 : 1);
  };
  return {
    lineCount: starts.length,
    printedLineCount: starts.at(-1) === text.length ? starts.length - 1 : starts.length,
    position(offset) {
      const at = Math.max(0, Math.min(offset, text.length));
      const line = lastAtMost(starts, at);
      return { line, character: at - (starts[line] ?? 0) };
    },
    offset({ line, character }) {
      const start = starts[line];
      if (start === undefined) return line < 0 ? 0 : text.length;
      return Math.min(start + Math.max(0, character), lineEnd(line));
    },
    lineText(line) {
      const start = starts[line];
      return start === undefined ? '' : text.slice(start, lineEnd(line));
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** Index of the last of the ascending `values` that is not above `limit`; 0 when all are. */
export function lastAtMost(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= limit) low = middle;
    else high = middle;
  }
  return low;
}
