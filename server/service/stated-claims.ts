import type { Claim } from '../core/claims/claim.ts';
import type { Span } from '../core/text/span.ts';
import type { DraftSnapshot } from './draft-store.ts';

/** A place of a draft that states something of the record. */
export interface StatedClaim {
  /** UTF-16 code units of the draft. */
  readonly span: Span;
  /** Every statement that answers the question which the claim answers. */
  readonly statements: readonly string[];
  /** Whether the record contradicts it and nobody let it stand. */
  readonly isConflict: boolean;
}

/** What a draft states of the record, claim by claim, in the order of the text. */
export function statedClaims({ reading }: DraftSnapshot): readonly StatedClaim[] {
  return reading.claims.map((claim) => ({
    span: claim.span,
    statements: [...new Set(statementsOf(claim))],
    isConflict: claim.verdict === 'conflict' && claim.suppressed === null,
  }));
}

function statementsOf({ statement, record }: Claim): readonly string[] {
  return [statement, ...record.map((entry) => entry.statement)];
}
