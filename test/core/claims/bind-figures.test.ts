import { describe, expect, it } from 'vitest';
import { checkOutcomes, checkVerdicts } from '../check-verdicts.ts';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

/** Texts in which nothing may be called wrong, or read as a claim at all. */
function expectSilence(text: string): void {
  expect(checkVerdicts(text)).toBe(text);
}

describe('bindFigures()', () => {
  it('binds each figure to the statement that its own words name', () => {
    expect(
      `\n${checkVerdicts("Norvik's deal with Skagen Yards is worth $38 million; that with Halden is worth $90 million.")}`,
    ).toBe(`
Norvik's deal with Skagen Yards is worth $38 million; that with Halden is worth $90 million.
                                         ^^^^^^^^^^^ supported norvik-skagen.value: $38 million
                                                                                ^^^^^^^^^^^ supported norvik-halden.value: $90 million`);
  });

  it('binds several properties of one subject in one sentence', () => {
    expect(
      `\n${checkVerdicts('Norvik took in $33 million and grew 20.2% in the third quarter.')}`,
    ).toBe(`
Norvik took in $33 million and grew 20.2% in the third quarter.
               ^^^^^^^^^^^ supported norvik.revenue.2025-q3: $33 million
                                    ^^^^^ supported norvik.growth.2025-q3: 20.2%`);
  });

  it('lets a verb hold for the second of two subjects', () => {
    expect(`\n${checkVerdicts('Norvik employs 1,250 people and Halden 5,600.')}`).toBe(`
Norvik employs 1,250 people and Halden 5,600.
               ^^^^^ supported norvik.staff: 1,250
                                       ^^^^^ conflict halden.staff.courier: 4,000 people or 4,600 people`);
  });

  it.each([
    ['no cue', 'Norvik sold ships for $5 million.'],
    ['a weak cue alone', 'Norvik hired 300 people.'],
    ['no subject', 'The line took in $36 million in the third quarter of 2025.'],
    ['a stranger', 'There the captain of Zenith Boats employs 9,000 people.'],
    [
      'a stranger beside a known one',
      "In a note to Norvik, the captain said Zenith's yard employs 9,000 people.",
    ],
    [
      'a deal with a stranger',
      'The pact of Norvik with Zenith Boats, it was said there, is worth $40 million.',
    ],
    [
      'a property of which nothing is on record',
      "Skagen's revenue was $5 million in the third quarter.",
    ],
    ['an open set', 'Norvik buys from Moss.'],
    ['another currency', "Norvik's deal with Skagen Yards is worth €40 million."],
    ['a figure rounded too far', 'Norvik is valued at $1 billion.'],
    ['a yearly share', "Norvik's deal with Skagen Yards is worth $5.4 million a year."],
    ['figures in code', 'Norvik employs `1,300` people.'],
  ])('leaves a figure alone with %s', (_, text) => {
    expectSilence(text);
  });

  it('says why it bound a figure or left it alone', () => {
    expect(`\n${checkOutcomes('Norvik took in $36 million and employs 1,300 people.')}`).toBe(`
Norvik took in $36 million and employs 1,300 people.
               ^^^^^^^^^^^ No period is named, so it may be that of another one
                                       ^^^^^ Bound to norvik.staff: "employs" names the headcount`);
  });

  it('binds an end that follows from a start and a term', () => {
    expect(
      checkVerdicts('Norvik and Skagen Yards signed a deal that runs through 2032.'),
    ).toContain('^^^^ supported norvik-skagen.term');
  });

  it('gives candidates and reasons for what it bound', () => {
    const outcome = checkOutcomes('Norvik employs 1,300 people.').split('\n')[1];
    expect(outcome?.trim()).toBe('^^^^^ Bound to norvik.staff: "employs" names the headcount');
  });
});

describe('sets', () => {
  const deal = (engines: string): string =>
    checkVerdicts(`Norvik signed with Skagen Yards for ships fitted with ${engines} engines.`);

  it('are supported in part or whole, and a co-ordination is one claim', () => {
    expect(deal('K12')).toContain(' ^^^ supported norvik-skagen.engines: K12 and K16');
    expect(deal('K12s as')).toContain(' ^^^^ supported norvik-skagen.engines: K12 and K16');
    expect(deal('K12 and K16')).toContain(
      ' ^^^^^^^^^^^ supported norvik-skagen.engines: K12 and K16',
    );
  });

  it('are in conflict with a name that is not in them, known or not', () => {
    expect(deal('K20')).toContain(' ^^^ conflict/model norvik-skagen.engines: K12 and K16');
    expect(deal('W200')).toContain(' ^^^^ conflict/model norvik-skagen.engines: K12 and K16');
    expect(deal('K12 and K20')).toContain(
      ' ^^^^^^^^^^^ conflict/model norvik-skagen.engines: K12 and K16',
    );
  });
});

