import { describe, expect, it } from 'vitest';
import { actionsAt } from '../../server/service/index.ts';
import { allShown, claim, snapshot, spanOf } from './hand-made.ts';

const onItsLine = '<!-- stet acme.value: checked with … -->';
const atLineEnd = '<!-- stet-line acme.value: checked with … -->';

/** The draft after "let it stand" at its $40bn; undefined where that is not offered. */
function letStand(
  text: string,
  language: 'markdown' | 'plaintext' = 'markdown',
): string | undefined {
  const draft = snapshot(text, [claim(text, '$40bn')], { language });
  const actions = actionsAt(draft, spanOf(text, '$40bn'), allShown);
  const edit = actions.find(({ kind }) => kind === 'suppress')?.edits[0];
  return edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
}

describe('letting a figure stand', () => {
  it.each([
    ['the first paragraph', 'It cost $40bn.', `${onItsLine}\nIt cost $40bn.`],
    ['a later paragraph', 'One.\n\nIt cost $40bn.\n', `One.\n\n${onItsLine}\nIt cost $40bn.\n`],
    [
      'a paragraph of several lines',
      'One.\n\nIt cost\nthem all of\n$40bn.\n',
      `One.\n\n${onItsLine}\nIt cost\nthem all of\n$40bn.\n`,
    ],
    ['a heading', 'One.\n# It cost $40bn\nTwo.', `One.\n${onItsLine}\n# It cost $40bn\nTwo.`],
    ['text below a heading', '# One\nIt cost $40bn.', `# One\n${onItsLine}\nIt cost $40bn.`],
    ['text below a rule', '***\nIt cost $40bn.', `***\n${onItsLine}\nIt cost $40bn.`],
    [
      'text below front matter',
      '---\ntitle: One\n---\nIt cost $40bn.',
      `---\ntitle: One\n---\n${onItsLine}\nIt cost $40bn.`,
    ],
    ['CRLF line ends', 'One.\r\n\r\nIt cost $40bn.', `One.\r\n\r\n${onItsLine}\r\nIt cost $40bn.`],
    [
      'an indented paragraph',
      '- One\n\n  It cost $40bn.',
      `- One\n\n  ${onItsLine}\n  It cost $40bn.`,
    ],
  ])('puts a comment on a line of its own before %s', (_, before, after) => {
    expect(letStand(before)).toBe(after);
  });

  it.each([
    ['a list item', '- One\n- It cost $40bn\n- Two', `- One\n- It cost $40bn ${atLineEnd}\n- Two`],
    [
      'a numbered item on two lines',
      '1. It cost\n   $40bn.  \n2. Two',
      `1. It cost\n   $40bn. ${atLineEnd}  \n2. Two`,
    ],
    ['a quotation', '> One\n> cost $40bn.\n', `> One\n> cost $40bn. ${atLineEnd}\n`],
    [
      'a table row',
      '| What | Cost |\n| --- | --- |\n| It | $40bn |\n',
      `| What | Cost |\n| --- | --- |\n| It | $40bn ${atLineEnd} |\n`,
    ],
    [
      'a table row without outer bars',
      'What | Cost\n--- | ---\nIt | $40bn\n',
      `What | Cost\n--- | ---\nIt | $40bn ${atLineEnd}\n`,
    ],
    [
      'a table’s head without outer bars',
      'What | $40bn\n--- | ---\nIt | 1\n',
      `What | $40bn ${atLineEnd}\n--- | ---\nIt | 1\n`,
    ],
  ])('puts it at the end of the line in %s', (_, before, after) => {
    expect(letStand(before)).toBe(after);
  });

  it('is not offered in front matter, where a comment would be text', () => {
    expect(letStand('---\ntitle: It cost $40bn\n---\nOne.')).toBeUndefined();
  });

  it('is not offered in plain text, which has no comments', () => {
    expect(letStand('It cost $40bn.', 'plaintext')).toBeUndefined();
  });
});
