import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('whether it is its own', () => {
  it.each<SaidRow>([
    [
      'Norvik sails. Valuation is high, and a valuation of $600 million came.',
      ['conflict norvik.valuation'],
    ],
    ['Norvik sails. Analysts see a valuation of $600 million.', []],
  ])('is told by any word of the property: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik sails. Another year on, it had staff of 1,300.', ['conflict norvik.staff']],
    ['Norvik sails. Another year on, it was staff of 1,300.', []],
    ['Norvik sails. Another year on, there was staff of 1,300.', []],
  ])('is told by "it", unless that means nothing: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik sails. One line keeps ships and employs 1,300 people.', []],
    ['Norvik sails. One line keeps ships and staff is 1,300.', ['conflict norvik.staff']],
  ])('is not told by "and" before a second verb: %s', expectHarbour);
});

describe('a word is said of something else', () => {
  it.each<SaidRow>([
    ['The signed pact of Norvik and Skagen was cheered on 3 October 2025.', []],
    [
      'The pact of Norvik and Skagen was signed on 3 October 2025.',
      ['conflict norvik-skagen.signed'],
    ],
  ])('as the day of another verb: %s', expectHarbour);

  it.each<SaidRow>([
    ["Norvik's pact with Skagen came after nine years of sailing.", []],
    ["Norvik's pact with Skagen came nine years after the storm.", []],
    ["Norvik's pact with Skagen is for nine years of engines.", ['conflict norvik-skagen.term']],
    ["Norvik's pact with Skagen is for nine years.", ['conflict norvik-skagen.term']],
  ])('as a time of what "of" leads to, or between two: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik has 1,300 boats of its staff.', []],
    ['Norvik has a staff of 1,300 men of the sea.', ['conflict norvik.staff']],
  ])('as what is counted before "of": %s', expectHarbour);

  it.each<SaidRow>([
    ['Halden and Brygg signed a pact. It takes $75 million, a price.', []],
    [
      'Halden and Brygg signed a pact. It is priced, at a price of $75 million.',
      ['conflict halden-brygg.paid'],
    ],
  ])('as what someone does, and no deal: %s', expectHarbour);

  it.each<SaidRow>([
    ['Halden gained 5% to $4 million on 3 November.', []],
    ['Halden gained $4 million on 3 November.', ['conflict halden.swing']],
  ])('as what it came to: %s', expectHarbour);

  it.each<SaidRow>([
    ['Halden climbed 5% in two days to 3 November.', []],
    ['On 3 November Halden climbed 5% in two sessions.', []],
    ['On 3 November Halden climbed 5% in the harbour.', ['conflict halden.move']],
  ])('as a move over a while: %s', expectHarbour);

  it.each<SaidRow>([
    ["Norvik met its clients' yearly staff of 1,300.", []],
    ["Norvik's yearly staff is 1,300.", ['conflict norvik.staff']],
    ['Norvik sails. Its yearly staff is 1,300.', ['conflict norvik.staff']],
  ])('as of an owner without a name: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik signed with Skagen. Its fee is $40 million, its value is up.', []],
    ['Norvik signed with Skagen. It is at $40 million in value.', ['conflict norvik-skagen.value']],
  ])('as what comes behind a comma, where the deal is not named: %s', expectHarbour);

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
    ['Norvik has a pact valued at $600 million.', []],
    ['Norvik is a firm valued at $600 million.', ['conflict norvik.valuation']],
  ])('as of a contract: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik had $600 million before its valuation.', []],
    ['Norvik had $600 million at its valuation.', ['conflict norvik.valuation']],
  ])('as of the occasion: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik has 31 per cent of that market share in 2025.', []],
    ['Norvik has 31 per cent of the market share in 2025.', ['conflict norvik.share.2025']],
  ])('as a share of that: %s', expectHarbour);
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

describe('a part', () => {
  it.each<SaidRow>([
    ["Norvik gets a year's worth of revenue, $36 million, in the third quarter.", []],
    [
      'Norvik gets $36 million worth of revenue in the third quarter.',
      ['conflict norvik.revenue.2025-q3'],
    ],
  ])("is a year's worth: %s", expectHarbour);

  it.each<SaidRow>([
    ["Brygg's boat division took in $90 million in the third quarter.", []],
    ["Brygg's cargo arm took in $25 million in the third quarter.", ['conflict cargo.revenue']],
    ['For its boat division by the sea Norvik has a staff of 1,300.', ['conflict norvik.staff']],
  ])('is a unit that a verb follows, unless a pack knows it: %s', expectHarbour);

  it.each<SaidRow>([
    ["Norvik's equity is valued at $600 million.", []],
    ["Norvik's fleet is valued at $600 million.", ['conflict norvik.valuation']],
  ])('is equity: %s', expectHarbour);
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
