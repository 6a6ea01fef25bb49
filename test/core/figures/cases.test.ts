import { describe, expect, it } from 'vitest';
import cases from './cases.json' with { type: 'json' };
import { type PlainFigure, plainFigures } from './check-figures.ts';

/**
 * One text with the figures that are read from it today. Where that is wrong, `known` has the right ones and the
 * reason: when the grammar learns to read them, move them to `figures` and drop `known`.
 */
interface Case {
  readonly text: string;
  readonly figures: readonly unknown[];
  readonly known?: { readonly why: string; readonly right: readonly unknown[] };
}

const groups: Readonly<Record<string, readonly Case[]>> = cases;

describe.each(Object.entries(groups))('readFigures() of %s', (_, group) => {
  it.each(group)('$text', ({ text, figures, known }) => {
    const read: readonly PlainFigure[] = plainFigures(text);
    if (known) expect(read, 'This is right now; drop "known"').not.toEqual(known.right);
    expect(read).toEqual(figures);
  });
});

describe('cases.json', () => {
  const all = Object.values(groups).flat();

  it('has each text once, and a fair share of texts without a figure', () => {
    const texts = all.map(({ text }) => text);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
    expect(
      all.filter(({ figures, known }) => (known?.right ?? figures).length === 0).length,
    ).toBeGreaterThan(50);
  });

  it('says of each known mistake what would be right', () => {
    const wrong = all.filter(
      ({ figures, known }) =>
        known && (known.why === '' || JSON.stringify(known.right) === JSON.stringify(figures)),
    );
    expect(wrong).toEqual([]);
  });
});
