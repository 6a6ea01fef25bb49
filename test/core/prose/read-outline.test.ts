import { describe, expect, it } from 'vitest';
import { readOutline } from '../../../server/core/prose/read-outline.ts';
import { checkBlocks } from './check-blocks.ts';

describe('readOutline()', () => {
  it.each([
    [
      'headings of both kinds',
      '# One #\n\nTwo\n===\n\nThree\n---',
      'heading1 | One |\nheading1 |Two |\nheading2 |Three |',
    ],
    ['paragraphs', 'One\ntwo.\n\nThree.', 'paragraph |One two.|\nparagraph |Three.|'],
    [
      'lists',
      '- one\n  more\n- two\n\n  its second\n  1. inner',
      'list-item1 |one   more|\nlist-item1 |two|\nlist-item1 |its second|\nlist-item2 |inner|',
    ],
    ['task lists', '- [x] done\n- [ ] open', 'list-item1 | done|\nlist-item1 | open|'],
    ['quotations', '> one\n> two\n\n> > deep', 'paragraph |one  two|\nparagraph |deep|'],
    [
      'tables',
      '| A | B |\n|---|--:|\n| 1 | **2** |',
      'table-row | |  A  |  B  | |\ntable-row under a header | |  1  |  2  | |',
    ],
    ['footnotes', 'Text.[^a]\n\n[^a]: Its note.', 'paragraph |Text.|\nparagraph |: Its note.|'],
    ['rules', 'One\n\n***\n\nTwo', 'paragraph |One|\nparagraph |Two|'],
    ['CRLF lines', 'One\r\ntwo\r\n\r\nThree\r\n', 'paragraph |One  two |\nparagraph |Three |'],
  ])('finds the blocks of %s', (_, text, blocks) => {
    expect(checkBlocks(text)).toBe(blocks);
  });

  it.each([
    ['fenced code', '```js\nconst a = 38;\n```'],
    ['indented code', '    38 ships'],
    ['HTML blocks', '<div>\n38 ships\n</div>'],
    ['comments', '<!-- 38 ships -->'],
    ['link targets', '[id]: https://x.example/38 "38 ships"'],
    ['front matter that readers do not see', '---\ntags: [38]\n---'],
    ['nothing', ''],
  ])('has no block for %s', (_, text) => {
    expect(checkBlocks(text)).toBe('');
  });

  it('keeps every block at its place', () => {
    const text = '# One\n\n- two\n- three\n\n| a |\n|---|\n| b |\n';
    const places = readOutline(text, 'markdown').blocks.map(({ span: { start, end }, header }) => [
      text.slice(start, end),
      header && text.slice(header.start, header.end),
    ]);
    expect(places).toEqual([
      ['# One', null],
      ['two', null],
      ['three', null],
      ['| a |', null],
      ['| b |', '| a |'],
    ]);
  });

  it('cuts plain text at blank lines and leaves its marks alone', () => {
    const text = '# One *two*\r\nthree\r\n \r\n\n- four\n';
    expect(checkBlocks(text, 'plaintext')).toBe(
      'paragraph |# One *two*  three|\nparagraph |- four|',
    );
  });

  it('finds comments that stand alone', () => {
    const text = 'One\n\n<!-- two -->\n\nThree <!-- four -->\n';
    const { comments } = readOutline(text, 'markdown');
    expect(comments.map(({ start, end }) => text.slice(start, end))).toEqual(['<!-- two -->']);
  });
});
