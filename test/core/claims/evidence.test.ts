import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

const STAFF = ['conflict norvik.staff'];
const VALUE = ['conflict norvik-skagen.value'];
const VALUATION = ['conflict norvik.valuation'];

describe('whom a figure is about', () => {
  it.each<SaidRow>([
    ['Norvik sails on. Staff stood at 1,300.', STAFF],
    ['Norvik and Halden sail on. Staff stood at 2,300.', []],
    ['Norvik and Halden sail on. The valuation stood at $600 million.', VALUATION],
    ['Norvik sails on. Staff stood at 1,300 after Skagen came.', STAFF],
    ['Norvik sails on. Skagen came, and its staff stood at 1,300.', []],
  ])('is whoever the text goes on about, where a sentence names nobody: %s', (text, said) => {
    expect(checkSaid(text)).toEqual(said);
  });

  it.each<SaidRow>([
    ['Norvik has a contract with Skagen, worth $40 million.', VALUE],
    ['Skagen met Norvik, valued at $600 million.', VALUATION],
    ['Skagen has a contract with Norvik, valued at $600 million.', []],
  ])('is not the one that a deal is with: %s', (text, said) => {
    expect(checkSaid(text)).toEqual(said);
  });

  it.each<SaidRow>([
    ["1,300 staff boarded Norvik's ship.", STAFF],
    ['2,300 staff boarded a Norvik ship.', []],
  ])('is not the maker of any one thing: %s', (text, said) => {
    expect(checkSaid(text)).toEqual(said);
  });

  it.each<SaidRow>([
    ['Norvik employs 1,300 people, as Zenith Boats knows.', STAFF],
    ['As Norvik knows, Zenith Boats employs 1,300 people.', []],
  ])('is no one of a clause behind: %s', (text, said) => {
    expect(checkSaid(text)).toEqual(said);
  });
});

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('whom a sentence is about', () => {
  it.each<SaidRow>([
    ['Within Norvik a crew took in $71 million in the third quarter.', []],
    [
      'At Norvik a crew took in $36 million in the third quarter.',
      ['conflict norvik.revenue.2025-q3'],
    ],
  ])('is not the one within whom something is: %s', expectHarbour);

  it.each<SaidRow>([
    ['Vik employs 900 people.', ['conflict vik.staff']],
    ['Vik has a fortune of $5 million.', []],
  ])('is the only one of two of a name that can be: %s', expectHarbour);

  it.each<SaidRow>([
    ['Halden sails. The valuation is $600 million, and Norvik sails.', []],
    ['Halden sails. The valuation is $600 million, at Norvik.', ['conflict norvik.valuation']],
  ])('is not the one of a clause behind, where the text is of another: %s', expectHarbour);

  it.each<SaidRow>([
    ['Halden sails. They see a valuation of $900 million for Norvik.', []],
    [
      'Halden sails. Analysts see a valuation of $600 million for Norvik.',
      ['conflict norvik.valuation'],
    ],
  ])('is not whom "they" do something for: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'Norvik sails. It has a pact with Skagen worth $40 million.',
      ['conflict norvik-skagen.value'],
    ],
    ["Norvik's crew sails. It has a pact with Skagen worth $64 million.", []],
    ['Zenith sails. It has a pact with Skagen worth $40 million.', []],
  ])('is the party that "it" means: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik sails on. It employs 1,300 people.', ['conflict norvik.staff']],
    ["Norvik's crew sails on. It employs 2,300 people.", []],
  ])('is whom "it" means, and not the owner of that: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik met Zenith Boats. It employs 1,300 people.', ['conflict norvik.staff']],
    ['Zenith Boats met Norvik. It employs 2,300 people.', []],
  ])('is what the sentence before opens with: %s', expectHarbour);

  it.each<SaidRow>([
    ['Halden sails. Staff is 1,300, more than Norvik has.', ['conflict halden.staff.courier']],
    ['Halden sails. Staff is 1,300 at Norvik.', ['conflict norvik.staff']],
  ])('is not whom it is compared with: %s', expectHarbour);
});

describe('a stranger', () => {
  it.each<SaidRow>([
    ['On the Zenith bourse, where ships rest, Norvik is valued at $600 million.', []],
    [
      'On the northern bourse, where ships rest, Norvik is valued at $600 million.',
      ['conflict norvik.valuation'],
    ],
    [
      'Norvik is on the Zenith bourse, where it is valued at $600 million.',
      ['conflict norvik.valuation'],
    ],
  ])('holds by its place for all of a sentence that opens with it: %s', expectHarbour);

  it.each<SaidRow>([
    ["| Firm | Norvik's staff |\n|---|---|\n| Zenith Boats | 1,300 |", []],
    ["| Firm | Norvik's staff |\n|---|---|\n| Staff | 1,300 |", ['conflict norvik.staff']],
  ])('holds for its row of a table: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik sails.\n\n| Item | Valuation |\n|---|---|\n| Crews | $900 million |', []],
    [
      'Norvik sails.\n\n| Item | Size |\n|---|---|\n| Valuation | $600 million |',
      ['conflict norvik.valuation'],
    ],
  ])('may be what a row is labelled: %j', expectHarbour);

  it.each<SaidRow>([
    [
      'Norvik took in, after the Halden announcement, $36 million in the third quarter.',
      ['conflict norvik.revenue.2025-q3'],
    ],
    ['Norvik took in, in the Halden harbour, $36 million in the third quarter.', []],
  ])('is none by the occasion that it names: %s', expectHarbour);

  it.each<SaidRow>([
    [
      "Norvik's pact with Skagen at Zenith Yard is worth $40 million.",
      ['conflict norvik-skagen.value'],
    ],
    ["Norvik's pact with Skagen for Zenith Yard is worth $40 million.", []],
  ])('is none as the means of a deal: %s', expectHarbour);
});

