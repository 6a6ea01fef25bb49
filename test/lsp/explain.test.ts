import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExplainParams, ExplainResult } from '../../server/lsp/protocol.ts';
import { rangeOf } from './drafts.ts';
import { type RunningServer, startServer } from './start-server.ts';

const draft = `OpenAI signed a seven-year, $40bn deal with AWS, said \`about $50bn\`.

If OpenAI paid $50 billion to AWS, it would be worth it.

It is worth $38.2 billion.

<!-- stet openai.valuation: the desk knows better -->
OpenAI is valued at $600 billion.

The AWS deal runs for nine years, unlike the tree.
`;

let server: RunningServer;
let settings: object = { severity: { overprecise: 'off' } };
const uri = 'untitled:draft.md';

beforeAll(async () => {
  server = await startServer({ configuration: () => settings });
  await server.open(uri, draft);
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

describe('why something is, or is not, underlined', () => {
  it.each([
    ['$40bn', /^"\$40bn" is underlined as a conflict: The record has \$38 billion/],
    ['seven-year', /^"seven-year" is supported: The record has seven years/],
    ['$50 billion', /^"\$50 billion" is not checked: "If" imagines a case$/],
    [
      '$38.2 billion',
      /^"\$38.2 billion" is overprecise, which the setting "stet.severity.overprecise" hides/,
    ],
    [
      '$600 billion',
      /^"\$600 billion" is a conflict, and let stand because: the desk knows better$/,
    ],
  ])('is said of %s, with its place', async (figure, summary) => {
    const { start, end } = rangeOf(draft, figure);
    for (const position of [start, end]) {
      const answer = await explain({ position });
      expect(answer.summary).toMatch(summary);
      expect(answer.range).toEqual({ start, end });
      expect(answer.markdown).toContain(figure);
    }
  });

  it('comes with the whole reckoning as a page', async () => {
    const { markdown, summary } = await explain({ position: rangeOf(draft, '$40bn').start });
    expect(markdown.startsWith(`# “$40bn”\n\n${summary}.\n\n> OpenAI signed`)).toBe(true);
    const headings = markdown.split('\n').filter((line) => line.startsWith('## '));
    expect(headings).toEqual([
      '## How it was read',
      '## What it was weighed against',
      '## The comparison',
      '## The record',
    ]);
    expect(markdown).toMatch(/^\*\*OpenAI–AWS deal, deal value: \$38 billion\*\* \(.+, taken\)$/m);
    expect(markdown).toMatch(/^- \*.+\*, .*lines? \d+.*: “\$38 ?[Bb]illion”/m);
  });

  it('is said where no figure is: in prose, in code, between the paragraphs', async () => {
    const inProse = await explain({ position: rangeOf(draft, 'unlike').start });
    expect(inProse).toMatchObject({ range: null, summary: expect.stringContaining('no amount') });
    const between = await explain({ position: { line: 1, character: 0 } });
    expect(between.summary).toContain('a blank line');
    const comment = await explain({ position: rangeOf(draft, 'the desk').start });
    expect(comment.summary).toContain('a comment');
  });

  it('is said of a whole draft that is not checked', async () => {
    const before = settings;
    settings = { enable: false };
    await server.configure();
    const { summary } = await explain({ position: rangeOf(draft, '$40bn').start });
    expect(summary).toBe(
      'Nothing is checked here: Stet is turned off here by the setting "stet.enable"',
    );
    settings = before;
    await server.configure();
  });

  it('is not said of another version of the text, nor of a document that is not open', async () => {
    const { start } = rangeOf(draft, '$40bn');
    expect(await explain({ position: start, version: 7 })).toMatchObject({ range: null });
    expect((await explain({ position: start, version: 1 })).range).not.toBeNull();
    const closed = await explain({ position: start, textDocument: { uri: 'untitled:closed.md' } });
    expect(closed.summary).toBe('Nothing can be said of this place now; ask again');
  });
});

function explain(
  params: Omit<ExplainParams, 'textDocument'> & Partial<ExplainParams>,
): Promise<ExplainResult> {
  return server.connection.sendRequest('stet/explain', { textDocument: { uri }, ...params });
}
