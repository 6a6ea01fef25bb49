import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('what a figure measures is something else', () => {
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
    ['Nine years on: the pact of Norvik and Skagen sails.', []],
    ['Under the pact of Norvik and Skagen, nine years on, ships sail.', []],
    ['Nine years on Sundays: the pact of Norvik and Skagen.', ['conflict norvik-skagen.term']],
    [
      'Under the pact of Norvik and Skagen, for nine years on one line, ships sail.',
      ['conflict norvik-skagen.term'],
    ],
  ])('as a time that went by, with "on" and a mark behind it: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik has 1,300 boats of its staff.', []],
    ['Norvik has a staff of 1,300 men of the sea.', ['conflict norvik.staff']],
  ])('as what is counted before "of": %s', expectHarbour);

  it.each<SaidRow>([
    ["The storm took $71 million off Norvik's revenue in the third quarter.", []],
    ['The storm took $71 million off the Norvik revenue in the third quarter.', []],
    ["The storm took $71 million away from Norvik's revenue in the third quarter.", []],
    ["The storm took $71 million out of Norvik's revenue in the third quarter.", []],
    [
      "In the third quarter Norvik had revenue as storms took $71 million off everyone's boats.",
      [],
    ],
    [
      'In the third quarter Norvik had revenue as ships took $71 million off the boats.',
      ['conflict norvik.revenue.2025-q3'],
    ],
    [
      'In the third quarter Norvik had a revenue of $71 million out of boats.',
      ['conflict norvik.revenue.2025-q3'],
    ],
    [
      'Norvik had $71 million off the sea as revenue in the third quarter.',
      ['conflict norvik.revenue.2025-q3'],
    ],
    [
      "The boats took Norvik's revenue to $71 million in the third quarter.",
      ['conflict norvik.revenue.2025-q3'],
    ],
  ])('as what somebody else is the poorer by: %s', expectHarbour);
});

describe('what a figure measures is another thing', () => {
  it.each<SaidRow>([
    ['Norvik bought a 1,300-staff boat.', []],
    ['Norvik is a 1,300-staff firm.', ['conflict norvik.staff']],
    ['Norvik has 1,300-staff and it sails.', ['conflict norvik.staff']],
  ])('as the size of one: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik has 1,300 firms as staff.', []],
    ['Norvik has 1,300 sailors as staff.', ['conflict norvik.staff']],
  ])('as a count of companies: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik and Skagen have a pact of the past nine years.', []],
    ['Norvik and Skagen have a pact of the last nine years.', []],
    ['Norvik and Skagen have a pact to last nine years.', ['conflict norvik-skagen.term']],
    ['Norvik and Skagen have a pact of the next nine years.', ['conflict norvik-skagen.term']],
  ])('as a time that ends now: %s', expectHarbour);
});

describe('a name with its maker before it', () => {
  it.each<SaidRow>([
    ["Halden and Brygg signed for ships fitted with Norvik's K20 engines.", []],
    [
      "Halden and Brygg signed for ships fitted with Skagen's K20 engines.",
      ['conflict/model halden-brygg.engines'],
    ],
    [
      'Halden and Brygg signed for ships fitted with K20 engines.',
      ['conflict/model halden-brygg.engines'],
    ],
  ])('is of no deal with another maker: %s', expectHarbour);
});

describe('a record', () => {
  it.each<SaidRow>([
    ['Norvik and Skagen signed a pact, the most in nine years.', []],
    ['Norvik and Skagen signed a pact, the most in almost nine years.', []],
    ['Norvik and Skagen have the largest pact in nine years.', []],
    [
      'Norvik and Skagen signed a pact, the boats in almost nine years.',
      ['conflict norvik-skagen.term'],
    ],
    ['Norvik and Skagen have the largest pact, of nine years.', ['conflict norvik-skagen.term']],
  ])('is for how long nothing was like it: %s', expectHarbour);
});
