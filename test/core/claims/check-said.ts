import type { FactBase } from '../../../server/core/facts/fact-base.ts';
import { checkDraft } from '../../../server/core/index.ts';
import { exampleFacts } from '../example-packs.ts';

/** A draft, and what is said of its figures: `conflict norvik.staff`, in the order of the text. */
export type SaidRow = readonly [text: string, said: readonly string[]];

/** Verdict and statement of every claim of a draft, in the order of the text. */
export function checkSaid(
  text: string,
  facts: FactBase = exampleFacts,
  asOf = '2025-11-05',
): readonly string[] {
  const { claims } = checkDraft(text, facts, { language: 'markdown', asOf });
  return claims.map(({ verdict, slip, statement }) => {
    const kind = slip === null ? verdict : `${verdict}/${slip}`;
    return `${kind} ${statement}`;
  });
}
