import { describe, expect, it } from 'vitest';
import { misremember, misrememberedDrafts } from './misremember.ts';
import { readLabels } from './read-labels.ts';

describe('misremember()', () => {
  it.each([
    ['$38 billion', '$48 billion'],
    ['$300bn', '$400bn'],
    ['4%', '6%'],
    ['0.15%', '0.19%'],
    ['1,980', '2,495'],
    ['seven-year', 'five-year'],
    ['2027', '2029'],
    ['November 3', 'November 5'],
    ['October', 'August'],
    ['Monday', 'Wednesday'],
  ])('puts a value of like size in place of %s: %s', (surface, wrong) => {
    expect(misremember(surface)).toBe(wrong);
  });

  it.each(['Sam Altman', 'hundreds of thousands', 'GB'])(
    'leaves alone what holds no number: %s',
    (surface) => {
      expect(misremember(surface)).toBeUndefined();
    },
  );
});

describe('misrememberedDrafts()', () => {
  it('gives a draft for each right figure, and none for a wrong one', () => {
    const label = {
      ...{ id: 'a', category: 'x', asOf: '2025-11-05', text: 'It pays $38bn over five years.' },
      expect: [
        { about: 'a.value', surface: '$38bn', verdict: 'supported' },
        { about: 'a.term', surface: 'five years', verdict: 'conflict', fix: 'seven years' },
      ],
    };
    const [draft] = readLabels('labels', JSON.stringify(label));
    expect(draft && misrememberedDrafts(draft)).toEqual([
      { text: 'It pays $48bn over five years.', span: { start: 8, end: 13 } },
    ]);
  });
});
