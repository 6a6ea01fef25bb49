import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type ApplyWorkspaceEditParams,
  ApplyWorkspaceEditRequest,
  type CodeAction,
  DiagnosticSeverity,
  ExecuteCommandRequest,
  FileChangeType,
  ShowMessageNotification,
} from 'vscode-languageserver/node';
import type { CheckWorkspaceResult, FindingReference } from '../../server/lsp/protocol.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { applied, marked, rangeOf, wrongDraft, wrongValues } from './drafts.ts';
import {
  pullingClient,
  pushedClient,
  type RunningServer,
  type StartOptions,
  startServer,
} from './start-server.ts';

/** A client as VS Code's: it sends commands back, asks for reasons, and applies edits. */
const asking = {
  capabilities: {
    ...pullingClient,
    workspace: { ...pullingClient.workspace, executeCommand: {}, applyEdit: true },
  },
  initializationOptions: { status: true, asksReasons: true },
};

const plain = 'OpenAI signed a five-year, $40bn deal with Amazon Web Services.\n';

let server: RunningServer;
let folder: string;
let uri: string;
/** What the server asked the client to do and to say. */
let edits: ApplyWorkspaceEditParams[];
let messages: string[];

beforeEach(() => {
  folder = temporaryFolder({ 'a.txt': plain, 'draft.md': wrongDraft });
  uri = pathToFileURL(join(folder, 'draft.md')).href;
});

afterEach(async () => {
  expect(await server.stop()).toBe(0);
});

describe('the light bulb at a finding', () => {
  it('offers the correction, all of the same claim, letting it stand, dismissing it, and all', async () => {
    await start();
    const twice = `${wrongDraft}\nOpenAI’s deal with Amazon Web Services is worth \\$41 billion.\n`;
    await server.open(uri, twice);
    const actions = await offered(twice, '$40bn');
    expect(actions.map(({ title, kind }) => [title, kind])).toEqual([
      ['Correct to “$38bn”', 'quickfix.stet.correct'],
      ['Correct this claim everywhere in this draft (2 figures)', 'quickfix.stet.correct'],
      ['Let “$40bn” stand, with a reason', 'quickfix.stet.suppress'],
      ['Dismiss “$40bn” into the baseline', 'quickfix.stet.suppress'],
      ['Correct all 8 figures in this draft', 'source.fixAll.stet'],
    ]);
    const everywhere = applied(twice, actions[1]);
    expect(everywhere).toBe(twice.replace('$40bn', '$38bn').replace('\\$41 b', '\\$38 b'));
  });

  it('offers no baseline to clients that send no command back, nor for what is no file', async () => {
    await start({ ...asking, capabilities: pushedClient });
    await server.open(uri, wrongDraft);
    expect(await titlesOf(wrongDraft, '$40bn')).not.toContain('Dismiss “$40bn” into the baseline');
    await server.stop();
    await start();
    uri = 'untitled:draft.md';
    await server.open(uri, wrongDraft);
    expect(await titlesOf(wrongDraft, '$40bn')).not.toContain('Dismiss “$40bn” into the baseline');
  });

  it('offers the baseline alone where nothing can be commented', async () => {
    await start();
    const alone = [
      'Correct to “$38bn”',
      'Dismiss “$40bn” into the baseline',
      'Correct all 2 figures in this draft',
    ];
    const title = `---\ntitle: ${plain}---\n`;
    await server.open(uri, title);
    expect(await titlesOf(title, '$40bn')).toEqual(alone);
    uri = pathToFileURL(join(folder, 'a.txt')).href;
    await server.open(uri, plain, 'plaintext');
    expect(await titlesOf(plain, '$40bn')).toEqual(alone);
  });
});

