import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('a text takes back', () => {
  it.each<SaidRow>([
    ['# Corrections\n\nA text said that Norvik employs 1,300 people.', []],
    ['Corrections\n\nA text said that Norvik employs 1,300 people.', []],
    ['# Corrections\n\nRemoved: Norvik employs 1,300 people.', []],
    ['# News\n\nA text said that Norvik employs 1,300 people.', ['conflict norvik.staff']],
    [
      '# Corrections\n\nShips sail.\n\n# News\n\nA text said that Norvik employs 1,300 people.',
      ['conflict norvik.staff'],
    ],
    [
      'Corrections to the books came late that year.\n\nA text said that Norvik employs 1,300 people.',
      ['conflict norvik.staff'],
    ],
  ])('what is told under a heading of corrections: %s', expectHarbour);

  it.each<SaidRow>([
    [
      '# Corrections\n\nNorvik employs 1,300 people, not 900 as first stated.',
      ['conflict norvik.staff'],
    ],
    ['# Corrections\n\nAs first published, Norvik employs 1,300 people, not 900.', []],
    ['# Corrections\n\nNorvik employs 1,300 people.', ['conflict norvik.staff']],
  ])('no more than what was wrong before: %s', expectHarbour);

  it.each<SaidRow>([
    ['We also said that Norvik employs 1,300 people.', []],
    ['I wrote that Norvik employs 1,300 people.', []],
    ['They said that Norvik employs 1,300 people.', ['conflict norvik.staff']],
    ['We hear that Norvik employs 1,300 people.', ['conflict norvik.staff']],
  ])('what it has said itself: %s', expectHarbour);

  it.each<SaidRow>([
    ['The story said that Norvik employs 1,300 people.', []],
    ['The first edition said that Norvik employs 1,300 people.', []],
    ['The chart wrongly gave Norvik a staff of 1,300.', []],
    ['The town said that Norvik employs 1,300 people.', ['conflict norvik.staff']],
    ['The story says that Norvik employs 1,300 people.', ['conflict norvik.staff']],
    ['The story of Norvik, said to employ 1,300 people, is long.', ['conflict norvik.staff']],
  ])('what its own pieces have said: %s', expectHarbour);

  it.each<SaidRow>([
    ['A text gave Norvik a staff of 1,300; it has since been put right.', []],
    ['A text gave Norvik a staff of 1,300; it has since been put straight.', []],
    ['A text gave Norvik a staff of 1,300, but it has been corrected.', []],
    ['A text gave Norvik a staff of 1,300; it has since been put up.', ['conflict norvik.staff']],
    ['A text gave Norvik a staff of 1,300; it has since been read.', ['conflict norvik.staff']],
  ])('what has been put right: %s', expectHarbour);
});

describe('a post that a text takes back', () => {
  it.each<SaidRow>([
    ['A caption described Ingmar Holt as chief executive of Norvik.', []],
    ['A caption on page 31 described Ingmar Holt as chief executive of Norvik.', []],
    [
      'A friend described Ingmar Holt as chief executive of Norvik.',
      ['conflict/person norvik.chief'],
    ],
  ])('makes no claim: %s', expectHarbour);
});