describe('a conversion in brackets', () => {
  const [RIGHT, WRONG] = ['supported norvik-skagen.value', 'conflict norvik-skagen.value'];

  it.each<SaidRow>([
    ["Norvik's deal with Skagen is worth $38 million (£29m).", [RIGHT, RIGHT]],
    ["Norvik's deal with Skagen is worth $38 million (£35m).", [RIGHT, WRONG]],
    ["Norvik's deal with Skagen is worth £29m ($38 million).", [RIGHT, RIGHT]],
    ["Norvik's deal with Skagen is worth £29m (about $50 million).", [RIGHT, WRONG]],
    ["Norvik's deal with Skagen is worth $38 million, and £35m was spent.", [RIGHT]],
    [
      'The Aldwyn has a mirror of 8.2 metres (27 feet).',
      ['supported aldwyn.mirror', 'supported aldwyn.mirror'],
    ],
  ])('states the same, either way round: %s', (text, said) => {
    expect(checkSaid(text)).toEqual(said);
  });
});

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('two deals, each with its figure', () => {
  it.each<SaidRow>([
    [
      'In deals of value with Norvik Skagen is down for $90 million and Halden for $38 million.',
      ['conflict/attribution norvik-skagen.value', 'conflict/attribution norvik-halden.value'],
    ],
    [
      'In deals of value with Norvik Skagen is down for $38 million and Halden for $90 million.',
      ['supported norvik-skagen.value', 'supported norvik-halden.value'],
    ],
  ])('are each held to its own: %s', expectHarbour);
});

describe('what no word names', () => {
  it.each<SaidRow>([
    ['Norvik and Skagen signed for $38 million.', ['supported norvik-skagen.value']],
    ['Norvik and Skagen signed for $39 million.', []],
    ['Norvik and Skagen told Zenith Boats of $38 million.', []],
  ])('has to be the very number of those who are named: %s', expectHarbour);
});

describe('a date beside another figure', () => {
  it.each<SaidRow>([
    [
      'Halden and Brygg signed on 6 November 2025, with a backlog of $70 million.',
      ['conflict halden-brygg.signed', 'supported halden.backlog'],
    ],
    [
      'Halden and Brygg signed a pact on 6 November 2025, with a backlog of $70 million.',
      ['supported halden.backlog'],
    ],
  ])('is a claim where its own word leads to it: %s', expectHarbour);
});

describe('a figure that is to the digit on record', () => {
  it.each<SaidRow>([
    [
      'Norvik signed with Skagen. Halden sails. That pact is worth $38 million over nine years.',
      ['supported norvik-skagen.value', 'conflict norvik-skagen.term'],
    ],
    [
      'Norvik signed with Skagen. Halden sails. That pact is worth $64 million over twelve years.',
      [],
    ],
    [
      'Norvik signed with Skagen. Halden sails. That pact is worth nearly $40 million over twelve years.',
      ['supported norvik-skagen.value'],
    ],
    [
      'Norvik signed with Skagen. Zenith Boats sails. That pact is worth $38 million over nine years.',
      ['supported norvik-skagen.value', 'conflict norvik-skagen.term'],
    ],
    [
      'The ferry line employs 1,250 people and is valued at $600 million.',
      ['supported norvik.staff', 'conflict norvik.valuation'],
    ],
    ['The ferry line employs 2,300 people and is valued at $900 million.', []],
  ])('tells whom those of another kind are about: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'The ferry line is valued at $500 million and employs 2,300 people.',
      ['supported norvik.valuation'],
    ],
    [
      'Norvik signed with Skagen. Halden sails. That pact has a toll of $5 million over nine years.',
      ['supported norvik-skagen.toll', 'conflict norvik-skagen.term'],
    ],
    [
      'Norvik signed with Skagen. Halden sails. That pact has a toll of $9 million over twelve years.',
      [],
    ],
  ])('has two digits, unless it is that of a deal: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'Halden signed with Fjell. Norvik sails. That pact has a toll of $13 million and a notice of nine years.',
      ['supported gannet.toll', 'conflict gannet.notice'],
    ],
    [
      'Halden signed with Fjell. Norvik sails. That pact has a toll of $13.4 million and a notice of nine years.',
      ['supported gannet.toll'],
    ],
  ])('may be one end of a range: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'The ferry line took in $33 million in the third quarter and is valued at $900 million.',
      ['supported norvik.revenue.2025-q3'],
    ],
    [
      'The ferry line took in $33 million in the third quarter and employs 1,300 people.',
      ['supported norvik.revenue.2025-q3', 'conflict norvik.staff'],
    ],
  ])('tells nothing of others of its kind: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'Norvik signed with Skagen. Halden sails. That pact has a hull value of $38 million over twelve years.',
      ['supported norvik-skagen.value'],
    ],
    [
      'Norvik signed with Skagen. Halden sails. That pact has a value of $38 million over nine years.',
      ['supported norvik-skagen.value', 'conflict norvik-skagen.term'],
    ],
  ])('tells nothing where it may be a part: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'Norvik signed with Skagen. Halden sails. That pact is worth $38 million over 7.25 years.',
      ['supported norvik-skagen.value'],
    ],
    [
      'Halden signed with Fjell. Norvik sails. That pact has a toll of $13 million and began slowly 2024.',
      ['supported gannet.toll'],
    ],
    [
      'Halden signed with Fjell. Norvik sails. That pact has a toll of $13 million and began 2024.',
      ['supported gannet.toll', 'conflict gannet.begun'],
    ],
  ])(
    'leaves alone what is finer than the record, and a date behind more than its verb: %s',
    expectHarbour,
  );
});

