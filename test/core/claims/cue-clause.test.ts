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
