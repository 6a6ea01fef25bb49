import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { wrongDraft } from './drafts.ts';
import { type RunningServer, startServer } from './start-server.ts';

/** One server for all; each test has its own draft, and one that is never paused. */
let server: RunningServer;
let uri: string;
let drafts = 0;
const other = 'untitled:other.md';

beforeAll(async () => {
  server = await startServer();
  await server.open(other, wrongDraft);
});

beforeEach(async () => {
  drafts += 1;
  uri = `untitled:draft-${drafts}.md`;
  await server.open(uri, wrongDraft);
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

describe('pausing', () => {
  it('silences one draft, says so in its status, and leaves the others alone', async () => {
    expect(await server.pull(uri)).toHaveLength(7);
    await pause([uri]);
    expect(await server.pull(uri)).toEqual([]);
    expect(await server.pull(other)).toHaveLength(7);
    const status = await server.statuses.first('The pause', ({ cause }) => cause !== null);
    expect(status).toMatchObject({
      uri,
      cause: 'paused',
      reason: 'Checking is paused for this file',
      counts: { conflict: 0 },
    });
  });

  it('ends with the next list that does not name the draft', async () => {
    await pause([uri]);
    expect(await server.pull(uri)).toEqual([]);
    await pause([]);
    expect(await server.pull(uri)).toHaveLength(7);
  });

  it('asks the client to show the drafts anew', async () => {
    await server.pull(uri);
    const heard = server.refreshes.all.length;
    await pause([uri]);
    await server.refreshes.first('A refresh', () => server.refreshes.all.length > heard);
  });

  it('lasts while the draft is closed', async () => {
    await pause([uri]);
    await server.close(uri);
    await server.open(uri, wrongDraft);
    expect(await server.pull(uri)).toEqual([]);
  });

  it('is not undone by a list that is none', async () => {
    await server.connection.sendNotification('stet/pause', {});
    await server.connection.sendNotification('stet/pause', { uris: [7] });
    expect(await server.pull(uri)).toHaveLength(7);
  });
});

describe('what a client remembers as paused', () => {
  it('is silent from the start, however its file is spelt', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stet-'));
    const file = join(folder, 'draft.md');
    writeFileSync(file, wrongDraft);
    const fileUri = pathToFileURL(file).href;
    const again = await startServer({
      initializationOptions: { status: true, paused: [fileUri.replace('draft', '%64raft'), 7] },
    });
    await again.open(fileUri, wrongDraft);
    expect(await again.pull(fileUri)).toEqual([]);
    await again.open(other, wrongDraft);
    expect(await again.pull(other)).toHaveLength(7);
    expect(await again.stop()).toBe(0);
    rmSync(folder, { recursive: true });
  });
});

function pause(uris: readonly string[]): Promise<void> {
  return server.connection.sendNotification('stet/pause', { uris });
}
