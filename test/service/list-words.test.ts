import { expect, it } from 'vitest';
import { listWords } from '../../server/service/list-words.ts';

it.each([
  [['one'], 'one'],
  [['one', 'two'], 'one and two'],
  [['one', 'two', 'three'], 'one, two and three'],
])('listWords() joins %j', (words, listed) => {
  expect(listWords(words)).toBe(listed);
});

it('listWords() takes another joint', () => {
  expect(listWords(['one', 'two'], 'or')).toBe('one or two');
});
