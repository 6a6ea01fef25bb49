import { describe, it } from 'vitest';
import { laws } from './properties.ts';

describe('checkDraft()', () => {
  it.each(Object.entries(laws))('%s', (_, law) => {
    law({ seed: 20_251_105, numRuns: Number(process.env.RUNS ?? 60) });
  });
});
