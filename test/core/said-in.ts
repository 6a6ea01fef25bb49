import type { Claim, DraftReading } from '../../server/core/claims/claim.ts';

/** Everything that a reading says, made and laid open to be compared; not how much work it was. */
export function saidIn(reading: DraftReading): unknown {
  const { text, asOf, asOfBasis, claims, figures, suppressionHints } = reading;
  return { text, asOf, asOfBasis, claims: claims.map(toldBy), figures, suppressionHints };
}

/** A claim with what it makes when it is asked: comparisons do not see what is no property of its own. */
function toldBy(claim: Claim): Claim {
  const { figure, message, record, fixes, reasons } = claim;
  return { ...claim, figure, message, record, fixes, reasons };
}
