import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../server/core/index.ts';
import { cpuTime } from '../core/cpu-time.ts';
import { exampleFacts } from '../core/example-packs.ts';
import { LARGE_TEXTS } from '../core/large-texts.ts';

const TWO_MEGABYTES = 2 ** 21;
/** Twenty thousand figures of twelve units each. */
const MANY_FIGURES = 240_000;
const LENGTHS: Readonly<Record<string, number>> = {
  'prose in one line': TWO_MEGABYTES,
  'one word': TWO_MEGABYTES,
  digits: TWO_MEGABYTES,
  'lone surrogates': TWO_MEGABYTES,
  'nested lists': 2 ** 18,
  'nested quotations': 2 ** 14,
};

/** Linear work takes four times as long for four times the text, quadratic sixteen times. */
const TIMES = 4;
const LIMIT = 9;
const NOISE = 20;

describe('checkDraft() of large texts', () => {
  it.each(Object.entries(LARGE_TEXTS))('takes linear time: %s', (name, text) => {
    const length = LENGTHS[name] ?? MANY_FIGURES;
    const timeOf = (units: number): number =>
      cpuTime(() => checkDraft(text(units), exampleFacts, { language: 'markdown' }), 2);
    expect(timeOf(length)).toBeLessThan((timeOf(length / TIMES) + NOISE) * LIMIT);
  });
});

describe('checkDraft() of markup deeper than the parser can go', () => {
  const DEEP = 32_000;
  const after = '\n\nNorvik employs 5 people.';

  it.each([
    ['emphasis', `${'*'.repeat(DEEP)}a${'*'.repeat(DEEP)}${after}`],
    ['images', `${'!['.repeat(DEEP)}x${'](u)'.repeat(DEEP)}${after}`],
  ])('reads the lines: %s', (_, text) => {
    const { figures } = checkDraft(text, exampleFacts, { language: 'markdown' });
    expect(figures.map(({ figure }) => figure.surface)).toEqual(['5']);
  });
});
