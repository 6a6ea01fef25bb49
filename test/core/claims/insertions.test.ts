import { describe, expect, it } from 'vitest';
import { readInsertions } from '../../../server/core/claims/insertions.ts';
import { readIsoDay } from '../../../server/core/figures/calendar.ts';
import { readBlockMentions } from '../../../server/core/mentions/read-block-mentions.ts';
import { exampleFacts } from '../example-packs.ts';
import { checkSaid, type SaidRow } from './check-said.ts';

/** The insertions of a text, without the commas around them. */
function insertionsOf(text: string): readonly string[] {
  const reading = readBlockMentions(text, exampleFacts, readIsoDay('2025-11-05') ?? 0);
  return readInsertions(reading).map(({ from, to }) =>
    text.slice(reading.tokens[from]?.end, reading.tokens[to - 1]?.start).trim(),
  );
}

describe('readInsertions()', () => {
  it.each([
    ['Norvik, which builds for Halden, fell.', ['which builds for Halden']],
    [
      'Norvik, with Halden beside it, fell, and Skagen, once of Tarn, rose.',
      ['with Halden beside it', 'once of Tarn'],
    ],
    ['Norvik, with Halden beside it, climbed.', ['with Halden beside it']],
    ['Norvik, with Halden beside it, today.', []],
    ['Norvik, on Nov. 3 with Halden, fell.', ['on Nov. 3 with Halden']],
    ['Norvik, on Nov. with Halden, fell.', []],
    ['Norvik, Halden, fell.', []],
    ['Norvik, which builds for Halden, of Tarn fell.', []],
    ['Norvik, which builds. So it is, fell.', []],
    ['They sailed, which is much, fell.', []],
  ])('reads what stands between a name and its verb: %s', (text, insertions) => {
    expect(insertionsOf(text)).toEqual(insertions);
  });

  it.each<SaidRow>([
    [
      'Norvik, which has a pact with Zenith Boats, employs 1,300 people.',
      ['conflict norvik.staff'],
    ],
    ['Norvik met Zenith Boats, which employs 1,300 people.', []],
    ['Norvik, Zenith Boats, employs 1,300 people.', []],
  ])('lets the sentence go on about the name: %s', (text, said) => {
    expect(checkSaid(text)).toEqual(said);
  });
});
