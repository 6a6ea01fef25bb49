import type { LineMap } from '../core/text/line-map.ts';

/**
 * Say that a text does not have a line, which is given from 1.
 *
 * @example noSuchLine('one.md', 2, indexLines('One line\n')) // 'one.md has 1 line; there is no line 2'
 */
export function noSuchLine(text: string, line: number, { printedLineCount }: LineMap): string {
  const extent = `${printedLineCount} line${printedLineCount === 1 ? '' : 's'}`;
  return `${text} has ${extent}; there is no line ${line}`;
}
