import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('a figure of a move is no move', () => {
  it.each<SaidRow>([
    ['Halden gained 5% to $4 million on 3 November.', []],
    ['Halden gained $4 million on 3 November.', ['conflict halden.swing']],
  ])('as what it came to: %s', expectHarbour);

  it.each<SaidRow>([
    ['Halden climbed 5% in two days to 3 November.', []],
    ['On 3 November Halden climbed 5% in two sessions.', []],
    ['On 3 November Halden climbed 5% in the harbour.', ['conflict halden.move']],
  ])('as a move over a while: %s', expectHarbour);
});

describe('a figure of a move', () => {
  it.each<SaidRow>([
    ['The shares of Halden climbed by nearly 8%.', ['conflict halden.move']],
    ['The shares of Halden climbed nearly 8%.', []],
  ])('is told by "by", on the day of the draft: %s', (text, said) => {
    expect(checkSaid(text, harbourFacts, '2025-11-03')).toEqual(said);
  });
});

describe('what a verb of moving led to', () => {
  it.each<SaidRow>([
    ['Norvik fell to 25 per cent in the third quarter.', []],
    ['Norvik grew to about 25 per cent in the third quarter.', []],
    ['Norvik fell by 25 per cent in the third quarter.', ['conflict norvik.growth.2025-q3']],
    [
      "Norvik's growth slipped to 25 per cent in the third quarter.",
      ['conflict norvik.growth.2025-q3'],
    ],
  ])('is no move, unless a noun of moving does: %s', expectHarbour);
});

describe('a growing amount', () => {
  it.each<SaidRow>([
    ['Norvik has a staff expanding by 1,300.', []],
    ['Norvik has a staff boosted by 1,300.', []],
    ['Norvik has a staff followed by 1,300.', ['conflict norvik.staff']],
  ])('is what was added: %s', expectHarbour);
});
