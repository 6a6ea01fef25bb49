import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FileChangeType } from 'vscode-languageserver/node';
import { temporaryFolder } from '../temporary-folder.ts';
import {
  applied,
  marked,
  rangeOf,
  rightValues,
  withRightValues,
  wrongDraft,
  wrongValues,
} from './drafts.ts';
import { exampleDraft, writePack } from './example-pack.ts';
import { pushedClient, type RunningServer, startServer } from './start-server.ts';

/** One server for the drafts that have nothing to do with a folder; each test has a draft of its own. */
let shared: RunningServer;
let uri: string;
let drafts = 0;

beforeAll(async () => {
  shared = await startServer();
});

beforeEach(() => {
  drafts += 1;
  uri = `untitled:draft-${drafts}.md`;
});

afterAll(async () => {
  expect(await shared.stop()).toBe(0);
});

describe('a draft of 51 MB', () => {
  const line = `${wrongDraft.trim().split('\n').at(-1)}\n`;

  it('is not read, says why, and holds up no other draft', async () => {
    const huge = 'untitled:huge.md';
    await shared.open(huge, line.repeat(Math.ceil(51_000_000 / line.length)));
    await shared.open(uri, wrongDraft);
    expect(await shared.pull(uri)).toHaveLength(7);

    expect(await shared.pull(huge)).toEqual([]);
    const { reason } = await shared.statuses.first('The status', (one) => one.uri === huge);
    expect(reason).toBe('The draft has 51.0 million characters; up to 5.0 million are checked');
    const start = { line: 0, character: 0 };
    const range = { start, end: start };
    for (let version = 2; version < 22; version++) {
      await shared.change(huge, version, [{ range, text: 'x' }]);
    }
    expect(await shared.hover(huge, { line: 0, character: 60 })).toBeNull();
    expect(await shared.actions(huge, range)).toEqual([]);
    expect(await shared.hover(uri, rangeOf(wrongDraft, '$40bn').start)).not.toBeNull();
    await shared.close(huge);
  });

  it('is checked once it is short enough', async () => {
    await shared.open(uri, line.repeat(Math.ceil(51_000_000 / line.length)));
    expect(await shared.pull(uri)).toEqual([]);
    await shared.change(uri, 2, [{ text: wrongDraft }]);
    expect(await shared.pull(uri)).toHaveLength(7);
  });
});

describe('a draft whose language changes under it', () => {
  // An editor closes a document and opens it again in its new language.
  it('is a draft no more, and one again', async () => {
    await shared.open(uri, wrongDraft);
    expect(await shared.pull(uri)).toHaveLength(7);
    await shared.close(uri);
    await shared.open(uri, wrongDraft, 'json');
    expect(await shared.pull(uri)).toEqual([]);
    expect(await shared.hover(uri, rangeOf(wrongDraft, '$40bn').start)).toBeNull();
    await shared.close(uri);
    await shared.open(uri, wrongDraft, 'plaintext');
    expect(marked(wrongDraft, await shared.pull(uri))).toContain('five-year');
  });

  it('is read by the rules of the new one', async () => {
    const code = `\`\`\`\n${wrongDraft.split('\n').at(-2)}\n\`\`\`\n`;
    await shared.open(uri, code);
    expect(await shared.pull(uri)).toEqual([]);
    await shared.close(uri);
    await shared.open(uri, code, 'plaintext');
    expect(marked(code, await shared.pull(uri))).toContain('$40bn');
  });
});

