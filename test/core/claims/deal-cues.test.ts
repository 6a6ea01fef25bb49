import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('a word is said of no deal', () => {
  it.each<SaidRow>([
    ['Halden and Brygg signed a pact. It takes $75 million, a price.', []],
    [
      'Halden and Brygg signed a pact. It is priced, at a price of $75 million.',
      ['conflict halden-brygg.paid'],
    ],
  ])('as what someone does, and no deal: %s', expectHarbour);
});

describe('several deals', () => {
  it.each<SaidRow>([
    ["Halden's three pacts pay $75 million to Brygg.", []],
    ["Halden's pact pays $75 million to Brygg.", ['conflict halden-brygg.paid']],
    ["Norvik's pacts with Skagen are for nine years.", []],
  ])('are no single one: %s', expectHarbour);

  it.each<SaidRow>([
    ["Norvik's Skagen pacts are for nine years.", ['conflict norvik-skagen.term']],
  ])('are one where its party stands before them: %s', expectHarbour);
});
