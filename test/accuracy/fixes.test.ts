import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../server/core/claims/claim.ts';
import type { FactBase } from '../../server/core/facts/fact-base.ts';
import { checkDraft } from '../../server/core/index.ts';
import { overlaps } from '../../server/core/text/span.ts';
import { loadFacts } from '../../server/host/load-facts.ts';
import { labelSets } from './measure-set.ts';
import { type LabelledDraft, readLabels } from './read-labels.ts';

/** The sets that may be looked at: a failure prints a sentence of its draft. Those of near-misses alone have nothing to fix. */
const open = labelSets().filter(
  ({ group, file }) => group === 'tuning' && readFileSync(file, 'utf8').includes('"fix"'),
);

describe('the preferred fix of every wrong figure', () => {
  it.each(open)('in $name makes a supported claim of it', async ({ name, file }) => {
    const pack = join(import.meta.dirname, '..', 'packs', name);
    const { facts } = await loadFacts({ dirs: existsSync(pack) ? [pack] : [], useDefault: true });
    const drafts = readLabels(file, readFileSync(file, 'utf8'));
    const fixed = drafts.flatMap((draft) => fixedClaims(draft, facts));
    expect(fixed.length).toBeGreaterThan(5);
    expect(fixed.filter(({ verdict }) => verdict !== 'supported')).toEqual([]);
  });
});

/** What is said of each wrong figure of a draft once its fix is applied, and the sentence that came of it. */
function fixedClaims({ id, text, asOf }: LabelledDraft, facts: FactBase) {
  const check = (draft: string): readonly Claim[] =>
    checkDraft(draft, facts, { language: 'markdown', asOf }).claims;
  return check(text).flatMap(({ verdict, span, fixes }) => {
    const fix = fixes.find(({ preferred }) => preferred);
    if (!fix || verdict === 'disputed') return [];
    const end = fix.span.start + fix.text.length;
    const fixed = text.slice(0, fix.span.start) + fix.text + text.slice(fix.span.end);
    // A verb of direction that alone was wrong stands before its figure.
    const place = { start: fix.span.start, end: Math.max(end, span.end + end - fix.span.end) };
    const after = check(fixed).filter((claim) => overlaps(claim.span, place));
    const isSupported = after.some((claim) => claim.verdict === 'supported');
    const said = isSupported ? 'supported' : (after[0]?.verdict ?? 'nothing');
    return [{ id, verdict: said, sentence: fixed.slice(Math.max(0, place.start - 60), end + 40) }];
  });
}
