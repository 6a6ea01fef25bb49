import { describe, expect, it } from 'vitest';
import { opensWithVowel, withArticle } from '../../../server/core/rewriting/with-article.ts';

describe('opensWithVowel()', () => {
  it.each([
    ...[
      '8',
      '8%',
      '$8bn',
      '$80 million',
      '800',
      '8,000',
      '8.2-metre',
      '11',
      '11-year',
      '18',
      '11,000',
      '£18m',
    ],
    ...[
      'eight',
      'Eleven',
      'eighteen',
      'hour',
      'H100',
      'A100',
      'MI300X',
      'M4',
      'August',
      'X',
      'SUV',
    ],
  ])('of "%s" is true', (written) => {
    expect(opensWithVowel(written)).toBe(true);
  });

  it.each([
    ...[
      '1',
      '7',
      '$38bn',
      '0.8',
      '1,100',
      '1,800',
      '110',
      '180',
      '181',
      'one',
      'one-year',
      'half',
      'seven',
    ],
    ...['GB200', 'US$8bn', 'U2', 'B200', 'European', 'uniform', 'May', '', '—'],
  ])('of "%s" is false', (written) => {
    expect(opensWithVowel(written)).toBe(false);
  });
});

describe('withArticle()', () => {
  /** A text with what stands between «» replaced, and the article with it. */
  const replaced = (marked: string, by: string): string => {
    const [head = '', old = '', tail = ''] = marked.split(/[«»]/);
    const text = head + old + tail;
    const span = { start: head.length, end: head.length + old.length };
    const rewrite = withArticle(text, { span, text: by });
    return text.slice(0, rewrite.span.start) + rewrite.text + text.slice(rewrite.span.end);
  };

  it.each([
    ['an «11-year» pact', '7-year', 'a 7-year pact'],
    ['A «7%» share', '8%', 'An 8% share'],
    ['An «8%» share', '7%', 'A 7% share'],
    ['a «9%» share', '7%', 'a 7% share'],
    ['a «8%» share', '11%', 'a 11% share'],
    ['vitamin-A «7%» share', '8%', 'vitamin-A 8% share'],
    ['the «7%» share', '8%', 'the 8% share'],
    ['a\u00a0«7%» share', '8%', 'an\u00a08% share'],
  ])('makes of "%s" with "%s": %s', (marked, by, made) => {
    expect(replaced(marked, by)).toBe(made);
  });
});
