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
  // 512 lists deep; deeper ones are more than the Markdown parser's stack holds.
  'nested lists': 2 ** 18,
  'nested quotations': 2 ** 14,
};

/** What linear work on twice the text may take, as a multiple; quadratic work takes four times. */
const LIMIT = 3;
const NOISE = 20;

describe('checkDraft() of large texts', () => {
  it.each(Object.entries(LARGE_TEXTS))('takes linear time: %s', (name, text) => {
    const length = LENGTHS[name] ?? MANY_FIGURES;
    const timeOf = (units: number): number =>
      cpuTime(() => checkDraft(text(units), exampleFacts, { language: 'markdown' }), 2);
    expect(timeOf(length)).toBeLessThan((timeOf(length / 2) + NOISE) * LIMIT);
  });
});
