import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

describe('bindParties()', () => {
  it.each<SaidRow>([
    ['Brygg, owned by Fjell, sails.', ['supported brygg.owner']],
    ["Brygg's owner, Fjell Capital, sails.", ['supported brygg.owner']],
    ['Brygg met Fjell.', []],
  ])('reads a company as a value where a property asks for one: %s', (text, said) => {
    expect(checkSaid(text, harbourFacts)).toEqual(said);
  });

  it.each<SaidRow>([
    ['Halden and Brygg signed a pact for Skagen steel.', ['supported halden-brygg.steel']],
    ['Halden and Brygg signed a pact for Fjell steel.', ['conflict halden-brygg.steel']],
    ['Halden and Brygg signed a pact that Fjell read before the steel came.', []],
    ['Halden and Brygg signed a pact for Zenith steel.', []],
    ['In the pact of Halden and Brygg Fjell is its steel.', ['conflict halden-brygg.steel']],
    ['In the pact of Halden and Brygg Fjell saw its steel.', []],
  ])('calls one wrong beside its word alone: %s', (text, said) => {
    expect(checkSaid(text, harbourFacts)).toEqual(said);
  });

  it('takes no company for its own value', () => {
    expect(checkSaid('Brygg is owned by Brygg.', harbourFacts)).toEqual([]);
  });
});

describe('a name that is on record of a deal', () => {
  it.each<SaidRow>([
    ['Halden and Brygg sail on. Skagen steel is good.', ['supported halden-brygg.steel']],
    ['Halden sails on. Skagen steel is good.', []],
    ['Skagen steel is good.', []],
  ])('is of it where all its parties were named: %s', (text, said) => {
    expect(checkSaid(text, harbourFacts)).toEqual(said);
  });
});
