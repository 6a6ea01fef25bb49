import { describe, expect, it } from 'vitest';
import { actionsAt, takeSnapshot } from '../../server/service/index.ts';
import { allShown, factBase } from './hand-made.ts';

const facts = factBase();

function read(text: string) {
  const options = { language: 'markdown' } as const;
  return takeSnapshot({ version: 1, text, options }, facts);
}

/** The figures of a draft that are shown as wrong. */
function standing(text: string): readonly string[] {
  const { claims } = read(text).reading;
  return claims.filter(({ suppressed }) => suppressed === null).map((claim) => claim.text);
}

describe('letting a figure stand in a draft that is then checked again', () => {
  it.each([
    ['a paragraph', 'The Acme Widgets deal is worth $40 billion.'],
    ['a paragraph of two lines', 'It was late.\nThe Acme Widgets deal is worth $40 billion.'],
    ['a paragraph after another', 'One.\n\nThe Acme Widgets deal is worth $40 billion.'],
    ['a heading', '## The Acme Widgets deal is worth $40 billion\n\nTwo.'],
    ['a setext heading', 'The Acme Widgets deal is worth $40 billion\n===\n\nTwo.'],
    ['a list item', '- One\n- The Acme Widgets deal is worth $40 billion\n- Two'],
    ['an item of two lines', '- The Acme Widgets deal\n  is worth $40\n  billion\n- Two'],
    ['a paragraph in an item', '- One\n\n  The Acme Widgets deal is worth $40 billion.\n'],
    ['a nested item', '- One\n  - The Acme Widgets deal is worth $40 billion\n'],
    ['a quotation', '> The Acme Widgets deal\n> is worth $40 billion.\n\nTwo.'],
    ['a table', '| What | Cost |\n| --- | --- |\n| The Acme Widgets deal | worth $40 billion |\n'],
    ['a table without bars', 'What | Cost\n--- | ---\nThe Acme Widgets deal | worth $40 billion\n'],
    [
      'text below front matter',
      '---\ntitle: One\n---\nThe Acme Widgets deal is worth $40 billion.',
    ],
    ['emphasis', 'The Acme Widgets deal is worth **$40 billion**.'],
    ['a link', 'The Acme Widgets deal is worth [$40 billion](https://a.example).'],
    ['a heading with closing marks', '## The Acme Widgets deal is worth $40 billion ##\n\nTwo.'],
    ['a setext heading of two lines', 'The Acme Widgets deal\nis worth $40 billion\n---\n\nTwo.'],
    ['a heading in a quotation', '> # The Acme Widgets deal is worth $40 billion\n>\n> Two.'],
    ['a list in a quotation', '> - One\n> - The Acme Widgets deal is worth $40 billion\n'],
    ['a quotation in a list', '- One\n\n  > The Acme Widgets deal is worth $40 billion.\n'],
    ['a lazy line of a quotation', '> The Acme Widgets deal\nis worth $40 billion.\n\nTwo.'],
    ['a lazy line of an item', '- The Acme Widgets deal\nis worth $40 billion.\n\nTwo.'],
    ['a task', '- [ ] One\n- [x] The Acme Widgets deal is worth $40 billion\n'],
    ['an ordered item', '1. One\n2) The Acme Widgets deal is worth $40 billion\n'],
    ['a hard break', 'The Acme Widgets deal  \nis worth $40 billion.  \nTwo.'],
    [
      'a hard break by backslash in a list',
      '- The Acme Widgets deal is worth $40 billion\\\n  Two.',
    ],
    ['a figure over a hard break', 'The Acme Widgets deal is worth $40  \nbillion.'],
    [
      'a figure over two lines of a quotation',
      '> The Acme Widgets deal is worth $40\n> billion.\n',
    ],
    ['two-character line ends', 'One.\r\n\r\nThe Acme Widgets deal is worth $40 billion.\r\n'],
    ['a table’s head', '| The Acme Widgets deal is worth $40 billion |\n| --- |\n| One |\n'],
    [
      'the last row',
      '| What | Cost |\n|---|---|\n| One | 1 |\n| The Acme Widgets deal | worth $40 billion |',
    ],
    ['text below a list', '- One\n\nThe Acme Widgets deal is worth $40 billion.'],
    [
      'text below a table',
      '| One |\n| --- |\n| Two |\n\nThe Acme Widgets deal is worth $40 billion.',
    ],
    ['text below code', '```\nOne\n```\nThe Acme Widgets deal is worth $40 billion.'],
    ['text below mark-up', '<div>\n\nThe Acme Widgets deal is worth $40 billion.\n\n</div>'],
    ['a footnote', 'One.[^1]\n\n[^1]: The Acme Widgets deal is worth $40 billion.'],
    [
      'a link definition above',
      '[one]: https://a.example\nThe Acme Widgets deal is worth $40 billion.',
    ],
    ['text with emoji', 'The Acme Widgets deal 🚢🧑‍✈️ is worth $40 billion.'],
  ])('stills it, and nothing else, in %s', (_, text) => {
    const second = '\n\nThe Acme Widgets deal is worth $50 billion.';
    const draft = read(text + second);
    const [claim, ...others] = draft.reading.claims;
    expect(claim?.verdict).toBe('conflict');
    expect(others).toHaveLength(1);
    const edit = actionsAt(draft, claim?.span ?? { start: 0, end: 0 }, allShown).find(
      ({ kind }) => kind === 'suppress',
    )?.edits[0];
    if (edit === undefined) throw new Error('It was not offered');
    const whole = text + second;
    const after = whole.slice(0, edit.span.start) + edit.text + whole.slice(edit.span.end);
    expect(standing(after)).toEqual(['$50 billion']);
    const checked = read(after).reading;
    expect(checked.claims.map(({ suppressed }) => suppressed)).toEqual(['checked with …', null]);
    expect(checked.suppressionHints).toEqual([]);
  });
});
