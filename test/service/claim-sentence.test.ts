import { describe, expect, it } from 'vitest';
import { claimSentence, digestSentence } from '../../server/service/claim-sentence.ts';
import { spanOf } from './hand-made.ts';

/** The sentence around the first `$40bn`. */
function sentence(text: string): string {
  return claimSentence(text, spanOf(text, '$40bn'));
}

describe('claimSentence()', () => {
  it.each([
    ['a whole draft', 'It cost $40bn', 'It cost $40bn'],
    ['among others', 'One. It cost $40bn in all. Two.', 'It cost $40bn in all'],
    ['at its end', 'One. It cost $40bn.\nTwo', 'It cost $40bn'],
    ['over lines', 'One.\nIt\n  cost\n$40bn\nin all.\nTwo', 'It cost $40bn in all'],
    ['over lines of two characters', 'One.\r\nIt\r\ncost $40bn.\r\n\r\nTwo', 'It cost $40bn'],
    ['a paragraph without stops', 'One\n\nIt cost $40bn\n\nTwo', 'It cost $40bn'],
    ['an item', '- One\n- It cost $40bn\n- Two', 'It cost $40bn'],
    ['a numbered item', '1. One\n2. It cost $40bn\n3. Two', 'It cost $40bn'],
    ['the first item', '2. It cost $40bn\n3. Two', 'It cost $40bn'],
    ['a heading', '# It cost $40bn\n\nTwo', 'It cost $40bn'],
    ['a row', '| a | b |\n|---|---|\n| It | $40bn |\n| is | it |', 'It | $40bn |'],
    ['a quotation', '> One\n> cost $40bn', 'cost $40bn'],
    ['behind a quoted stop', '“One.” It cost $40bn.', 'It cost $40bn'],
    [
      'with decimals and lower case',
      'It cost 1.5 of approx. $40bn',
      'It cost 1.5 of approx. $40bn',
    ],
    ['that begins with the figure', 'One. $40bn it cost', 'One. $40bn it cost'],
  ])('finds %s', (_, text, expected) => {
    expect(sentence(text)).toBe(expected);
  });

  it('takes no longer in a text without any end', () => {
    const text = `${'so '.repeat(1_000)}$40bn${' so'.repeat(1_000)}`;
    expect(sentence(text).length).toBeLessThan(810);
  });
});

describe('digestSentence()', () => {
  it('is the same on every machine and in every version: baselines hold it', () => {
    expect(digestSentence('')).toBe('811c9dc5');
    expect(digestSentence('a')).toBe('e40c292c');
    expect(digestSentence('It cost $40bn')).toMatch(/^[0-9a-f]{8}$/);
  });
});
