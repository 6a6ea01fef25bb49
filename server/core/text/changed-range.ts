/** What an edit replaced: `[fromA, toA)` of the old text became `[fromB, toB)` of the new one. */
export interface ChangedRange {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** The smallest single range in which two texts differ; undefined when they are equal. */
export function changedRange(before: string, after: string): ChangedRange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  const start = alikeFromStart(before, after, shorter);
  const end = alikeFromEnd(before, after, shorter - start);
  return { fromA: start, toA: before.length - end, fromB: start, toB: after.length - end };
}

/** Whole pieces are compared first: an edit leaves most of a draft as it is. */
const PIECE = 1024;

function alikeFromStart(one: string, other: string, limit: number): number {
  let at = 0;
  while (at + PIECE <= limit && one.slice(at, at + PIECE) === other.slice(at, at + PIECE))
    at += PIECE;
  while (at < limit && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}

function alikeFromEnd(one: string, other: string, limit: number): number {
  const pieceOf = (text: string, back: number): string =>
    text.slice(text.length - back - PIECE, text.length - back);
  let back = 0;
  while (back + PIECE <= limit && pieceOf(one, back) === pieceOf(other, back)) back += PIECE;
  while (
    back < limit &&
    one.charCodeAt(one.length - 1 - back) === other.charCodeAt(other.length - 1 - back)
  )
    back++;
  return back;
}
