import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DiagnosticSeverity, FileChangeType } from 'vscode-languageserver/node';
import type { CheckWorkspaceResult } from '../../server/lsp/protocol.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { marked, wrongDraft } from './drafts.ts';
import { exampleDraft, factsFile, factsText, removePack, writePack } from './example-pack.ts';
import { pushedClient, type RunningServer, startServer } from './start-server.ts';

/** What `writePack` writes. Of the shipped packs and the vocabulary none is kept: they come parsed, in dist/packs.json. */
const FILES_OF_A_PACK = 2;

let server: RunningServer;
let root: string;

beforeEach(() => {
  root = temporaryFolder();
});

afterEach(async () => {
  expect(await server.stop()).toBe(0);
});

describe('the folders of a workspace', () => {
  it('each check their own drafts with their own pack, though the packs disagree', async () => {
    const [north, south] = makeFolders({ north: '$12 billion', south: '$15 billion' });
    server = await startServer({ folders: [north, south] });
    expect(await findingsOf(north)).toEqual([expect.stringContaining('$12 billion')]);
    expect(await findingsOf(south)).toEqual([]);
    const { counts } = await server.connection.sendRequest<CheckWorkspaceResult>(
      'stet/checkWorkspace',
      {},
    );
    expect(counts).toMatchObject({ conflict: 1, supported: 1 });
  });

  it('that lie in one another: the innermost is asked', async () => {
    const [outer] = makeFolders({ outer: '$12 billion' });
    const inner = join(outer, 'inner');
    writePack(join(inner, 'facts'), '$15 billion');
    writeFileSync(draftOf(inner), exampleDraft);
    server = await startServer({ folders: [outer, inner] });
    expect(await findingsOf(outer)).toHaveLength(1);
    expect(await findingsOf(inner)).toEqual([]);
    await refreshedBy(() => server.foldersChanged({ removed: [inner] }));
    expect(await pull(inner)).toEqual([expect.stringContaining('$12 billion')]);
  });

  it('may come and go', async () => {
    const [north, south] = makeFolders({ north: '$12 billion', south: '$13 billion' });
    server = await startServer({ folders: [north] });
    expect(await findingsOf(north)).toHaveLength(1);
    expect(await findingsOf(south)).toEqual([]);
    await refreshedBy(() => server.foldersChanged({ added: [south], removed: [north] }));
    expect(await pull(north)).toEqual([]);
    expect(await pull(south)).toEqual([expect.stringContaining('$13 billion')]);
  });

  it('keep to themselves what is wrong with a pack', async () => {
    const [north, south] = makeFolders({ north: '$12 billion', south: '$15 billion' });
    server = await startServer({ folders: [north, south] });
    expect(await findingsOf(north)).toHaveLength(1);
    expect(await findingsOf(south)).toEqual([]);
    writeFileSync(factsFile(join(north, 'facts')), 'statements: "never closed\n');
    await refreshedBy(() => told(factsFile(join(north, 'facts')), FileChangeType.Changed));
    expect(await pull(north)).toEqual([expect.stringContaining('$12 billion')]);
    const status = await server.statuses.first('A note', ({ notes }) => notes.length > 0);
    expect(status.uri).toBe(uriOf(draftOf(north)));
    expect(status.notes[0]).toMatch(/Checking goes on with the facts as they were before$/);
    writeFileSync(factsFile(join(south, 'facts')), factsText('$16 billion'));
    await refreshedBy(() => told(factsFile(join(south, 'facts')), FileChangeType.Changed));
    expect(await pull(south)).toEqual([expect.stringContaining('$16 billion')]);
  });
});

describe('a pack.yaml', () => {
  it('makes a folder a pack when it appears, and no pack when it goes', async () => {
    const [north] = makeFolders({ north: '$12 billion' });
    const pack = join(north, 'facts');
    const [there, away] = [join(pack, 'pack.yaml'), join(north, 'pack.yaml.away')];
    renameSync(there, away);
    server = await startServer({ folders: [north] });
    expect(await findingsOf(north)).toEqual([]);
    renameSync(away, there);
    await refreshedBy(() => told(there, FileChangeType.Created));
    expect(await pull(north)).toHaveLength(1);
    renameSync(there, away);
    await refreshedBy(() => told(there, FileChangeType.Deleted));
    expect(await pull(north)).toEqual([]);
  });

  it('is seen to come and go where the client watches nothing', async () => {
    const [north] = makeFolders({ north: '$12 billion' });
    const pack = join(north, 'facts');
    server = await startServer({ folders: [north], capabilities: pushedClient });
    await server.open(uriOf(draftOf(north)), exampleDraft);
    await published(draftOf(north), 1);
    removePack(pack);
    await published(draftOf(north), 0);
    const before = server.published.all.length;
    mkdirSync(pack);
    writePack(pack, '$13 billion');
    await server.published.first('The finding again', (one) => {
      const isNew = server.published.all.indexOf(one) >= before;
      return isNew && one.uri === uriOf(draftOf(north)) && one.diagnostics.length === 1;
    });
  });
});