describe('letting a figure stand', () => {
  it('is an edit of this version of the draft, with the reason that the client asked for', async () => {
    await start();
    await server.open(uri, wrongDraft);
    expect(await execute('$40bn', 'stand', { reason: 'the desk knows --> so | so' })).toBe(true);
    const text = appliedEdit();
    expect(text).toContain('<!-- stet openai-aws.value: the desk knows –> so | so -->\nOpenAI');
    expect(edits[0]?.edit.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }]);
    await server.change(uri, 2, [{ text }]);
    expect(marked(text, await server.pull(uri))).not.toContain('$40bn');
  });

  it('may be without a reason, which a hint then asks for', async () => {
    await start();
    await server.open(uri, wrongDraft);
    await execute('$40bn', 'stand', { reason: ' ' });
    const text = appliedEdit();
    expect(text).toContain('<!-- stet openai-aws.value -->\nOpenAI');
    await server.change(uri, 2, [{ text }]);
    const hints = (await server.pull(uri)).filter(({ code }) => code !== 'conflict');
    expect(hints).toMatchObject([
      { code: 'suppression-without-reason', severity: DiagnosticSeverity.Hint },
    ]);
  });

  it('comes as an edit with a reason to complete to clients that ask for none', async () => {
    await start({ capabilities: asking.capabilities });
    await server.open(uri, wrongDraft);
    const action = (await offered(wrongDraft, '$40bn')).find(({ title }) => title.includes('Let'));
    expect(action?.command).toBeUndefined();
    expect(applied(wrongDraft, action)).toContain('<!-- stet openai-aws.value: checked with … -->');
  });

  it('is refused once the draft has changed, and says so', async () => {
    await start();
    await server.open(uri, wrongDraft);
    const stale = await commandOf('$40bn', 'stand');
    await server.change(uri, 2, [{ text: wrongDraft.replace('A test', 'Another test') }]);
    expect(await run(stale, { reason: 'so' })).toBe(false);
    expect(edits).toEqual([]);
    expect(messages).toEqual([expect.stringContaining('The draft has changed since')]);
  });

  it('says so too when the client will not apply the edit', async () => {
    await start();
    server.connection.onRequest(ApplyWorkspaceEditRequest.type, () => ({ applied: false }));
    await server.open(uri, wrongDraft);
    expect(await execute('$40bn', 'stand', { reason: 'so' })).toBe(false);
    expect(messages).toEqual([expect.stringContaining('The draft has changed since')]);
  });

  it.each([
    ['no arguments', undefined],
    ['no finding', [3]],
    ['no range', [{ uri: 'x', version: 1, statement: 'x' }]],
    ['a closed draft', [{ uri: 'file:///x.md', version: 1, statement: 'x', range: range() }]],
  ])('does nothing for %s', async (_, given) => {
    await start();
    const answer = await server.connection.sendRequest(ExecuteCommandRequest.type, {
      command: 'stet.letStand',
      ...(given === undefined ? {} : { arguments: given }),
    });
    expect(answer).toBe(false);
    expect(edits).toEqual([]);
  });
});

describe('dismissing into the baseline', () => {
  it('writes an entry, and the finding goes; taken out again it comes back', async () => {
    await start();
    await server.open(uri, wrongDraft);
    expect(marked(wrongDraft, await server.pull(uri))).toContain('$40bn');
    await refreshed(() => execute('$40bn', 'Dismiss', { reason: 'the desk knows' }));
    expect(baseline().entries).toMatchObject([
      { path: 'draft.md', statement: 'openai-aws.value', text: '$40bn', reason: 'the desk knows' },
    ]);
    expect(marked(wrongDraft, await server.pull(uri))).not.toContain('$40bn');
    const status = await server.statuses.first('A count', ({ counts }) => counts.suppressed === 1);
    expect(status.counts.conflict).toBe(6);

    await refreshed(() => execute('$40bn', 'out of the baseline'));
    expect(baseline().entries).toEqual([]);
    expect(marked(wrongDraft, await server.pull(uri))).toContain('$40bn');
  });

  it('keeps every entry when several are dismissed at once', async () => {
    await start();
    await server.open(uri, wrongDraft);
    const commands = await Promise.all(
      ['five-year', '$40bn', 'November 5'].map((words) => commandOf(words, 'Dismiss')),
    );
    await Promise.all(commands.map((command) => run(command, { reason: 'so' })));
    expect(baseline().entries.map(({ text }: { text: string }) => text)).toEqual([
      'November 5',
      'five-year',
      '$40bn',
    ]);
  });

  it('is refused once the draft has changed', async () => {
    await start();
    await server.open(uri, wrongDraft);
    const stale = await commandOf('$40bn', 'Dismiss');
    await server.change(uri, 2, [{ text: wrongDraft.replace('A test', 'Another test') }]);
    expect(await run(stale, { reason: 'so' })).toBe(false);
    expect(existsSync(baselineFile())).toBe(false);
    expect(messages).toEqual([expect.stringContaining('The draft has changed since')]);
  });

  it('touches no baseline with a mistake in it, and says where that is', async () => {
    writeFileSync(baselineFile(), '{\n  "version": 1,\n');
    await start();
    await server.open(uri, wrongDraft);
    expect(await execute('$40bn', 'Dismiss', { reason: 'so' })).toBe(false);
    expect(messages).toEqual([expect.stringMatching(/stet-baseline\.json:\d: This is no JSON/)]);
    expect(readFileSync(baselineFile(), 'utf8')).toBe('{\n  "version": 1,\n');
  });
});

