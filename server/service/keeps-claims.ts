import type { Claim } from '../core/claims/claim.ts';
import type { Span } from '../core/text/span.ts';
import type { DraftEdit } from './actions.ts';
import { checkWithEdits } from './check-with-edits.ts';
import type { DraftSnapshot } from './draft-store.ts';

/**
 * Whether every claim of a draft keeps its verdict and its statement through edits that only add to it, and nothing that
 * is put in is marked itself: the draft is checked again, which reads no more than the edits have changed.
 * `corrected` is the claim that the edits put right; it may become another one.
 */
export function keepsClaims(
  draft: DraftSnapshot,
  edits: readonly DraftEdit[],
  corrected?: Claim,
): boolean {
  const { claims } = draft.unbaselined ?? draft.reading;
  const after = checkWithEdits(draft, edits);
  const unmatched = new Map(after.claims.map((claim) => [keyOf(claim, claim.span), claim]));
  for (const claim of claims) {
    const isKept = unmatched.delete(keyOf(claim, moved(claim.span, edits)));
    if (!isKept && claim !== corrected) return false;
  }
  const putIn = putInBy(edits);
  return [...unmatched.values()].every(
    ({ verdict, suppressed, span }) =>
      (verdict === 'supported' || suppressed !== null) &&
      (corrected !== undefined ||
        putIn.some((one) => one.start <= span.start && span.end <= one.end)),
  );
}

/** What has to stay the same of a claim. */
function keyOf({ verdict, statement, suppressed }: Claim, { start, end }: Span): string {
  return JSON.stringify([start, end, verdict, statement, suppressed]);
}

function moved({ start, end }: Span, edits: readonly DraftEdit[]): Span {
  const growth = (isBefore: (edit: DraftEdit) => boolean): number =>
    edits
      .filter(isBefore)
      .reduce((sum, { span, text }) => sum + text.length - (span.end - span.start), 0);
  return {
    start: start + growth(({ span }) => span.end <= start),
    end: end + growth(({ span }) => span.end < end),
  };
}

/** Where the texts of edits stand once they are made. */
function putInBy(edits: readonly DraftEdit[]): readonly Span[] {
  let growth = 0;
  return edits.map(({ span, text }) => {
    const start = span.start + growth;
    growth += text.length - (span.end - span.start);
    return { start, end: start + text.length };
  });
}
