import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileChangeType } from 'vscode-languageserver/node';
import type { StatusParams } from '../../server/lsp/protocol.ts';
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

let server: RunningServer;
let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

afterEach(async () => {
  expect(await server.stop()).toBe(0);
});

describe('a draft of 51 MB', () => {
  it('is not read, says why, and holds up no other draft', async () => {
    server = await startServer();
    const line = `${wrongDraft.trim().split('\n').at(-1)}\n`;
    await server.open('untitled:huge.md', line.repeat(Math.ceil(51_000_000 / line.length)));
    await server.open('untitled:small.md', wrongDraft);
    expect(await server.pull('untitled:small.md')).toHaveLength(7);

    expect(await server.pull('untitled:huge.md')).toEqual([]);
    const { reason } = await statusOf('untitled:huge.md');
    expect(reason).toBe('The draft has 51.0 million characters; up to 5.0 million are checked');
    const start = { line: 0, character: 0 };
    for (let version = 2; version < 22; version++) {
      await server.change('untitled:huge.md', version, [
        { range: { start, end: start }, text: 'x' },
      ]);
    }
    expect(await server.hover('untitled:huge.md', { line: 0, character: 60 })).toBeNull();
    expect(await server.actions('untitled:huge.md', { start, end: start })).toEqual([]);
    expect(await server.hover('untitled:small.md', rangeOf(wrongDraft, '$40bn').start)).not.toBe(
      null,
    );
  });

  it('is checked once it is short enough', async () => {
    server = await startServer();
    await server.open('untitled:huge.md', 'All work and no play. '.repeat(2_500_000));
    expect(await server.pull('untitled:huge.md')).toEqual([]);
    await server.change('untitled:huge.md', 2, [{ text: wrongDraft }]);
    expect(await server.pull('untitled:huge.md')).toHaveLength(7);
  });
});

describe('a draft whose language changes under it', () => {
  // An editor closes a document and opens it again in its new language.
  it('is a draft no more, and one again', async () => {
    server = await startServer();
    const uri = fileOf('draft.md');
    await server.open(uri, wrongDraft);
    expect(await server.pull(uri)).toHaveLength(7);
    await server.close(uri);
    await server.open(uri, wrongDraft, 'json');
    expect(await server.pull(uri)).toEqual([]);
    expect(await server.hover(uri, rangeOf(wrongDraft, '$40bn').start)).toBeNull();
    await server.close(uri);
    await server.open(uri, wrongDraft, 'plaintext');
    expect(marked(wrongDraft, await server.pull(uri))).toContain('five-year');
  });

  it('is read by the rules of the new one', async () => {
    server = await startServer();
    const uri = fileOf('draft.md');
    const code = `\`\`\`\n${wrongDraft.split('\n').at(-2)}\n\`\`\`\n`;
    await server.open(uri, code);
    expect(await server.pull(uri)).toEqual([]);
    await server.close(uri);
    await server.open(uri, code, 'plaintext');
    expect(marked(code, await server.pull(uri))).toContain('$40bn');
  });

  it('has its marks taken away where they are pushed', async () => {
    server = await startServer({ capabilities: pushedClient });
    const uri = fileOf('draft.md');
    await server.open(uri, wrongDraft);
    await pushed(uri, 7);
    await server.close(uri);
    await server.open(uri, wrongDraft, 'json');
    await pushed(uri, 0);
  });
});

