import { describe, expect, it } from 'vitest';
import { isBeingWritten } from '../../server/service/index.ts';

/** The draft with the caret as `|`; the figure is the first `$40` with what follows up to a `~`, both left out. */
function check(marked: string): boolean {
  const caret = marked.replace('~', '').indexOf('|');
  const text = marked.replace(/[|~]/g, '');
  const start = text.indexOf('$40');
  const end = marked.replace('|', '').indexOf('~');
  return isBeingWritten(text, { start, end }, caret);
}

describe('isBeingWritten()', () => {
  it.each([
    'worth |$40bn~',
    'worth $4|0bn~ and more',
    'worth $40bn~|',
    'worth $40bn~|, and more',
    'worth $40~ |',
    'worth $40~ bil|',
    'worth $40 billion~ |and more',
    'worth $40~ milliárd|',
  ])('holds while the caret is in the figure or writes its unit: %s', (marked) => {
    expect(check(marked.replace('|and', '| and'))).toBe(true);
  });

  it.each([
    'wort|h $40bn~',
    'worth $40bn~.|',
    'worth $40bn~, |',
    'worth $40bn~ in a|',
    'worth $40bn~ d|eal',
    'worth $40bn~\n|',
    `worth $40bn~ ${'x'.repeat(30)}|`,
  ])('does not hold elsewhere: %s', (marked) => {
    expect(check(marked)).toBe(false);
  });
});
