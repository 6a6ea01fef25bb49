import { describe, expect, it } from 'vitest';
import { checkVerdicts } from '../check-verdicts.ts';
import { exampleFacts } from '../example-packs.ts';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

describe('the time of a figure', () => {
  it.each([
    [
      'names the statement',
      "Norvik's revenue was $29.5 million in the second quarter.",
      'supported norvik.revenue.2025-q2',
    ],
    [
      'makes the value of another period wrong',
      "Norvik's revenue was $33 million in the second quarter.",
      'conflict/period norvik.revenue.2025-q2',
    ],
    [
      'may be relative',
      "Norvik's revenue was $36 million last quarter.",
      'conflict norvik.revenue.2025-q3',
    ],
    [
      'may be "latest"',
      'Norvik took in $36 million in its latest quarter.',
      'conflict norvik.revenue.2025-q3',
    ],
    [
      'may be left out of what is right for some period',
      "Norvik's revenue was $29.5 million.",
      'supported norvik.revenue.2025-q2',
    ],
    [
      'tells what was from what is',
      'Norvik was valued at $300 million in October 2024.',
      'supported norvik.valuation.2024',
    ],
    [
      'holds for the base of a comparison',
      "Norvik's market share rose from 34 per cent in 2022 to 29 per cent in 2025.",
      'supported norvik.share.2022',
    ],
  ])('%s', (_, text, verdict) => {
    expect(checkVerdicts(text)).toContain(`^ ${verdict}`);
  });

  it.each([
    ['is not on record', "Norvik's revenue was $99 million in 2019."],
    ['is not stated', "Norvik's revenue was $36 million."],
    ['is a year for the value of a quarter', 'Norvik took in $99 million last year.'],
  ])('keeps a figure from being called wrong when it %s', (_, text) => {
    expect(checkVerdicts(text)).toBe(text);
  });

  it('is counted from the date of the draft', () => {
    const text = 'Norvik took in $29.5 million last quarter.';
    const on = (asOf: string): string =>
      checkVerdicts(text, exampleFacts, { language: 'markdown', asOf });
    expect(on('2025-11-05')).toContain('conflict/period norvik.revenue.2025-q3');
    expect(on('2025-08-05')).toContain('supported norvik.revenue.2025-q2');
    expect(checkVerdicts(`---\ndate: 5 August 2025\n---\n\n${text}`)).toContain(
      'supported norvik.revenue.2025-q2',
    );
  });

  it('makes a value that held earlier outdated where it is stated of the present', () => {
    expect(checkVerdicts('Norvik is valued at $300 million.')).toContain(
      '^ outdated norvik.valuation: $500 million',
    );
    expect(checkVerdicts('Norvik is now valued at $300 million.')).toContain(
      '^ outdated norvik.valuation: $500 million',
    );
    expect(checkVerdicts('Norvik was previously valued at $300 million.')).not.toContain(
      'outdated',
    );
  });
});

