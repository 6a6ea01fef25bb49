import type { FactBase, Source } from '../../server/core/facts/fact-base.ts';
import {
  type CitationStyle,
  type DraftSnapshot,
  takeSnapshot,
} from '../../server/service/index.ts';
import { exampleFacts } from '../core/example-packs.ts';

const courier = source('courier', 'A new fleet for Norvik', {
  publisher: 'The Courier',
  date: '2025-10-02',
  url: 'https://courier.example/fleet',
});
const harbour = source('harbour', 'Ferries by the *dozen*', { publisher: 'Harbour News' });
const ledger = source('ledger', 'Who sails next', {});

/** The examples with what is known of their sources: of one everything, of one no address, of one the title alone. */
export const citedFacts = factsWith([courier, harbour, ledger]);

/** The same with an address for each source. */
export const linkedFacts = factsWith([
  courier,
  { ...harbour, url: 'https://harbour.example/a_(b)?c=1|2' },
  { ...ledger, url: 'https://ledger.example/' },
]);

function source(id: string, title: string, known: Partial<Source>): Source {
  return { id, title, publisher: null, date: null, url: null, digest: null, ...known };
}

function factsWith(sources: readonly Source[]): FactBase {
  const known = sources.map((one) => [one.id, one] as const);
  return { ...exampleFacts, sources: new Map([...exampleFacts.sources, ...known]) };
}

/** A draft as it is read, with `language` and facts of its own where they matter. */
export function draftOf(
  text: string,
  language: DraftSnapshot['language'] = 'markdown',
  facts = citedFacts,
): DraftSnapshot {
  return takeSnapshot({ version: 1, text, options: { language } }, facts);
}

export const allStyles: readonly CitationStyle[] = ['footnote', 'link', 'reference', 'parenthesis'];
