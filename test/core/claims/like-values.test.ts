import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

const STAFF = ['conflict norvik.staff'];
const ENGINES = ['conflict/model norvik-skagen.engines'];

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('isLikeValue()', () => {
  it.each<SaidRow>([
    ['Norvik sails on. There is a staff of 830.', STAFF],
    ['Norvik sails on. There is a staff of 820.', []],
    ['Norvik sails on. There is a staff of 1,880.', STAFF],
    ['Norvik sails on. There is a staff of 1,890.', []],
  ])('takes an amount from two thirds to half as much again: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik sails on. A share of the market of 31 per cent is common in 2025.', []],
    ["Norvik's share of the market was 31 per cent in 2025.", ['conflict norvik.share.2025']],
    ['Norvik sails. One line keeps ships and had growth of 21 per cent in the third quarter.', []],
  ])('takes no percentage: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'Norvik signed with Skagen Yards. Halden sails. That pact brings K20 and K24 engines.',
      ENGINES,
    ],
    ['Norvik signed with Skagen Yards. Halden sails. That pact brings K20 engines.', []],
    ['Norvik signed with Skagen Yards. Halden sails. That pact brings K20 and K99 engines.', []],
  ])('takes as many names as are on record: %s', expectHarbour);
});

describe('a like value', () => {
  it.each<SaidRow>([
    ['The ferry line employs 1,300 people.', STAFF],
    ['The ferry line employs 2,300 people.', []],
    ['Norvik sails on. A staff in the yards of the north by the cold sea is 1,300.', STAFF],
    [
      'Norvik sails on. A staff in the yards of the north by the cold sea and the lakes is 1,300.',
      [],
    ],
  ])('outweighs that it is not certain whom it is of, near a strong word: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik has in the harbours of the south 1,300 people.', STAFF],
    ['Norvik has in the harbours of the south 2,300 people.', []],
    ['Norvik has in the harbours of the south by the sea, they say, 1,300 people.', []],
  ])('outweighs that a word is weak, where that is near: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'Norvik sails on. Ticket sales took in $36 million in the third quarter.',
      ['conflict norvik.revenue.2025-q3'],
    ],
    ['Norvik sails on. Ticket sales took in $71 million in the third quarter.', []],
    ['Norvik sails on. Ticket sales took in $36 million.', []],
    ['Halden shifted $4 million on 3 November.', []],
    ['Halden lost $4 million on 3 November.', ['conflict halden.swing']],
  ])('of a named period does so, but for no weak word: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik has 1,300 retired people.', []],
    ["Norvik's boat division has a staff of 1,300.", []],
    ["Norvik's equity is valued at $600 million.", []],
  ])('outweighs no two doubts, and none of another sort: %s', expectHarbour);

  it.each<SaidRow>([
    ['The ferry line employs 1,300 people in Tarn.', []],
    ['The ferry line employs 1,300 people at Zenith Boats.', []],
    ['The ferry line employs 1,300 people, and Halden sails.', []],
    ['The ferry line employs 1,300 people, unlike Halden.', STAFF],
    ['The ferry line employs 1,300 people, said Astrid Berg.', STAFF],
    ['The ferry line employs 1,300 people on K12 ships.', STAFF],
  ])('says nothing beside a place, a stranger or another of its kind: %s', expectHarbour);
});

describe('as many names', () => {
  it.each<SaidRow>([
    ['Norvik signed with Skagen Yards. Halden sails. That pact brings W300 and W400 engines.', []],
    [
      'Norvik signed with Skagen Yards. Halden sails. That pact brings K20 and K24 engines.',
      ['conflict/model norvik-skagen.engines'],
    ],
  ])('are like those on record where they are of the same make: %s', expectHarbour);
});
