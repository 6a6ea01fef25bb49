import { describe, expect, it } from 'vitest';
import type { FactBase, Statement } from '../../server/core/facts/fact-base.ts';
import { searchFigures } from '../../server/service/index.ts';
import { exampleFacts } from '../core/example-packs.ts';

/** What is found, and in how many steps. */
function search(query: string, facts: FactBase = exampleFacts, limit = 5, subjects: string[] = []) {
  const running = searchFigures(facts, query, { limit, subjects: new Set(subjects) });
  for (let steps = 1; ; steps++) {
    const step = running.next();
    if (!step.done) continue;
    return { ids: step.value.found.map(({ id }) => id), count: step.value.count, steps };
  }
}

describe('searchFigures()', () => {
  it('finds by every word, of the subject, the property, the value, the time or the source', () => {
    expect(search('norvik VALUATION 2024').ids).toEqual(['norvik.valuation.2024']);
    expect(search('8.2 metres').ids).toEqual(['aldwyn.mirror']);
    expect(search('almanac weight').ids).toEqual(['aldwyn.weight']);
    expect(search('astrid').ids).toEqual(['norvik.chief']);
    expect(search('third quarter 33').ids).toEqual(['norvik.revenue.2025-q3']);
    expect(search('norvik nothing').ids).toEqual([]);
  });

  it('has what is preferred and the latest first, and those of whom the draft speaks before them', () => {
    expect(search('norvik valuation').ids).toEqual([
      'norvik.valuation',
      'norvik.valuation.2024',
      'norvik.valuation.other',
    ]);
    expect(search('2025', exampleFacts, 2, ['halden']).ids[0]).toMatch(/^halden/);
  });

  it('lists no more than it is asked for, and says how many there are', () => {
    const { ids, count } = search('', exampleFacts, 3);
    expect(ids).toHaveLength(3);
    expect(count).toBe(exampleFacts.statements.size);
  });

  it('can be stopped on the way through a large record', () => {
    const [model] = exampleFacts.statements.values();
    if (!model) throw new Error('The examples have no statement');
    const many = Array.from({ length: 10_000 }, (_, n): [string, Statement] => [
      `s${n}`,
      { ...model, id: `s${n}` },
    ]);
    const { count, steps } = search('norvik', { ...exampleFacts, statements: new Map(many) });
    expect(count).toBe(10_000);
    expect(steps).toBeGreaterThan(4);
  });
});
