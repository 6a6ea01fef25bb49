import { describe, expect, it } from 'vitest';
import { checkSentences } from './check-mentions.ts';

describe('readSentences()', () => {
  it.each([
    ['It sails. She left! They came', 'It sails. | She left! | They came'],
    ['Does it sail? It does.', '?Does it sail? | It does.'],
    ['"It sails." She left. (It does.) So.', '"It sails." | She left. | (It does.) | So.'],
    ['It cost $3.5 million. 40 ships came.', 'It cost $3.5 million. | 40 ships came.'],
    [
      'Mr. Berg of the U.S. said so. Norvik Inc. agreed.',
      'Mr. Berg of the U.S. said so. | Norvik Inc. agreed.',
    ],
    ['It grew in Nov. 2025. Then it fell.', 'It grew in Nov. 2025. | Then it fell.'],
    ['Then J. K. Rowling came.', 'Then J. K. Rowling came.'],
    ['It paid $410m. It sails.', 'It paid $410m. | It sails.'],
    ['It is 8.2 m. Norvik sails.', 'It is 8.2 m. Norvik sails.'],
    ['It paid approx. five, e.g. in May.', 'It paid approx. five, e.g. in May.'],
    ['It stopped ... and went on. Then it fell.', 'It stopped ... and went on. | Then it fell.'],
    ['See x.example for it. Then go.', 'See x.example for it. | Then go.'],
    ['', ''],
  ])('cuts %j', (text, sentences) => {
    expect(checkSentences(text)).toBe(sentences);
  });

  it('ends a sentence after "no", but not after "No." before a number', () => {
    expect(checkSentences('The answer is no. It sails.')).toBe('The answer is no. | It sails.');
  });
});
