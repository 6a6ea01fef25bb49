import { lastAtMost } from '../text/line-map.ts';
import type { Span } from '../text/span.ts';

/** Converts offsets of prose into offsets of the source it was taken from. */
export interface TextMap {
  /** The source span of a non-empty prose span: from its first character to the end of its last. */
  toSource(span: Span): Span;
}

/**
 * Collects prose from a source and remembers where each piece came from.
 * Offsets: prose offsets count UTF-16 code units of the collected text; source offsets are the caller's.
 */
export class TextCollector {
  #text = '';
  readonly #proseStarts: number[] = [];
  readonly #sourceStarts: number[] = [];
  /** Source length of a piece that was replaced; -1 for pieces taken over unit by unit. */
  readonly #replaced: number[] = [];

  /** How much has been collected. */
  get length(): number {
    return this.#text.length;
  }

  /** Take over `text`, which stands at `source` unit by unit. */
  take(text: string, source: number): void {
    if (text !== '') this.#add(text, source, -1);
  }

  /** Put `text` in place of the source span. */
  replace(text: string, { start, end }: Span): void {
    if (text !== '') this.#add(text, start, end - start);
  }

  finish(): { text: string; map: TextMap } {
    const [proseStarts, sourceStarts, replaced] = [
      this.#proseStarts,
      this.#sourceStarts,
      this.#replaced,
    ];
    const place = (offset: number) => {
      const piece = lastAtMost(proseStarts, offset);
      const inner = offset - (proseStarts[piece] ?? 0);
      return { source: sourceStarts[piece] ?? 0, inner, length: replaced[piece] ?? -1 };
    };
    return {
      text: this.#text,
      map: {
        toSource({ start, end }) {
          const first = place(start);
          const last = place(Math.max(start, end - 1));
          return {
            start: first.source + (first.length < 0 ? first.inner : 0),
            end: last.source + (last.length < 0 ? last.inner + (end > start ? 1 : 0) : last.length),
          };
        },
      },
    };
  }

  #add(text: string, source: number, length: number): void {
    this.#proseStarts.push(this.#text.length);
    this.#sourceStarts.push(source);
    this.#replaced.push(length);
    this.#text += text;
  }
}
