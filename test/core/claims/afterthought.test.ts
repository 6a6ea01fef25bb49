import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('a word comes too late', () => {
  it.each<SaidRow>([
    ['Norvik signed with Skagen. Its fee is $40 million, its value is up.', []],
    ['Norvik signed with Skagen. It is at $40 million in value.', ['conflict norvik-skagen.value']],
  ])('as what comes behind a comma, where the deal is not named: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik had $600 million before its valuation.', []],
    ['Norvik had $600 million at its valuation.', ['conflict norvik.valuation']],
  ])('as of the occasion: %s', expectHarbour);
});

describe('a figure that is set before what it is of', () => {
  it.each<SaidRow>([
    [
      '$40 million. What Norvik and Skagen put as the value of their pact.',
      ['conflict norvik-skagen.value'],
    ],
    ['Ships sail. $40 million. What Norvik and Skagen put as the value of their pact.', []],
  ])('is held to it, however far off that is said: %s', expectHarbour);
});
