import { describe, expect, it } from 'vitest';
import { readGoodFor } from '../../../server/core/facts/read-good-for.ts';
import { checkVerdicts } from '../check-verdicts.ts';
import { exampleFacts } from '../example-packs.ts';

describe('readGoodFor()', () => {
  it.each([
    ['7 days', 7],
    ['two weeks', 14],
    ['12 months', 366],
    ['1 year', 365],
    ['half a year', null],
    ['soon', null],
    ['', null],
  ])('reads "%s" as %s days', (text, days) => {
    expect(readGoodFor(text)).toBe(days);
  });
});

describe('what a value is good for', () => {
  const text = 'Norvik employs 1,300 people.';

  it.each([
    ['2025-11-05', true],
    ['2026-09-30', true],
    ['2026-11-05', false],
    ['2030-01-01', false],
  ])('holds a draft of %s to a headcount of September 2025: %s', (asOf, isHeld) => {
    const verdicts = checkVerdicts(text, exampleFacts, { language: 'markdown', asOf });
    expect(verdicts.includes('conflict')).toBe(isHeld);
  });
});
