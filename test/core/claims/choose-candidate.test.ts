import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

const STAFF = ['conflict norvik.staff'];
const VALUE = ['conflict norvik-skagen.value'];

function expectSaid(text: string, said: readonly string[]): void {
  expect(checkSaid(text)).toEqual(said);
}

describe('choose()', () => {
  it.each<SaidRow>([
    ['Norvik employs 1,300 people, all working together.', STAFF],
    ['Norvik and Halden together employ 9,000 people.', []],
    ['Together with Zenith Boats, Norvik employs 9,000 people.', []],
    ['Between them, Norvik and Halden employ 9,000 people.', []],
    ['The staffs of Norvik and Halden add up to 9,000 people.', []],
    ["Norvik's deals with Skagen Yards and Halden have a combined worth of $128 million.", []],
  ])('holds a sum of several against none of them: %s', expectSaid);

  it.each<SaidRow>([
    ["Norvik's deal with Skagen Yards is worth another $40 million.", VALUE],
    ['Norvik is valued at $600 million.', ['conflict norvik.valuation']],
    ['Norvik is valued at another $600 million.', []],
  ])('takes an addition for a whole deal, and for nothing else: %s', expectSaid);

  it.each<SaidRow>([
    [
      "Norvik's deal with Skagen Yards is worth $38 billion.",
      ['conflict/scale norvik-skagen.value'],
    ],
    ['Norvik employs 9,000 people.', STAFF],
    ['Norvik employs 9 million people.', []],
  ])('leaves alone what is too far off, but for a slip of the scale: %s', expectSaid);

  it.each<SaidRow>([
    ['Norvik is valued at $300 million.', ['outdated norvik.valuation']],
    ['Norvik was once valued at $300 million.', []],
    ['Norvik is valued at $200 million.', ['conflict norvik.valuation']],
  ])('tells what held before from what never did: %s', expectSaid);
});

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('a word that names two', () => {
  it.each<SaidRow>([
    ['Halden collects $70 million from Brygg.', ['conflict halden-brygg.paid']],
    ['Halden collects $75 million.', []],
  ])('names no other one by itself: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'Halden and Brygg agreed on a notice under their pact of three years.',
      ['conflict halden-brygg.notice'],
    ],
    ['Halden and Brygg agreed on a pact of three years.', []],
  ])('is no other date or time where it names the deal: %s', expectHarbour);

  it.each<SaidRow>([
    ["Norvik and Skagen's toll has a price of $6 million.", ['conflict norvik-skagen.toll']],
    ["Norvik and Skagen's worth has a price of $40 million.", []],
  ])('is no other one where it is half of the name: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'The value of the pact of Norvik and Skagen, it is said, is a toll of $38 million.',
      ['supported norvik-skagen.value'],
    ],
    [
      'The value of the pact of Norvik and Skagen, it is said, is a toll of $6 million.',
      ['conflict norvik-skagen.toll'],
    ],
  ])('gives way to the very number of the deal: %s', expectHarbour);
});

describe('a number of another deal', () => {
  it.each<SaidRow>([
    ["A slice of the value of Norvik's deal with Halden, seen by Skagen, is $38 million.", []],
  ])('does not bear out what is doubted: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik pays Brygg $60 million.', ['conflict/attribution norvik-brygg.paid']],
    [
      "Norvik's pact with Brygg, as Halden saw, takes $60 million.",
      ['conflict/attribution norvik-brygg.paid'],
    ],
    ["Norvik's pact with Brygg, as Halden saw, takes $61 million.", []],
  ])('is put to the wrong one where a weak word names it: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'The Southern Board approved the pact of Halden and Brygg on 22 October.',
      ['conflict halden-brygg.approved.south'],
    ],
    [
      'The Northern Board approved the pact of Halden and Brygg on 22 October.',
      ['conflict halden-brygg.approved.north'],
    ],
  ])('is that of whoever has approved it: %s', expectHarbour);
});

describe('a doubt is answered', () => {
  it.each<SaidRow>([
    ['The pact of Halden and Brygg could carry 9,500 people.', ['conflict halden-brygg.carries']],
    ['Norvik could employ 1,300 people.', []],
  ])('by what could be: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'In the third quarter Norvik had 25 per cent more growth.',
      ['conflict norvik.growth.2025-q3'],
    ],
    ["Norvik's market share in 2025 was 31 per cent more than Halden.", []],
  ])('by a growth that is "more": %s', expectHarbour);
});

describe('a sum', () => {
  it.each<SaidRow>([
    [
      'Norvik employs 1,300 people, more than Halden and Skagen together.',
      ['conflict norvik.staff'],
    ],
    ['Norvik employs 1,300 people together with Halden, more than Skagen.', []],
  ])('is not that of those it is compared with: %s', expectHarbour);

  it.each<SaidRow>([
    ['They met Halden and Norvik (staff of 1,300).', ['conflict norvik.staff']],
    ['They met Halden and Norvik, which has a staff of 1,300.', ['conflict norvik.staff']],
    ['Halden and Norvik have a staff of 1,300.', []],
  ])('is not that of the last of two: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'Norvik, Halden and Skagen together signed for ships fitted with K20 engines.',
      ['conflict/model norvik-skagen.engines'],
    ],
    ['Norvik, Halden and Skagen together signed for ships worth $40 million.', []],
  ])('is no name: %s', expectHarbour);
});
