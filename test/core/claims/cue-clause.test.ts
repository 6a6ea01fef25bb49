import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('a word is said in another clause', () => {
  it.each<SaidRow>([
    ['Norvik sails, with a yard in the south, which employs 1,300 people.', []],
    [
      'They cheered, and then came Norvik in the south, which employs 1,300 people.',
      ['conflict norvik.staff'],
    ],
  ])('as what stands before "which": %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik sails. The line that he valued at $600 million rests.', []],
    ['Norvik, he said, is valued at $600 million.', ['conflict norvik.valuation']],
  ])('as what a person does: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik trusts Astrid Berg, who employs 2,300 people.', []],
    ['Norvik trusts Astrid Berg, who still employs 2,300 people.', []],
    ['Norvik trusts Astrid Berg, who now quietly employs 2,300 people.', []],
    ['Astrid Berg trusts Norvik, who still employs 2,300 people.', ['conflict norvik.staff']],
    ['Norvik trusts Astrid Berg, who knows it employs 2,300 people.', ['conflict norvik.staff']],
    [
      'Astrid Berg, who still owns it, says Norvik employs 2,300 people.',
      ['conflict norvik.staff'],
    ],
  ])('as what a person does who is named before "who": %s', expectHarbour);
});

describe('a verb is what another does', () => {
  it.each<SaidRow>([
    ["Skagen employs Norvik's 1,300 people.", []],
    ["For Skagen, Norvik's staff is 1,300 people.", ['conflict norvik.staff']],
    ['Skagen employs 900 people and Norvik at sea 1,300.', []],
    ['Skagen employs 900 people and Norvik 1,300.', ['conflict norvik.staff']],
  ])('right behind whom it is said of: %s', expectHarbour);

  it.each<SaidRow>([
    ['The yard we valued at Norvik is at $600 million.', []],
    ['The yard they valued at Norvik is at $600 million.', ['conflict norvik.valuation']],
  ])('right behind "we": %s', expectHarbour);
});

describe('a clause behind a comma and "which"', () => {
  it.each<SaidRow>([
    ['They cheered Norvik in Tarn, which employs 1,300 people.', []],
    ['They cheered Tarn and Norvik, which employs 1,300 people.', ['conflict norvik.staff']],
    ['They cheered Norvik in the south, which employs 1,300 people.', ['conflict norvik.staff']],
  ])('is of the nearest one named: %s', expectHarbour);
});

describe('a verb behind "which" that has "it" for its object', () => {
  it.each<SaidRow>([
    [
      'Norvik signed a pact with Skagen in Tarn, which valued it at $64 million.',
      ['conflict norvik-skagen.value'],
    ],
    ['Norvik signed a pact with Skagen in Tarn, which valued ships at $64 million.', []],
  ])('is not said of what stands before: %s', expectHarbour);
});

describe('a word behind its figure', () => {
  it.each<SaidRow>([
    ['Norvik and Skagen took $40 million that shaped the value of boats.', []],
    [
      'Norvik and Skagen took $40 million that is the value of boats.',
      ['conflict norvik-skagen.value'],
    ],
    ['Halden and Brygg made it $75 million that ends their price.', []],
    [
      'Halden and Brygg made it $75 million, which was their price.',
      ['conflict halden-brygg.paid'],
    ],
  ])('is of what the figure does: %s', expectHarbour);
});
