import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  FileChangeType,
  WorkDoneProgress,
} from 'vscode-languageserver/node';
import type { CheckWorkspaceResult } from '../../server/lsp/protocol.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { withRightValues, wrongDraft } from './drafts.ts';
import { type RunningServer, startServer } from './start-server.ts';

let server: RunningServer;
let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'drafts'));
  write('drafts/wrong.md', wrongDraft);
  write('drafts/right.md', withRightValues);
  write('notes.txt', 'Nothing is on record about this.\n');
  write('data.csv', '$40bn\n');
});

afterEach(async () => {
  expect(await server.stop()).toBe(0);
});

describe('checking the workspace', () => {
  it('counts every draft and shows the findings of those that are not open', async () => {
    server = await startServer({ folders: [folder] });
    const result = await check();
    expect(result).toMatchObject({ files: 3, skipped: [], cancelled: false });
    expect(result.counts).toMatchObject({ conflict: 7, disputed: 0 });
    await shown('drafts/wrong.md', 7);
  });

  it('takes an open draft as its editor has it, and leaves showing it to the editor', async () => {
    server = await startServer({ folders: [folder] });
    await server.open(uriOf('drafts/wrong.md'), withRightValues);
    const { files, counts } = await check();
    expect({ files, conflict: counts.conflict }).toEqual({ files: 3, conflict: 0 });
    expect(server.published.all.filter(({ uri }) => uri === uriOf('drafts/wrong.md'))).toEqual([]);
  });

  it('leaves out what it cannot read, and says why', async () => {
    writeFileSync(join(folder, 'latin.md'), Buffer.from([0x63, 0x61, 0x66, 0xe9]));
    server = await startServer({ folders: [folder] });
    const { files, skipped } = await check();
    expect(files).toBe(3);
    expect(skipped).toEqual([{ uri: uriOf('latin.md'), reason: expect.stringContaining('UTF-8') }]);
  });

  it('reports its progress to the token it was given', async () => {
    server = await startServer({ folders: [folder] });
    const reports: unknown[] = [];
    server.connection.onProgress(WorkDoneProgress.type, 'mine', (value) => {
      reports.push(value);
    });
    await check('mine');
    expect(reports[0]).toMatchObject({ kind: 'begin' });
    expect(reports).toContainEqual(expect.objectContaining({ kind: 'report', percentage: 33 }));
    expect(reports.at(-1)).toEqual({ kind: 'end' });
  });

  it('can be stopped, and tells what was checked until then', async () => {
    for (let index = 0; index < 300; index++) write(`drafts/${index}.md`, wrongDraft);
    server = await startServer({ folders: [folder] });
    const source = new CancellationTokenSource();
    server.connection.onProgress(WorkDoneProgress.type, 'mine', ({ kind }) => {
      if (kind === 'report') source.cancel();
    });
    const result = await check('mine', source);
    expect(result.cancelled).toBe(true);
    expect(result.files).toBeLessThan(300);
  });
});

describe('a draft whose findings are shown though it is not open', () => {
  it('gives them up to its editor, and shows them again when it is closed', async () => {
    server = await startServer({ folders: [folder] });
    await check();
    await server.open(uriOf('drafts/wrong.md'), wrongDraft);
    await shown('drafts/wrong.md', 0);
    write('drafts/wrong.md', wrongDraft.replace('$40bn', '$38bn'));
    await server.close(uriOf('drafts/wrong.md'));
    await shown('drafts/wrong.md', 6);
  });

  it('is checked again when it changes, and cleared when it goes', async () => {
    server = await startServer({ folders: [folder] });
    await check();
    write('drafts/wrong.md', wrongDraft.replace('$40bn', '$38bn'));
    await server.filesChanged([join(folder, 'drafts/wrong.md')], FileChangeType.Changed);
    await shown('drafts/wrong.md', 6);
    rmSync(join(folder, 'drafts/wrong.md'));
    await server.filesChanged([join(folder, 'drafts/wrong.md')], FileChangeType.Deleted);
    await shown('drafts/wrong.md', 0);
  });
});

function check(workDoneToken?: string, source = new CancellationTokenSource()) {
  const params = workDoneToken === undefined ? {} : { workDoneToken };
  return server.connection.sendRequest<CheckWorkspaceResult>(
    'stet/checkWorkspace',
    params,
    source.token,
  );
}

/** Wait until so many findings are published for a file. */
function shown(path: string, count: number) {
  return server.published.first(
    `${count} findings of ${path}`,
    ({ uri, diagnostics }) => uri === uriOf(path) && diagnostics.length === count,
  );
}

function write(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

function uriOf(path: string): string {
  return pathToFileURL(join(folder, path)).href;
}
