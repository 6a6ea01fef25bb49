import type { BlockPlace } from './prose/block.ts';
import type { Outline } from './prose/read-outline.ts';
import { type ChangedRange, changedRange } from './text/changed-range.ts';

/** The blocks of an outline with a key for each: blocks of equal keys are of one kind and text. */
export interface KeyedOutline {
  readonly outline: Outline;
  readonly keys: readonly string[];
}

/** Give each block its key. Those that an edit has only moved keep the one they had: it need not be made of the text again. */
export function keyBlocks(outline: Outline, last: KeyedOutline | undefined): KeyedOutline {
  const unchanged = last ? unchangedKeys(last, outline) : () => undefined;
  return {
    outline,
    keys: outline.blocks.map((place) => unchanged(place) ?? keyOf(outline, place)),
  };
}

function keyOf({ text }: Outline, { kind, level, span }: BlockPlace): string {
  return `${kind}${level}\n${text.slice(span.start, span.end)}`;
}

/** The source of the block that a key was made for: unlike a slice of the draft it keeps no draft in memory. */
export function sourceIn(key: string): string {
  return key.slice(key.indexOf('\n') + 1);
}

const NO_CHANGE: ChangedRange = { fromA: 0, toA: 0, fromB: 0, toB: 0 };

/** The keys of the blocks before and after the changed range, for blocks asked in order. */
function unchangedKeys(
  { outline: { blocks, text }, keys }: KeyedOutline,
  outline: Outline,
): (place: BlockPlace) => string | undefined {
  const { fromB, toA, toB } = changedRange(text, outline.text) ?? NO_CHANGE;
  let at = 0;
  return ({ kind, level, span }) => {
    const isChanged = fromB < span.end && span.start < toB;
    const start = span.end <= fromB ? span.start : span.start + toA - toB;
    while (at < blocks.length && (blocks[at]?.span.start ?? 0) < start) at++;
    const old = blocks[at];
    const isSame =
      old?.kind === kind &&
      old.level === level &&
      old.span.start === start &&
      old.span.end - start === span.end - span.start;
    return isSame && !isChanged ? keys[at] : undefined;
  };
}
