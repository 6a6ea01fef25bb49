import { describe, expect, it } from 'vitest';
import { checkVerdicts } from '../check-verdicts.ts';
import { expectKnownMistake } from '../known-mistake.ts';

/** What is said of the figures of a text, in the order of the text. */
function said(text: string): readonly string[] {
  const marks = checkVerdicts(text).split('\n').slice(1);
  return marks.map((line) => line.trim().replace(/^\^+ /, '').replace(/:.*/, ''));
}

/** What is said of texts that were judged wrongly once. */
const MENDED: readonly (readonly [string, readonly string[]])[] = [
  [
    "Norvik's market share slipped from 36 per cent in 2022 to around 29 per cent.",
    ['supported norvik.share.2025'],
  ],
  [
    "Norvik's market share slipped from 34 per cent in 2022 to around 29 per cent.",
    ['supported norvik.share.2022', 'supported norvik.share.2025'],
  ],
  ['Norvik will employ 1,300 people.', []],
  ['Norvik plans to employ 1,300 people.', []],
  ['Norvik employs 300 more people than Halden.', []],
  ['Norvik employs half of the 2,500 people there.', []],
  ["Norvik's deals with Skagen Yards and Halden are worth $128 million.", []],
  ['Norvik met Zenith Boats; Zenith Boats employs 9,000 people.', []],
  ['Norvik said in a note to its partners that Zenith Boats probably employs 9,000 people.', []],
  ['The answer is no. Norvik employs 9,000 people.', ['conflict norvik.staff']],
];

/** Each with what is said of it today, and what should be. */
const MISTAKES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    "Norvik's market share slipped from 36 per cent in 2022 to around 29 per cent.",
    ['supported norvik.share.2025'],
    ['conflict norvik.share.2022', 'supported norvik.share.2025'],
  ],
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
  [
    "Norvik's revenue rose from $29.5 million in the second quarter to $35 million in the third quarter.",
    ['supported norvik.revenue.2025-q2'],
    ['supported norvik.revenue.2025-q2', 'conflict norvik.revenue.2025-q3'],
  ],
];

describe('binding, once mistaken', () => {
  it.each(MENDED)('%s', (text, right) => {
    expect(said(text)).toEqual(right);
  });
});

describe('binding, known mistakes', () => {
  it.each(MISTAKES)('%s', (text, today, right) => {
    expectKnownMistake(said(text), { today, right });
  });
});
