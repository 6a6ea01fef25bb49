import { describe, expect, it } from 'vitest';
import { OPPOSITE_VERBS } from '../../../server/core/mentions/english.ts';
import { oppositeVerb } from '../../../server/core/rewriting/opposite-verb.ts';

describe('oppositeVerb()', () => {
  it.each([
    ['rose', 'fell'],
    ['fell', 'rose'],
    ['Climbed', 'Dropped'],
    ['losing', 'gaining'],
    ['down', 'up'],
    ['soared', 'plunged'],
    ['sailed', undefined],
  ])('of "%s" is %s', (verb, opposite) => {
    expect(oppositeVerb(verb)).toBe(opposite);
  });

  it('keeps the form of every verb it has a row for', () => {
    for (const [fall, rise] of OPPOSITE_VERBS) {
      expect(oppositeVerb(fall)).toBe(rise);
      expect(oppositeVerb(rise)).toBeDefined();
    }
  });
});
