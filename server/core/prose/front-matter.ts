import type { Span } from '../text/span.ts';

/** YAML front matter as far as checking needs it. Spans are offsets into the draft. */
export interface FrontMatter {
  /** Where the body begins. */
  readonly end: number;
  /** The text of the keys that readers see: title, description and so on. */
  readonly texts: readonly Span[];
  /** The value of `date` as written, without quotes; null when there is none. */
  readonly date: string | null;
}

const CHECKED_KEYS: ReadonlySet<string> = new Set([
  'title',
  'subtitle',
  'description',
  'summary',
  'abstract',
  'caption',
]);
const OPENING = /^\uFEFF?---[ \t]*\r?\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/;
const ENTRY = /^([A-Za-z_][\w-]*)[ \t]*:[ \t]*(.*)$/;

/**
 * Find the front matter of a draft: from a first line `---` to the next `---` or `...`. Without a closing line there
 * is none. Values are read line by line, block scalars (`|`, `>`) by their indentation.
 */
export function readFrontMatter(text: string): FrontMatter {
  const none = { end: 0, texts: [], date: null };
  const opening = OPENING.exec(text);
  if (!opening) return none;
  const texts: Span[] = [];
  let date: string | null = null;
  let block: string | null = null;
  for (let start = opening[0].length; start < text.length; ) {
    const end = lineEnd(text, start);
    const line = text.slice(start, end).replace(/\r$/, '');
    if (CLOSING.test(line)) return { end: Math.min(end + 1, text.length), texts, date };
    const entry = ENTRY.exec(line);
    if (entry) {
      const [, key = '', value = ''] = entry;
      const span = unquoted(text, {
        start: start + line.length - value.length,
        end: start + line.length,
      });
      const isBlock = /^[|>][+-]?\s*$/.test(value);
      block = isBlock ? key.toLowerCase() : null;
      if (key.toLowerCase() === 'date') date = text.slice(span.start, span.end);
      else if (!isBlock && CHECKED_KEYS.has(key.toLowerCase()) && span.end > span.start)
        texts.push(span);
    } else if (block !== null && CHECKED_KEYS.has(block) && /^\s+\S/.test(line)) {
      texts.push({ start: start + line.search(/\S/), end: start + line.length });
    }
    start = end + 1;
  }
  return none;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function unquoted(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && /\s/.test(text.charAt(last - 1))) last--;
  const quote = text.charAt(start);
  const isQuoted =
    (quote === '"' || quote === "'") && last - start >= 2 && text.charAt(last - 1) === quote;
  return isQuoted ? { start: start + 1, end: last - 1 } : { start, end: last };
}
