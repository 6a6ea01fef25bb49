import { describe, expect, it } from 'vitest';
import { explainFigure, explanationPage } from '../../server/service/index.ts';
import { claim, dollars, recordEntry, reference, snapshot, spanOf } from './hand-made.ts';

const text = 'Nobody was there. Acme pays $40bn *today*.\n\nNobody knows $41bn.';

const draft = snapshot(
  text,
  [
    claim(text, '$40bn', {
      record: [
        recordEntry({ references: [{ ...reference('paper', 5, '$38bn'), note: 'In a table' }] }),
        recordEntry({ statement: 'acme.other', rank: 'normal', value: '$39 billion', time: null }),
      ],
    }),
  ],
  {
    figures: [
      {
        figure: dollars(40, spanOf(text, '$40bn'), '$40bn'),
        claim: 0,
        candidates: [
          {
            statement: 'acme.value',
            score: 41.26,
            reasons: [
              { code: 'cue-strong', text: '"pays" names the deal value', weight: 0.5 },
              { code: 'in-sentence', text: '"Acme" names Acme Widgets', weight: -2 },
              { code: 'unsure', text: 'it is not certain whom it is about', weight: 0 },
            ],
          },
        ],
        outcome: 'Bound to acme.value',
      },
      {
        figure: dollars(41, spanOf(text, '$41bn'), '$41bn'),
        claim: null,
        candidates: [],
        outcome: 'Nothing names a statement',
      },
    ],
  },
);

function page(words: string): string {
  const found = explainFigure(draft, spanOf(text, words).start);
  if (found === undefined) throw new Error(`No figure at ${words}`);
  return explanationPage(found, draft, 'It is a conflict');
}

describe('explanationPage()', () => {
  it('tells the whole way of a figure, from its sentence to the sources', () => {
    expect(page('$40bn')).toBe(
      [
        '# “$40bn”',
        'It is a conflict.',
        '> Acme pays $40bn \\*today\\*',
        '## How it was read',
        '- As an amount of money: USD 40 billion → USD 39.5–40.5 billion\n' +
          '- As of 5 November 2025, the reference date of the record, as the draft has no date of its own',
        '## What it was weighed against',
        'The better the words around the figure fit a statement, the higher its number. A reason adds to it, takes from it, or speaks against the statement as such.',
        '**Acme Widgets, deal value: $38 billion** (41.3, taken)',
        '- "pays" names the deal value (+0.5)\n- "Acme" names Acme Widgets (−2.0)\n- it is not certain whom it is about',
        'Bound to acme.value.',
        '## The comparison',
        '| On record | It allows | The draft allows | Difference |\n| --- | --- | --- | --- |\n' +
          '| $38 billion | USD 37.5–38.5 billion | USD 39.5–40.5 billion | 5.3 % above the record |',
        '## The record',
        '**$38 billion**, as of 3 November 2025 (preferred, acme.value)',
        '- *The \\*other\\* paper*, The Press, 4 November 2025, line 5: “$38bn” (In a table)',
        '**$39 billion** (normal, acme.other)',
        '- *The Acme ledger*, line 3: “$38bn”',
      ].join('\n\n'),
    );
  });

  it('says why a figure was left alone, without a comparison or a record', () => {
    const written = page('$41bn');
    expect(written).toContain('\n\nNothing on record came near. Nothing names a statement.');
    expect(written).not.toMatch(/## The (comparison|record)/);
  });
});
