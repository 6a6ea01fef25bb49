import { describe, expect, it } from 'vitest';
import { examplePackFiles, factsOf } from '../example-packs.ts';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

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

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('a word that names two', () => {
  it.each<SaidRow>([
    ['Halden collects $70 million from Brygg.', ['conflict halden-brygg.paid']],
    ['Halden collects $75 million.', []],
  ])('names no other one by itself: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'Halden and Brygg agreed on a notice under their pact of three years.',
      ['conflict halden-brygg.notice'],
    ],
    ['Halden and Brygg agreed on a pact of three years.', []],
  ])('is no other date or time where it names the deal: %s', expectHarbour);

  it.each<SaidRow>([
    ["Norvik and Skagen's toll has a price of $6 million.", ['conflict norvik-skagen.toll']],
    ["Norvik and Skagen's worth has a price of $40 million.", []],
  ])('is no other one where it is half of the name: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'The value of the pact of Norvik and Skagen, it is said, is a toll of $38 million.',
      ['supported norvik-skagen.value'],
    ],
    [
      'The value of the pact of Norvik and Skagen, it is said, is a toll of $6 million.',
      ['conflict norvik-skagen.toll'],
    ],
  ])('gives way to the very number of the deal: %s', expectHarbour);
});

describe('a number of another deal', () => {
  it.each<SaidRow>([
    ["A slice of the value of Norvik's deal with Halden, seen by Skagen, is $38 million.", []],
  ])('does not bear out what is doubted: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik pays Brygg $60 million.', ['conflict/attribution norvik-brygg.paid']],
    [
      "Norvik's pact with Brygg, as Halden saw, takes $60 million.",
      ['conflict/attribution norvik-brygg.paid'],
    ],
    ["Norvik's pact with Brygg, as Halden saw, takes $71 million.", []],
  ])('is put to the wrong one where a weak word names it: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'The Southern Board approved the pact of Halden and Brygg on 22 October.',
      ['conflict halden-brygg.approved.south'],
    ],
    [
      'The Northern Board approved the pact of Halden and Brygg on 22 October.',
      ['conflict halden-brygg.approved.north'],
    ],
  ])('is that of whoever has approved it: %s', expectHarbour);
});

describe('a doubt is answered', () => {
  it.each<SaidRow>([
    ['The pact of Halden and Brygg could carry 9,500 people.', ['conflict halden-brygg.carries']],
    ['Norvik could employ 1,300 people.', []],
  ])('by what could be: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'In the third quarter Norvik had 25 per cent more growth.',
      ['conflict norvik.growth.2025-q3'],
    ],
    ["Norvik's market share in 2025 was 31 per cent more than Halden.", []],
  ])('by a growth that is "more": %s', expectHarbour);
});

describe('a sum', () => {
  it.each<SaidRow>([
    [
      'Norvik employs 1,300 people, more than Halden and Skagen together.',
      ['conflict norvik.staff'],
    ],
    ['Norvik employs 1,300 people together with Halden, more than Skagen.', []],
  ])('is not that of those it is compared with: %s', expectHarbour);

  it.each<SaidRow>([
    ['They met Halden and Norvik (staff of 1,300).', ['conflict norvik.staff']],
    ['They met Halden and Norvik, which has a staff of 1,300.', ['conflict norvik.staff']],
    ['Halden and Norvik have a staff of 1,300.', []],
  ])('is not that of the last of two: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'Norvik, Halden and Skagen together signed for ships fitted with K20 engines.',
      ['conflict/model norvik-skagen.engines'],
    ],
    ['Norvik, Halden and Skagen together signed for ships worth $40 million.', []],
  ])('is no name: %s', expectHarbour);
});

const VALUE_SLIP = ['conflict/scale norvik-skagen.value'];
const STAFF_SLIP = ['conflict/transposed norvik.staff'];

