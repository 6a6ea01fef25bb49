import type { Claim } from '../core/claims/claim.ts';
import { touches } from '../core/text/span.ts';
import type { DraftSnapshot } from './draft-store.ts';

/**
 * The narrowest claim at `offset`, so that a claim inside another can be reached.
 * Offsets: UTF-16 code units of the draft; the end of a claim counts as inside.
 */
export function claimAt({ reading }: DraftSnapshot, offset: number): Claim | undefined {
  const length = ({ span }: Claim): number => span.end - span.start;
  const inside = reading.claims.filter((claim) => touches(claim.span, offset));
  return inside.sort((one, other) => length(one) - length(other))[0];
}