describe('a set of names that is partly on record', () => {
  it.each<SaidRow>([
    [
      'Norvik signed with Skagen. Halden sails. That pact brings K12 and K99 engines.',
      ['conflict/model norvik-skagen.engines'],
    ],
    [
      'Norvik signed with Skagen. Halden sails. That pact brings K12 and K20 engines.',
      ['conflict/model norvik-skagen.engines'],
    ],
    ['Norvik signed with Skagen. Halden sails. That pact brings K20 and K99 engines.', []],
    ['Norvik signed with Skagen. Halden sails. That pact brings K99 engines.', []],
  ])('tells whose it is: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'Norvik signed with Skagen. The pact is for engines. It has K12 and K99.',
      ['conflict/model norvik-skagen.engines'],
    ],
    ['Norvik signed with Skagen. The pact is for engines. It has K20 and K99.', []],
  ])('does so where its word stands before: %s', expectHarbour);
});

describe('a subject that one figure states beyond doubt', () => {
  it.each<SaidRow>([
    [
      'Norvik is valued at $500 million, with 1,300 people.',
      ['supported norvik.valuation', 'conflict norvik.staff'],
    ],
    ['Norvik is valued at $600 million, with 2,300 people.', ['conflict norvik.valuation']],
  ])('makes a weak word do for the others: %s', expectHarbour);
});

describe('a word beside one figure', () => {
  it.each<SaidRow>([
    [
      'Norvik employs 1,300 people, its crews being 1,250.',
      ['conflict norvik.staff', 'supported norvik.staff'],
    ],
    ['Norvik employs 1,300 people and 1,250.', ['supported norvik.staff']],
  ])('is not said of a second one far behind: %s', expectHarbour);
});

describe('two values of one thing', () => {
  it.each<SaidRow>([
    [
      'Norvik was valued at $300 million in October 2024 and now at $900 million.',
      ['supported norvik.valuation.2024', 'conflict norvik.valuation'],
    ],
    [
      'Norvik is valued at $500 million, and was at $310 million in October 2024.',
      ['supported norvik.valuation', 'conflict norvik.valuation.2024'],
    ],
    ['Norvik is valued at $500 million, and was at $310 million.', ['supported norvik.valuation']],
    [
      'Norvik was valued at $310 million in October 2024 and now at $900 million.',
      ['conflict norvik.valuation.2024'],
    ],
  ])('stand side by side where the text dates one of them: %s', expectHarbour);
});

describe('how long an amount is spread over', () => {
  const VALUATION = 'supported norvik.valuation';
  const TERM = 'conflict norvik-skagen.term';

  it.each<SaidRow>([
    [
      'Norvik and Skagen have a pact; Norvik is valued at $500 million over nine years.',
      [VALUATION],
    ],
    [
      'Norvik and Skagen have a pact; Norvik is valued at $500 million over the next nine years.',
      [VALUATION],
    ],
    [
      'Norvik and Skagen have a pact; Norvik is valued at $500 million and nine years.',
      [VALUATION, TERM],
    ],
    [
      'Norvik and Skagen have a pact; Norvik is valued at $500 million in all of the next nine years.',
      [VALUATION, TERM],
    ],
    [
      'Norvik and Skagen have a pact; Norvik is valued at $500 million over seven years.',
      [VALUATION, 'supported norvik-skagen.term'],
    ],
    [
      'Norvik and Skagen have a pact worth $38 million over nine years.',
      ['supported norvik-skagen.value', TERM],
    ],
  ])('is no term of another deal: %s', expectHarbour);
});
