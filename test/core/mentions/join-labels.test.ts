import { describe, expect, it } from 'vitest';
import { checkBlockSentences } from './check-mentions.ts';

describe('joinLabels()', () => {
  it.each([
    ['March 2025. Norvik sails.', 'March 2025. Norvik sails.'],
    ['Late October 2025. It sails. It rests.', 'Late October 2025. It sails. | It rests.'],
    ['March 2025. April 2025. It sails.', 'March 2025. April 2025. | It sails.'],
    ['It sails. March 2025.', 'It sails. | March 2025.'],
    ['In March 2025. It sails.', 'In March 2025. | It sails.'],
    ['March 2025 came. It sails.', 'March 2025 came. | It sails.'],
  ])('joins a date that stands alone to what it dates: %j', (text, sentences) => {
    expect(checkBlockSentences(text)).toBe(sentences);
  });

  it.each([
    ['$5 million. It sails.', '$5 million. It sails.'],
    ['It rests. $5 million. It sails.', 'It rests. | $5 million. | It sails.'],
    ['$5 million. It costs $6 million.', '$5 million. | It costs $6 million.'],
    ['$5 million. It has 6 ships.', '$5 million. It has 6 ships.'],
    ['$5 million came. It sails.', '$5 million came. | It sails.'],
  ])(
    'joins any other figure that a block opens with, but to one of its kind: %j',
    (text, sentences) => {
      expect(checkBlockSentences(text)).toBe(sentences);
    },
  );
});
