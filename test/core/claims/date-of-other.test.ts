import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('a date of something else', () => {
  it.each<SaidRow>([
    ['Norvik and Skagen signed a pact, all of it done by the end of 2027.', []],
    ['Norvik and Skagen signed before the end of 2024.', []],
    ['Norvik and Skagen signed at the end of 2024.', ['conflict norvik-skagen.signed']],
    ['Norvik and Skagen signed until 2024.', ['conflict norvik-skagen.signed']],
    ['The Aldwyn is opened by the end of 2025.', ['conflict aldwyn.opened']],
    ['The Aldwyn is opened before the end of 2025.', ['conflict aldwyn.opened']],
  ])('is one by which, of what has begun already: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik and Skagen signed for the first time since 2023.', []],
    ['Norvik and Skagen signed, in the best year since 2023.', []],
    ['Norvik and Skagen signed for the first line since 2023.', ['conflict norvik-skagen.signed']],
  ])('is that of a record: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik and Skagen signed a 2024 timetable.', []],
    ['Norvik and Skagen signed 2024 orders.', []],
    ['Norvik and Skagen signed, in 2024 boats.', ['conflict norvik-skagen.signed']],
    ['Norvik and Skagen signed 2024.', ['conflict norvik-skagen.signed']],
  ])('is that of the noun behind it: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik and Skagen have a pact, says a letter signed on 3 October 2025.', []],
    ['Norvik and Skagen have a pact, signed on 3 October 2025.', ['conflict norvik-skagen.signed']],
  ])('is that of what was written: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik and Skagen left on 3 October 2025 to sign.', []],
    ['Norvik and Skagen on 3 October 2025 signed.', ['conflict norvik-skagen.signed']],
  ])('is that of what was done for a purpose: %s', expectHarbour);

  it.each<SaidRow>([
    ['## Fjell Capital\n\nCreated: 7 November 2018', []],
    ['## Fjell Capital\n\nCreated: 2018', ['conflict fjell.founded']],
    ['## Fjell Capital\n\nFounded: 7 November 2018', ['conflict fjell.founded']],
    ['## Ships\n\nCreated: 7 November 2018, Fjell Capital', ['conflict fjell.founded']],
  ])('is that of the text itself, under a heading: %j', expectHarbour);

  it.each<SaidRow>([
    ['The Aldwyn opened a new dome in 2025.', []],
    ['The Aldwyn opened its doors in 2025.', []],
    ['The Aldwyn was opened a year late, in 2025.', ['conflict aldwyn.opened']],
    ['The Aldwyn opened in 2025.', ['conflict aldwyn.opened']],
    ['They opened a hall of Aldwyn in 2025.', []],
    ['They opened the Aldwyn in 2025.', ['conflict aldwyn.opened']],
    ['The first light of Aldwyn is in 2025.', ['conflict aldwyn.opened']],
    ['Opened in 2025: the first light of Aldwyn.', ['conflict aldwyn.opened']],
  ])('is that of what a thing has: %s', expectHarbour);
});
