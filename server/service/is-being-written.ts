import { type Span, touches } from '../core/text/span.ts';

/** A unit or scale word is no longer than this; what is further on does not belong to the figure. */
const LONGEST_WORD = 20;

/** What may stand between a figure and the caret while its unit is still being written: `$40 bil|`, `40 per |`. */
const beginningOfNextWord = /^[ \u00A0\u202F]?[\p{L}%]*$/u;
const letter = /^\p{L}/u;

/**
 * Whether the figure at `span` is being written when the caret stands at `caret`: the caret touches it, or stands at
 * the end of the word after it, which may be the figure's unit.
 * Offsets: UTF-16 code units of `text`.
 *
 * @example isBeingWritten('worth $40 bil', { start: 6, end: 9 }, 13) // true
 */
export function isBeingWritten(text: string, span: Span, caret: number): boolean {
  if (touches(span, caret)) return true;
  if (caret < span.start || caret - span.end > LONGEST_WORD) return false;
  const between = text.slice(span.end, caret);
  return beginningOfNextWord.test(between) && !letter.test(text.slice(caret, caret + 2));
}