describe('a draft that is renamed', () => {
  it('takes its marks along, and is judged by the folder it comes to', async () => {
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
});

describe('a draft that is deleted on disk', () => {
  it('stays checked while it is open, and is forgotten when it is closed', async () => {
    writeFileSync(join(folder, 'draft.md'), wrongDraft);
    server = await startServer({ folders: [folder] });
    const uri = fileOf('draft.md');
    await server.connection.sendRequest('stet/checkWorkspace', {});
    await pushed(uri, 7);
    await server.open(uri, wrongDraft);
    rmSync(join(folder, 'draft.md'));
    await server.filesChanged([join(folder, 'draft.md')], FileChangeType.Deleted);
    expect(await server.pull(uri)).toHaveLength(7);
    await server.change(uri, 2, [{ text: withRightValues }]);
    expect(await server.pull(uri)).toEqual([]);
    await server.close(uri);
    await pushed(uri, 0);
    expect(await server.connection.sendRequest('stet/checkWorkspace', {})).toMatchObject({
      files: 0,
      skipped: [],
    });
  });
});

describe('a draft with CRLF and emoji', () => {
  const windows = (text: string) =>
    text.replace('OpenAI signed', '🧠👩‍🚀 OpenAI signed').replaceAll('\n', '\r\n');

  it('is marked, hovered and put right at the very places', async () => {
    server = await startServer();
    const text = windows(wrongDraft);
    await server.open('untitled:draft.md', text);
    expect(marked(text, await server.pull('untitled:draft.md'))).toEqual(wrongValues);
    for (const [index, wrong] of wrongValues.entries()) {
      const range = rangeOf(text, wrong);
      expect((await server.hover('untitled:draft.md', range.start))?.range).toEqual(range);
      const [correct] = await server.actions('untitled:draft.md', range);
      expect(applied(text, correct)).toBe(text.replace(wrong, rightValues[index] ?? ''));
    }
    const [all] = await server.actions('untitled:draft.md', rangeOf(text, 'title'), {
      only: ['source.fixAll.stet'],
    });
    expect(applied(text, all)).toBe(windows(withRightValues));
  });

  it('keeps its line ends when a figure is let stand', async () => {
    server = await startServer();
    const text = windows(wrongDraft);
    await server.open('untitled:draft.md', text);
    const actions = await server.actions('untitled:draft.md', rangeOf(text, '$40bn'));
    const letStand = actions.find(({ kind }) => kind === 'quickfix.stet.suppress');
    const changed = applied(text, letStand);
    expect(changed).toContain('<!-- stet openai-aws.value');
    expect(changed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('a draft without a file', () => {
  it('is judged by the first folder where it is untitled', async () => {
    writePack(join(folder, 'facts'), '$12 billion');
    server = await startServer({ folders: [folder] });
    await server.open('untitled:Untitled-1', exampleDraft);
    expect(await server.pull('untitled:Untitled-1')).toHaveLength(1);
  });

  it('is judged by the shipped record alone where it lies in a virtual workspace', async () => {
    writePack(join(folder, 'facts'), '$12 billion');
    server = await startServer({ folders: [folder] });
    const uri = 'vscode-vfs://github/acme/drafts/draft.md';
    const text = `${wrongDraft}\n${exampleDraft}`;
    await server.open(uri, text);
    expect(marked(text, await server.pull(uri))).toEqual(wrongValues);
  });
});

describe('a document of which a client says odd things', () => {
  it('is taken as it was opened last', async () => {
    server = await startServer();
    const uri = 'untitled:draft.md';
    await server.open(uri, wrongDraft);
    await server.open(uri, withRightValues);
    expect(await server.pull(uri)).toEqual([]);
    await server.close(uri);
    await server.close(uri);
    await server.change(uri, 9, [{ text: wrongDraft }]);
    expect(await server.pull(uri)).toEqual([]);
    await server.open(uri, wrongDraft);
    expect(await server.pull(uri)).toHaveLength(7);
  });

  it('takes ranges beyond its end for its end', async () => {
    server = await startServer();
    const uri = 'untitled:draft.md';
    await server.open(uri, 'A note.\n');
    const beyond = { line: 900, character: 900 };
    await server.change(uri, 2, [{ range: { start: beyond, end: beyond }, text: wrongDraft }]);
    expect((await server.pull(uri)).length).toBeGreaterThan(0);
    expect(await server.hover(uri, beyond)).toBeNull();
  });
});

describe('a folder of the workspace that is a pack and goes', () => {
  it('leaves the drafts checked by what is left', async () => {
    writePack(join(folder, 'facts'), '$12 billion');
    mkdirSync(join(folder, 'drafts'));
    server = await startServer({ folders: [folder] });
    const uri = fileOf('drafts/draft.md');
    const text = `${wrongDraft}\n${exampleDraft}`;
    await server.open(uri, text);
    expect(await server.pull(uri)).toHaveLength(8);
    rmSync(join(folder, 'facts'), { recursive: true });
    const refreshes = server.refreshes.all.length;
    await server.filesChanged([join(folder, 'facts')], FileChangeType.Deleted);
    await server.refreshes.first('A refresh', () => server.refreshes.all.length > refreshes);
    expect(marked(text, await server.pull(uri))).toEqual(wrongValues);
  });
});

function fileOf(path: string): string {
  return uriOf(join(folder, path));
}

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

function statusOf(uri: string): Promise<StatusParams> {
  return server.statuses.first(`The status of ${uri}`, (one) => one.uri === uri);
}

/** Wait until what was pushed last for a draft has so many marks. */
async function pushed(uri: string, count: number): Promise<void> {
  await server.published.first(`${count} marks in ${uri}`, () => {
    const last = server.published.all.findLast((one) => one.uri === uri);
    return last?.diagnostics.length === count;
  });
}
