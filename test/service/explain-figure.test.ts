import { describe, expect, it } from 'vitest';
import { explainFigure, explainFigures } from '../../server/service/index.ts';
import { claim, dollars, snapshot, spanOf } from './hand-made.ts';

const text = 'Acme pays $40bn.\nNobody knows $41bn.';
const candidates = [{ statement: 'acme.value', score: 2, reasons: [] }];
const draft = snapshot(text, [claim(text, '$40bn')], {
  figures: [
    { figure: dollars(40, spanOf(text, '$40bn'), '$40bn'), claim: 0, candidates, outcome: 'Bound' },
    {
      figure: dollars(41, spanOf(text, '$41bn'), '$41bn'),
      claim: null,
      candidates: [],
      outcome: 'Not',
    },
  ],
});

describe('explainFigure()', () => {
  it('gives the reckoning of a bound figure with its arithmetic', () => {
    expect(explainFigure(draft, spanOf(text, '$40bn').end)).toMatchObject({
      surface: '$40bn',
      reading: 'USD 40 billion (USD 39.5–40.5 billion)',
      candidates,
      outcome: 'Bound',
      claim: { verdict: 'conflict' },
      comparisons: [
        {
          statement: 'acme.value',
          value: '$38 billion',
          draftAllows: 'USD 39.5–40.5 billion',
          recordAllows: 'USD 37.5–38.5 billion',
          difference: '5.3 % above the record',
        },
      ],
    });
  });

  it('gives the outcome of a figure that was left alone', () => {
    const explanation = explainFigure(draft, spanOf(text, '$41bn').start);
    expect(explanation).toMatchObject({ outcome: 'Not', claim: null, comparisons: [] });
  });

  it('gives nothing where no figure was read', () => {
    expect(explainFigure(draft, 0)).toBeUndefined();
  });
});

describe('explainFigures()', () => {
  it('gives the figures of a line', () => {
    const line = spanOf(text, 'Acme pays $40bn.');
    expect(explainFigures(draft, line).map(({ surface }) => surface)).toEqual(['$40bn']);
  });
});
