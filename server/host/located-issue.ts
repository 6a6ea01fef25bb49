import type { Span } from '../core/text/span.ts';

/** A place as people count it: line and column from 1, the column in UTF-16 code units. */
export interface LinePosition {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a file, for programs as a span and for people as lines and columns. */
export interface Place {
  /** Absolute path. */
  readonly file: string;
  /** UTF-16 code units of the file's text, a byte order mark not counted. */
  readonly span: Span;
  readonly position: LinePosition;
  /** The position of the span's end. */
  readonly end: LinePosition;
}

/** A mistake in an input, at its place. */
export interface LocatedIssue extends Place {
  /** Stable kebab code: `yaml-syntax`, `unknown-source`, `not-utf-8` … */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information';
  /** Capital, no full stop: what is, then what should be. */
  readonly message: string;
  /** `file` where the matter is the file or folder itself; its position is then the first character. */
  readonly scope: 'place' | 'file';
  /** The place of the other entry that the message speaks of. */
  readonly other?: Place;
}

/**
 * An error about a file or folder as a whole: it is missing, unreadable, too large.
 * Offsets: the span is empty, at 0.
 */
export function fileIssue(code: string, file: string, message: string): LocatedIssue {
  const start = { line: 1, column: 1 };
  const span = { start: 0, end: 0 };
  return {
    code,
    severity: 'error',
    message,
    file,
    span,
    position: start,
    end: start,
    scope: 'file',
  };
}

/** An error at a place of a file. */
export function placeIssue(code: string, place: Place, message: string): LocatedIssue {
  return { code, severity: 'error', message, ...place, scope: 'place' };
}