describe('a draft with CRLF and emoji', () => {
  const windows = (text: string) =>
    text.replace('OpenAI signed', '🧠👩‍🚀 OpenAI signed').replaceAll('\n', '\r\n');

  it('is marked, hovered and put right at the very places', async () => {
    const text = windows(wrongDraft);
    await shared.open(uri, text);
    expect(marked(text, await shared.pull(uri))).toEqual(wrongValues);
    for (const [index, wrong] of wrongValues.entries()) {
      const range = rangeOf(text, wrong);
      expect((await shared.hover(uri, range.start))?.range).toEqual(range);
      const [correct] = await shared.actions(uri, range);
      expect(applied(text, correct)).toBe(text.replace(wrong, rightValues[index] ?? ''));
    }
    const [all] = await shared.actions(uri, rangeOf(text, 'title'), {
      only: ['source.fixAll.stet'],
    });
    expect(applied(text, all)).toBe(windows(withRightValues));
  });

  it('keeps its line ends when a figure is let stand', async () => {
    const text = windows(wrongDraft);
    await shared.open(uri, text);
    const actions = await shared.actions(uri, rangeOf(text, '$40bn'));
    const letStand = actions.find(({ kind }) => kind === 'quickfix.stet.suppress');
    const changed = applied(text, letStand);
    expect(changed).toContain('<!-- stet openai-aws.value');
    expect(changed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('a document of which a client says odd things', () => {
  it('is taken as it was opened last', async () => {
    await shared.open(uri, wrongDraft);
    await shared.open(uri, withRightValues);
    expect(await shared.pull(uri)).toEqual([]);
    await shared.close(uri);
    await shared.close(uri);
    await shared.change(uri, 9, [{ text: wrongDraft }]);
    expect(await shared.pull(uri)).toEqual([]);
    await shared.open(uri, wrongDraft);
    expect(await shared.pull(uri)).toHaveLength(7);
  });

  it('takes ranges beyond its end for its end', async () => {
    await shared.open(uri, 'A note.\n');
    const beyond = { line: 900, character: 900 };
    await shared.change(uri, 2, [{ range: { start: beyond, end: beyond }, text: wrongDraft }]);
    expect((await shared.pull(uri)).length).toBeGreaterThan(0);
    expect(await shared.hover(uri, beyond)).toBeNull();
  });
});

describe('beside a folder, a draft', () => {
  let server: RunningServer;
  let folder: string;

  beforeEach(() => {
    folder = temporaryFolder();
  });

  afterEach(async () => {
    expect(await server.stop()).toBe(0);
  });

  it('whose language changes has its marks taken away where they are pushed', async () => {
    server = await startServer({ capabilities: pushedClient });
    await server.open(uri, wrongDraft);
    await pushed(uri, 7);
    await server.close(uri);
    await server.open(uri, wrongDraft, 'json');
    await pushed(uri, 0);
  });

  it('that is renamed takes its marks along, and is judged by the folder it comes to', async () => {
    const [north, south] = [join(folder, 'north'), join(folder, 'south')];
    writePack(join(north, 'facts'), '$12 billion');
    writePack(join(south, 'facts'), '$15 billion');
    server = await startServer({ folders: [north, south], capabilities: pushedClient });
    const [before, after] = [uriOf(join(north, 'a.md')), uriOf(join(south, 'b.md'))];
    await server.open(before, exampleDraft);
    await pushed(before, 1);
    await server.close(before);
    await server.open(after, exampleDraft);
    await pushed(after, 0);
    await pushed(before, 0);
    await server.close(after);
    await server.open(before, exampleDraft);
    await pushed(before, 1);
  });

  it('that is deleted on disk stays checked while it is open, and is forgotten when it is closed', async () => {
    writeFileSync(join(folder, 'draft.md'), wrongDraft);
    server = await startServer({ folders: [folder] });
    uri = fileOf('draft.md');
    await server.connection.sendRequest('stet/checkWorkspace', {});
    await pushed(uri, 7);
    await server.open(uri, wrongDraft);
    rmSync(join(folder, 'draft.md'));
    await server.filesChanged([join(folder, 'draft.md')], FileChangeType.Deleted);
    expect(await server.pull(uri)).toHaveLength(7);
    await server.change(uri, 2, [{ text: withRightValues }]);
    expect(await server.pull(uri)).toEqual([]);
    await server.close(uri);
    expect(await server.connection.sendRequest('stet/checkWorkspace', {})).toMatchObject({
      files: 0,
      skipped: [],
    });
    await pushed(uri, 0);
  });

  it('that is untitled is judged by the first folder', async () => {
    writePack(join(folder, 'facts'), '$12 billion');
    server = await startServer({ folders: [folder] });
    await server.open(uri, exampleDraft);
    expect(await server.pull(uri)).toHaveLength(1);
  });

  it('in a virtual workspace is judged by the shipped record alone', async () => {
    writePack(join(folder, 'facts'), '$12 billion');
    server = await startServer({ folders: [folder] });
    uri = 'vscode-vfs://github/acme/drafts/draft.md';
    const text = `${wrongDraft}\n${exampleDraft}`;
    await server.open(uri, text);
    expect(marked(text, await server.pull(uri))).toEqual(wrongValues);
  });

  it('whose pack goes away is checked by what is left', async () => {
    writePack(join(folder, 'facts'), '$12 billion');
    server = await startServer({ folders: [folder] });
    uri = fileOf('draft.md');
    const text = `${wrongDraft}\n${exampleDraft}`;
    await server.open(uri, text);
    expect(await server.pull(uri)).toHaveLength(8);
    rmSync(join(folder, 'facts'), { recursive: true });
    const refreshes = server.refreshes.all.length;
    await server.filesChanged([join(folder, 'facts')], FileChangeType.Deleted);
    await server.refreshes.first('A refresh', () => server.refreshes.all.length > refreshes);
    expect(marked(text, await server.pull(uri))).toEqual(wrongValues);
  });

  function fileOf(path: string): string {
    return uriOf(join(folder, path));
  }

  /** Wait until what was pushed last for a draft has so many marks. */
  async function pushed(uri: string, count: number): Promise<void> {
    await server.published.first(`${count} marks in ${uri}`, () => {
      const last = server.published.all.findLast((one) => one.uri === uri);
      return last?.diagnostics.length === count;
    });
  }
});

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