describe('a name right before another', () => {
  it.each<SaidRow>([
    [
      'Norvik and Skagen signed a pact for Halden K20 engines.',
      ['conflict/model norvik-skagen.engines'],
    ],
    ['Norvik and Skagen signed a pact for Halden and K20 engines.', []],
    ['Norvik has Zenith 1,300 staff.', []],
  ])('is the maker of a model, and nobody else: %s', expectHarbour);
});

describe('who is set in behind somebody else', () => {
  it.each<SaidRow>([
    ['Astrid Berg, with Halden in the harbour, climbed 5% on 3 November.', []],
    ['Far from Tarn, Halden, in the harbour, climbed 5% on 3 November.', ['conflict halden.move']],
    ["Halden, another friend of Brygg's yard, climbed 5% on 3 November.", ['conflict halden.move']],
  ])('is not whom the sentence is about: %s', expectHarbour);
});

describe('a row of a table', () => {
  it.each<SaidRow>([
    [
      '| A | B | Value |\n|---|---|---|\n| Norvik | Skagen | $40 million |',
      ['conflict norvik-skagen.value'],
    ],
    ['| A | B | Value |\n|---|---|---|\n| Norvik | ships | $40 million |', []],
    ['| A | B | C | Value |\n|---|---|---|---|\n| Norvik | a pact | Skagen | $40 million |', []],
    ['| A | B | Staff |\n|---|---|---|\n| Norvik | Halden | 1,300 |', []],
  ])('is about the names that its label has, one behind the other: %j', expectHarbour);
});

describe('an item of a list', () => {
  const LONG =
    'for all of the ships that it had built in its long yards by the sea, worth $64 million';

  it.each<SaidRow>([
    [`Norvik owes:\n\n- Skagen: a sum ${LONG}`, ['conflict norvik-skagen.value']],
    [`Norvik owes:\n\n- Skagen is due a sum ${LONG}`, []],
    [`Norvik owes:\n\n- Ships of Skagen: a sum ${LONG}`, []],
  ])('is of the name that labels it, however long it is: %j', expectHarbour);
});

describe('a name within a place', () => {
  it.each<SaidRow>([
    ['Norvik has in Zenith, Tarn, a staff of 1,300.', ['conflict norvik.staff']],
    ['Norvik at Zenith Bay, Tarn, has a staff of 1,300.', ['conflict norvik.staff']],
    ['Norvik has in Zenith, so far, a staff of 1,300.', []],
    ['At Norvik in Zenith, by Tarn, the staff is 1,300.', []],
  ])('is no stranger: %s', expectHarbour);
});

describe('a name that is there for another', () => {
  it.each<SaidRow>([
    ['They see a staff of 2,300 behind the Norvik stake.', []],
    ['They see a staff of 2,300 behind the Norvik pact.', []],
    ["They see a staff of 2,300 behind Norvik's pact.", ['conflict norvik.staff']],
    ['They see a backlog of $99 million behind the Halden pact.', ['conflict halden.backlog']],
  ])('as what somebody has in or with it: %s', expectHarbour);

  it.each<SaidRow>([
    ['The staff is 1,300, versus Norvik.', []],
    ['The staff is 1,300, as at Norvik.', ['conflict norvik.staff']],
    ['The Norvik rival employs 1,300 people.', []],
    ['The Norvik backer employs 1,300 people.', ['conflict norvik.staff']],
  ])('as what it is held beside: %s', expectHarbour);

  it.each<SaidRow>([
    ['| Place | Staff |\n|---|---|\n| Boats | 1,300; Norvik to come |', []],
    ['| Place | Staff |\n|---|---|\n| Boats | 1,300, Norvik to come |', ['conflict norvik.staff']],
  ])('as another point of its cell: %j', expectHarbour);

  it.each<SaidRow>([
    ["| Firm | Norvik's staff |\n|---|---|\n| Ships | 1,300 |", []],
    ["| Firm | Norvik's staff |\n|---|---|\n| Staff | 1,300 |", ['conflict norvik.staff']],
  ])('as the head of a column, where the row is of something else: %j', expectHarbour);

  it.each<SaidRow>([
    ['Fjell, the biggest rival of Norvik has a pact with Skagen worth $140 million.', []],
    [
      'Fjell met the biggest rival of Norvik, which has a pact with Skagen worth $140 million.',
      ['conflict norvik-skagen.value'],
    ],
    ['Skagen, the biggest rival of Norvik employs 2,300 people.', []],
    ['Later, the biggest friend of Norvik employs 2,300 people.', ['conflict norvik.staff']],
    ['There at Skagen, crews of Norvik employ 2,300 people.', ['conflict norvik.staff']],
  ])('as what another is to it: %s', expectHarbour);
});

