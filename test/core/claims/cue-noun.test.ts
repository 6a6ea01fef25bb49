import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('a word is said of a thing', () => {
  it.each<SaidRow>([
    ['Norvik has a pact valued at $600 million.', []],
    ['Norvik is a firm valued at $600 million.', ['conflict norvik.valuation']],
  ])('as of a contract: %s', expectHarbour);
});

describe('a word behind a comma is said of a thing', () => {
  it.each<SaidRow>([
    ['Norvik has a pact, valued at $600 million.', []],
    ['Norvik is a firm, valued at $600 million.', ['conflict norvik.valuation']],
    ['Norvik has a fleet, valued at $600 million.', ['conflict norvik.valuation']],
  ])('as of a contract before the comma: %s', expectHarbour);
});