describe('a slip of the digits', () => {
  it.each<SaidRow>([
    ['Norvik could employ 1,520 people.', STAFF_SLIP],
    ['Norvik could employ 1,300 people.', []],
    ['Analysts expect Norvik to employ 1,520 people.', STAFF_SLIP],
    ['Analysts expect Norvik to employ 1,300 people.', []],
    ['Norvik will employ 1,520 people.', STAFF_SLIP],
    ['Norvik will employ 1,300 people.', []],
    ['Norvik previously employed 1,520 people.', STAFF_SLIP],
    ['Norvik previously employed 1,300 people.', []],
  ])('outweighs how the sentence puts it: %s', expectHarbour);

  it('outweighs no part of a whole', () => {
    expectHarbour('Norvik employs half of the 1,520 people there.', []);
  });

  it.each<SaidRow>([
    ['Does Norvik employ 1,520 people?', []],
    ['If Norvik employs 1,520 people, it is too many.', []],
    ['Norvik does not employ 1,520 people.', []],
    ['Norvik denied that it employs 1,520 people.', []],
    ['On our books Norvik employs 1,520 people.', []],
    ['Norvik has a staff of an additional 1,520 people.', []],
    ['We also said that Norvik employs 1,520 people.', []],
  ])('does not outweigh what asks, supposes, denies, adds or takes back: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik sails. There is a staff of 1,520.', STAFF_SLIP],
    ['Norvik sails. There is a staff of 2,300.', []],
    ['Norvik has 1,520 people in the south.', STAFF_SLIP],
    ['Norvik has 2,300 people in the south.', []],
    ["Norvik's equity is valued at $500 billion.", ['conflict/scale norvik.valuation']],
    ["Norvik's equity is valued at $600 million.", []],
    ['Norvik had $500 billion before its valuation.', ['conflict/scale norvik.valuation']],
    ['Norvik had $600 million before its valuation.', []],
    ["Norvik's boat division has a staff of 1,520.", STAFF_SLIP],
    ["Norvik's boat division has a staff of 1,300.", []],
    ["Norvik's boat division has 1,520 people.", []],
    ['Norvik has 1,520 retired people.', []],
  ])('outweighs doubts of whom and of what: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik has a pact worth $38 billion.', VALUE_SLIP],
    ['Norvik has a pact worth $83 million.', ['conflict/transposed norvik-skagen.value']],
    ['Norvik has a pact worth $90 billion.', []],
    ['Norvik has a pact worth $40 million.', []],
    ["Norvik's pact with Halden is worth $90 billion.", ['conflict/scale norvik-halden.value']],
  ])('of one digit does not say with whom a deal is: %s', expectHarbour);

  it.each<SaidRow>([
    [
      "Norvik's boat division took in $33 billion in the third quarter.",
      ['conflict/scale norvik.revenue.2025-q3'],
    ],
    ["Norvik's boat division took in $36 million in the third quarter.", []],
    ['Norvik took in $33 billion.', ['conflict/scale norvik.revenue.2025-q3']],
    ['Norvik took in $36 million.', []],
    ["Norvik's boat division took in $33 billion.", []],
  ])('outweighs that no period is named, where nothing else is in doubt: %s', expectHarbour);

  it.each<SaidRow>([
    [
      "Halden's backlog of its pact with Brygg pays $70 billion.",
      ['conflict/scale halden.backlog'],
    ],
    ["Halden's backlog of its pact with Brygg pays $72 billion.", []],
    [
      "Halden's backlog of its pact with Brygg pays $60 billion.",
      ['conflict/scale halden-brygg.paid'],
    ],
  ])('may be of what other words stand nearer to: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'Norvik keeps, with its boats, its crews, its yards, its docks, its nets, its lamps by the sea, a staff of 1,520.',
      STAFF_SLIP,
    ],
    [
      'Norvik keeps, with its boats, its crews, its yards, its docks, its nets, its lamps by the sea, a staff of 1,300.',
      [],
    ],
  ])('outweighs how far off the words are: %s', expectHarbour);
});

describe('a figure put to another deal of the same party', () => {
  const SWAP = ['conflict/attribution norvik-skagen.value'];

  it.each<SaidRow>([
    ['Norvik signed a pact. Skagen put its value at $90 million.', SWAP],
    ['Norvik signed a pact. Skagen put its value at $96 million.', []],
    ['Norvik and Skagen agreed on the value. Norvik and Skagen put it at $90 million.', SWAP],
    ['Norvik and Skagen agreed on the value. Norvik and Skagen put it at $91 million.', []],
    ['Norvik and Skagen had $90 million before the value of the pact.', SWAP],
    ['Norvik and Skagen had $91 million before the value of the pact.', []],
  ])('outweighs doubts of whom, and of a word before or behind: %s', expectHarbour);

  it.each<SaidRow>([["A slice of the value of Norvik's pact with Skagen is $90 million.", []]])(
    'does not outweigh a part: %s',
    expectHarbour,
  );
});

describe('a deal named beyond doubt', () => {
  it.each<SaidRow>([
    ['Halden has booked $75 million as its price with Brygg.', ['conflict halden-brygg.paid']],
    ['Halden has booked $75 million as its price with Fjell.', []],
    ['Brygg has booked $75 million as its price with Halden.', ['conflict brygg.orders']],
  ])('has no rival in what one party does, a stranger nearer: %s', expectHarbour);
});

