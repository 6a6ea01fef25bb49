import type { DraftAction } from './actions.ts';
import type { CitationStyle } from './citation-style.ts';
import { cite } from './cite.ts';
import { type Citable, citable } from './cited-sources.ts';
import { claimAt } from './claim-at.ts';
import { clip } from './clip.ts';
import { type CitedSource, describeSource, quoted } from './describe-source.ts';
import type { DraftSnapshot } from './draft-store.ts';

/** Titles of sources are cut here in a menu. */
const longestTitle = 50;

/**
 * Ways to cite the claim at `offset`, one for each source that states it, in the order of the record; a claim that no
 * source bears out is corrected with it. Empty where no claim is, where nothing is to be cited, or where it is already.
 * `atMost` so many are worked out: each takes a check of the draft.
 * Offsets: UTF-16 code units of the draft.
 */
export function citationsAt(
  draft: DraftSnapshot,
  offset: number,
  style: CitationStyle,
  { atMost = Number.POSITIVE_INFINITY }: { readonly atMost?: number } = {},
): readonly DraftAction[] {
  const claim = claimAt(draft, offset);
  if (claim === undefined) return [];
  const target = citable(claim, draft.facts);
  const actions: DraftAction[] = [];
  for (const source of target.sources) {
    if (actions.length >= atMost) break;
    const edits = cite(draft, target, source, style);
    if (edits === undefined) continue;
    actions.push({
      kind: 'cite',
      title: titleOf(target, source),
      version: draft.version,
      edits,
      preferred: false,
      // Citing a figure takes no mark away; correcting it does.
      target: target.correction ? claim.span : null,
    });
  }
  return actions;
}

/** The citation of the claim at `offset` in plain text, for the clipboard: of the source that is cited first; undefined where none is. */
export function citationText(draft: DraftSnapshot, offset: number): string | undefined {
  const claim = claimAt(draft, offset);
  const [source] = claim ? citable(claim, draft.facts).sources : [];
  return source && describeSource(source);
}

function titleOf({ correction }: Citable, { title, publisher }: CitedSource): string {
  const named = quoted(clip(title, longestTitle));
  const source = publisher === null ? named : `${named} (${publisher})`;
  return correction
    ? `Correct to “${clip(correction.text, longestTitle)}” and cite ${source}`
    : `Cite ${source}`;
}
