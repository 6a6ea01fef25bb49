import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../server/service/draft-outline.ts';
import { baselineEntry, takeSnapshot, withBaseline } from '../../server/service/index.ts';
import { exampleFacts } from '../core/example-packs.ts';

describe('outlineOf()', () => {
  it('reads a draft once, also where a baseline is laid over it anew', () => {
    const text = 'Norvik employs 1,300 people.';
    const draft = takeSnapshot(
      { version: 1, text, options: { language: 'markdown' } },
      exampleFacts,
    );
    const entries = draft.reading.claims.map((claim) => baselineEntry(claim, draft, 'a.md', 'so'));
    const [one, other] = [withBaseline(draft, entries), withBaseline(draft, entries)];
    expect(one.used.size).toBe(1);
    expect(outlineOf(other.draft)).toBe(outlineOf(one.draft));
  });
});
