import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';

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