describe('one of several', () => {
  it.each<SaidRow>([
    ['Brygg met Vik Boats. In the boatbuilder, Fjell invested $25 million.', []],
    [
      'Brygg met Halden. In the boatbuilder, Fjell invested $25 million.',
      ['conflict brygg.invested'],
    ],
    [
      'Halden and Brygg signed a pact. Vik Boats rests. The pact of Halden and the boatbuilder has a price of $95 million.',
      [],
    ],
    [
      'Halden and Brygg signed a pact. Ships rest. The pact of Halden and the boatbuilder has a price of $95 million.',
      ['conflict halden-brygg.paid'],
    ],
  ])('that are called alike is not surely meant: %s', expectHarbour);

  it.each<SaidRow>([
    ['Skagen, Halden and Brygg agreed on a price of $95 million.', []],
    [
      'Halden, Brygg and the town agreed on a price of $95 million.',
      ['conflict halden-brygg.paid'],
    ],
    ['Fjell, Norvik and Skagen have a pact for twelve years.', []],
    [
      'Norvik and Skagen, seen by Fjell, have a pact for nine years.',
      ['conflict norvik-skagen.term'],
    ],
    [
      'Fjell, Norvik and Skagen signed for ships fitted with K20 engines.',
      ['conflict/model norvik-skagen.engines'],
    ],
  ])('parties makes the deal of two no sure one: %s', expectHarbour);

  it.each<SaidRow>([
    ['Fjell met Brygg. Brygg has $15 million invested, Halden says.', []],
    [
      'Fjell met Brygg. Brygg has $15 million invested, Astrid Berg says.',
      ['conflict brygg.invested'],
    ],
  ])('of a kind is named, and not the one spoken of: %s', expectHarbour);

  it.each<SaidRow>([
    ['Brygg told Zenith Boats that Fjell invested $15 million.', []],
    ['Brygg told sailors that Fjell invested $15 million.', ['conflict brygg.invested']],
  ])('stands nearer than the subject, if not than the other: %s', expectHarbour);
});

describe('a table after a text on somebody', () => {
  it.each<SaidRow>([
    ['Norvik sails.\n\n| Place | Staff |\n|---|---|\n| The south | 2,300 |', []],
    [
      'Norvik sails.\n\n| Place | Number |\n|---|---|\n| Staff | 2,300 |',
      ['conflict norvik.staff'],
    ],
  ])('is of that one only where a row says what it is of: %j', expectHarbour);
});

describe('a sentence about the other one', () => {
  it.each<SaidRow>([
    ['Brygg sails. Fjell has invested $15 million.', []],
    ['Brygg sails. It has $15 million invested by Fjell.', ['conflict brygg.invested']],
    ["Brygg sails. Fjell's crews have $15 million invested.", ['conflict brygg.invested']],
  ])('is not about the one before: %s', expectHarbour);
});

describe('a sentence that names nobody', () => {
  it.each<SaidRow>([
    ['Norvik sails. Here are our results. Staff stood at 2,300.', []],
    ['Norvik sails. Here are the results. Staff stood at 2,300.', ['conflict norvik.staff']],
    [
      'Norvik sails. They said “here are our results”. Staff stood at 2,300.',
      ['conflict norvik.staff'],
    ],
    [
      "Norvik sails. Here are our results. Norvik's staff stood at 2,300.",
      ['conflict norvik.staff'],
    ],
  ])('is of the writer’s own behind "our": %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik sails. Staff rests: Ships (2,300), crews.', []],
    ['Norvik sails. Staff rests: ships (2,300), crews.', ['conflict norvik.staff']],
    ['Norvik sails. Staff rests: Headcount (2,300), crews.', ['conflict norvik.staff']],
    ['Norvik sails. Of note: Boats (a staff of 2,300).', []],
    ['Norvik sails. Of note: boats (a staff of 2,300).', ['conflict norvik.staff']],
  ])('is of the capitalised word before its brackets: %s', expectHarbour);
});

describe('a quantity of the one deal that a party has', () => {
  const QUAY = ['conflict gannet.quay'];

  it.each<SaidRow>([
    ['Halden sails on. Fjell builds 470 m of quay.', QUAY],
    ['Halden sails on. Fjell and Brygg build 470 m of quay.', []],
    ['Halden sails on. Fjell and Sternvik build 470 m of quay.', []],
    ['Halden sails on with Sternvik. Fjell builds 470 m of quay.', []],
    ['Fjell sails on. Halden builds 470 m of quay.', []],
    ['Halden sails on. Fjell signed a deal to build 470 m of quay.', []],
  ])('is of that deal, in a text on the other one: %s', expectHarbour);
});