describe('a figure finer than the record', () => {
  it.each<SaidRow>([
    [
      'Norvik and Skagen signed a pact. Investors see a value of $38.2 million.',
      ['overprecise norvik-skagen.value'],
    ],
    ['Norvik and Halden signed a pact. Investors see a value of $90.2 million.', []],
  ])('is of it where that has two digits, though whom it is of is open: %s', expectHarbour);
});

describe('a count', () => {
  it.each<SaidRow>([
    ['Vik employs 950 people.', []],
    ['Vik employs 960 people.', ['conflict vik.staff']],
    ['Norvik employs 950 people.', ['conflict norvik.staff']],
    ['Norvik employs 1,350 people.', ['conflict norvik.staff']],
  ])(
    'is not wrong where it is another one on record of the same, but for a slip: %s',
    expectHarbour,
  );
});

describe('what may be', () => {
  it.each<SaidRow>([
    ['The Aldwyn could be opened in 2027.', ['conflict aldwyn.opened']],
    ['Norvik and Skagen could have signed on 3 October 2025.', []],
  ])('is no doubt of a day that is to come: %s', expectHarbour);
});

describe('a figure too far from the record', () => {
  it.each<SaidRow>([
    ["Norvik's deal with Skagen is worth $150 billion.", []],
    ["Norvik's deal with Skagen is worth £150 billion.", []],
    ["Norvik's deal with Skagen is worth $150 million.", ['conflict norvik-skagen.value']],
  ])('is held to the values of its own unit alone: %s', expectHarbour);
});

describe('a sum of several', () => {
  it.each<SaidRow>([
    ['Ships add up: Norvik, unlike Halden, employs 1,300 people.', []],
    ['Ships add much: Norvik, unlike Halden, employs 1,300 people.', ['conflict norvik.staff']],
    ['Norvik, unlike Halden, employs 1,300 people, and it does add up.', ['conflict norvik.staff']],
  ])('is told by "add up" before the figure, not behind: %s', expectHarbour);
});

describe('a slip far from its words', () => {
  it.each<SaidRow>([
    [
      'Norvik sails.\n\nShips rest.\n\nThey say that a staff is on all of the boats of the lakes in the west and that Zenith Boats has 1,520.',
      [],
    ],
    [
      'Norvik sails.\n\nShips rest.\n\nThey say that a staff is on all of the boats of the lakes in the west and that it has 1,520.',
      STAFF_SLIP,
    ],
  ])('is nobody’s beside a stranger: %j', expectHarbour);
});

describe('a deal whose parties are both named', () => {
  it.each<SaidRow>([
    [
      'Halden and Brygg signed. Their price by the pact is $75 million.',
      ['conflict halden-brygg.paid'],
    ],
    ['Brygg and Halden agreed on a price of the pact, $75 million.', []],
  ])('goes before what a weak word names, where it is as near: %s', expectHarbour);
});

describe('a vague count', () => {
  it.each<SaidRow>([
    ['Norvik employs "dozens" of people.', ['conflict norvik.staff']],
    ['Norvik employs “dozens” of people.', ['conflict norvik.staff']],
    ['Norvik employs "dozens" in the south.', []],
  ])('is of what stands behind its quotation mark: %s', expectHarbour);
});

describe("a lesser source's value", () => {
  it.each<SaidRow>([
    ["Norvik's equity is valued at about $550 million.", []],
    ["Norvik's equity is valued at $540 million.", ['disputed norvik.valuation.other']],
    ["Norvik's fleet is valued at about $550 million.", ['disputed norvik.valuation.other']],
  ])('has to be met to the digit, or beyond doubt: %s', expectHarbour);
});

describe('an earlier value', () => {
  it.each<SaidRow>([
    ['Norvik is valued at about $310 million.', ['conflict/period norvik.valuation']],
    ['Norvik is valued at more than $270 million.', ['conflict/period norvik.valuation']],
    ['Norvik is valued at about $300 million.', ['outdated norvik.valuation']],
  ])('is not met by the width of a hedge: %s', expectHarbour);
});

describe('a figure near the record', () => {
  it.each<SaidRow>([
    ['Norvik met Halden. They have about 4,500 people.', []],
    ['Norvik met Halden. There are 4,600 people.', ['disputed halden.staff.harbour']],
    ['Halden has about 4,500 people.', ['disputed halden.staff.harbour']],
    ['The ferry line has $38.2 million, 1,250.4 people.', []],
    ['Norvik has 1,250.4 people.', ['overprecise norvik.staff']],
  ])('is nobody’s where neither whom nor what it is of is certain: %s', expectHarbour);

  it.each<SaidRow>([
    ["Norvik's revenue was $29.52 million.", []],
    ["Norvik's revenue was $29.5 million.", ['supported norvik.revenue.2025-q2']],
    [
      "Norvik's revenue was $29.52 million in the second quarter.",
      ['overprecise norvik.revenue.2025-q2'],
    ],
  ])('is not finer than that of a period that nobody names: %s', expectHarbour);

  it.each<SaidRow>([
    ['Halden has a pact of $60 million.', []],
    ['Halden has a pact of $72 million.', ['conflict halden.backlog']],
  ])('is not that of a party where it is the very one of its deal: %s', expectHarbour);
});

