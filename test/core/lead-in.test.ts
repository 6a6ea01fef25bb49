import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './claims/check-said.ts';
import { harbourFacts } from './claims/harbour-pack.ts';

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('a sentence before a list', () => {
  it.each<SaidRow>([
    ['What people Norvik has.\n\n- 1,250', []],
    ['What staff Norvik has.\n\n- 1,250', ['supported norvik.staff']],
    ['What people Norvik has:\n\n- 1,250', ['supported norvik.staff']],
  ])('names what it is of by a strong word alone: %j', expectHarbour);
});

describe('a list of linked headlines', () => {
  it.each<SaidRow>([
    [
      'Norvik and Skagen signed a pact.\n\n- [The pact is worth a full $40 million](https://a.example/b)',
      [],
    ],
    [
      'Norvik and Skagen signed a pact.\n\n- [The pact](https://a.example/b) is worth a full $40 million',
      ['conflict norvik-skagen.value'],
    ],
    [
      'Norvik and Skagen signed a pact.\n\n- [The crews know the pact well](https://a.example/b) and it is worth a full $40 million',
      ['conflict norvik-skagen.value'],
    ],
    [
      'Norvik and Skagen signed a pact.\n\n[The pact is worth a full $40 million](https://a.example/b)',
      ['conflict norvik-skagen.value'],
    ],
    [
      'Norvik and Skagen signed a pact.\n\n- [Norvik and Skagen have a pact worth $40 million](https://a.example/b)',
      ['conflict norvik-skagen.value'],
    ],
  ])('is of stories each of its own: %j', expectHarbour);

  it.each<SaidRow>([
    [
      'Norvik and Skagen signed a pact.\n\n- [Norvik and Halden signed a pact now](https://a.example/b)\n\nThe pact is worth $40 million.',
      ['conflict norvik-skagen.value'],
    ],
    [
      'Norvik and Skagen signed a pact.\n\n- Norvik and Halden signed a pact now\n\nThe pact is worth $64 million.',
      ['conflict norvik-halden.value'],
    ],
  ])('leaves the text with what it was about: %j', expectHarbour);
});