describe('a baseline', () => {
  it('goes on holding while the draft is edited, and for a draft that is not open', async () => {
    await start();
    await server.open(uri, wrongDraft);
    await refreshed(() => execute('$40bn', 'Dismiss', { reason: 'so' }));
    const place = rangeOf(wrongDraft, 'OpenAI').start;
    const change = { range: { start: place, end: place }, text: 'It is late.\r\n\r\n' };
    await server.change(uri, 2, [change]);
    const edited = wrongDraft.replace('OpenAI', 'It is late.\r\n\r\nOpenAI');
    expect(marked(edited, await server.pull(uri))).toEqual(
      wrongValues.filter((value) => value !== '$40bn'),
    );
    await server.close(uri);
    const { counts } = await server.connection.sendRequest<CheckWorkspaceResult>(
      'stet/checkWorkspace',
      {},
    );
    expect(counts).toMatchObject({ suppressed: 1 });
  });

  it('is followed as it changes on disk', async () => {
    await start();
    await server.open(uri, wrongDraft);
    await refreshed(() => execute('$40bn', 'Dismiss', { reason: 'so' }));
    const text = readFileSync(baselineFile(), 'utf8');
    await refreshed(() => onDisk('{"version": 1, "entries": []}'));
    expect(marked(wrongDraft, await server.pull(uri))).toContain('$40bn');
    await refreshed(() => onDisk(text));
    expect(marked(wrongDraft, await server.pull(uri))).not.toContain('$40bn');
  });

  it('is read again when a draft is opened, should nobody have told of its change', async () => {
    await start();
    await server.open(uri, wrongDraft);
    await refreshed(() => execute('$40bn', 'Dismiss', { reason: 'so' }));
    writeFileSync(baselineFile(), '{"version": 1, "entries": []}');
    await server.close(uri);
    await refreshed(() => server.open(uri, wrongDraft));
    expect(marked(wrongDraft, await server.pull(uri))).toContain('$40bn');
  });

  it('is watched through the client, at the root of each folder', async () => {
    await start();
    const { registerOptions } = await server.registrations.first(
      'A watcher',
      (one) =>
        one.method === 'workspace/didChangeWatchedFiles' &&
        JSON.stringify(one.registerOptions).includes('stet-baseline.json'),
    );
    expect(registerOptions).toMatchObject({
      watchers: expect.arrayContaining([
        { globPattern: { baseUri: pathToFileURL(folder).href, pattern: 'stet-baseline.json' } },
      ]),
    });
  });

  it('is watched by the server for clients that watch nothing', async () => {
    await start({ ...asking, capabilities: pushedClient });
    await server.open(uri, wrongDraft);
    await server.published.first('Seven findings', (one) => has(one, 7));
    const entry = { path: 'draft.md', statement: 'openai-aws.value', text: '$40bn' };
    const entries = [{ ...entry, sentence: '00000000', reason: 'so' }];
    writeFileSync(baselineFile(), JSON.stringify({ version: 1, entries }));
    await server.published.first('Six findings', (one) => has(one, 6));
  });

  it('that breaks is marked at its mistake, and the last good one stays in use', async () => {
    await start();
    await server.open(uri, wrongDraft);
    await refreshed(() => execute('$40bn', 'Dismiss', { reason: 'so' }));
    await refreshed(() => onDisk('{\n  "version": 1,,\n}'));
    const { diagnostics } = await publishedOf('no-json');
    expect(diagnostics).toMatchObject([
      { range: { start: { line: 1, character: 15 } }, severity: DiagnosticSeverity.Error },
    ]);
    expect(marked(wrongDraft, await server.pull(uri))).not.toContain('$40bn');
    await server.statuses.first('A note', ({ notes }) =>
      notes.some((note) => note.includes('goes on with the baseline as it was before')),
    );
  });

  it('shows what lets nothing stand, and what lacks a reason, as hints', async () => {
    await start();
    await server.open(uri, wrongDraft);
    await refreshed(() => execute('$40bn', 'Dismiss', { reason: '' }));
    const lacking = await publishedOf('entry-without-reason');
    expect(lacking.diagnostics).toMatchObject([{ severity: DiagnosticSeverity.Hint }]);
    await server.change(uri, 2, [{ text: wrongDraft.replace('$40bn', '$38bn') }]);
    await server.pull(uri);
    const unused = await publishedOf('unused-entry');
    expect(unused.diagnostics).toMatchObject([
      { code: 'entry-without-reason' },
      { code: 'unused-entry', severity: DiagnosticSeverity.Hint, range: { start: { line: 3 } } },
    ]);
  });
});

