import type { Span } from '../core/text/span.ts';

/** A stretch of a pack file that can be parsed by itself: one statement, one entity, or a root key with its value. */
export interface PackEntry {
  /** The root key it stands under; undefined where the file is not written as a block mapping. */
  readonly section: string | undefined;
  /** Whether the root key is part of the stretch: `pack: acme`, `statements: []`, a file in JSON. */
  readonly holdsSection: boolean;
  /** Whole lines, in UTF-16 code units of the file's text. */
  readonly span: Span;
}

/** Keys at the left margin: `statements:`, `"pack": x`. A colon ends a key only before a space or the line's end. */
const ROOT_KEY = /^(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#"'{}[\],&*!|>%@`-][^\s:]*))[ \t]*:(?=\s|$)/;

/** The end of a flow collection that was opened further up; never the start of an entry. */
const CLOSING = /[\]}]/;

/**
 * Cut a pack file into its entries by nothing but its lines and their indentation, so that an entry is found in
 * a file that is half-written anywhere else, in one pass over the text.
 * Offsets: UTF-16 code units of `text`. The entries are in order and do not overlap.
 */
export function outlinePackText(text: string): readonly PackEntry[] {
  const entries: PackEntry[] = [];
  let section: Section | undefined;
  let start: number | undefined;
  const close = (end: number): void => {
    if (start === undefined || section === undefined) return;
    const { name, isInline } = section;
    entries.push({ section: name, holdsSection: isInline, span: { start, end } });
    start = undefined;
  };
  for (const line of linesOf(text)) {
    const key = line.indent === 0 ? rootKey(line) : undefined;
    if (key !== undefined) {
      close(line.start);
      section = { name: key.name, isInline: key.hasValue, indent: undefined };
      if (key.hasValue) start = line.start;
    } else if (section && !section.isInline && beginsEntry(line, section)) {
      section.indent ??= line.indent;
      close(line.start);
      start = line.start;
    }
  }
  close(text.length);
  return section === undefined
    ? [{ section: undefined, holdsSection: true, span: { start: 0, end: text.length } }]
    : entries;
}

/** The entry that holds `offset`; one that begins there rather than one that ends there. */
export function entryAt(entries: readonly PackEntry[], offset: number): PackEntry | undefined {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const entry = entries[low - 1];
  return entry && offset <= entry.span.end ? entry : undefined;
}

interface Section {
  readonly name: string;
  /** Whether the value begins on the line of the key. */
  readonly isInline: boolean;
  /** The indentation of its entries, once the first was seen. */
  indent: number | undefined;
}

interface Line {
  readonly start: number;
  readonly indent: number;
  readonly content: string;
}

/** Every line with content; blank ones and comments belong to what stands before them. */
function* linesOf(text: string): Generator<Line> {
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    let first = start;
    while (first < end && isBlank(text.charCodeAt(first))) first++;
    if (first < end && text[first] !== '#') {
      yield { start, indent: first - start, content: text.slice(first, end) };
    }
    start = end + 1;
  }
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

/** Space, tab or the return before a line feed. */
function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 13;
}

function rootKey({ content }: Line): { name: string; hasValue: boolean } | undefined {
  const match = ROOT_KEY.exec(content);
  if (match === null) return undefined;
  const [whole, doubly, singly, plain] = match;
  const rest = content.slice(whole.length).trim();
  return { name: doubly ?? singly ?? plain ?? '', hasValue: rest !== '' && !rest.startsWith('#') };
}

/** Whether a line is no deeper than the first entry of its section. */
function beginsEntry({ indent, content }: Line, section: Section): boolean {
  if (CLOSING.test(content.charAt(0)) || content === '---' || content === '...') return false;
  return section.indent === undefined || indent <= section.indent;
}
