import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClientCapabilities, Position } from 'vscode-languageserver/node';
import { HeldBack } from '../../server/lsp/held-back.ts';
import { marked, rangeOf } from './drafts.ts';
import { pullingClient, pushedClient, type RunningServer, startServer } from './start-server.ts';

/** Three servers load their facts at once. */
const STARTS_WITHIN = 30_000;

const before = 'OpenAI signed a ';
const after = ' deal with Amazon Web Services. OpenAI owes Oracle $250bn.';
const elsewhere = '$250bn';

let pulling: RunningServer;
let pushing: RunningServer;
/** It pulls, and cannot be told to pull again. */
let limited: RunningServer;
let uri: string;
let drafts = 0;

beforeAll(async () => {
  const { diagnostics, ...workspace } = pullingClient.workspace ?? {};
  [pulling, pushing, limited] = await Promise.all([
    startWarm(pullingClient),
    startWarm(pushedClient),
    startWarm({ ...pullingClient, workspace }),
  ]);
}, STARTS_WITHIN);

beforeEach(() => {
  drafts += 1;
  uri = `untitled:draft-${drafts}.md`;
});

afterAll(async () => {
  for (const server of [pulling, pushing, limited]) expect(await server.stop()).toBe(0);
});

describe('HeldBack', () => {
  const text = 'worth $40bn, and more';
  const figure = { start: 6, end: 11 };
  const released: string[] = [];
  let held: HeldBack;

  beforeEach(() => {
    vi.useFakeTimers();
    released.length = 0;
    held = new HeldBack({ textOf: () => text, onRelease: (name) => released.push(name) });
    held.edited(uri, [11]);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('releases what was held back when the caret leaves it, and tells once', () => {
    expect(held.isHeldBack(uri, text, figure)).toBe(true);
    held.caretMoved(uri, 8);
    expect(released).toEqual([]);
    held.caretMoved(uri, 14);
    expect(released).toEqual([uri]);
    expect(held.isHeldBack(uri, text, figure)).toBe(false);
    vi.advanceTimersByTime(5_000);
    expect(released).toEqual([uri]);
  });

  it('releases it after a pause since the last edit, however often it was asked', () => {
    vi.advanceTimersByTime(600);
    expect(held.isHeldBack(uri, text, figure)).toBe(true);
    vi.advanceTimersByTime(399);
    expect(held.isHeldBack(uri, text, figure)).toBe(true);
    vi.advanceTimersByTime(1);
    expect(released).toEqual([uri]);
    expect(held.isHeldBack(uri, text, figure)).toBe(false);
  });

  it('tells nobody where nothing was held back, or the draft was closed', () => {
    expect(held.isHeldBack(uri, text, { start: 0, end: 3 })).toBe(false);
    held.caretMoved(uri, 14);
    held.edited(uri, [11]);
    expect(held.isHeldBack(uri, text, figure)).toBe(true);
    held.forget(uri);
    vi.advanceTimersByTime(5_000);
    expect(released).toEqual([]);
  });
});

describe('a figure that is being written', () => {
  it('is held back, while all else is shown', async () => {
    const text = await write(pulling, '$40bn');
    expect(marked(text, await pulling.pull(uri))).toEqual([elsewhere]);
    const status = await pulling.statuses.first('The status', (one) => one.version === 6);
    expect(status.counts.conflict).toBe(1);
  });

  it('is held back while its unit is still to come', async () => {
    const text = await write(pulling, '$40 bil');
    expect(marked(text, await pulling.pull(uri))).toEqual([elsewhere]);
  });

  it('is shown after a pause, without another edit', async () => {
    const text = await write(pulling, '$40bn');
    expect(marked(text, await pulling.pull(uri))).toEqual([elsewhere]);
    await shown(text, ['$40bn', elsewhere]);
  });

  it('is shown when the writer goes on elsewhere', async () => {
    const text = await write(pulling, '$40bn');
    await pulling.pull(uri);
    const end = { line: 0, character: text.length };
    await pulling.change(uri, 7, [{ range: { start: end, end }, text: ' ' }]);
    expect(marked(text, await pulling.pull(uri))).toEqual(['$40bn', elsewhere]);
  });

  it('is shown as soon as the caret leaves it, where the client tells', async () => {
    const text = await write(pulling, '$40bn');
    await pulling.pull(uri);
    await caretAt({ line: 0, character: 3 });
    await shown(text, ['$40bn', elsewhere]);
  });

  it('stays held back while the caret moves within it', async () => {
    const text = await write(pulling, '$40bn');
    await caretAt(rangeOf(text, '40bn').start);
    expect(marked(text, await pulling.pull(uri))).toEqual([elsewhere]);
  });

  it('is pushed after the pause to a client that is pushed to', async () => {
    const text = await write(pushing, '$40bn');
    const held = await pushed((found) => found.length === 1);
    expect(held).toEqual([elsewhere]);
    expect(await pushed((found) => found.length === 2)).toEqual(['$40bn', elsewhere]);

    function pushed(matches: (found: readonly string[]) => boolean) {
      const shown = (one: { diagnostics: Parameters<typeof marked>[1] }) =>
        marked(text, one.diagnostics);
      return pushing.published
        .first('Diagnostics', (one) => one.uri === uri && one.version === 6 && matches(shown(one)))
        .then(shown);
    }
  });

  it('is shown at once to a client that could not be told to ask again', async () => {
    const text = await write(limited, '$40bn');
    expect(marked(text, await limited.pull(uri))).toEqual(['$40bn', elsewhere]);
  });

  it('is shown at once where it was pasted', async () => {
    await pulling.open(uri, before + after);
    const at: Position = { line: 0, character: before.length };
    await pulling.change(uri, 2, [{ range: { start: at, end: at }, text: '$40bn' }]);
    expect(marked(`${before}$40bn${after}`, await pulling.pull(uri))).toEqual(['$40bn', elsewhere]);
  });

  it('is never held back in a draft that was only opened', async () => {
    const text = `${before}$40bn${after}`;
    await pulling.open(uri, text);
    expect(marked(text, await pulling.pull(uri))).toEqual(['$40bn', elsewhere]);
  });

  it('is not taken for one by a place of another version', async () => {
    const text = await write(pulling, '$40bn');
    await pulling.connection.sendNotification('stet/caret', {
      textDocument: { uri },
      position: { line: 0, character: 3 },
      version: 5,
    });
    expect(marked(text, await pulling.pull(uri))).toEqual([elsewhere]);
  });
});

/** A server with its facts loaded, which takes longer than the pause after which nothing is held back. */
async function startWarm(capabilities: ClientCapabilities): Promise<RunningServer> {
  const server = await startServer({ capabilities });
  await server.open('untitled:first.md', before);
  await server.hover('untitled:first.md', { line: 0, character: 0 });
  return server;
}

/** Open the draft without the figure and type what is missing, a character at a time; the draft as it is then. */
async function write(server: RunningServer, typed: string): Promise<string> {
  await server.open(uri, before + after);
  for (const [index, text] of [...typed].entries()) {
    const at: Position = { line: 0, character: before.length + index };
    await server.change(uri, index + 2, [{ range: { start: at, end: at }, text }]);
  }
  return before + typed + after;
}

/** Pull whenever the server asks for it, until these figures are marked. */
async function shown(text: string, figures: readonly string[]): Promise<void> {
  for (;;) {
    const heard = pulling.refreshes.all.length;
    const found = marked(text, await pulling.pull(uri));
    if (found.join() === figures.join()) return;
    await pulling.refreshes.first('A refresh', () => pulling.refreshes.all.length > heard);
  }
}

function caretAt(position: Position): Promise<void> {
  const params = { textDocument: { uri }, position, version: 6 };
  return pulling.connection.sendNotification('stet/caret', params);
}
