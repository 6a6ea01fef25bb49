import { join, resolve } from 'node:path';
import type { LoadedFacts } from '../host/load-facts.ts';
import { type LocatedIssue, type Place, placeIssue } from '../host/located-issue.ts';
import { readSourceTexts } from '../host/read-source-texts.ts';
import { shippedFactsFolder } from '../host/shipped-files.ts';
import type { Terminal } from './terminal.ts';

/** The texts of the sources of a fact base, as far as they are at hand. */
export interface TextsAtHand {
  /** By source id. */
  readonly texts: ReadonlyMap<string, string>;
  /** An issue for each source whose text is asked for and not at hand, at its place in the pack. */
  readonly missing: readonly LocatedIssue[];
  /** What kept the folder from being read. */
  readonly unreadable: readonly LocatedIssue[];
}

/**
 * Find the text of each source below `folder`, by its digest.
 * Beside packs of somebody's own, the texts of the shipped record are not asked for.
 */
export async function sourceTexts(
  folder: string,
  loaded: LoadedFacts,
  { cwd }: Terminal,
): Promise<TextsAtHand> {
  const { byDigest, issues } = await readSourceTexts(resolve(cwd, folder));
  const texts = new Map<string, string>();
  const absent: LocatedIssue[] = [];
  for (const { id, digest } of loaded.facts.sources.values()) {
    const text = byDigest.get(digest ?? '');
    const place = loaded.sourcePlace(id);
    if (text !== undefined) texts.set(id, text);
    else if (place) absent.push(placeIssue('no-source-text', place, missingText(id, digest)));
  }
  const isAsked = hasOwnSources(loaded) ? isOwn : () => true;
  return { texts, missing: absent.filter(isAsked), unreadable: issues };
}

function hasOwnSources({ facts, sourcePlace }: LoadedFacts): boolean {
  return [...facts.sources.keys()].some((id) => {
    const place = sourcePlace(id);
    return place !== undefined && isOwn(place);
  });
}

function isOwn({ file }: Place): boolean {
  return !file.startsWith(join(shippedFactsFolder(), '/'));
}

function missingText(id: string, digest: string | null): string {
  return digest === null
    ? `Source "${id}" has no digest; it cannot be verified`
    : `No text in the folder has the digest of source "${id}"`;
}
