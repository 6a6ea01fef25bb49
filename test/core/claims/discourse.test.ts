import { describe, expect, it } from 'vitest';
import { checkVerdicts } from '../check-verdicts.ts';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

/** The verdicts of a draft without the draft. */
function verdicts(text: string): readonly string[] {
  const marked = checkVerdicts(text)
    .split('\n')
    .filter((line) => /^\s*\^/.test(line));
  return marked.map((line) => line.replace(/^\s*\^+↵? /, ''));
}

const STAFF = 'conflict norvik.staff: 1,250';
const VALUE = 'conflict norvik-skagen.value: $38 million';

describe('what points back', () => {
  it.each([
    ['a pronoun', 'Norvik sails on. It employs 1,300 people.', [STAFF]],
    ['a noun of its type', 'Norvik sails on.\n\nThe company employs 1,300 people.', [STAFF]],
    ['its description', 'Norvik sails on. The ferry line employs 1,300 people.', [STAFF]],
    ['"the deal"', 'Norvik signed with Skagen Yards. The deal is worth $40 million.', [VALUE]],
    ['"it" for the deal', 'Norvik signed with Skagen Yards. It is worth $40 million.', [VALUE]],
    ['a heading', '# Norvik\n\nIt employs 1,300 people.', [STAFF]],
    ['a heading over a list', '# Norvik\n\n- employs 1,300 people\n- in Tarn', [STAFF]],
    ['a line that leads in a list', "Norvik's figures:\n\n- staff: 1,300\n- ships: 9", [STAFF]],
  ])('is understood: %s', (_, text, found) => {
    expect(verdicts(text)).toEqual(found);
  });

  it.each([
    ['a noun that may mean two', 'Norvik and Halden sail. The company employs 1,300 people.'],
    [
      '"the deal" after two',
      'Norvik signed with Skagen Yards and with Halden. The deal is worth $64 million.',
    ],
    [
      'a description after a stranger',
      'There they saw Zenith Boats. The ferry line employs 2,300 people.',
    ],
    ['a description of nobody', 'The ferry line employs 2,300 people.'],
    ['a noun of another type', 'Norvik sails on. The telescope employs 2,300 people.'],
    [
      'a pronoun after a heading of somebody else',
      '# Norvik\n\n# Zenith Boats\n\nIt employs 2,300 people.',
    ],
  ])('is left alone when it is not clear: %s', (_, text) => {
    expect(verdicts(text)).toEqual([]);
  });

  it('supports what fits even where it is not certain', () => {
    expect(verdicts('The ferry line employs 1,250 people.')).toEqual([
      'supported norvik.staff: 1,250',
    ]);
  });
});

describe('tables', () => {
  it('have their subject in the row and their cue in the header', () => {
    expect(
      verdicts('| Company | Staff |\n|---|---|\n| Norvik | 1,300 |\n| Zenith | 9,000 |'),
    ).toEqual([STAFF]);
  });

  it('have their subject in the header and their cue in the row', () => {
    expect(verdicts('| | Norvik | Halden |\n|---|---|---|\n| Staff | 1,300 | 4,000 |')).toEqual([
      STAFF,
      'disputed halden.staff.courier: 4,000 people or 4,600 people',
    ]);
  });
});