describe('a pack that overrides an entry of the shipped one', () => {
  it('says so at its place, and is what drafts are checked against', async () => {
    const [north] = makeFolders({ north: '$12 billion' });
    writeFileSync(
      join(north, 'facts', 'more.yaml'),
      `statements:
  - id: openai-aws.value
    subject: openai-aws
    property: value
    value: $40 billion
    references: [{ source: ledger, line: 4, exact: $40bn }]
`,
    );
    server = await startServer({ folders: [north] });
    const { diagnostics } = await server.published.first('The note', (one) =>
      one.uri.endsWith('/more.yaml'),
    );
    expect(diagnostics).toMatchObject([
      { code: 'override', severity: DiagnosticSeverity.Information, range: { start: { line: 1 } } },
    ]);
    await server.open(uriOf(draftOf(north)), wrongDraft);
    const found = await server.pull(uriOf(draftOf(north)));
    const values = marked(wrongDraft, found);
    expect(values).toContain('five-year');
    expect(values).not.toContain('$40bn');
  });
});

describe('the cache of parsed packs', () => {
  it('lies where the client says, and a later start is the same with it', async () => {
    const [north] = makeFolders({ north: '$12 billion' });
    const cacheFolder = join(root, 'storage', 'packs');
    const initializationOptions = { status: true, cacheFolder };
    server = await startServer({ folders: [north], initializationOptions });
    expect(await findingsOf(north)).toHaveLength(1);
    const kept = readdirSync(cacheFolder);
    expect(kept).toHaveLength(FILES_OF_A_PACK);
    expect(await server.stop()).toBe(0);
    server = await startServer({ folders: [north], initializationOptions });
    expect(await findingsOf(north)).toEqual([expect.stringContaining('$12 billion')]);
    expect(readdirSync(cacheFolder)).toEqual(kept);
  });

  it("lies in the system's folder for clients that say nothing, and nowhere for those that want none", async () => {
    const [north] = makeFolders({ north: '$12 billion' });
    const cacheHome = join(root, 'cache');
    const initializationOptions = { status: true, cacheFolder: null };
    server = await startServer({ folders: [north], cacheHome, initializationOptions });
    expect(await findingsOf(north)).toHaveLength(1);
    expect(await server.stop()).toBe(0);
    expect(existsSync(cacheHome)).toBe(false);
    server = await startServer({ folders: [north], cacheHome });
    expect(await findingsOf(north)).toHaveLength(1);
    expect(readdirSync(join(cacheHome, 'stet'))).toHaveLength(FILES_OF_A_PACK);
    rmSync(cacheHome, { recursive: true });
  });
});

/** Workspace folders, each with a draft and a pack that gives the valuation; their paths. */
function makeFolders<Name extends string>(valuations: Readonly<Record<Name, string>>) {
  const folders = Object.entries<string>(valuations).map(([name, valuation]) => {
    const folder = join(root, name);
    writePack(join(folder, 'facts'), valuation);
    writeFileSync(draftOf(folder), exampleDraft);
    return folder;
  });
  const [first = '', second = ''] = folders;
  return [first, second] as const;
}

function draftOf(folder: string): string {
  return join(folder, 'draft.md');
}

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** Open the folder's draft; the messages of what is found in it. */
async function findingsOf(folder: string): Promise<readonly string[]> {
  await server.open(uriOf(draftOf(folder)), exampleDraft);
  return pull(folder);
}

async function pull(folder: string): Promise<readonly string[]> {
  const diagnostics = await server.pull(uriOf(draftOf(folder)));
  return diagnostics.map(({ message }) => String(message));
}

function published(path: string, count: number) {
  return server.published.first(
    `${count} findings`,
    ({ uri, diagnostics }) => uri === uriOf(path) && diagnostics.length === count,
  );
}

function told(path: string, type: FileChangeType): Promise<void> {
  return server.filesChanged([path], type);
}

/** Do something that makes the server ask for fresh diagnostics, and wait until it asks. */
async function refreshedBy(change: () => Promise<void>): Promise<void> {
  const before = server.refreshes.all.length;
  await change();
  await server.refreshes.first('A refresh', () => server.refreshes.all.length > before);
}
