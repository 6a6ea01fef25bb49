import { describe, it } from 'vitest';
import { SEEDED } from './arbitraries.ts';
import { laws } from './properties.ts';

/** A few texts, the same in every run; `npm run fuzz` takes new ones for as long as one likes. */
const FEW = { ...SEEDED, numRuns: 15 };

describe('checkDraft()', () => {
  it.each(Object.entries(laws))('%s', (_, law) => {
    law(FEW);
  });
});