describe('whom words mean by what a text is about', () => {
  const STAFF_OF = ['conflict norvik.staff'];
  const VALUE_OF = ['conflict norvik-skagen.value'];
  const REVENUE_OF = ['conflict norvik.revenue.2025-q3'];
  const FORTUNE_OF = ['conflict berg.fortune'];

  function expectSaid(text: string, said: readonly string[]): void {
    expect(checkSaid(text, harbourFacts)).toEqual(said);
  }

  it.each<SaidRow>([
    ['Norvik beat Halden. The company took in $36 million in the third quarter.', REVENUE_OF],
    ['Halden beat Norvik. The company took in $36 million in the third quarter.', []],
    ['Norvik beat Halden. The company employs 1,300 people.', []],
  ])('"the company": whom the sentence before opens with, if it alone could be: %s', expectSaid);

  it.each<SaidRow>([
    ['Norvik sails on. Analysts cheered its staff of 1,300.', STAFF_OF],
    ['Norvik sails on. Analysts cheered their staff of 1,300.', STAFF_OF],
    ['Norvik and Halden sail on. Analysts cheered its staff of 1,300.', []],
    ['Zenith Boats sails on. Analysts cheered its staff of 1,300.', []],
    ['Nobody sails on. Analysts cheered its staff of 1,300.', []],
  ])('"its" before a word of what only such a one has: %s', expectSaid);

  it.each<SaidRow>([
    ['Astrid Berg sails. Her net worth is $9 million.', FORTUNE_OF],
    ['Astrid Berg sails. His fortune is $7 million.', ['supported berg.fortune']],
    ['Astrid Berg sails. Ingmar Holt said her fortune is $9 million.', []],
    ['Norvik sails. Her fortune is $9 million.', []],
  ])('"her": the person whom the sentence before names: %s', expectSaid);

  it.each<SaidRow>([
    ['Astrid Berg runs a staff of 1,300.', STAFF_OF],
    ['Berg said the company employs 1,300 people.', STAFF_OF],
    ['Ingmar Holt runs a staff of 1,300.', []],
    ['There Zenith Boats met Astrid Berg, with a staff of 1,300.', []],
  ])('a person: the company that this one leads, where none was named: %s', expectSaid);

  it.each<SaidRow>([
    ['Norvik signed with Skagen Yards.\n\nShips sail.\n\nThe pact is worth $40 million.', VALUE_OF],
    ['Norvik signed with Skagen Yards.\n\nShips sail.\n\nA pact is worth $64 million.', []],
    ['Norvik sails. Its pact with Skagen is worth $40 million.', VALUE_OF],
    ['Norvik sails. A pact with Skagen is worth $64 million.', []],
  ])('"a pact": one that was not spoken of: %s', expectSaid);

  it.each<SaidRow>([
    ['Norvik signed with Skagen Yards. Ships sail. That deal is worth $40 million.', VALUE_OF],
    ['Norvik signed with Skagen Yards. Halden sails. That deal is worth $64 million.', []],
    ['Norvik signed with Skagen Yards. Zenith Boats sails. That deal is worth $64 million.', []],
  ])('"that deal": not surely the one in focus, once an outsider was named: %s', expectSaid);
});

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('whom names mean', () => {
  it.each<SaidRow>([
    ['Operation Gannet has a price of $30 million.', ['conflict gannet.paid']],
    ['Operation Gannet has a price of $25 million.', ['supported gannet.paid']],
    ['Operation Zenith has a price of $30 million.', []],
  ])('the parties of a deal that is called by its name: %s', expectHarbour);

  it.each<SaidRow>([
    [
      "Norvik's pact with Skagen for Skagen Zephyr ships is worth $40 million.",
      ['conflict norvik-skagen.value'],
    ],
    ["Norvik's pact with Skagen for Zephyr and its ships is worth $40 million.", []],
  ])('no one else by a name that goes on with one that is known: %s', expectHarbour);

  it.each<SaidRow>([
    [
      "Norvik's pact with Skagen via Zenith Boats is worth $40 million.",
      ['conflict norvik-skagen.value'],
    ],
    ["Norvik's pact with Skagen and Zenith Boats is worth $40 million.", []],
  ])('no party by the place or the means of a deal: %s', expectHarbour);

  it.each<SaidRow>([
    ["Norvik's staff is, going by Zenith Boats, 1,300.", ['conflict norvik.staff']],
    ["Norvik's staff is, owned by Zenith Boats, 1,300.", []],
  ])('nobody by the source of what is said: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'There they saw Zenith Boats. Norvik said in the town its staff is 1,300.',
      ['conflict norvik.staff'],
    ],
    ['Norvik sails. There they saw Zenith Boats. The company has a staff of 1,300.', []],
  ])('no stranger by a noun of what no stranger is: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik signed with Skagen Yards. It is worth $40 million.', ['conflict norvik-skagen.value']],
    ['Norvik signed with Skagen Yards. She is worth $64 million.', []],
  ])('no deal by "he" or "she": %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik signed with Skagen. Norvik and Fjell. It is worth $40 million.', []],
    [
      'Norvik signed with Skagen. Norvik met Fjell. It is worth $40 million.',
      ['conflict norvik-skagen.value'],
    ],
  ])('another deal by a sentence of two names: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik signed with Skagen Yards.\n\nWorth: $40 million.', ['conflict norvik-skagen.value']],
    ['Norvik signed with Skagen Yards.\n\nWorth is: $40 million.', []],
    ['Norvik signed with Skagen Yards.\n\nWorth $64 million.', []],
  ])('the same by a line of a fact sheet: %s', expectHarbour);
});