describe('a slip in a row', () => {
  it.each<SaidRow>([
    ["| Firm | Norvik's staff |\n|---|---|\n| Zenith Boats | 1,520 |", []],
    [
      "| Firm | Norvik's staff |\n|---|---|\n| Ships | 1,520 |",
      ['conflict/transposed norvik.staff'],
    ],
  ])('is nobody’s beside a stranger’s label: %j', expectHarbour);
});

describe('a deal named without doubt', () => {
  it.each<SaidRow>([
    [
      'Norvik took in a $40 million, nine-year pact of value with Skagen.',
      ['conflict norvik-skagen.value', 'conflict norvik-skagen.term'],
    ],
    [
      'In the third quarter Norvik took in a $40 million pact of value with Skagen.',
      ['conflict norvik.revenue.2025-q3'],
    ],
    ['Norvik took in a $40 million, nine-year pact of value with Zenith.', []],
    ['Halden gained a $75 million pact at a price with Brygg.', ['conflict halden-brygg.paid']],
    [
      'On 3 November Halden gained a $75 million pact at a price with Brygg.',
      ['conflict halden.swing'],
    ],
  ])('goes before what has no period to be held to, however near: %s', expectHarbour);
});

describe('a vague count before its noun', () => {
  it.each<SaidRow>([
    ['Norvik has several dozen proud staff.', ['conflict norvik.staff']],
    ['Norvik has several dozen proud old northern staff.', []],
    ['Norvik employs dozens.', []],
  ])('counts it without "of": %s', expectHarbour);
});

describe('how far a figure is off', () => {
  it.each<SaidRow>([
    ['Norvik is valued at $5.', ['conflict norvik.valuation']],
    ['Norvik is valued at $6.', []],
  ])('is told by its digits, whatever the scale: %s', expectHarbour);

  it.each<SaidRow>([
    ['Skagen has 150,000 berths.', []],
    ['Skagen has 9,500 berths.', ['conflict skagen.berths']],
    ['Skagen has 45 berths.', ['supported skagen.berths']],
  ])('is told of a vague record too: %s', expectHarbour);
});

describe('a slip of a deal of which one party is named', () => {
  it.each<SaidRow>([
    [
      'Norvik sails.\n\nShips rest.\n\nA pact by the sea on the lakes in the north with crews and boats worth $83 million.',
      [],
    ],
    ['Norvik has a pact worth $83 million.', ['conflict/transposed norvik-skagen.value']],
  ])('has to be in its own sentence: %j', expectHarbour);
});

describe('what a change is reckoned from', () => {
  it.each<SaidRow>([
    [
      "Norvik's market share fell to 29% this year from 43% in 2022.",
      ['supported norvik.share.2025', 'conflict/transposed norvik.share.2022'],
    ],
    [
      "Norvik's market share comes to 29% this year, down from 34% in 2022.",
      ['supported norvik.share.2025', 'supported norvik.share.2022'],
    ],
    [
      "Norvik's market share comes to 29% this year, down from 36% then.",
      ['supported norvik.share.2025'],
    ],
  ])('is held to the record of its time: %s', (text, said) => {
    expect(checkSaid(text)).toEqual(said);
  });
});

describe('a verb that any price may have', () => {
  const facts = factsOf([
    ...examplePackFiles,
    {
      file: 'fares.yaml',
      pack: 'fares',
      data: {
        pack: 'fares',
        referenceDate: '2025-11-05',
        properties: {
          fare: { label: 'fare', subject: ['company'], kind: 'money', cues: ['single ticket'] },
          cost: { label: 'cost', subject: ['company'], kind: 'money', cues: ['cost', 'price'] },
        },
        statements: [
          {
            id: 'norvik.fare',
            subject: 'norvik',
            property: 'fare',
            value: '$12',
            references: [{ source: 'ledger', line: 2, exact: '29%' }],
          },
        ],
      },
    },
  ]);

  it.each<SaidRow>([
    ['A single ticket of Norvik costs $17.', ['conflict norvik.fare']],
    ['The crossing by a single ticket of Norvik at a price of $17 is short.', []],
  ])('does not take a figure from its noun: %s', (text, said) => {
    expect(checkSaid(text, facts)).toEqual(said);
  });
});
