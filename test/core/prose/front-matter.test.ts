import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../server/core/prose/front-matter.ts';

function read(text: string) {
  const { end, texts, date } = readFrontMatter(text);
  return {
    body: text.slice(end),
    texts: texts.map((span) => text.slice(span.start, span.end)),
    date,
  };
}

describe('readFrontMatter()', () => {
  it('gives the texts that readers see and the date', () => {
    const text =
      '---\ntitle: A deal\nSubtitle: "worth $5"\ntags: [6]\nslug: 7\ncaption: \'8 ships\'\ndate: 2025-11-05\n---\nBody';
    expect(read(text)).toEqual({
      body: 'Body',
      texts: ['A deal', 'worth $5', '8 ships'],
      date: '2025-11-05',
    });
  });

  it('reads block scalars by their indentation', () => {
    const text =
      '---\ndescription: >\n  One\n  two\nabstract: |-\n  Three\nnotes: |\n  Four\n---\n';
    expect(read(text).texts).toEqual(['One', 'two', 'Three']);
  });

  it.each([
    ['no opening line', 'title: A\n---\nBody'],
    ['no closing line', '---\ntitle: A\nBody'],
    ['a blank line before it', '\n---\ntitle: A\n---\nBody'],
    ['nothing', ''],
    ['an opening line alone', '---'],
  ])('finds none with %s', (_, text) => {
    expect(read(text)).toEqual({ body: text, texts: [], date: null });
  });

  it.each([
    ['CRLF', '---\r\ntitle: A\r\ndate: 2025\r\n---\r\nBody'],
    ['a byte order mark', '\uFEFF---\ntitle: A\ndate: 2025\n---\nBody'],
    ['dots at its end', '---\ntitle: A\ndate: 2025\n...\nBody'],
    ['spaces at its marks', '--- \ntitle: A\ndate: 2025 \n---\t\nBody'],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toEqual({ body: 'Body', texts: ['A'], date: '2025' });
  });

  it('ends with the text where the closing line does', () => {
    expect(read('---\ntitle: A\n---')).toEqual({ body: '', texts: ['A'], date: null });
  });
});
