import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('an amount of something else', () => {
  it.each<SaidRow>([
    ['Norvik has a pact of value with Skagen, a $40 million firm.', []],
    [
      'Norvik has a pact of value with Skagen, a $40 million pact.',
      ['conflict norvik-skagen.value'],
    ],
    ['The value of the pact of Norvik and Skagen, that $40 million company, rests.', []],
    [
      'The value of the pact of Norvik and Skagen, that $40 million, rests.',
      ['conflict norvik-skagen.value'],
    ],
  ])('is how large somebody is: %s', expectHarbour);

  it.each<SaidRow>([
    ['In the third quarter Norvik had revenue and a $36 million loss.', []],
    [
      'In the third quarter Norvik had revenue and a $36 million haul.',
      ['conflict norvik.revenue.2025-q3'],
    ],
    ['In the third quarter Norvik took in a $36 million one-time gain.', []],
    [
      'In the third quarter Norvik took in a $36 million one-time sum.',
      ['conflict norvik.revenue.2025-q3'],
    ],
    [
      'In the third quarter Norvik took in $36 million as a gain.',
      ['conflict norvik.revenue.2025-q3'],
    ],
    ['Norvik has a $600 million valuation.', ['conflict norvik.valuation']],
  ])('is what the noun behind it says: %s', expectHarbour);

  it.each<SaidRow>([
    ['Halden spent $75 million on Brygg.', []],
    ['Halden says $75 million is spent on Brygg.', ['conflict halden-brygg.paid']],
    ['By their pact Halden spent $75 million on Brygg.', ['conflict halden-brygg.paid']],
  ])('is what was paid so far: %s', expectHarbour);

  it.each<SaidRow>([
    ['Fjell invested in Brygg, for 27% (about $15 million).', []],
    ['Fjell invested in Brygg, for cash (about $15 million).', ['conflict brygg.invested']],
    ['The value of the pact of Norvik with Skagen is 27% ($40 million).', []],
    [
      'The value of the pact of Norvik with Skagen is all ($40 million).',
      ['conflict norvik-skagen.value'],
    ],
    ['Fjell invested in Brygg and has a $15 million stake (27%).', []],
    ['Fjell invested in Brygg and has a $15 million stake.', ['conflict brygg.invested']],
  ])('is what a share is worth: %s', expectHarbour);

  it.each<SaidRow>([
    ['Fjell met Brygg. Brygg invested $15 million in boats.', []],
    ['Fjell met Brygg. Brygg invested $15 million in cash.', ['conflict brygg.invested']],
    ['Fjell met Brygg. Brygg invested $15 million in late 2024.', ['conflict brygg.invested']],
    ['Fjell invested $15 million in boats of Brygg.', ['conflict brygg.invested']],
  ])('is what was put into something else: %s', expectHarbour);

  it.each<SaidRow>([
    ['Fjell sold all it invested in Brygg for $15 million.', []],
    ['Fjell liked all it invested in Brygg for $15 million.', ['conflict brygg.invested']],
    ['Fjell sold boats; it invested in Brygg $15 million.', ['conflict brygg.invested']],
  ])('is what was got for it: %s', expectHarbour);
});

describe('a growth', () => {
  const WRONG = ['conflict halden.climb.2025-q3'];

  it.each<SaidRow>([
    ['Halden took in $40 million in the third quarter, 21% more than a year before.', WRONG],
    [
      'Halden took in $40 million in the third quarter, 18% more than a year before.',
      ['supported halden.climb.2025-q3'],
    ],
    ['Halden made a profit of $4 million in the third quarter, 21% more than a year before.', []],
    [
      'Halden made a profit on sales of $40 million in the third quarter, 21% more than a year before.',
      WRONG,
    ],
    [
      'Northern Halden branches took in $40 million in the third quarter, 21% more than a year before.',
      [],
    ],
    ['Halden took in $40 million in the third quarter, 21% more than Brygg.', []],
    [
      'Halden took in $40 million in the third quarter, 21% more than in the same quarter of 2024.',
      WRONG,
    ],
  ])('is of what the amount before it is of: %s', expectHarbour);

  it.each<SaidRow>([
    ["In the third quarter Halden made up 21% of the group's sales.", []],
    ['In the third quarter Halden was up 21% in sales.', WRONG],
  ])('is no share of the whole: %s', expectHarbour);
});
