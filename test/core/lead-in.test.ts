import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './claims/check-said.ts';
import { harbourFacts } from './claims/harbour-pack.ts';

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('a sentence before a list', () => {
  it.each<SaidRow>([
    ['What people Norvik has.\n\n- 1,250', []],
    ['What staff Norvik has.\n\n- 1,250', ['supported norvik.staff']],
    ['What people Norvik has:\n\n- 1,250', ['supported norvik.staff']],
  ])('names what it is of by a strong word alone: %j', expectHarbour);
});