async function start(options: Partial<StartOptions> = asking): Promise<void> {
  server = await startServer({ folders: [folder], ...options });
  edits = [];
  messages = [];
  server.connection.onRequest(ApplyWorkspaceEditRequest.type, (params) => {
    edits.push(params);
    return { applied: true };
  });
  server.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
    messages.push(message);
  });
}

/** What is offered at `words`, citations aside. */
async function offered(text: string, words: string): Promise<readonly CodeAction[]> {
  const actions = await server.actions(uri, rangeOf(text, words));
  return actions.filter(({ kind }) => kind !== 'quickfix.stet.cite');
}

async function titlesOf(text: string, words: string): Promise<readonly string[]> {
  return (await offered(text, words)).map(({ title }) => title);
}

type Command = NonNullable<CodeAction['command']>;

/** The command of the action at `words` whose title says `what`. */
async function commandOf(words: string, what: string): Promise<Command> {
  const actions = await offered(wrongDraft, words);
  const command = actions.find(({ title }) => title.includes(what))?.command;
  if (command === undefined) throw new Error(`No command to ${what}`);
  return command;
}

/** Send a command back, as the client does once it has asked for the reason. */
function run({ command, arguments: [finding] = [] }: Command, more: Partial<FindingReference>) {
  return server.connection.sendRequest(ExecuteCommandRequest.type, {
    command,
    arguments: [{ ...finding, ...more }],
  });
}

/** The draft after the edit that the client was asked to make. */
function appliedEdit(): string {
  const [params] = edits;
  return applied(wrongDraft, params && { title: '', edit: params.edit });
}

async function execute(words: string, what: string, more: Partial<FindingReference> = {}) {
  return run(await commandOf(words, what), more);
}

/** Do something and wait until the client is told to ask for diagnostics again. */
async function refreshed(act: () => Promise<unknown>): Promise<void> {
  const { length } = server.refreshes.all;
  await act();
  await server.refreshes.first('A refresh', () => server.refreshes.all.length > length);
}

async function onDisk(text: string): Promise<void> {
  writeFileSync(baselineFile(), text);
  await server.filesChanged([baselineFile()], FileChangeType.Changed);
}

/** The diagnostics of the baseline, once one has this code. */
function publishedOf(code: string) {
  const file = pathToFileURL(baselineFile()).href;
  return server.published.first(
    `${code} in the baseline`,
    (one) => one.uri === file && one.diagnostics.some((diagnostic) => diagnostic.code === code),
  );
}

function has(one: { uri: string; diagnostics: readonly unknown[] }, count: number): boolean {
  return one.uri === uri && one.diagnostics.length === count;
}

function baselineFile(): string {
  return join(folder, 'stet-baseline.json');
}

function baseline() {
  return JSON.parse(readFileSync(baselineFile(), 'utf8'));
}

function range() {
  return { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
}
