import { describe, expect, it } from 'vitest';
import { checkVerdicts } from '../check-verdicts.ts';

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
