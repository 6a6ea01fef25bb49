import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { labelSets, measureSet } from './measure-set.ts';
import { type LabelledDraft, readLabels } from './read-labels.ts';
import { rate, tally } from './tally.ts';

const share = z.number().min(0).max(1);
const floors = z
  .record(z.string(), z.strictObject({ precision: share, recall: share.optional() }))
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'floor.json'), 'utf8')));

const sets = new Map(labelSets().map((set) => [set.name, set]));

describe('the label files', () => {
  it.each([...sets.values()])(
    '$name: every line is a draft whose labels stand in its text',
    (set) => {
      const drafts = readLabels(set.file, readFileSync(set.file, 'utf8'));
      const claims = drafts.flatMap(({ expect: labels }) => labels);
      const silent = drafts.filter(({ expect: labels }) => labels.length === 0);
      const isOfNearMisses = silent.length / drafts.length > 0.5;
      if (isOfArticles(drafts) && !isOfNearMisses) {
        expect(claims.length / drafts.length, 'claims an article').toBeGreaterThan(3);
        return;
      }
      expect(drafts.length).toBeGreaterThanOrEqual(25);
      expect(silent.length / drafts.length, 'share of near-misses').toBeGreaterThan(0.4);
    },
  );

  it('name no draft twice with the same text', () => {
    const texts = [...sets.values()].flatMap(({ file }) =>
      readLabels(file, readFileSync(file, 'utf8')).map(({ text }) => text),
    );
    expect(new Set(texts).size).toBe(texts.length);
  });
});

/** Characters that a draft has on average in a set of whole articles: their near-misses stand among their claims. */
const ARTICLE_LENGTH = 1000;

function isOfArticles(drafts: readonly LabelledDraft[]): boolean {
  const length = drafts.reduce((sum, { text }) => sum + text.length, 0);
  return length / drafts.length >= ARTICLE_LENGTH;
}

describe('the checker on the label files', () => {
  it('has a floor for every tuning set', () => {
    const tuning = [...sets.values()].filter(({ group }) => group === 'tuning');
    expect(Object.keys(floors).sort()).toEqual(tuning.map(({ name }) => name).sort());
  });

  it.each(Object.entries(floors))('does not fall under the floor on %s', async (name, floor) => {
    const set = sets.get(name);
    if (!set)
      throw new Error(`test/accuracy/floor.json names "${name}", of which there is no .jsonl`);
    const { scores, packErrors } = await measureSet(set, { dirs: [], useDefault: true });
    expect(packErrors).toEqual([]);
    const { precision, recall } = tally(scores);
    expect(rate(precision), 'precision').toBeGreaterThanOrEqual(floor.precision);
    expect(rate(recall), 'recall').toBeGreaterThanOrEqual(floor.recall ?? 0);
  });
});
