import type { BlockKind } from '../core/prose/block.ts';
import { describePublication } from './cite-sources.ts';
import { type CitedSource, describeSource, quoted, sourceInBrackets } from './describe-source.ts';
import type { DraftSnapshot } from './draft-store.ts';

/** The language that a citation is written in, and what it stands in. */
export interface CitationContext {
  readonly language: DraftSnapshot['language'];
  readonly block: BlockKind;
}

/** `(Publisher, 3 November 2025)` in the language of the draft, then without the date: without the brackets. */
export function bracketTexts(
  source: CitedSource,
  { language }: CitationContext,
): readonly string[] {
  const texts = sourceInBrackets(source);
  return language === 'plaintext' ? texts : texts.map(escaped);
}

/** What a note at the end says: `[Title](https://…), Publisher, 3 November 2025`, `“Title”` where no more is known. */
export function noteText(source: CitedSource, context: CitationContext): string {
  if (context.language === 'plaintext') return describeSource(source);
  const title = escaped(source.title);
  const named =
    source.url === null ? quoted(title) : `[${title}](${address(source.url, 'paragraph')})`;
  return [named, ...describePublication(source).map(escaped)].join(', ');
}

/** Whether a note is about a source: it has its address or, where that is not known, its title. */
export function isNoteOf(text: string, { url, title }: CitedSource): boolean {
  return url === null
    ? text.includes(title) || text.includes(escaped(title))
    : text.includes(url) || text.includes(address(url, 'paragraph'));
}

/** `https://… "Title"`: where the key of a link leads to. */
export function linkTarget({ url, title }: CitedSource & { readonly url: string }): string {
  return `${address(url, 'paragraph')} "${title.replace(/\s+/g, ' ').replace(/["\\]/g, '\\$&')}"`;
}

/** An address as Markdown takes it; between the bars of a table none may stand in it. */
export function address(url: string, block: BlockKind): string {
  const plain = block === 'table-row' ? url.replaceAll('|', '%7C') : url;
  return /[\s()<>]/.test(plain) ? `<${plain.replace(/[<>]|\s/g, encodeURIComponent)}>` : plain;
}

/** The id of a source as a label: one word. */
export function labelOf({ id }: CitedSource): string {
  return id.replace(/[^\w.-]+/g, '-');
}

/** Words as Markdown that shows them as they are. */
function escaped(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>~|]/g, '\\$&');
}
