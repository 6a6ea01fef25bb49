import type { LineMap } from '../core/text/line-map.ts';
import type { Span } from '../core/text/span.ts';
import type { LinePosition, Place } from './located-issue.ts';

/** The place of `span` in the file whose lines are `lines`. */
export function placeIn(file: string, lines: LineMap, span: Span): Place {
  return {
    file,
    span,
    position: countedFromOne(lines, span.start),
    end: countedFromOne(lines, span.end),
  };
}

function countedFromOne(lines: LineMap, offset: number): LinePosition {
  const { line, character } = lines.position(offset);
  return { line: line + 1, column: character + 1 };
}
