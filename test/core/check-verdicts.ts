import type { Claim } from '../../server/core/claims/claim.ts';
import type { FactBase } from '../../server/core/facts/fact-base.ts';
import { checkDraft, type DraftOptions } from '../../server/core/index.ts';
import { exampleFacts } from './example-packs.ts';
import { underline } from './underline.ts';

/** How a draft is read where a test says nothing of it. */
const OPTIONS: DraftOptions = { language: 'markdown', asOf: '2025-11-05' };

/**
 * A draft with the verdict, the statement and the record's value under every claim:
 *
 *     Norvik signed a five-year pact with Skagen.
 *                     ^^^^^^^^^ conflict norvik-skagen.term: seven years
 */
export function checkVerdicts(
  text: string,
  facts: FactBase = exampleFacts,
  options: DraftOptions = OPTIONS,
): string {
  const { claims } = checkDraft(text, facts, options);
  return underline(
    text,
    claims.map((claim) => ({ span: claim.span, label: labelOf(claim) })),
  );
}

/** A draft with why each figure was bound or left alone under it. */
export function checkOutcomes(text: string, facts: FactBase = exampleFacts): string {
  const { figures } = checkDraft(text, facts, OPTIONS);
  return underline(
    text,
    figures.map(({ figure, outcome }) => ({ span: figure.span, label: outcome })),
  );
}

/** The draft with the first fix of every claim applied. */
export function checkFixed(text: string, facts: FactBase = exampleFacts): string {
  const { claims } = checkDraft(text, facts, OPTIONS);
  const fixes = claims.flatMap(({ fixes }) => fixes[0] ?? []);
  const backwards = fixes.sort((one, other) => other.span.start - one.span.start);
  return backwards.reduce(
    (fixed, { span, text: by }) => fixed.slice(0, span.start) + by + fixed.slice(span.end),
    text,
  );
}

function labelOf({ verdict, slip, statement, record, suppressed }: Claim): string {
  const preferred = record.filter(({ rank }) => rank === 'preferred');
  const values = (preferred.length > 0 ? preferred : record).map(({ value }) => value);
  const stands = suppressed === null ? '' : ` (stands: ${suppressed})`;
  const kind = slip === null ? verdict : `${verdict}/${slip}`;
  return `${kind} ${statement}: ${[...new Set(values)].join(' or ')}${stands}`;
}
