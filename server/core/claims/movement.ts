import { FALLS, RISES, STRETCHES } from '../mentions/english.ts';
import type { PlacedFigure } from './attachment.ts';
import type { Ref } from './discourse.ts';
import type { Direction } from './fits.ts';
import { type Cue, distance, type Scope } from './scope.ts';

/** How far before a figure the verb of its move may stand, in tokens. */
const VERB_REACH = 7;

/** Whether the words before a figure say it fell or rose; the word itself is at `verb`. */
export function movementOf(
  { reading, sentence }: Scope,
  figure: PlacedFigure,
): { direction: Direction; verb: number } {
  for (let at = figure.from - 1; at >= Math.max(sentence.from, figure.from - VERB_REACH); at--) {
    const { kind, lower: word = '' } = reading.tokens[at] ?? {};
    if (kind === 'mark' && ENDS_CLAUSE.has(word)) break;
    if (FALLS.has(word)) return { direction: -1, verb: at };
    if (RISES.has(word)) return { direction: 1, verb: at };
  }
  return { direction: 0, verb: -1 };
}

const ENDS_CLAUSE: ReadonlySet<string> = new Set([',', ';', '—', '–', '|']);

/** "Acme fell 2.2%": a name, a verb of moving and the figure, side by side. */
export function isPlainMove(scope: Scope, figure: PlacedFigure, cue: Cue): boolean {
  const isBeside = (ref: Ref): boolean =>
    ref.sure && ref.to <= cue.from && distance(scope, ref, figure) <= PLAIN_REACH;
  return cue.to === figure.from && scope.refs.some(isBeside);
}

/** A name, perhaps with an insertion behind it, and the verb. */
const PLAIN_REACH = 2;

/** "Gained 4% to $254". */
export function isReached(scope: Scope, figure: PlacedFigure): boolean {
  return figure.figure.kind === 'money' && isBehindTo(scope, figure);
}

/** "Its share has slipped to about 29%": what it moved to, and not by how much the verb says. */
export function isLevelOf(scope: Scope, figure: PlacedFigure, { from, to, flat }: Cue): boolean {
  if (flat !== null || !isBehindTo(scope, figure)) return false;
  const { verb } = movementOf(scope, figure);
  return from <= verb && verb < to;
}

function isBehindTo({ reading: { tokens } }: Scope, { figure, from }: PlacedFigure): boolean {
  const hedged = figure.hedge || tokens[from - 1]?.lower === 'some' ? from - 2 : from - 1;
  return tokens[from - 1]?.lower === 'to' || tokens[hedged]?.lower === 'to';
}

/** "Went up by nearly $13 billion": by how much something moved. */
export function isMoveBy({ reading: { tokens } }: Scope, { figure, from }: PlacedFigure): boolean {
  const start = figure.hedge?.span.start ?? figure.span.start;
  let at = from - 1;
  while ((tokens[at]?.start ?? -1) >= start) at--;
  return tokens[at]?.lower === 'by';
}

/** "Gained 14% in two sessions", "over the past month". */
export function isOfStretch({ reading: { tokens } }: Scope, { to }: PlacedFigure): boolean {
  if (!/^(?:in|over|within|across)$/.test(tokens[to]?.lower ?? '')) return false;
  const next = tokens[to + 1]?.lower === 'the' ? tokens[to + 2] : tokens[to + 1];
  return next?.kind === 'number' || STRETCHES.has(next?.lower ?? '');
}