describe('a date', () => {
  const LAST_YEAR = ['conflict norvik.valuation.2024'];
  const NOW = ['conflict norvik.valuation'];
  const LONG = 'the sea was calm, the ships were new and the crews of the line were young';

  it.each<SaidRow>([
    [`In October 2024 ${LONG}, and so Norvik was valued at $310 million.`, LAST_YEAR],
    [`They say that in October 2024 ${LONG}, and so Norvik was valued at $310 million.`, NOW],
  ])('that opens a sentence holds for all of it: %s', (text, said) => {
    expect(checkSaid(text)).toEqual(said);
  });

  it.each<SaidRow>([
    ['October 2024. Norvik was valued at $310 million.', LAST_YEAR],
    ['October 2024. Norvik was valued at $300 million.', ['supported norvik.valuation.2024']],
    ['Once upon a time. Norvik was valued at $310 million.', NOW],
  ])('that stands alone says when the next sentence holds: %s', (text, said) => {
    expect(checkSaid(text)).toEqual(said);
  });

  it.each<SaidRow>([
    ['Norvik sailed in October 2024. That month it was valued at $310 million.', LAST_YEAR],
    ['Norvik sailed in October 2024. That much it was worth: a valuation of $310 million.', NOW],
  ])('is pointed back to: %s', (text, said) => {
    expect(checkSaid(text)).toEqual(said);
  });
});

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('a date of something else', () => {
  it.each<SaidRow>([
    [
      'Norvik first sailed in October 2024, has been valued at $310 million.',
      ['conflict norvik.valuation'],
    ],
    [
      'Norvik sailed in October 2024, when it was valued at $310 million.',
      ['conflict norvik.valuation.2024'],
    ],
  ])('is that of a verb before: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik, which was sold in October 2024, employs 1,300 people.', ['conflict norvik.staff']],
    ['In October 2024 Norvik employed 1,300 people.', []],
  ])('is set in between: %s', expectHarbour);

  it.each<SaidRow>([
    ['By Tuesday Halden climbed 4.2%.', []],
    ["By Monday's close Halden climbed 4.2%.", ['supported halden.move']],
  ])('is another limit of its length: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'Norvik sailed in 2025. Its market share in 2022 was 29 per cent.',
      ['conflict/period norvik.share.2022'],
    ],
    ['Norvik sailed in 2022. Its market share was 34 per cent.', ['supported norvik.share.2022']],
  ])('is one that a nearer one takes the place of: %s', expectHarbour);

  it.each<SaidRow>([
    ["In 2025 Norvik's market share was 31 per cent in the third quarter.", []],
    [
      "Norvik's market share was 31 per cent in 2025, after a weak third quarter.",
      ['conflict norvik.share.2025'],
    ],
  ])('is a year, where a quarter of it is named more nearly: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'In the second quarter Norvik sailed. It recently took in $36 million.',
      ['conflict norvik.revenue.2025-q2'],
    ],
    [
      'On 3 November Norvik sailed. It recently took in $36 million.',
      ['conflict norvik.revenue.2025-q3'],
    ],
  ])('is "its latest", where another period was spoken of: %s', expectHarbour);

  it.each<SaidRow>([
    ["In 2024 Norvik's pact with Skagen was worth $40 million.", []],
    [
      "In October 2024 Norvik's pact with Skagen was worth $40 million.",
      ['conflict norvik-skagen.value'],
    ],
    ["In 2025 Norvik's pact with Skagen was worth $40 million.", ['conflict norvik-skagen.value']],
  ])('is a whole year before a deal was made: %s', expectHarbour);
});

describe('a day to come', () => {
  const STAFF = ['conflict norvik.staff'];

  it.each<SaidRow>([
    ['Norvik has a staff of 1,300 by the end of December.', []],
    ['Norvik has a staff of 1,300 by its December.', []],
    ['By the end of December Norvik has a staff of 1,300.', []],
    ['Norvik has a staff of 1,300 by 2027.', []],
    ['Norvik is valued at $600 million by the end of December.', []],
    ['Norvik has a staff of 1,300 until the end of December.', STAFF],
    ['Norvik has a staff of 1,300 through December.', STAFF],
    ['Norvik has a staff of 1,300 since April.', STAFF],
    ['Norvik has a staff of 1,300 until this week.', STAFF],
  ])('is one that something is to be by: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik has a staff of 1,300 by the end of April.', []],
    ['Norvik has a staff of 1,300 by the end of May.', STAFF],
    ['Norvik has a staff of 1,300 by the end of April 2025.', STAFF],
    ['Norvik has a staff of 1,300 by the end of last month.', STAFF],
  ])('is the next of its name, where half a year has gone since the last: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'Norvik sails by the end of December in harbours near its yards and counts a staff of 1,300.',
      [],
    ],
    [
      'Norvik sails by the end of December in harbours near its yards in the south by the sea and counts a staff of 1,300.',
      STAFF,
    ],
    ['Norvik sails by the end of December. It has a staff of 1,300.', STAFF],
    [
      "Norvik's growth was 25 per cent in the third quarter by the end of December.",
      ['conflict norvik.growth.2025-q3'],
    ],
  ])('is near, and of what holds over time: %s', expectHarbour);
});

describe('the date of a draft', () => {
  it.each([
    ['Norvik employs 1,300 people.', '2025-08-20', ['conflict norvik.staff']],
    ['Norvik employs 1,300 people.', '2025-06-20', []],
  ])('may be a month before what the record holds from a day on: %s on %s', (text, asOf, said) => {
    expect(checkSaid(text, harbourFacts, asOf)).toEqual(said);
  });

  it.each([
    ['Halden climbed 5%.', '2025-11-03', ['conflict halden.move']],
    ['Halden climbed 5%.', '2025-11-04', []],
    ['On 3 November Norvik sailed.\n\nHalden climbed 5%.', '2025-11-04', ['conflict halden.move']],
    ['On 27 October Norvik sailed.\n\nHalden climbed 5%.', '2025-11-03', []],
    ['On 27 October Norvik sailed.\n\nHalden climbed 5%.', '2025-11-04', []],
  ])(
    'stands for that of a move, unless the news is of another day: %j on %s',
    (text, asOf, said) => {
      expect(checkSaid(text, harbourFacts, asOf)).toEqual(said);
    },
  );
});

