const repeat = (piece: string, length: number): string =>
  piece.repeat(Math.max(1, Math.round(length / piece.length)));
const numbered = (count: number, line: (index: number) => string, joint: string): string =>
  Array.from({ length: Math.max(1, Math.round(count)) }, (_, index) => line(index)).join(joint);

/** Texts that are hard on a reader, by their length in UTF-16 units, near enough. */
export const LARGE_TEXTS: Readonly<Record<string, (length: number) => string>> = {
  'prose in one line': (length) =>
    repeat(
      'Norvik said that its ships sail the sea to 40 towns where nobody else goes, and so on. ',
      length,
    ),
  'a line without a stop': (length) => repeat('Norvik word and then $5 million or so, ', length),
  'figures in one paragraph': (length) =>
    numbered(length / 12, (index) => `$${index} million`, ' '),
  'claims in one paragraph': (length) =>
    numbered(length / 27, (index) => `Norvik employs ${index} people.`, ' '),
  'claims in one sentence': (length) =>
    repeat('Norvik signed with Skagen for $5 million, seven years, ', length),
  'dates in one sentence': (length) => repeat('Norvik signed on November 3, 2025, ', length),
  'vague counts': (length) => repeat('hundreds of ', length),
  paragraphs: (length) =>
    numbered(length / 42, (index) => `Norvik employs ${index} people. It sails.`, '\n\n'),
  'list items': (length) =>
    numbered(length / 30, (index) => `- Norvik employs ${index} people.`, '\n'),
  'table rows': (length) =>
    `| Company | Staff |\n|---|---|\n${numbered(length / 25, (index) => `| Norvik | ${index} people |`, '\n')}`,
  'a wide table': (length) =>
    `|${repeat(' a |', length / 3)}\n|${repeat('---|', length / 3)}\n|${repeat(' 5 |', length / 3)}`,
  'nested lists': (length) => {
    const depth = Math.round(Math.sqrt(length));
    return numbered(depth, (index) => `${'  '.repeat(index)}- item ${index}`, '\n');
  },
  'nested quotations': (length) => `${'>'.repeat(Math.sqrt(length) * 4)} 5 ships`,
  suppressions: (length) =>
    numbered(
      length / 55,
      (index) => `<!-- stet: ${index} -->\n\nNorvik employs ${index} people.`,
      '\n\n',
    ),
  'front matter': (length) => `---\n${repeat('title: 5 ships\n', length)}---\n`,
  brackets: (length) => '['.repeat(length),
  emphasis: (length) => repeat('*a ', length),
  entities: (length) => repeat('&nbsp;', length),
  names: (length) => repeat('Norvik, ', length),
  strangers: (length) => repeat('Zed Boats ', length),
  cues: (length) => repeat('valued at ', length),
  digits: (length) => '1'.repeat(length),
  'grouped digits': (length) => `1${repeat(',000', length)}`,
  dots: (length) => repeat('1.', length),
  'one word': (length) => 'a'.repeat(length),
  'lone surrogates': (length) => '\ud800'.repeat(length),
};
