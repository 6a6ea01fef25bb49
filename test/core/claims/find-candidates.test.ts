import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

const STAFF = ['conflict norvik.staff'];
const VALUE = ['conflict norvik-skagen.value'];
const VALUATION = ['conflict norvik.valuation'];
const REVENUE = ['conflict norvik.revenue.2025-q3'];
const PAID = ['conflict halden-brygg.paid'];

function expectSaid(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('what a word of a property is said of', () => {
  it.each<SaidRow>([
    ['Norvik sails on. Revenue came to $36 million in the third quarter.', REVENUE],
    ['Norvik sails on. In the third quarter, revenue came to $36 million.', REVENUE],
    ['Norvik sails on. Global revenue came to $71 million in the third quarter.', []],
    ['Norvik sails on. Ticket sales took in $71 million in the third quarter.', []],
    ['Norvik sails on. It has a staff of 1,300.', STAFF],
    ['Norvik sails on. There is a staff of 2,300.', []],
    ['Norvik sails on. A staff of 2,300 is common.', []],
    ['Norvik sails on. Every yard has a staff of 2,300.', []],
    ['Norvik sails on. The staff of the yard is 2,300.', []],
  ])('is its own or anyone’s, where a sentence names nobody: %s', expectSaid);

  it.each<SaidRow>([
    ['Norvik is valued at a lot, and owes $600 million.', VALUATION],
    ['Norvik is valued at a lot, and Astrid Berg has raised $600 million.', []],
    ["Norvik's pact with Skagen is worth a lot, and Halden has raised $40 million.", []],
    ['Norvik and Skagen sailed for nine years under the pact.', ['conflict norvik-skagen.term']],
    ['Norvik and Skagen sailed for nine years, and the pact holds.', []],
  ])('is not the subject of another clause: %s', expectSaid);

  it.each<SaidRow>([
    ['Norvik is a company valued at $600 million.', VALUATION],
    ['Norvik has a telescope valued at $600 million.', []],
  ])('is not a thing of another sort: %s', expectSaid);

  it.each<SaidRow>([
    ["Norvik's pact with Skagen Yards of nine years holds.", ['conflict norvik-skagen.term']],
    ["Norvik's pacts with Skagen Yards of nine years hold.", []],
  ])('is one deal and not several: %s', expectSaid);

  it.each<SaidRow>([
    ['Norvik has a fleet and is valued at $600 million.', VALUATION],
    ['Halden has a stake in Norvik valued at $60 million.', []],
  ])('is the whole and not a part that has a worth of its own: %s', expectSaid);
});

describe('a word of grammar', () => {
  it.each<SaidRow>([
    ['Fjell sailed in 2019.', ['supported fjell.founded']],
    ['Fjell signed papers in 2019.', []],
    ['Fjell sailed in 2018.', []],
  ])('names a property where no word of substance does: %s', expectSaid);
});

describe('what a figure is of', () => {
  it.each<SaidRow>([
    ["Norvik's revenue rose to $36 million in the third quarter.", REVENUE],
    ["Norvik's revenue rose by $3 million in the third quarter.", []],
    ["Norvik's staff grew to 1,300 people.", STAFF],
    ["Norvik's staff grew by more than 300 people.", []],
    ['Norvik grew by 25% in the third quarter.', ['conflict norvik.growth.2025-q3']],
  ])('is a level, or how much it changed: %s', expectSaid);

  it.each<SaidRow>([
    ["Norvik's pact with Skagen Yards is worth $40 million.", VALUE],
    ["Norvik's pact with Skagen Yards is worth $40 million a ship.", []],
    ["Norvik's pact with Skagen Yards is worth $40 million each.", []],
    ["Norvik's pact with Skagen Yards is worth $40 million annually.", []],
  ])('is the whole of a deal, or a rate: %s', expectSaid);

  it.each<SaidRow>([
    ['Brygg will collect $70 million from Halden.', PAID],
    ['Halden pays $70 million to Brygg.', PAID],
    ["Brygg's $70 million Halden bet is on.", PAID],
    ['Halden pays $70 million to Zenith Boats.', []],
    ['Halden pays $70 million, and met Brygg.', []],
  ])('is paid from one party of a deal to the other: %s', expectSaid);

  it.each<SaidRow>([
    ['Norvik met Skagen on $38 million.', ['supported norvik-skagen.value']],
    ['Norvik met Skagen on $40 million.', []],
    ['Norvik met Zenith Boats on $38 million.', []],
    ['The Aldwyn is 8.2 metres there.', ['supported aldwyn.mirror']],
    ['The Aldwyn is 8.4 metres there.', []],
  ])('follows from its kind for the very number on record: %s', expectSaid);
});

describe('the day of an event', () => {
  const MOVE = ['conflict halden.move'];

  it.each<SaidRow>([
    ['Halden climbed 6% on the day it signed with Brygg.', MOVE],
    ['Halden climbed 4.2% on the day it signed with Brygg.', ['supported halden.move']],
    ['Halden signed with Brygg. The shares of Halden climbed 6% in a single day.', MOVE],
    ['Halden signed with Brygg. The shares of Halden climbed 6% in ten days.', []],
    ['Halden climbed 6%.', []],
  ])('is the time of what is dated to it: %s', expectSaid);
});

describe('items of a list', () => {
  it.each<SaidRow>([
    ['Norvik signed a pact with Skagen Yards:\n\n- worth $40 million', VALUE],
    [
      'Norvik signed a pact with Skagen Yards:\n\n- $38 million\n- seven years',
      ['supported norvik-skagen.value', 'supported norvik-skagen.term'],
    ],
    ['Norvik signed a pact with Skagen Yards:\n\n- Brygg: worth $40 million', []],
    ["Norvik's pacts:\n\n- Skagen Yards: worth $40 million\n- Brygg: worth $50 million", VALUE],
  ])('are of the deal that leads them in, unless they name another: %s', expectSaid);
});

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('the day of an event, by its words', () => {
  it.each<SaidRow>([
    ['Halden and Brygg signed a deal. Halden climbed 5% that same day.', ['conflict halden.move']],
    [
      'Halden and Brygg signed a deal. Halden climbed 5% on the day the ships came.',
      ['conflict halden.move'],
    ],
    ['Halden and Brygg signed a deal. Halden climbed 5% on the day.', ['conflict halden.move']],
    ['Halden and Brygg signed a deal. Halden climbed 5% on the day before.', []],
    [
      'On 3 November Halden slept. Skagen Yards woke. Halden climbed 5% on the day.',
      ['conflict halden.move'],
    ],
    ['On 2 November Halden slept. Skagen Yards woke. Halden climbed 5% on the day.', []],
    ['Halden and Brygg signed a deal. Halden climbed 5% on the days of the storm.', []],
  ])('is "that one day" and "the day of": %s', expectHarbour);
});

describe('what is on record with a qualifier', () => {
  it.each<SaidRow>([
    ['Fjell invested $14 million in Brygg.', ['conflict brygg.invested']],
    ['Halden invested $14 million in Brygg.', []],
  ])('is bound where that is named: %s', expectHarbour);
});

describe('a rate', () => {
  it.each<SaidRow>([
    ['The fee of Operation Gannet is $3 million a month.', ['conflict gannet.fee']],
    ['The fee of Operation Gannet is $2 million monthly.', ['supported gannet.fee']],
    ['The fee of Operation Gannet is $3 million a year.', []],
  ])('is right where the label of what it is of says it: %s', (text, said) => {
    expect(checkSaid(text, harbourFacts)).toEqual(said);
  });
});
