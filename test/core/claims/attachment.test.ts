import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';

describe('"from A to B"', () => {
  it.each<SaidRow>([
    [
      "Norvik's revenue rose from $29.5 million in the second quarter to $35 million in the third quarter.",
      ['supported norvik.revenue.2025-q2', 'conflict norvik.revenue.2025-q3'],
    ],
    [
      "Norvik's market share slipped from 34 per cent in 2022 to just under 31 per cent in 2025.",
      ['supported norvik.share.2022', 'supported norvik.share.2025'],
    ],
    [
      "Norvik's market share slipped from 34 per cent in 2022 to just under 39 per cent in 2025.",
      ['supported norvik.share.2022', 'conflict norvik.share.2025'],
    ],
  ])('gives each its own date: %s', (text, said) => {
    expect(checkSaid(text)).toEqual(said);
  });

  it('says nothing of a base that has no date of its own', () => {
    expect(
      checkSaid("Norvik's revenue rose from $28 million to $33 million in the third quarter."),
    ).toEqual(['supported norvik.revenue.2025-q3']);
  });
});
