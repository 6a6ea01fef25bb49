import { resolve } from 'node:path';
import type { LoadedFacts } from '../host/load-facts.ts';
import { type LocatedIssue, placeIssue } from '../host/located-issue.ts';
import { readSourceTexts } from '../host/read-source-texts.ts';
import type { Terminal } from './terminal.ts';

/** The texts of the sources of a fact base, as far as they are at hand. */
export interface TextsAtHand {
  /** By source id. */
  readonly texts: ReadonlyMap<string, string>;
  /** An issue for each source whose text is not at hand, at its place in the pack. */
  readonly missing: readonly LocatedIssue[];
  /** What kept the folder from being read. */
  readonly unreadable: readonly LocatedIssue[];
}

/** Find the text of each source below `folder`, by its digest. */
export async function sourceTexts(
  folder: string,
  loaded: LoadedFacts,
  { cwd }: Terminal,
): Promise<TextsAtHand> {
  const { byDigest, issues } = await readSourceTexts(resolve(cwd, folder));
  const texts = new Map<string, string>();
  const missing: LocatedIssue[] = [];
  for (const { id, digest } of loaded.facts.sources.values()) {
    const text = byDigest.get(digest ?? '');
    const place = loaded.sourcePlace(id);
    if (text !== undefined) texts.set(id, text);
    else if (place) missing.push(placeIssue('no-source-text', place, missingText(id, digest)));
  }
  return { texts, missing, unreadable: issues };
}

function missingText(id: string, digest: string | null): string {
  return digest === null
    ? `Source "${id}" has no digest; it cannot be verified`
    : `No text in the folder has the digest of source "${id}"`;
}
