import type { Source } from '../core/facts/fact-base.ts';
import { describePublication } from './cite-sources.ts';

/** What a reader is told of a source, as far as it is known: the title always, an address where it can be looked up. */
export type CitedSource = Pick<Source, 'id' | 'title' | 'publisher' | 'date' | 'url'>;

/** `“Title”, Publisher, 4 November 2025, https://…`: a whole citation in plain text. The line is for editors, not for readers. */
export function describeSource(source: CitedSource): string {
  return [quoted(source.title), ...describePublication(source), ...present(source.url)].join(', ');
}

/**
 * The forms in which a text names a source in brackets, the fullest first: `Publisher, 4 November 2025`, then without
 * the date. A source of no known publisher goes by its title.
 */
export function sourceInBrackets(source: CitedSource): readonly string[] {
  const name = source.publisher ?? quoted(source.title);
  const dated = [name, ...describePublication({ publisher: null, date: source.date })].join(', ');
  return [...new Set([dated, name])];
}

export function quoted(title: string): string {
  return `“${title}”`;
}

function present(text: string | null): readonly string[] {
  return text === null ? [] : [text];
}
