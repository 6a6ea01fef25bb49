import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('a verb that says nothing itself', () => {
  it.each<SaidRow>([
    [
      'Halden has a margin of 14 per cent in the third quarter. It had 16 per cent in the second quarter.',
      ['supported halden.margin.2025-q3', 'conflict halden.margin.2025-q2'],
    ],
    [
      'Halden has a margin of 14 per cent in the third quarter. It made 16 per cent in the second quarter.',
      ['supported halden.margin.2025-q3'],
    ],
    ['Halden sails in the third quarter. It had 16 per cent in the second quarter.', []],
  ])('is borne out by what the sentence before is about: %s', expectHarbour);
});
