import type { Fix } from './claims/claim.ts';
import type { BlockPlace, Prose } from './prose/block.ts';
import type { ProseFix } from './rewriting/build-fixes.ts';
import { type Span, shift } from './text/span.ts';

/**
 * A fix over the source: only the characters that differ are replaced, so that markup, spaces and everything else inside
 * the figure stay as the writer has them. `source` is that of the block.
 */
export function toSourceFix(source: string, place: BlockPlace, prose: Prose, fix: ProseFix): Fix {
  const old = prose.text.slice(fix.span.start, fix.span.end);
  const whole = prose.map.toSource(fix.span);
  const text = spliced(source, prose, fix, old, whole);
  return {
    span: shift(whole, place.span.start),
    text,
    preferred: fix.preferred,
    source: fix.source,
  };
}

function spliced(source: string, prose: Prose, fix: ProseFix, old: string, whole: Span): string {
  const surface = source.slice(whole.start, whole.end);
  if (surface === old) return fix.text;
  const shorter = Math.min(old.length, fix.text.length);
  let head = 0;
  while (head < shorter && old[head] === fix.text[head]) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    old[old.length - 1 - tail] === fix.text[fix.text.length - 1 - tail]
  )
    tail++;
  const middle = fix.text.slice(head, fix.text.length - tail);
  const sourceOf = (offset: number): Span => prose.map.toSource({ start: offset, end: offset + 1 });
  const [first, last] = [fix.span.start + head, fix.span.end - tail - 1];
  if (last < first) {
    const at = head === 0 ? whole.start : sourceOf(first - 1).end;
    return source.slice(whole.start, at) + middle + source.slice(at, whole.end);
  }
  let marks = '';
  for (let offset = first; offset < last; offset++)
    marks += source.slice(sourceOf(offset).end, sourceOf(offset + 1).start);
  return (
    source.slice(whole.start, sourceOf(first).start) +
    middle +
    marks +
    source.slice(sourceOf(last).end, whole.end)
  );
}