describe('a date pointed back to within a sentence', () => {
  it.each<SaidRow>([
    [
      'Norvik sailed in 2022 after the storms of the long winter and the loss of its old boats in the northern sea, and by the end of that year its market share was 31 per cent.',
      ['conflict norvik.share.2022'],
    ],
    [
      'Norvik sailed in 2022 after the storms of the long winter and the loss of its old boats in the northern sea, and by the end of that storm its market share was 31 per cent.',
      [],
    ],
  ])('is "that year": %s', expectHarbour);

  it.each<SaidRow>([
    [
      'Norvik sailed early in 2024 and in that October it was valued at $310 million.',
      ['conflict norvik.valuation.2024'],
    ],
    [
      'Norvik sailed early in 2024 and in October it was valued at $310 million.',
      ['conflict norvik.valuation'],
    ],
  ])('is the year of "that October": %s', expectHarbour);
});

describe('"than" before a date', () => {
  it.each<SaidRow>([
    [
      'Norvik sailed. Its market share was more than 31 per cent in 2025.',
      ['conflict/period norvik.share.2025'],
    ],
    [
      "Norvik's market share, more than 31 per cent this year, is good.",
      ['conflict/period norvik.share.2025'],
    ],
    ["Norvik's market share is 31 per cent, more than in 2022.", []],
  ])('is of the amount that stands between: %s', expectHarbour);
});

describe('the end of a time to come', () => {
  it.each<SaidRow>([
    ['Norvik has a staff of 1,300 by the end of next year.', []],
    ['Norvik has a staff of 1,300 by the close of next year.', []],
    ['Norvik has a staff of 1,300 until the end of next year.', ['conflict norvik.staff']],
  ])('is one that something is to be by: %s', expectHarbour);
});

describe('the latest', () => {
  it.each<SaidRow>([
    ['Norvik took in $36 million in its latest year.', []],
    ['Norvik took in $36 million in its most recent fiscal year.', []],
    ['Norvik took in $36 million in its most recent quarter.', ['conflict norvik.revenue.2025-q3']],
  ])('of a year is no latest quarter: %s', expectHarbour);
});

describe('the date between two figures', () => {
  it.each<SaidRow>([
    [
      'Norvik was valued at $350 million, it says, in October 2024, $500 million in October 2025.',
      ['conflict norvik.valuation.2024', 'supported norvik.valuation'],
    ],
    [
      'Norvik was valued at $350 million by all of its crews in October 2024 and $500 million that October.',
      ['conflict norvik.valuation.2024'],
    ],
    [
      'Norvik was valued at $500 million by all of its crews, in October 2024 at $350 million, it says.',
      ['supported norvik.valuation', 'conflict norvik.valuation.2024'],
    ],
  ])('is of the first where the second has its own: %s', expectHarbour);
});

describe('the day of what was before', () => {
  it.each<SaidRow>([
    ['Halden climbed 5%, having sailed on 3 November.', []],
    ['Halden climbed 5%, and sailed on 3 November.', ['conflict halden.move']],
    ['Halden climbed 5% on 3 November, having sailed.', ['conflict halden.move']],
  ])('is told by "having": %s', expectHarbour);
});

describe('the date of a verb before', () => {
  it.each<SaidRow>([
    [
      'Norvik began in 2019 and has had a valuation of $500 million.',
      ['supported norvik.valuation'],
    ],
    ['Norvik began in 2019 with a valuation of $500 million.', []],
  ])('is not that of "and has": %s', expectHarbour);
});

describe('"that year" behind a figure', () => {
  it.each<SaidRow>([
    [
      'Norvik sailed well in 2022, and had a market share of 31% that year.',
      ['conflict norvik.share.2022'],
    ],
    [
      'Norvik sailed well in 2022, and had a market share of 34% by that year.',
      ['supported norvik.share.2022'],
    ],
  ])('points back: %s', expectHarbour);
});
