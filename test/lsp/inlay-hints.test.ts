import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InlayHint, InlayHintRequest, type Range } from 'vscode-languageserver/node';
import { rangeOf, withRightValues, wrongDraft } from './drafts.ts';
import { type RunningServer, startServer } from './start-server.ts';

const everything: Range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

let server: RunningServer;
let settings: object = {};

beforeAll(async () => {
  server = await startServer({ configuration: () => settings });
  await server.open('untitled:right.md', withRightValues);
  await server.open('untitled:wrong.md', wrongDraft);
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

describe('marks on supported figures', () => {
  it('are off by default', async () => {
    expect(await hints('untitled:right.md', everything)).toEqual([]);
  });

  it('stand behind each supported figure once they are turned on, which the client is told', async () => {
    settings = { inlayHints: true };
    await server.configure();
    await server.hintRefreshes.first('A refresh', () => true);
    const shown = await hints('untitled:right.md', everything);
    expect(shown.map(({ label }) => label)).toEqual(shown.map(() => '✓'));
    expect(shown.map(({ position }) => position)).toContainEqual(
      rangeOf(withRightValues, '$500 billion').end,
    );
    expect(shown).toHaveLength(7);
  });

  it('say what the record has and who says so', async () => {
    const [hint] = await hints('untitled:right.md', rangeOf(withRightValues, '$500 billion'));
    expect(hint?.tooltip).toMatch(/^The record says \$500 billion, as of October 2025/);
  });

  it('are given for the range that was asked for', async () => {
    const shown = await hints('untitled:right.md', rangeOf(withRightValues, '$38bn'));
    expect(shown.map(({ position }) => position)).toEqual([rangeOf(withRightValues, '$38bn').end]);
  });

  it('do not stand behind a figure that is wrong', async () => {
    expect(await hints('untitled:wrong.md', rangeOf(wrongDraft, '$40bn'))).toEqual([]);
  });

  it('do not come before a figure is written', async () => {
    const uri = 'untitled:writing.md';
    const text = 'OpenAI is valued at $50 billion.';
    await server.open(uri, text);
    expect(await hints(uri, everything)).toEqual([]);
    const { end } = rangeOf(text, '$50');
    await server.change(uri, 2, [{ range: { start: end, end }, text: '0' }]);
    expect(await hints(uri, everything)).toEqual([]);
    for (;;) {
      const heard = server.hintRefreshes.all.length;
      if ((await hints(uri, everything)).length === 1) return;
      await server.hintRefreshes.first('A refresh', () => server.hintRefreshes.all.length > heard);
    }
  });
});

async function hints(uri: string, range: Range): Promise<readonly InlayHint[]> {
  const asked = { textDocument: { uri }, range };
  return (await server.connection.sendRequest(InlayHintRequest.type, asked)) ?? [];
}
