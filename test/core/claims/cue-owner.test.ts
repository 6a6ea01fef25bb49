import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('whether it is its own', () => {
  it.each<SaidRow>([
    [
      'Norvik sails. Valuation is high, and a valuation of $1.7 billion came.',
      ['conflict norvik.valuation'],
    ],
    ['Norvik sails. Analysts see a valuation of $1.7 billion.', []],
  ])('is told by any word of the property: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik sails. Another year on, it had staff of 1,300.', ['conflict norvik.staff']],
    ['Norvik sails. Another year on, it was staff of 2,300.', []],
    ['Norvik sails. Another year on, there was staff of 2,300.', []],
  ])('is told by "it", unless that means nothing: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik sails. One line keeps ships and employs 2,300 people.', []],
    ['Norvik sails. One line keeps ships and staff is 1,300.', ['conflict norvik.staff']],
  ])('is not told by "and" before a second verb: %s', expectHarbour);
});

describe('a word is said of somebody else', () => {
  it.each<SaidRow>([
    ["Norvik met its clients' yearly staff of 1,300.", []],
    ["Norvik's yearly staff is 1,300.", ['conflict norvik.staff']],
    ['Norvik sails. Its yearly staff is 1,300.', ['conflict norvik.staff']],
  ])('as of an owner without a name: %s', expectHarbour);
});

describe('"it" of any of a kind', () => {
  it.each<SaidRow>([
    ['Norvik sails. A boat has a mast. It employs 2,300 people.', []],
    ['Norvik sails. Each boat has a mast. It employs 2,300 people.', []],
    ['Norvik sails. The boat has a mast. It employs 1,300 people.', ['conflict norvik.staff']],
    [
      'Norvik sails. A boat of Norvik has a mast. It employs 1,300 people.',
      ['conflict norvik.staff'],
    ],
  ])('has nothing of its own that is on record: %s', expectHarbour);
});

describe('"its" behind two', () => {
  it.each<SaidRow>([
    ["Halden passed Norvik's boats and says its berths are 2,900.", []],
    ["Halden passed Norvik's boats and says the berths are 2,900.", ['conflict norvik.berths']],
    ["Skagen passed Norvik's boats and says its staff is 2,300.", []],
    ["Norvik, having passed Skagen's boats, says its staff is 2,300.", ['conflict norvik.staff']],
  ])('is not of whom the sentence names on the way: %s', expectHarbour);
});
