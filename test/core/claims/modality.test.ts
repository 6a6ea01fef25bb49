import { describe, expect, it } from 'vitest';
import { checkVerdicts } from '../check-verdicts.ts';
import { checkSaid, type SaidRow } from './check-said.ts';

describe('what is not stated as a fact', () => {
  it.each([
    ['a question', 'Does Norvik employ 1,300 people?'],
    ['a condition', 'If Norvik employs 1,300 people, it is too many.'],
    ['an imagined case', 'Unless Norvik employs 1,300 people, it will sink.'],
    ['a possibility', 'Norvik could employ 1,300 people.'],
    ['a negation', 'Norvik does not employ 1,300 people.'],
    [
      'a value that another takes the place of',
      "Norvik's deal with Skagen Yards is worth not $40 million but more.",
    ],
    ['a denial', 'Norvik denied that it employs 1,300 people.'],
    ['a forecast', 'Analysts expect Norvik to employ 1,300 people.'],
    ['an earlier time', 'Norvik previously employed 900 people.'],
    ['a year of its own', 'In 2019 Norvik employed 900 people.'],
    ['the base of a comparison', "Norvik's staff rose from 1,100 people."],
    ['an addition', 'Norvik has a staff of an additional 300 people.'],
  ])('makes no conflict: %s', (_, text) => {
    expect(checkVerdicts(text)).toBe(text);
  });

  it.each([
    ['reported speech', 'Norvik said that it employs 1,300 people.'],
    ['a quotation', '"Norvik employs 1,300 people," she said.'],
    ['"not only"', 'Norvik not only sails but employs 1,300 people.'],
    ['"no fewer than"', 'Norvik employs no fewer than 1,300 people.'],
    ['a denial of something else', 'Norvik denied it. Norvik employs 1,300 people.'],
  ])('is told from what is: %s', (_, text) => {
    expect(checkVerdicts(text)).toContain('^^^^^ conflict norvik.staff: 1,250');
  });
});

const STAFF = ['conflict norvik.staff'];
const TERM = ['conflict norvik-skagen.term'];

function expectSaid(text: string, said: readonly string[]): void {
  expect(checkSaid(text)).toEqual(said);
}

describe('a doubt', () => {
  it.each<SaidRow>([
    ['Will the nine-year pact of Norvik and Skagen last?', TERM],
    ["Will Norvik's nine-year pact with Skagen last?", TERM],
    ['If the nine-year pact of Norvik and Skagen fails, ships rust.', TERM],
    ['Will the seven-year pact of Norvik and Skagen last?', ['supported norvik-skagen.term']],
    ['Will a nine-year pact of Norvik and Skagen come?', []],
    ['Is the pact of Norvik and Skagen for nine years?', []],
  ])('leaves standing what a sentence takes for granted: %s', expectSaid);

  it.each<SaidRow>([
    ['Norvik employs 1,300 people, and if it sails it wins.', STAFF],
    ['If it sails, it wins, and so Norvik employs 1,300 people.', []],
    ['Analysts expect Halden to sail, but Norvik employs 1,300 people.', STAFF],
    ['Halden denied it, while Norvik employs 1,300 people.', STAFF],
  ])('ends with its clause: %s', expectSaid);

  it.each<SaidRow>([
    ['On the books Norvik employs 1,300 people.', STAFF],
    ['On our books Norvik employs 1,300 people.', []],
    ['Our Norvik employs 1,300 people.', []],
  ])("is that of the writer's own use: %s", expectSaid);

  it.each<SaidRow>([
    ['Norvik at once employed 1,300 people.', STAFF],
    ['Norvik once employed 1,300 people.', []],
    ["Norvik's staff had been 1,300.", []],
  ])('is a time that is over: %s', expectSaid);

  it.each<SaidRow>([
    ['Norvik employs 1,300 people. That is a lot.', STAFF],
    ['Norvik employs 1,300 people. That is wrong.', []],
    ['A text said that Norvik employs 1,300 people.', STAFF],
    ['Correction: a text said that Norvik employs 1,300 people.', []],
    ['Correction: ships are nine. Norvik employs 1,300 people.', STAFF],
    ['Correction: ships are nine. A text said that Norvik employs 1,300 people.', []],
  ])('is that the text takes it back: %s', expectSaid);
});
