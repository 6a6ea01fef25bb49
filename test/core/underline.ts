import { indexLines } from '../../server/core/text/line-map.ts';
import type { Span } from '../../server/core/text/span.ts';

/** A stretch of a text and what is said of it. */
export interface Underlined {
  readonly span: Span;
  readonly label: string;
}

/**
 * The text with carets and a label under each span, one line for each, below the line it begins on.
 * A span over several lines is underlined to the end of its first one; `↵` after the carets says so.
 */
export function underline(text: string, marks: readonly Underlined[]): string {
  const map = indexLines(text);
  const ordered = [...marks].sort((one, other) => one.span.start - other.span.start);
  const lines: string[] = [];
  for (let line = 0; line < map.lineCount; line++) {
    const content = map.lineText(line);
    lines.push(content);
    for (const { span, label } of ordered) {
      const start = map.position(span.start);
      if (start.line !== line) continue;
      const end = map.position(span.end);
      const length = (end.line === line ? end.character : content.length) - start.character;
      const carets = '^'.repeat(Math.max(1, length)) + (end.line === line ? '' : '↵');
      lines.push(`${' '.repeat(start.character)}${carets} ${label}`.trimEnd());
    }
  }
  return lines.join('\n').trimEnd();
}
