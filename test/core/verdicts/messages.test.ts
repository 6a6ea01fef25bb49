import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/core/index.ts';
import { exampleFacts } from '../example-packs.ts';

/** What the writer is told of the first claim of a draft. */
function messageOf(text: string): string | undefined {
  return checkDraft(text, exampleFacts, { language: 'markdown', asOf: '2025-11-05' }).claims[0]
    ?.message;
}

const worth = (value: string): string => `Norvik's deal with Skagen Yards is worth ${value}.`;

describe('messageOf()', () => {
  it.each([
    ['a conflict', worth('$51 million'), ['$38 million', '$51 million', '2 sources']],
    ['a conflict of scale', worth('$38 billion'), ['the scale is off']],
    ['a transposition', worth('$83 million'), ['digits are transposed']],
    ['a wrong direction', 'Norvik fell 20.2% in the third quarter.', ['the direction is reversed']],
    [
      'points for per cent',
      "Norvik's market share was 29 percentage points in 2025.",
      ['per cent and percentage points are mixed up'],
    ],
    [
      'another period',
      "Norvik's revenue was $29.5 million in the third quarter.",
      ['it is the value of another period'],
    ],
    [
      'a wrong owner',
      `Halden sails too. ${worth('$90 million')}`,
      [
        '"$90 million" is the deal value of the Norvik–Halden deal',
        '$38 million for the deal value of the Norvik–Skagen deal',
      ],
    ],
    [
      'a disagreement',
      'Norvik is valued at $540 million.',
      ['Sources disagree', '$500 million (2 sources)', '$540 million ("Who sails next", line 8)'],
    ],
    ['one source', 'Norvik signed a five-year pact with Skagen Yards.', ['The Courier, line 4']],
    [
      'an outdated value',
      'Norvik is valued at $300 million.',
      ['holds no longer', '$500 million', '2025'],
    ],
    ['a value finer than known', worth('$38.2 million'), ['finer than any source', '$38 million']],
    ['a supported value', worth('$38 million'), ['$38 million', '2 sources']],
  ])('says of %s what is, what the record has and who says so', (_, text, parts) => {
    for (const part of parts) expect(messageOf(text)).toContain(part);
  });

  it('opens with a capital or the figure and ends without a full stop', () => {
    for (const value of ['$51 million', '$38 billion', '$38.2 million', '$38 million']) {
      expect(messageOf(worth(value))).toMatch(/^["A-Z].*[^.]$/);
    }
  });
});
