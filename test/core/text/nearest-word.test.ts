import { expect, it } from 'vitest';
import { nearestWord } from '../../../server/core/text/nearest-word.ts';

it.each([
  ['fomat', 'format'],
  ['shwo', 'show'],
  ['formatt', 'format'],
  ['ver', 'verify'],
  ['colour', undefined],
  ['', undefined],
  ['s', undefined],
])('nearestWord() takes "%s" for %s', (typed, meant) => {
  expect(nearestWord(typed, ['format', 'show', 'list', 'verify'])).toBe(meant);
});
