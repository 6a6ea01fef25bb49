import type { Claim, Fix, RecordEntry } from '../core/claims/claim.ts';
import { fitOf, isCompatible } from '../core/claims/fits.ts';
import type { FactBase } from '../core/facts/fact-base.ts';
import type { CitedSource } from './describe-source.ts';

/** What a citation of a claim is for, and who may be cited for it. */
export interface Citable {
  readonly claim: Claim;
  /** A figure that no source states is corrected with the citation: nobody is cited for what they did not say. */
  readonly correction: Fix | null;
  /** The sources that state the figure, or what it is corrected to: as the record names them, none twice. */
  readonly sources: readonly CitedSource[];
}

/**
 * Who says what a claim says: the sources of the value it agrees with, which for a disputed value are those on that
 * side. Where the record contradicts the claim, the sources of what corrects it; without a correction nobody.
 */
export function citable(claim: Claim, facts: FactBase): Citable {
  const agreeing = claim.record.filter((entry) => agrees(claim, entry, facts));
  if (agreeing.length > 0)
    return { claim, correction: null, sources: sourcesOf(agreeing.slice(0, 1), facts) };
  const correction = claim.suppressed === null ? claim.fixes.find((fix) => fix.preferred) : null;
  const corrected = claim.record.filter(({ statement }) => statement === claim.statement);
  return correction
    ? { claim, correction, sources: sourcesOf(corrected, facts) }
    : { claim, correction: null, sources: [] };
}

/** The verdict speaks for the statement that the claim rests on, the grammar for the others of its question. */
function agrees(claim: Claim, { statement: id }: RecordEntry, facts: FactBase): boolean {
  const { verdict, figure, statement } = claim;
  if (verdict === 'conflict' || verdict === 'outdated') return false;
  if (verdict !== 'disputed' && id === statement) return true;
  const recorded = facts.statements.get(id);
  const property = recorded && facts.properties.get(recorded.property);
  if (!recorded || !property) return false;
  return isCompatible(fitOf(figure, 0, recorded, property));
}

function sourcesOf(entries: readonly RecordEntry[], facts: FactBase): readonly CitedSource[] {
  const ids = new Set(entries.flatMap(({ references }) => references.map(({ source }) => source)));
  return [...ids].flatMap((id) => facts.sources.get(id) ?? []);
}
