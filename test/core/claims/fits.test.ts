import { describe, expect, it } from 'vitest';
import { checkOutcomes } from '../check-verdicts.ts';
import { checkFit } from './check-fit.ts';
import { harbourFacts } from './harbour-pack.ts';

describe('fitOf()', () => {
  it.each([
    ['$38 million', '$38 million', 'equal'],
    ['$38m', '$38 million', 'equal'],
    ['$38,000,000', '$38 million', 'equal'],
    ['$38.0m', '$38 million', 'equal'],
    ['$40 million', '$38 million', 'apart'],
    ['$38.2 million', '$38 million', 'finer'],
    ['$38.6 million', '$38 million', 'apart'],
    ['$0.04bn', '$38 million', 'within'],
    ['$1tn', '$1.4 trillion', 'coarse'],
    ['$1.4 trillion', '$1.38 trillion', 'within'],
    ['nearly $40 million', '$38 million', 'within'],
    ['nearly $45 million', '$38 million', 'apart'],
    ['about $40 million', '$38 million', 'within'],
    ['over $38 million', '$38 million', 'equal'],
    ['up to $40 million', '$38 million', 'within'],
    ['$30–40 million', '$38 million', 'within'],
    ['$13 million', '$13–14 million', 'within'],
    ['$13–14 million', '$13–14 million', 'equal'],
    ['tens of millions of dollars', '$38 million', 'within'],
    ['nearly $10 million', 'nearly $10 million', 'equal'],
    ['$9.8 million', 'nearly $10 million', 'within'],
    ['$9.2 million', 'nearly $10 million', 'apart'],
    ['£29 million', '$38 million', 'incomparable'],
    ['£29 million', '$38 million / £29m', 'equal'],
    ['£31 million', '$38 million / £29m', 'apart'],
  ])('of %s and %s is %s', (drafted, recorded, fit) => {
    expect(checkFit(drafted, recorded, { kind: 'money' })).toBe(fit);
  });

  it.each([
    ['7 years', 'seven years', 'equal'],
    ['84 months', 'seven years', 'equal'],
    ['five years', 'seven years', 'apart'],
    ['7.25 years', 'seven years', 'finer'],
    ['18 months', '1.5 years', 'equal'],
    ['14 days', 'two weeks', 'equal'],
  ])('of %s and %s is %s', (drafted, recorded, fit) => {
    expect(checkFit(drafted, recorded, { kind: 'duration' })).toBe(fit);
  });

  it.each([
    ['November 3', '2025-11-03', 'equal'],
    ['November 3, 2025', '2025-11-03', 'equal'],
    ['November 3, 2024', '2025-11-03', 'apart'],
    ['November 5', '2025-11-03', 'apart'],
    ['November', '2025-11-03', 'within'],
    ['October 2025', '2025-11-03', 'apart'],
    ['2025', '2025-11-03', 'within'],
    ['November 3', '2025-11', 'finer'],
    ['late 2026', '2026', 'within'],
    ['December 1', '2024-12-01', 'equal'],
  ])('of %s and %s is %s', (drafted, recorded, fit) => {
    expect(checkFit(drafted, recorded, { kind: 'date' })).toBe(fit);
  });

  it('tells per cent from percentage points', () => {
    expect(checkFit('5 percentage points', '5 percent', { kind: 'percent' })).toBe('points');
    expect(checkFit('7 percentage points', '5 percent', { kind: 'percent' })).toBe('apart');
  });

  it('compares directions where the property has one', () => {
    const move = { kind: 'percent', signed: true } as const;
    expect(checkFit('4%', '4%', { ...move, direction: 1 })).toBe('equal');
    expect(checkFit('4%', '4%', { ...move, direction: -1 })).toBe('sign');
    expect(checkFit('4%', '-4%', { ...move, direction: -1 })).toBe('equal');
    expect(checkFit('-4%', '4%', move)).toBe('sign');
    expect(checkFit('4%', '4%', { kind: 'percent', direction: -1 })).toBe('equal');
  });

  it('compares versions part by part', () => {
    const version = { kind: 'version' };
    expect(checkFit('version 17.2', '17.2', version)).toBe('equal');
    expect(checkFit('version 17', '17.2', version)).toBe('within');
    expect(checkFit('version 17.3', '17.2', version)).toBe('apart');
    expect(checkFit('version 1', '17.2', version)).toBe('apart');
  });

  it('compares quantities over their prefixes', () => {
    expect(checkFit('820 cm', '8.2 metres', { kind: 'quantity' })).toBe('equal');
    expect(checkFit('8.2 km', '8.2 metres', { kind: 'quantity' })).toBe('apart');
  });

  it('holds a name that nobody knows against no list that is open', () => {
    const outcome = (text: string) => checkOutcomes(text, harbourFacts).split('\n')[1]?.trim();
    expect(outcome('Brygg repairs W200.')).toBe(
      '^^^^ Nothing is on record for the engines repaired of anyone named here',
    );
    expect(outcome('Brygg repairs K12.')).toBe(
      '^^^ Bound to brygg.repairs: "repairs" names the engines repaired',
    );
  });
});
