import { OCCASIONS } from '../mentions/english.ts';
import type { PlacedFigure } from './attachment.ts';
import { type Cue, distance, type Scope } from './scope.ts';

/** How far after a figure a cue may stand to call it wrong. */
const AFTER_REACH = 9;

/** Whether a cue comes so long after a figure, or behind such words, that it is hardly said of it. */
export function isAfterthought(scope: Scope, figure: PlacedFigure, cue: Cue): boolean {
  if (isLabel(scope, figure)) return false;
  if (cue.flat !== null || cue.from < figure.to) return false;
  if (isOfOccasion(scope, figure, cue) || distance(scope, cue, figure) > AFTER_REACH) return true;
  // "Lead times are at 38 weeks, contract prices have gone up": no deal is named that the text could be speaking of.
  const between = scope.reading.tokens.slice(figure.to, cue.from);
  return scope.dealsFromFocus && between.some(({ text }) => text === ',');
}

/** "$12 billion – what the company lost", "$12 billion. The loss of": a figure that is set before what it is a figure of. */
function isLabel({ reading: { tokens }, sentence }: Scope, { from, to }: PlacedFigure): boolean {
  return from === sentence.from && /^[–—:.]$/.test(tokens[to]?.text ?? '');
}

/** "Backlog stood at $200bn before this contract": the word says only when it was so. */
function isOfOccasion(
  { reading: { tokens } }: Scope,
  { to }: PlacedFigure,
  { from }: Cue,
): boolean {
  for (let at = to; at < from; at++) if (OCCASIONS.has(tokens[at]?.lower ?? '')) return true;
  return false;
}
