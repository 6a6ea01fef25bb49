import type { Span } from '../core/text/span.ts';

/** A sentence that goes on farther than this on either side of a figure is cut there: the search stays short. */
const FARTHEST = 400;

/** What begins a line that is no more of the sentence before it: nothing, or the mark of an item, a quotation, a row, a heading. */
const MARK = String.raw`[ \t]*(?:\r?\n|[-+*>|#]+[ \t]+|\d{1,9}[.)][ \t]+)`;

/**
 * A full stop before a capital. One too few or too many ("Inc. The") does no harm: the same words must only give the
 * same sentence on every machine, which a segmenter of the platform does not promise.
 */
const STOP_MARK = String.raw`[.!?…]["'”’)\]*_]*`;
const STOP = String.raw`${STOP_MARK}\s+(?=["'“‘(*_[]*\p{Lu})`;

const BOUNDARY_BEFORE = new RegExp(String.raw`(?:^|\r?\n)${MARK}|${STOP}`, 'gu');
const BOUNDARY_BEHIND = new RegExp(String.raw`\r?\n${MARK}|${STOP}`, 'u');
const LAST_STOP = new RegExp(`${STOP_MARK}$`, 'u');

/**
 * The sentence of a draft that holds `span`, on one line and without its stop, so that wrapping the lines anew and
 * editing other sentences leaves it as it is.
 * Offsets: UTF-16 code units of `text`.
 */
export function claimSentence(text: string, { start, end }: Span): string {
  const from = Math.max(0, start - FARTHEST);
  let first = from;
  for (const { index, 0: boundary } of text.slice(from, end).matchAll(BOUNDARY_BEFORE)) {
    const next = from + index + boundary.length;
    if (next <= start) first = next;
  }
  const behind = text.slice(end, end + FARTHEST);
  const last = end + (BOUNDARY_BEHIND.exec(behind)?.index ?? behind.length);
  return onOneLine(text.slice(first, last)).replace(LAST_STOP, '');
}

/** Text with every run of white space as one blank, and none around it. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * A short digest of a sentence, the same on every machine: FNV-1a of 32 bits in hexadecimal. It tells sentences with
 * the same figure apart, and guards nothing.
 */
export function digestSentence(sentence: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < sentence.length; at++) {
    hash = Math.imul(hash ^ sentence.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
