import { FALLS, RISES } from '../mentions/english.ts';
import type { PlacedFigure } from './attachment.ts';
import type { Direction } from './fits.ts';
import type { Scope } from './scope.ts';

/** How far before a figure the verb of its move may stand, in tokens. */
const VERB_REACH = 7;

/** Whether the words before a figure say it fell or rose; the word itself is at `verb`. */
export function movementOf(
  { reading, sentence }: Scope,
  figure: PlacedFigure,
): { direction: Direction; verb: number } {
  for (let at = figure.from - 1; at >= Math.max(sentence.from, figure.from - VERB_REACH); at--) {
    const word = reading.tokens[at]?.lower ?? '';
    if (/^[,;—–|]$/.test(word)) break;
    if (FALLS.has(word)) return { direction: -1, verb: at };
    if (RISES.has(word)) return { direction: 1, verb: at };
  }
  return { direction: 0, verb: -1 };
}
