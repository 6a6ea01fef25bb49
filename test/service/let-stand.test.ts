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
