import type { Span } from '../core/text/span.ts';

/** A sentence longer than this on either side of a figure is taken as far as this: the search stays short. */
const FARTHEST = 1_000;

/**
 * Where one sentence ends and the next begins: at a blank line, at the mark of a list item, a quotation, a table row
 * or a heading, and after a full stop before a capital. A stop too few or too many ("Inc. The") does no harm; the same
 * words must only give the same sentence on every machine, which a segmenter of the platform does not promise.
 */
const BOUNDARY =
  /(?:^|\r?\n)[ \t]*(?:\r?\n|[-+*>|#]+[ \t]+|\d{1,9}[.)][ \t]+)|[.!?…]["'”’)\]*_]*\s+(?=["'“‘(*_[]*\p{Lu})/gu;

/**
 * The sentence of a draft that holds `span`, with every run of white space as one blank, so that wrapping the lines
 * anew and editing other sentences leaves it as it is.
 * Offsets: UTF-16 code units of `text`.
 */
export function claimSentence(text: string, { start, end }: Span): string {
  const from = Math.max(0, start - FARTHEST);
  let first = from;
  for (const { index, 0: boundary } of text.slice(from, end).matchAll(BOUNDARY)) {
    const next = from + index + boundary.length;
    if (next <= start) first = next;
  }
  const [boundary] = text.slice(end, end + FARTHEST).matchAll(BOUNDARY_BEHIND);
  const last = boundary === undefined ? end + FARTHEST : end + boundary.index;
  return onOneLine(text.slice(first, last));
}

/** Text with every run of white space as one blank, and none around it. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The same behind a figure, where the first characters begin no line. */
const BOUNDARY_BEHIND = new RegExp(BOUNDARY.source.replace('(?:^|\\r?\\n)', '\\r?\\n'), BOUNDARY.flags);

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