describe('a name that is nobody of its own', () => {
  it.each<SaidRow>([
    [
      "Norvik's pact with Skagen for Skagen's Zephyr ships is worth $40 million.",
      ['conflict norvik-skagen.value'],
    ],
    ["Norvik's pact with Skagen for its Zephyr ships is worth $40 million.", []],
  ])('as what someone makes, by its maker before it: %s', expectHarbour);

  it.each<SaidRow>([
    [
      "Norvik's pact with Skagen goes into Zenith Boats and is worth $40 million.",
      ['conflict norvik-skagen.value'],
    ],
    ["Norvik's pact with Skagen goes for Zenith Boats and is worth $40 million.", []],
    [
      "Norvik's pact with Skagen for ships linked with Zenith Boats is worth $40 million.",
      ['conflict norvik-skagen.value'],
    ],
    ["Norvik's pact with Skagen for ships made with Zenith Boats is worth $40 million.", []],
  ])('as the means of something: %s', expectHarbour);

  it.each<SaidRow>([
    ["Norvik's Skagen deal at Zenith Boats is worth $40 million.", []],
    [
      "Norvik's Skagen yard at Zenith Boats has a deal worth $40 million.",
      ['conflict norvik-skagen.value'],
    ],
  ])('but not whom a deal is at: %s', expectHarbour);
});

describe('one without a name', () => {
  it.each<SaidRow>([
    ['In the south Norvik trusts a firm that employs 1,300 people.', []],
    ['In the south Norvik is a firm that employs 1,300 people.', ['conflict norvik.staff']],
    ['They saw Norvik and a company which employs 1,300 people.', []],
    ["Norvik feeds an owner's company and employs 1,300 people.", ['conflict norvik.staff']],
    ['They saw Norvik, a company which employs 1,300 people.', ['conflict norvik.staff']],
    ['They saw Norvik, as a firm which employs 1,300 people.', ['conflict norvik.staff']],
  ])('is a stranger: %s', expectHarbour);
});

describe('whose papers something is read in', () => {
  it.each<SaidRow>([
    ["Norvik's staff is, in Zenith's latest yearly accounts, 1,300.", ['conflict norvik.staff']],
    ["Norvik's staff is, in Zenith's latest yearly boats, 1,300.", []],
    ['Norvik has, from what Zenith disclosed, a staff of 1,300.', ['conflict norvik.staff']],
    ['Norvik has, from what Zenith built, a staff of 1,300.', []],
  ])('is not whom it is of: %s', expectHarbour);
});

describe('a sentence that "its" opens', () => {
  it.each<SaidRow>([
    ['Norvik sails. Its staff rests. It employs 2,300 people.', ['conflict norvik.staff']],
    ["Norvik sails. Norvik's staff rests. It employs 2,300 people.", []],
  ])('goes on about the same: %s', expectHarbour);
});

describe('a name that goes on', () => {
  it.each<SaidRow>([
    ['The Aldwyn Zephyr opened in late 2026.', []],
    ['The Aldwyn opened in late 2026.', ['supported aldwyn.opened']],
  ])('is that of another thing: %s', expectHarbour);

  it.each<SaidRow>([
    ['They built the Aldwyn. The Norvik telescope opened in 2025.', []],
    ['They built the Aldwyn. The telescope of Norvik opened in 2025.', ['conflict aldwyn.opened']],
  ])('is whose thing a noun is: %s', expectHarbour);
});

