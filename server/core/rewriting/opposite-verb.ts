import { OPPOSITE_VERBS } from '../mentions/english.ts';

/** The verb of the other direction in the same form and case: `slipped` for `rose`; undefined where none is known. */
export function oppositeVerb(verb: string): string | undefined {
  const lower = verb.toLowerCase();
  const pair =
    OPPOSITE_VERBS.find(([fall]) => fall === lower) ??
    OPPOSITE_VERBS.find(([, rise]) => rise === lower);
  if (!pair) return RISES_ONLY.get(lower);
  const opposite = pair[0] === lower ? pair[1] : pair[0];
  return verb === lower ? opposite : opposite.charAt(0).toUpperCase() + opposite.slice(1);
}

/** Verbs of rising that no row of the table ends in. */
const RISES_ONLY: ReadonlyMap<string, string> = new Map([
  ['soared', 'plunged'],
  ['soars', 'plunges'],
  ['rallied', 'retreated'],
  ['advanced', 'retreated'],
  ['added', 'lost'],
  ['swelled', 'shrank'],
  ['jump', 'drop'],
  ['jumps', 'drops'],
  ['surge', 'slump'],
  ['surges', 'slumps'],
  ['growth', 'decline'],
]);
