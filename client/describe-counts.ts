import type { VerdictCounts } from '../server/lsp/protocol.ts';

/** Verdicts that a writer acts on, worst first, with the words for one and for several. */
const findings = [
  ['conflict', 'conflict', 'conflicts'],
  ['outdated', 'outdated', 'outdated'],
  ['disputed', 'disputed', 'disputed'],
  ['overprecise', 'overprecise', 'overprecise'],
] as const;

/**
 * What was found, worst first: `3 conflicts, 1 outdated`; '' where every figure on record stands.
 * `atMost` verdicts are named, by default all.
 */
export function describeFindings(
  counts: VerdictCounts,
  { atMost = findings.length }: { readonly atMost?: number } = {},
): string {
  return findings
    .filter(([verdict]) => counts[verdict] > 0)
    .slice(0, atMost)
    .map(([verdict, one, several]) => `${counts[verdict]} ${counts[verdict] === 1 ? one : several}`)
    .join(', ');
}

/** The counts of a draft that was not checked. */
export const noFigures: VerdictCounts = {
  supported: 0,
  conflict: 0,
  disputed: 0,
  outdated: 0,
  overprecise: 0,
  suppressed: 0,
};

/** How many figures a writer has to act on. */
export function countFindings(counts: VerdictCounts): number {
  return findings.reduce((sum, [verdict]) => sum + counts[verdict], 0);
}

/** How many figures of the draft are on record, whatever the verdict. */
export function countClaims(counts: VerdictCounts): number {
  return countFindings(counts) + counts.supported + counts.suppressed;
}

/** `1 figure`, `2 figures`. */
export function describeNumber(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
