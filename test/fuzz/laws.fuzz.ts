import { describe, it } from 'vitest';
import { laws } from '../core/properties.ts';

/** How long each law is tried, in milliseconds. `FUZZ_SECONDS` gives it more. */
const TIME = Number(process.env.FUZZ_SECONDS ?? 20) * 1000;

describe('checkDraft(), over new texts', () => {
  it.each(Object.entries(laws))('%s', (_, law) => {
    law({ numRuns: Number.POSITIVE_INFINITY, interruptAfterTimeLimit: TIME });
  });
});
