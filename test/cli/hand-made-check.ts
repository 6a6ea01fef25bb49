import type { CheckResult } from '../../server/cli/check-formats.ts';
import { createPaint } from '../../server/cli/paint.ts';
import type { Claim, RecordEntry } from '../../server/core/claims/claim.ts';
import type { FactBase } from '../../server/core/facts/fact-base.ts';
import { bareFigure } from '../../server/core/figures/figure.ts';

/** A claim as a test gives it: what differs from a plain conflict. */
export type ClaimGiven = Partial<Claim> & { readonly text: string };

const FACTS_OF_THE_TEST = {
  revision: 'revision-of-the-test',
  statements: new Map(),
  sources: new Map(),
  entities: new Map(),
  properties: new Map(),
} as unknown as FactBase; // the formats ask for sizes and labels only

/** What a check of one draft found, made by hand; each claim stands where its text first occurs. */
export function handMadeCheck(text: string, claims: readonly ClaimGiven[]): CheckResult {
  const reading = {
    text,
    asOf: '2025-11-05',
    asOfBasis: 'front-matter' as const,
    claims: claims.map((claim) => handMadeClaim(text, claim)),
    figures: [],
    suppressionHints: [],
    work: { blocks: 1, blocksRead: 1, blocksChecked: 1 },
  };
  return {
    checked: [
      {
        path: 'draft.md',
        draft: { version: 0, language: 'markdown', facts: FACTS_OF_THE_TEST, reading },
      },
    ],
    facts: FACTS_OF_THE_TEST,
    stetVersion: '0.0.0',
    paint: createPaint({ colour: false, unicode: true }),
    columns: 80,
    listsSupported: false,
    corrected: 0,
  };
}

/** A value on record with one reference. */
export function recordEntry(value: string, more: Partial<RecordEntry> = {}): RecordEntry {
  return {
    statement: 'deal.value',
    value,
    rank: 'preferred',
    time: '2025-11-03',
    references: [
      {
        source: 'report',
        title: 'A report',
        publisher: null,
        date: null,
        line: 3,
        exact: value,
        note: null,
      },
    ],
    ...more,
  };
}

function handMadeClaim(text: string, given: ClaimGiven): Claim {
  const start = text.indexOf(given.text);
  const span = { start, end: start + given.text.length };
  const fix = { span, text: '$38bn', preferred: true, source: null };
  return {
    span,
    figure: { ...bareFigure('money', span, given.text), unit: 'USD' },
    verdict: 'conflict',
    slip: null,
    statement: 'deal.value',
    message: 'The value of the deal is $38 billion',
    confidence: 0.9,
    record: [recordEntry('$38 billion')],
    fixes: given.verdict === undefined || given.verdict === 'conflict' ? [fix] : [],
    reasons: [],
    suppressed: null,
    ...given,
  };
}
