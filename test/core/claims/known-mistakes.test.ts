import { describe, expect, it } from 'vitest';
import { expectKnownMistake } from '../known-mistake.ts';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

/** What is said of texts that were judged wrongly once. */
const MENDED: readonly SaidRow[] = [
  [
    "Norvik's market share slipped from 36 per cent in 2022 to around 29 per cent.",
    ['conflict norvik.share.2022', 'supported norvik.share.2025'],
  ],
  [
    "Norvik's market share slipped from 34 per cent in 2022 to around 29 per cent.",
    ['supported norvik.share.2022', 'supported norvik.share.2025'],
  ],
  ['Norvik will employ 1,300 people.', []],
  ['Norvik plans to employ 1,300 people.', []],
  ['Norvik employs 300 more people than Halden.', []],
  ['Norvik employs 1,520 more people than Halden.', []],
  ["Norvik's deal with Skagen Yards is worth $38.", ['conflict/scale norvik-skagen.value']],
  ["Norvik's deal with Skagen Yards could be worth $92 million.", []],
  ['A yard has been put right, and Norvik employs 1,300 people.', ['conflict norvik.staff']],
  ['Norvik employs half of the 2,500 people there.', []],
  ["Norvik's deals with Skagen Yards and Halden are worth $128 million.", []],
  ['Norvik met Zenith Boats; Zenith Boats employs 9,000 people.', []],
  ['Norvik said in a note to its partners that Zenith Boats probably employs 9,000 people.', []],
  ['The answer is no. Norvik employs 9,000 people.', ['conflict norvik.staff']],
  [
    "Norvik's revenue rose from $29.5 million in the second quarter to $35 million in the third quarter.",
    ['supported norvik.revenue.2025-q2', 'conflict norvik.revenue.2025-q3'],
  ],
  ["Norvik's staff, Halden said, is 1,300.", ['conflict norvik.staff']],
  ['Norvik and Halden employ 9,000 people.', []],
  ['Astrid Berg met Mary Poppins. Her fortune is $12 million.', []],
  ['Karl Lund runs a staff of 1,300.', []],
  ['Norvik sails on. Staff stood at 1,300 after Halden came.', ['conflict norvik.staff']],
  ['Fjell, owned by Brygg, sails.', []],
  ['Norvik, in October 2024, was valued at $300 million.', ['supported norvik.valuation.2024']],
  [
    'Norvik raised a round in October 2024 and was valued at $300 million.',
    ['supported norvik.valuation.2024'],
  ],
  ["Norvik's telescope valued at $600 million sails.", []],
  ['In 2025 Norvik had 31 per cent more market share than Halden.', []],
  ['Zenith Boats met Norvik. It employs 1,300 people.', []],
  ['# Norvik\n\n# Zenith Boats\n\nIt employs 1,300 people.', []],
  ['Norvik sails on. The telescope employs 1,300 people.', []],
  ["Norvik's crew sails on. It employs 1,300 people.", []],
  ['1,300 staff boarded a Norvik ship.', []],
  ['Astrid Berg met Mary Poppins. Her fortune is $9 million.', []],
  ['The previous pact of Norvik and Skagen was for nine years.', []],
  ['Norvik signed with Skagen Yards and with Halden. The deal is worth $40 million.', []],
  ['Norvik signed with Skagen Yards. Zenith Boats sails. That deal is worth $40 million.', []],
  ['Norvik and Skagen signed a pact.\n\nWhat Zenith Boats pays:\n\n- a pact of nine years', []],
  ['Norvik has a staff of 1,300 by the middle of next year.', []],
  ['Norvik reached a staff of 1,300 in seven weeks.', []],
];

/** Each with what is said of it today, and what should be. */
const MISTAKES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'Norvik and Halden employ 1,250 and 4,600 people respectively.',
    [],
    ['supported norvik.staff', 'disputed halden.staff.harbour'],
  ],
  [
    'Norvik and Halden employ 1,300 and 5,600 people respectively.',
    [],
    ['conflict norvik.staff', 'conflict halden.staff.courier'],
  ],
  ['Halden, like Norvik, valued at $600 million, sails.', ['conflict norvik.valuation'], []],
  ['Norvik — founded in 1950 — employs 1,300 people.', [], ['conflict norvik.staff']],
  ["Norvik's deal with Skagen is worth $40 million a decade.", ['conflict norvik-skagen.term'], []],
  ['Norvik employs 1,300 people a ship.', ['conflict norvik.staff'], []],
  [
    'Halden holds a stake it says is valued at $600 million in Norvik.',
    ['conflict norvik.valuation'],
    [],
  ],
  ['Norvik and Zenith Boats sail on. Staff stood at 1,300.', ['conflict norvik.staff'], []],
  ['Norvik sails on. They cheered a line whose staff is 1,300.', ['conflict norvik.staff'], []],
  ['Zenith sails. The staff is 1,300, more than Norvik has.', ['conflict norvik.staff'], []],
  ['Norvik likes the boat that it valued at $600 million.', ['conflict norvik.valuation'], []],
  [
    'Norvik met a ship in the south, which took in $36 million in the third quarter.',
    ['conflict norvik.revenue.2025-q3'],
    [],
  ],
  [
    "A year's worth of the pact of Norvik with Skagen has a value of $40 million.",
    ['conflict norvik-skagen.value'],
    [],
  ],
  [
    "Half the value of Norvik's deal with Halden is $45 million.",
    ['conflict norvik-halden.value'],
    [],
  ],
  [
    'Norvik had in the Halden harbour a staff of 1,250.',
    ['conflict/attribution halden.staff.courier'],
    ['supported norvik.staff'],
  ],
  [
    "Norvik's staff is, going by Halden, 1,300.",
    ['conflict halden.staff.courier'],
    ['conflict norvik.staff'],
  ],
  [
    'Norvik has a pact with Skagen via Halden, worth $40 million.',
    ['conflict norvik-halden.value'],
    ['conflict norvik-skagen.value'],
  ],
  ['Norvik has 1,300 members of staff.', [], ['conflict norvik.staff']],
  // Digits of the record, by chance: the price of decision 4.
  ['As Norvik knows, Zenith Boats employs 1,520 people.', ['conflict/transposed norvik.staff'], []],
  [
    'Norvik sails.\n\nShips rest.\n\nA staff on all of the boats of Zenith Boats is 1,520.',
    ['conflict/transposed norvik.staff'],
    [],
  ],
  [
    'Norvik met Zenith Boats. Its fund came in at a valuation of $600 million.',
    ['conflict norvik.valuation'],
    [],
  ],
  // A like value outweighs that it is not certain whom it is of; here the text says that it is of another.
  ['Norvik sails. One line keeps ships and employs 1,300 people.', ['conflict norvik.staff'], []],
  ['Norvik and Halden sail on. Staff stood at 1,300.', ['conflict norvik.staff'], []],
  ['Norvik crossed 1,300 staff after two quarters.', ['conflict norvik.staff'], []],
];

describe('binding, once mistaken', () => {
  it.each(MENDED)('%s', (text, right) => {
    expect(checkSaid(text, harbourFacts)).toEqual(right);
  });
});

describe('binding, known mistakes', () => {
  it.each(MISTAKES)('%s', (text, today, right) => {
    expectKnownMistake(checkSaid(text, harbourFacts), { today, right });
  });
});
