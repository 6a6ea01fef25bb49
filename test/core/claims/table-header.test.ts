import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('the head of a column', () => {
  it.each<SaidRow>([
    ['| Fact | Value |\n|---|---|\n| Norvik with Skagen | $40 million |', []],
    [
      '| Deal | Value |\n|---|---|\n| Norvik with Skagen | $40 million |',
      ['conflict norvik-skagen.value'],
    ],
    [
      '| Fact | Worth |\n|---|---|\n| Norvik with Skagen | $40 million |',
      ['conflict norvik-skagen.value'],
    ],
    [
      '| Fact | Value |\n|---|---|\n| Norvik with Skagen, value | $40 million |',
      ['conflict norvik-skagen.value'],
    ],
  ])('names nothing where the rows say what they measure: %j', expectHarbour);
});
