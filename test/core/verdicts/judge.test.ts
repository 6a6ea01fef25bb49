import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/core/index.ts';
import { checkVerdicts } from '../check-verdicts.ts';
import { exampleFacts } from '../example-packs.ts';

const worth = (value: string): string => `Norvik's deal with Skagen Yards is worth ${value}.`;

describe('judge()', () => {
  it.each([
    ['the same value', worth('$38m'), 'supported norvik-skagen.value'],
    ['a hedge that holds it', worth('nearly $40 million'), 'supported norvik-skagen.value'],
    ['a second currency of the record', worth('£29 million'), 'supported norvik-skagen.value'],
    ['a value finer than any source', worth('$38.2 million'), 'overprecise norvik-skagen.value'],
    ['added zeros, which are not finer', worth('$38.0 million'), 'supported norvik-skagen.value'],
    ['no compatible value', worth('$40 million'), 'conflict norvik-skagen.value'],
    ['what most sources state', 'Norvik is valued at $500 million.', 'supported norvik.valuation'],
    [
      'what a lesser source states',
      'Norvik is valued at $540 million.',
      'disputed norvik.valuation.other',
    ],
    ['either value of a tie', 'Halden employs 4,600 people.', 'disputed halden.staff.harbour'],
    ['neither value of a tie', 'Halden employs 5,600 people.', 'conflict halden.staff.courier'],
    [
      'an earlier value as the present one',
      'Norvik is valued at $300 million.',
      'outdated norvik.valuation',
    ],
    ['what the record hedges', 'The Aldwyn Telescope weighs 390 kg.', 'supported aldwyn.weight'],
    [
      'more than the record’s "nearly"',
      'The Aldwyn Telescope weighs 410 kg.',
      'conflict aldwyn.weight',
    ],
    [
      'the record rounded',
      'The Aldwyn Telescope has a mirror of 8 metres.',
      'supported aldwyn.mirror',
    ],
    [
      'the year of a date on record',
      'The Aldwyn Telescope opened in 2026.',
      'supported aldwyn.opened',
    ],
  ])('judges %s', (_, text, verdict) => {
    expect(checkVerdicts(text)).toContain(`^ ${verdict}`);
  });

  it('lets the number of one source decide before what is merely near', () => {
    expect(checkVerdicts('Norvik is valued at about $540 million.')).toContain(
      'disputed norvik.valuation.other',
    );
  });

  it.each([
    ['scale', worth('$38 billion')],
    ['scale', worth('$3.8 million')],
    ['transposed', worth('$83 million')],
    ['attribution', `${worth('$90 million')} Halden sails too.`],
    ['sign', 'Norvik fell 20.2% in the third quarter.'],
    ['points', "Norvik's market share was 29 percentage points in 2025."],
    ['period', "Norvik's revenue was $29.5 million in the third quarter."],
    ['person', 'Norvik chief executive Ingmar Holt said so there.'],
    ['model', 'Norvik signed with Skagen Yards for ships fitted with K20 engines.'],
  ])('names the slip: %s', (slip, text) => {
    expect(checkVerdicts(text)).toContain(`^ conflict/${slip} `);
  });

  it('names no slip where there is none to name', () => {
    expect(checkVerdicts(worth('$51 million'))).toContain('^ conflict norvik-skagen.value');
  });

  it('looks for the owner of a figure only among those the text speaks of', () => {
    expect(checkVerdicts(worth('$90 million'))).toContain('^ conflict');
    expect(checkVerdicts(`Halden sails too. ${worth('$90 million')}`)).toContain(
      '^ conflict/attribution',
    );
  });

  it('gives every value of the question with its sources, the preferred one first', () => {
    const [claim] = checkDraft('Norvik is valued at $540 million.', exampleFacts, {
      language: 'markdown',
    }).claims;
    expect(
      claim?.record.map(({ statement, value, rank, time }) => [statement, value, rank, time]),
    ).toEqual([
      ['norvik.valuation', '$500 million', 'preferred', '2025-10'],
      ['norvik.valuation.other', '$540 million', 'normal', '2025-10'],
    ]);
    expect(claim?.record[1]?.references).toEqual([
      {
        source: 'ledger',
        line: 8,
        exact: '$540m',
        note: null,
        title: 'Who sails next',
        publisher: null,
        date: null,
      },
    ]);
  });
});
