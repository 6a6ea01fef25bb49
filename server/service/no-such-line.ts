import type { LineMap } from '../core/text/line-map.ts';
import { counted } from './counted.ts';

/**
 * Say that a text does not have a line, which is given from 1.
 *
 * @example noSuchLine('one.md', 2, indexLines('One line\n')) // 'one.md has 1 line; there is no line 2'
 */
export function noSuchLine(text: string, line: number, { printedLineCount }: LineMap): string {
  return `${text} has ${counted(printedLineCount, 'line')}; there is no line ${line}`;
}
