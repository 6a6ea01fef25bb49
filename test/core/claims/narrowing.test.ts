import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

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
    ['Norvik sails on. Its order book took in $36 million in the third quarter.', []],
    [
      'Norvik sails on. In the third quarter it took in $36 million.',
      ['conflict norvik.revenue.2025-q3'],
    ],
  ])('is something of its own that does what the verb says: %s', expectHarbour);

  it.each<SaidRow>([
    ["Norvik's equity is valued at $600 million.", []],
    ["Norvik's fleet is valued at $600 million.", ['conflict norvik.valuation']],
  ])('is equity: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik has 2,300 retired staff.', []],
    ['Norvik has 2,300 agreed staff.', ['conflict norvik.staff']],
    ['Norvik has 2,300 proud staff.', ['conflict norvik.staff']],
    ['Norvik has a staff of 2,300 retired people.', ['conflict norvik.staff']],
  ])('is those that something was done to: %s', expectHarbour);

  it.each<SaidRow>([
    ["In the third quarter Norvik's revenue, of which $71 million came from boats, grew.", []],
    [
      "In the third quarter Norvik's revenue, of which about $71 million came from boats, grew.",
      [],
    ],
    [
      "In the third quarter Norvik's revenue, which was about $71 million from boats, grew.",
      ['conflict norvik.revenue.2025-q3'],
    ],
    [
      "In the third quarter Norvik's revenue, which at $71 million was a record, grew.",
      ['conflict norvik.revenue.2025-q3'],
    ],
    [
      "In the third quarter Norvik's revenue, of about $71 million, grew.",
      ['conflict norvik.revenue.2025-q3'],
    ],
  ])('is what "of which" leads to: %s', expectHarbour);

  it.each<SaidRow>([
    ["At Norvik's valuation, 27 percent, worth some $171 million, is gone.", []],
    ["At Norvik's valuation, 27 per cent, worth some $171 million, is gone.", []],
    ["At Norvik's valuation, 27%, worth some $171 million, is gone.", []],
    [
      "At Norvik's valuation, 27 percent up, some $171 million, ships sail.",
      ['conflict norvik.valuation'],
    ],
    ["Norvik's valuation, worth $171 million, is up 27 percent.", ['conflict norvik.valuation']],
  ])('is a percentage that is worth something: %s', expectHarbour);

  it.each<SaidRow>([
    ["At Norvik's valuation, 27 percent is carried at $171 million.", []],
    ["At Norvik's valuation, 27 percent is priced at $171 million.", []],
    ["At Norvik's valuation, 27 percent is marked at $171 million.", []],
    [
      "At Norvik's valuation, 27 percent is sailing at $171 million.",
      ['conflict norvik.valuation'],
    ],
  ])('is a percentage that stands in the books at something: %s', expectHarbour);
});

describe('something of someone', () => {
  it.each<SaidRow>([
    ["Norvik's ferry boats took in $36 million in the third quarter.", []],
    [
      "Norvik's ferry line took in $36 million in the third quarter.",
      ['conflict norvik.revenue.2025-q3'],
    ],
    [
      "Norvik's crews know it took in $36 million in the third quarter.",
      ['conflict norvik.revenue.2025-q3'],
    ],
    ["Norvik's yearly staff is 1,300.", ['conflict norvik.staff']],
  ])('does what its verb says, unless a pack knows it: %s', expectHarbour);

  it.each<SaidRow>([
    ["The hull value of Norvik's pact with Skagen is $40 million.", []],
    [
      "The total value of Norvik's pact with Skagen is $40 million.",
      ['conflict norvik-skagen.value'],
    ],
  ])('has a value of its own: %s', expectHarbour);
});

describe('"of which"', () => {
  it.each<SaidRow>([
    ["Norvik's revenue, of which it borrowed about $71 million, grew in the third quarter.", []],
    [
      "Norvik's revenue in the third quarter was good, of which boats made $71 million.",
      ['conflict norvik.revenue.2025-q3'],
    ],
    [
      "Norvik's third-quarter revenue, of which they know little, was $71 million.",
      ['conflict norvik.revenue.2025-q3'],
    ],
  ])('leads to a part behind a pronoun: %s', expectHarbour);
});

describe('what comes and goes', () => {
  it.each<SaidRow>([
    ['Norvik lost 1,300 staff.', []],
    ['Norvik hired 1,300 people for its staff.', []],
    ['Norvik keeps 1,300 staff.', ['conflict norvik.staff']],
    ['Norvik gained a staff of 1,300.', ['conflict norvik.staff']],
  ])('is a part of those that are counted: %s', expectHarbour);
});

describe('a unit', () => {
  it.each<SaidRow>([
    ['The Brygg Cargo arm took in $25 million in the third quarter.', ['conflict cargo.revenue']],
    ['The Brygg boat arm took in $90 million in the third quarter.', []],
    ['For its staff arm Norvik took in $36 million in the third quarter.', []],
  ])('is whole where its name stands before it: %s', expectHarbour);
});

describe('a verb before a noun of money', () => {
  it.each<SaidRow>([
    [
      'In the third quarter Norvik won revenue of $36 million.',
      ['conflict norvik.revenue.2025-q3'],
    ],
    ['In the third quarter Norvik has bread revenue of $36 million.', []],
  ])('narrows it to nothing: %s', expectHarbour);
});

describe('a trial', () => {
  it.each<SaidRow>([
    ["Norvik's pilot has a staff of 2,300.", []],
    ["Norvik's programme has a staff of 2,300.", []],
    ["Norvik's port has a staff of 2,300.", ['conflict norvik.staff']],
  ])('is a part: %s', expectHarbour);
});

describe('what revenue is from', () => {
  it.each<SaidRow>([
    ["In the third quarter Norvik's revenue from its boats was $36 million.", []],
    ["In the third quarter Norvik's revenue from boats was $36 million.", []],
    [
      "In the third quarter Norvik's revenue from continuing operations was $36 million.",
      ['conflict norvik.revenue.2025-q3'],
    ],
    [
      "In the third quarter Norvik's revenue, all from boats, was $36 million.",
      ['conflict norvik.revenue.2025-q3'],
    ],
  ])('narrows it to a part: %s', expectHarbour);
});

describe('a part before "but" or "while"', () => {
  it.each<SaidRow>([
    [
      'Half a stake goes for good but Norvik at a valuation of $600 million rests.',
      ['conflict norvik.valuation'],
    ],
    [
      'Part of a stake goes while Norvik at a valuation of $600 million rests.',
      ['conflict norvik.valuation'],
    ],
    ['Half a stake for crews and Norvik at a valuation of $600 million rests.', []],
  ])('is not what the amount behind is of: %s', expectHarbour);
});
