import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../server/core/index.ts';
import { cpuTime } from './cpu-time.ts';
import { exampleFacts } from './example-packs.ts';
import { LARGE_TEXTS } from './large-texts.ts';

/** Long enough to be measured, short enough for every run of the tests; `npm run fuzz` takes much longer ones. */
const LENGTH = 2000;
/** Linear work takes four times as long for four times the text, quadratic sixteen times. */
const TIMES = 4;
const LIMIT = 10;
/** Milliseconds below which the clock and the collector of garbage say more than the work. */
const NOISE = 10;

describe('checkDraft()', () => {
  it.each([
    'prose in one line',
    'a line without a stop',
    'figures in one paragraph',
    'claims in one sentence',
    'a wide table',
    'nested lists',
  ])('takes linear time: %s', (name) => {
    const text = LARGE_TEXTS[name];
    const timeOf = (length: number): number =>
      cpuTime(() => checkDraft(text?.(length) ?? '', exampleFacts, { language: 'markdown' }), 2);
    timeOf(LENGTH);
    expect(timeOf(LENGTH * TIMES)).toBeLessThan((timeOf(LENGTH) + NOISE) * LIMIT);
  });

  it('reads a blank line of spaces in plain text in linear time', () => {
    const timeOf = (length: number): number =>
      cpuTime(() => checkDraft(' '.repeat(length), exampleFacts, { language: 'plaintext' }), 1);
    expect(timeOf(LENGTH * 8)).toBeLessThan((timeOf(LENGTH) + NOISE / 5) * LIMIT * 2);
  });

  it('takes no longer over a bracket that never closes than over none', () => {
    const timeOf = (opening: string): number =>
      cpuTime(
        () =>
          checkDraft(opening + 'word '.repeat(LENGTH * 8), exampleFacts, { language: 'markdown' }),
        1,
      );
    timeOf('- ');
    expect(timeOf('- [')).toBeLessThan((timeOf('- ') + NOISE) * TIMES);
  });
});
