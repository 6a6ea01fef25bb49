import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('what a percentage is a share of', () => {
  it.each<SaidRow>([
    ['Norvik has 31 per cent of that market share in 2025.', []],
    ['Norvik has 31 per cent of the market share in 2025.', ['conflict norvik.share.2025']],
  ])('as a share of that: %s', expectHarbour);
});