describe('a description', () => {
  it.each<SaidRow>([
    ['The ferry lines employ 1,300 people.', []],
    ['The ferry line employs 1,300 people.', ['conflict norvik.staff']],
  ])('is of nobody in the plural: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik sails.\n\nSkagen rests.\n\nSkagen said its ferry line is valued at $600 million.', []],
    ['Skagen said its cargo arm took in $20 million in the third quarter.', []],
    [
      'Brygg said its cargo arm took in $25 million in the third quarter.',
      ['conflict cargo.revenue'],
    ],
    ['Norvik said its ferry line employs 2,300 people.', ['conflict norvik.staff']],
  ])('is of whoever the sentence is about, behind "its": %j', expectHarbour);

  it.each<SaidRow>([
    ['# Norvik\n\n## Zenith Boats\n\nThe ferry line employs 2,300 people.', []],
    ['# Norvik\n\n## The ships\n\nThe ferry line employs 2,300 people.', ['conflict norvik.staff']],
  ])('is of no one for sure below the heading of a stranger: %j', expectHarbour);

  it.each<SaidRow>([
    ['Norvik sails. The boats of Zenith rest, and the ferry line has a staff of 2,300.', []],
    [
      'Norvik sails. The boats of crews rest, and the ferry line has a staff of 2,300.',
      ['conflict norvik.staff'],
    ],
  ])('is of no one for sure behind a stranger that is led in: %s', expectHarbour);
});

describe('a stranger that somebody has', () => {
  it.each<SaidRow>([
    ['Norvik told Zenith sailors that it employs 2,300 people.', []],
    ['Norvik told Zenith competitors that it employs 2,300 people.', ['conflict norvik.staff']],
  ])('as what the other is to it: %s', expectHarbour);
});

describe('a look around at several deals', () => {
  it.each<SaidRow>([
    [
      'Norvik and Skagen signed a pact. Halden has deals with Norvik, Brygg and Fjell. The pact is worth $40 million.',
      ['conflict norvik-skagen.value'],
    ],
    [
      'Norvik and Skagen signed a pact. Norvik has deals with Halden and Skagen. The pact is worth $64 million.',
      [],
    ],
    [
      'Norvik and Skagen signed a pact. Norvik has a deal with Halden. The pact is worth $64 million.',
      ['conflict norvik-halden.value'],
    ],
  ])('leaves the text with its own: %s', expectHarbour);
});

describe('a description without an article', () => {
  it.each<SaidRow>([
    ['Norvik sails. There oldest ferry line employs 2,300 people.', []],
    ['Norvik sails. There the oldest ferry line employs 2,300 people.', ['conflict norvik.staff']],
    ['Norvik sails. Crews of old ferry line have a staff of 2,300.', []],
    ['Norvik sails. Crews of the old ferry line have a staff of 2,300.', ['conflict norvik.staff']],
  ])('is of the next name, or of nobody: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik sails. Crews met the ferry line Zenith. It employs 2,300 people.', []],
    ['Norvik sails. Crews met the ferry line. It employs 2,300 people.', ['conflict norvik.staff']],
  ])('points back to nobody before a name, with an article too: %s', expectHarbour);
});

describe('names that a mark joins', () => {
  it.each<SaidRow>([
    ['Norvik and Skagen signed a pact. They like the Fjell-Vik Boats deal, worth $40 million.', []],
    [
      'Norvik and Skagen signed a pact. They like the Fjell boats deal, worth $40 million.',
      ['conflict norvik-skagen.value'],
    ],
  ])('are those of a deal: %s', expectHarbour);
});

describe('whom a deal is with', () => {
  it.each<SaidRow>([
    ['Norvik sails. Norvik signed a pact with the company, which has a staff of 2,300.', []],
    [
      'Norvik sails. Norvik met with the company, which has a staff of 2,300.',
      ['conflict norvik.staff'],
    ],
  ])('is not the one that has it: %s', expectHarbour);
});

describe('a heading', () => {
  it.each<SaidRow>([
    [
      'Norvik and Skagen signed a pact.\n\n## The ships\n\nThe pact is worth $40 million.',
      ['conflict norvik-skagen.value'],
    ],
    ['Norvik and Skagen signed a pact.\n\n## Zenith Boats\n\nThe pact is worth $64 million.', []],
    ['Norvik and Skagen signed a pact.\n\n## Halden\n\nThe pact is worth $64 million.', []],
  ])('goes on about the one deal spoken of where it names nobody: %j', expectHarbour);
});
