import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationsAt, suggestFigures } from '../../server/service/index.ts';
import { anyText, SEEDED } from '../core/arbitraries.ts';
import { exampleFacts } from '../core/example-packs.ts';
import { allStyles, draftOf } from './cited-facts.ts';

/** What is offered at `|` when it is asked for, or unasked behind a space. */
function offered(marked: string, { isUnasked = false } = {}): readonly string[] {
  const at = marked.indexOf('|');
  const draft = draftOf(marked.slice(0, at) + marked.slice(at + 1), 'markdown', exampleFacts);
  return suggestFigures(draft, at, { isUnasked }).suggestions.map(({ text }) => text);
}

describe('suggestFigures()', () => {
  it.each([
    ['Norvik is valued at |', ['$500 million', '$540 million']],
    ['Norvik is valued\nat |', ['$500 million', '$540 million']],
    ['Norvik has a valuation\r\nof |', ['$500 million', '$540 million']],
    ['- It sails.\n- **Norvik** is valued at |', ['$500 million', '$540 million']],
    ['> Norvik is valued at |', ['$500 million', '$540 million']],
    ['Norvik is valued at | today.', ['$500 million', '$540 million']],
    ['Norvik signed a deal with Skagen worth |', ['$38 million']],
    ['In 2022 Norvik had a market share of |', ['34%']],
    ['The chief executive of Norvik is |', ['Astrid Berg']],
    ['Norvik and Skagen signed the deal on |', ['1 October 2025']],
    ['The Aldwyn weighs |', ['nearly 400 kilograms']],
    ['Norvik grows. It is valued at |', ['$500 million', '$540 million']],
    ['Halden employs |', ['4,000 people', '4,600 people']],
  ])('offers what is on record for the words before: %s', (marked, expected) => {
    expect(offered(marked, { isUnasked: true })).toEqual(expected);
  });

  it.each([
    'Norvik sails |',
    'The weather is |',
    'Nobody is valued at |',
    'Norvik is valued at $500 million. |',
    'Norvik, valued at $500 million, is worth |',
    '`Norvik is valued at |`',
    '```\nNorvik is valued at |\n```',
    '---\ndraft: Norvik is valued at |\n---',
    'Tarn is valued at |',
    '|',
  ])('offers nothing where the words name nothing on record, or nothing is read: %s', (marked) => {
    expect(offered(marked)).toEqual([]);
  });

  it('comes unasked only behind words that call for a figure', () => {
    expect(offered('Norvik, whose valuation in |', { isUnasked: true })).toEqual([]);
    expect(offered('Norvik, whose valuation in |')).toEqual(['$500 million', '$540 million']);
  });

  it('writes a value as the figure nearest to it is written', () => {
    expect(offered('It cost $5m.\n\nNorvik is valued at |')[0]).toBe('$500m');
    expect(offered('It cost USD 5 million, and €2m.\n\nNorvik is valued at |')[0]).toBe(
      'USD 500 million',
    );
    expect(offered('A fifth, or 20 per cent.\n\nIn 2022 Norvik had a market share of |')).toEqual([
      '34 per cent',
    ]);
    expect(offered('On March 3, 2024.\n\nNorvik and Skagen signed the deal on |')).toEqual([
      'October 1, 2025',
    ]);
  });

  it('goes on with a figure that was begun, and takes its place', () => {
    const text = 'Norvik is valued at $5';
    const draft = draftOf(text, 'markdown', exampleFacts);
    const { suggestions } = suggestFigures(draft, text.length);
    expect(suggestions.map(({ text: value, span }) => [value, span])).toEqual([
      ['$500 million', { start: 20, end: 22 }],
      ['$540 million', { start: 20, end: 22 }],
    ]);
    expect(offered('Norvik is valued at $9|')).toEqual([]);
  });

  it('leaves out a hedge of the record where the text has one', () => {
    expect(offered('The Aldwyn weighs about |')).toEqual(['400 kilograms']);
  });

  it('reads the words above a cell of a table', () => {
    const table = ['| Line | Valued at |', '|---|---|', '| Norvik | '].join('\n');
    const draft = draftOf(`${table} |\n`, 'markdown', exampleFacts);
    const { suggestions } = suggestFigures(draft, table.length);
    expect(suggestions.map(({ text }) => text)).toEqual(['$500 million', '$540 million']);
  });

  it('reads one block anew for each of a few trials, however long the draft', () => {
    const paragraphs = Array.from(
      { length: 400 },
      (_, n) => `Ship ${n} of Halden carries ${n} cars.`,
    );
    const before = `${paragraphs.join('\n\n')}\n\nNorvik is valued at `;
    const draft = draftOf(`${before}\n\n${paragraphs.join('\n\n')}`, 'markdown', exampleFacts);
    const { suggestions, work } = suggestFigures(draft, before.length, { isUnasked: true });
    expect(suggestions).not.toEqual([]);
    expect(work.blocksRead).toBe(1);
    expect(work.trials).toBeLessThanOrEqual(5);
    const nothing = suggestFigures(draft, paragraphs[0]?.length ?? 0, { isUnasked: true });
    expect(nothing.work).toEqual({ trials: 0, blocksRead: 0 });
  });
});

describe('suggestFigures() and citationsAt()', () => {
  it('take any text and any place in it', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.constantFrom(...allStyles), (text, place, style) => {
        const draft = draftOf(`Norvik is valued at $500m ${text}`);
        const offset = place % (draft.reading.text.length + 1);
        for (const { span } of suggestFigures(draft, offset).suggestions)
          expect(span.end).toBe(offset);
        for (const { edits } of citationsAt(draft, 22, style))
          for (const { span } of edits)
            expect(span.end).toBeLessThanOrEqual(draft.reading.text.length);
      }),
      { ...SEEDED, numRuns: 100 },
    );
  });
});
