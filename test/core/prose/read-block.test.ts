import { describe, expect, it } from 'vitest';
import { readBlock } from '../../../server/core/prose/read-block.ts';
import { readOutline } from '../../../server/core/prose/read-outline.ts';
import { checkBlocks } from './check-blocks.ts';

/** Where the words of the first block's prose stand in the source: `word=source`, for words that differ from it. */
function wordsInSource(text: string): readonly string[] {
  const outline = readOutline(text, 'markdown');
  const [place] = outline.blocks;
  if (!place) return [];
  const prose = readBlock(outline, place);
  return [...prose.text.matchAll(/[^\s|]+/g)].map((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    const { start, end } = prose.map.toSource(span);
    const source = text.slice(place.span.start + start, place.span.start + end);
    return source === match[0] ? source : `${match[0]}=${source}`;
  });
}

describe('readBlock()', () => {
  it.each([
    ['emphasis', 'Some *a*, **b**, ***c***, _d_ and __e__.', 'Some a, b, c, d and e.'],
    ['links', 'A [b c](https://x.example "5") and [d][id].\n\n[id]: u', 'A b c  and d.'],
    ['images', 'A ![chart of 5](a.png) b', 'A ¤ b'],
    ['code', 'A `5 b` and ``c ` 6``', 'A ¤ and ¤'],
    ['addresses', 'A <https://x.example/5> https://x.example/6 b@x.example c', 'A ¤ ¤ ¤ c'],
    ['tags and comments', 'A <b>c</b> <!-- 5 -->d', 'A c d'],
    ['what is struck out', 'A ~~5 ships~~ b', 'A ¤ b'],
    ['citations and footnote marks', 'A [12] b.[^1]\n\n[^1]: n', 'A  b.'],
    ['escapes', 'A \\$5 \\*b\\* \\\\', 'A $5 *b* \\'],
    ['hard breaks', 'A  \nb\\\nc', 'A b c'],
    [
      'entities',
      '&nbsp;&amp;&lt;&pound;5&percnt;&#36;&#x20AC;&ndash;&unheard;&#x110000;',
      ' &<£5%$€–¤¤',
    ],
    [
      'typographic characters',
      'A\u00a0b\u202fc\u2009d ‘e’ “f” 3\u22124 g\u2011h ５％ ＄',
      'A b c d \'e\' "f" 3-4 g-h 5% $',
    ],
    ['dashes, which are no hyphens', 'A–b—c', 'A–b—c'],
    ['right-to-left text and emoji', 'עולה 😀 5', 'עולה 😀 5'],
  ])('reads %s', (_, text, prose) => {
    expect(checkBlocks(text).split('\n')[0]).toBe(`paragraph |${prose}|`);
  });

  it.each([
    ['Some *a*, **b c** d', ['Some', 'a,=a*,', 'b', 'c', 'd']],
    ['**$38** billion', ['$38', 'billion']],
    ['$**38**bn', ['$38bn=$**38**bn']],
    ['a&nbsp;b &pound;5', ['a', 'b', '£5=&pound;5']],
    ['x&pound;', ['x£=x&pound;']],
    ['> a b\n> c', ['a', 'b', 'c']],
    ['😀 a\u00a0b ５', ['😀', 'a', 'b', '5=５']],
    ['a <b>c</b> d', ['a', 'c', 'd']],
    ['A\r\nb', ['A', 'b']],
  ])('knows where the words of %j stand', (text, words) => {
    expect(wordsInSource(text)).toEqual(words);
  });

  it.each([
    ['$38 million – what Norvik pays\n$90 million – what Halden pays'],
    ['\u{1F6A2} ships sail\n\u2693 yards rest'],
  ])(
    'keeps the end of a line that opens as the next one does, with a figure or a sign: %j',
    (text) => {
      expect(checkBlocks(text)).toBe(`paragraph |${text}|`);
    },
  );

  it.each([
    ['$38 million is what\nNorvik pays', '$38 million is what Norvik pays'],
    ['They pay\n$38 million or so', 'They pay $38 million or so'],
    ['2024 was good, and\n2025 was better', '2024 was good, and 2025 was better'],
    [
      '\u{1F9E0} Norvik signed a seven-year,\n$38 million pact',
      '\u{1F9E0} Norvik signed a seven-year, $38 million pact',
    ],
    [
      '$38 million – what Norvik pays and\n$90\nmore',
      '$38 million – what Norvik pays and $90 more',
    ],
  ])('makes a space of the end of a wrapped line: %j', (text, prose) => {
    expect(checkBlocks(text)).toBe(`paragraph |${prose}|`);
  });

  it('gives the cells of a row and their prose', () => {
    const text = '| Year | **Income** |\n|---|---|\n| 2024 | $5m |\n';
    const outline = readOutline(text, 'markdown');
    const rows = outline.blocks.map((place) => {
      const { text: prose, cells } = readBlock(outline, place);
      return cells.map(({ start, end }) => prose.slice(start, end).trim());
    });
    expect(rows).toEqual([
      ['Year', 'Income'],
      ['2024', '$5m'],
    ]);
  });

  it('gives the comments inside a block, counted from its start', () => {
    const text = 'One.\n\nTwo <!-- a --> three <!-- b -->.\n';
    const outline = readOutline(text, 'markdown');
    const place = outline.blocks[1];
    const comments = place ? readBlock(outline, place).comments : [];
    const from = place?.span.start ?? 0;
    expect(comments.map(({ start, end }) => text.slice(from + start, from + end))).toEqual([
      '<!-- a -->',
      '<!-- b -->',
    ]);
  });

  it('parts what a line break or a raised figure parts', () => {
    expect(checkBlocks('5<br>6 ships<br/>7')).toBe('paragraph |5 6 ships 7|');
    expect(checkBlocks('$38 million<sup>1</sup> a')).toBe('paragraph |$38 million 1  a|');
    expect(checkBlocks('<b>5</b><i>6</i>')).toBe('paragraph |56|');
  });

  it.each([
    ['12 000 ships', '12,000 ships'],
    ['1\u202f200\u202f000 ships', '1,200,000 ships'],
    ['12&nbsp;500 ships', '12,500 ships'],
    ['$38 000 000', '$38,000,000'],
    ['12 500 ships', '12 500 ships'],
    ['020 794 695', '020 794 695'],
    ['555\u00a0123\u00a04567', '555 123 4567'],
    ['in 2025 000 ships', 'in 2025 000 ships'],
    ['3.5\u00a0000', '3.5 000'],
  ])('writes the grouped digits of %j with commas', (text, prose) => {
    expect(checkBlocks(text)).toBe(`paragraph |${prose}|`);
  });
});
