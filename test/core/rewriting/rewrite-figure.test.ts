import { describe, expect, it } from 'vitest';
import { expectKnownMistake } from '../known-mistake.ts';
import { checkRewrite } from './check-rewrite.ts';

/** What the writer wrote, what is on record, and the correction in the writer's own form. */
const CORRECTIONS: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  money: [
    ['$40 billion', '$38 billion', '$38 billion'],
    ['$40bn', '$38 billion', '$38bn'],
    ['$40B', '$38bn', '$38B'],
    ['$40b', '$38 billion', '$38b'],
    ['$40 bn', '$38 billion', '$38 bn'],
    ['US$40bn', '$38 billion', 'US$38bn'],
    ['USD 40 billion', '$38bn', 'USD 38 billion'],
    ['40 billion dollars', '$38bn', '38 billion dollars'],
    ['forty billion dollars', '$38bn', 'thirty-eight billion dollars'],
    ['Forty billion dollars', '$38bn', 'Thirty-eight billion dollars'],
    ['a $40-billion deal', '$38 billion', 'a $38-billion deal'],
    ['a 40-billion-dollar deal', '$38 billion', 'a 38-billion-dollar deal'],
    ['$40,000,000,000', '$38 billion', '$38,000,000,000'],
    ['$40000', '$38,500', '$38,500'],
    ['$40,000 million', '$38 billion', '$38,000 million'],
    ['£40bn', '£29 billion', '£29bn'],
    ['$40 Billion', '$38 billion', '$38 Billion'],
    ['$40.5 billion', '$38 billion', '$38 billion'],
    ['$40 billion', '$38.2 billion', '$38.2 billion'],
    ['$1.2tn', '$38 billion', '$38bn'],
    ['$1.2 trillion', '$38 billion', '$38 billion'],
    ['$1.2T', '$38 billion', '$38B'],
    ['$900 million', '$1.4 trillion', '$1.4 trillion'],
    ['$900m', '$38 billion', '$38bn'],
    ['$900M', '$38 billion', '$38B'],
    ['$900 mn', '$38 billion', '$38 bn'],
    ['$5-7 billion', '$38 billion', '$38 billion'],
    ['$40 billion', '$13–14 billion', '$13–14 billion'],
    ['$5–7bn', '$13–14 billion', '$13–14bn'],
    ['between $5 billion and $7 billion', '$38 billion', '$38 billion'],
    ['nearly $40 billion', 'nearly $10 billion', 'nearly $10 billion'],
    ['$40 billion', 'nearly $10 billion', '$10 billion'],
    ['a billion dollars', '$38 billion', 'thirty-eight billion dollars'],
    ['half a billion dollars', '$38 million', 'thirty-eight million dollars'],
    ['$0.4 billion', '$38 million', '$38 million'],
    ['$0.4 trillion', '$38 million', '$38 million'],
    ['a hundred thousand dollars', '$38 million', 'thirty-eight million dollars'],
    ['a hundred thousand dollars', '$300,000', 'three hundred thousand dollars'],
    ['$400 k', '$38 million', '$38 m'],
  ],
  percentages: [
    ['30 per cent', '29%', '29 per cent'],
    ['30%', '29 per cent', '29%'],
    ['30 %', '29%', '29 %'],
    ['thirty per cent', '29%', 'twenty-nine per cent'],
    ['30 percent', '20.2%', '20.2 percent'],
    ['thirty percent', '20.2%', '20.2 percent'],
    ['5 percentage points', '4%', '4 percent'],
    ['5 percentage points, or 2 per cent', '4%', '4 per cent, or 2 per cent'],
    ['5pp', '4%', '4%'],
    ['5 percent', '4 percentage points', '4 percentage points'],
  ],
  counts: [
    ['1,300 people', '1,250', '1,250 people'],
    ['1300 people', '1,250', '1250 people'],
    ['twelve ships', '9 ships', 'nine ships'],
    ['12 ships', 'nine ships', '9 ships'],
    ['40,000 chips', 'hundreds of thousands of chips', 'hundreds of thousands of chips'],
    ['Forty chips', 'hundreds of thousands of chips', 'Hundreds of thousands of chips'],
    ['dozens of chips', 'hundreds of thousands of chips', 'hundreds of thousands of chips'],
    ['two thousand five hundred homes', '1,250', '1,250 homes'],
    ['two thousand homes', '1,250', '1,250 homes'],
    ['two thousand homes', '3,000', 'three thousand homes'],
    ['a dozen homes', '1,250', '1,250 homes'],
    ['two dozen homes', '36', 'three dozen homes'],
    ['300 people', '1,250', '1,250 people'],
    ['2 million homes', '800 thousand homes', '800 thousand homes'],
  ],
  durations: [
    ['five years', 'seven years', 'seven years'],
    ['5 years', 'seven years', '7 years'],
    ['a five-year pact', 'seven years', 'a seven-year pact'],
    ['a 5-yr pact', 'seven years', 'a 7-yr pact'],
    ['one year', 'seven years', 'seven years'],
    ['seven years', 'one year', 'one year'],
    ['a seven-year pact', 'one year', 'a one-year pact'],
    ['18 months', 'two years', '24 months'],
    ['5 years', '18 months', '18 months'],
    ['five years', '18 months', 'eighteen months'],
    ['3 years', '24 months', '2 years'],
    ['six weeks', 'ten days', 'ten days'],
    ['Five years', 'seven years', 'Seven years'],
    ['two decades', 'seven years', 'seven years'],
    ['a decade', 'twenty years', 'two decades'],
  ],
  quantities: [
    ['9.2 m', '8.2 metres', '8.2 m'],
    ['9.2 metres', '8.2 metres', '8.2 metres'],
    ['the 9-metre mirror', '8.2 metres', 'the 8.2-metre mirror'],
    ['10GW', '6 gigawatts', '6GW'],
    ['ten gigawatts', '6 gigawatts', 'six gigawatts'],
    ['10 GW', '10 MW', '10 MW'],
  ],
  fractions: [
    ['a third of the market', '29%', '29 percent of the market'],
    ['one in four ships', '29%', '29 percent of ships'],
    ['nearly two-thirds of it, or 60 per cent', '29%', '29 per cent of it, or 60 per cent'],
  ],
  dates: [
    ['November 5', '2025-11-03', 'November 3'],
    ['November 5, 2025', '2025-11-03', 'November 3, 2025'],
    ['5 November 2025', '2025-11-03', '3 November 2025'],
    ['Nov. 5', '2025-10-03', 'Oct. 3'],
    ['Sept. 5', '2025-10-03', 'Oct. 3'],
    ['Oct. 5', '2025-09-03', 'Sep. 3'],
    ['2025-11-05', '2025-11-03', '2025-11-03'],
    ['October 2025', '2025-11-03', 'November 2025'],
    ['October', '2025-11', 'November'],
    ['2024', '2025', '2025'],
    ['2024', '2025-11-03', '2025'],
    ['Q2 2025', '2025-Q3', 'Q3 2025'],
    ['2Q25', '2025-Q3', '3Q25'],
    ['the second quarter of 2025', '2025-Q3', 'the third quarter of 2025'],
    ['second-quarter sales', '2025-Q3', 'third-quarter sales'],
    ['H2 2024', '2025-H1', 'H1 2025'],
    ['November 5, 2025', '2025-11', 'November 2025'],
    ['on 3rd November', '2025-11-01', 'on 1st November'],
    ['on the 1st of November', '2025-11-12', 'on the 12th of November'],
    ['on November 1st', '2025-11-22', 'on November 22nd'],
    ['Tuesday, November 5', '2025-11-03', 'Monday, November 3'],
    ['on Tuesday', '2025-11-03', 'on Monday'],
    ['on Tuesday', '2025-10-03', 'on October 3'],
    ['on Tuesday', '2024-10-03', 'on October 3, 2024'],
    ['2024 Q2', '2025-Q3', '2025 Q3'],
  ],
};

describe.each(Object.entries(CORRECTIONS))('rewriteFigure() of %s', (_, corrections) => {
  it.each(corrections)('makes of "%s", with %s on record, "%s"', (written, recorded, corrected) => {
    expect(checkRewrite(written, recorded)).toBe(corrected);
  });
});

describe('rewriteFigure()', () => {
  it.each([
    ['a day for which the record has a quarter', 'November 5', '2025-Q3'],
    ['words that have no other form', 'last quarter', '2025-Q3'],
    ['an exact number for a vague one', 'dozens of ships', '1,250'],
    ['a quarter for a day', 'Q2', '2025-11-03'],
  ])('has no form for %s', (_, written, recorded) => {
    expect(checkRewrite(written, recorded)).toBeNull();
  });

  it.each([
    [
      'an article after a vowel',
      'an 11-year pact',
      'seven years',
      'an 7-year pact',
      'a 7-year pact',
    ],
    [
      'an article before a vowel',
      'a 9-metre mirror',
      '8.2 metres',
      'a 8.2-metre mirror',
      'an 8.2-metre mirror',
    ],
  ])('knows a mistake: %s', (_, written, recorded, today, right) => {
    expectKnownMistake<string | null>(checkRewrite(written, recorded), { today, right });
  });
});
