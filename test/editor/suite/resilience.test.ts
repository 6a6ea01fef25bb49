import { deepStrictEqual, ok, rejects, strictEqual } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { sep } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import {
  closeAll,
  conflicts,
  diagnosticsOf,
  diagnosticsWhen,
  fileUri,
  firstConflict,
  openDraft,
  rename,
  when,
} from './editor.ts';

const CRASHES_BORNE = 4;
const CHECKS_AGAIN_AFTER_MS = 50;
const LONGER_THAN_SYNCED = 53_000_000; // VS Code shows extensions no file over 50 MiB
const LONGER_THAN_CHECKED = 6_000_000;

describe('The language server, when it crashes,', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('stet.restart'); // earlier crashes are forgiven
    await closeLog();
    await closeAll();
  });

  it('is started again, says so, and goes on checking what is open', async () => {
    const draft = await openDraft('deal.md');
    await firstConflict(draft.uri);
    const log = await openLog();
    await crash();
    await logged(log, /stopped unexpectedly and was started again/);
    await replace(draft, 'five-year', 'seven-year');
    await diagnosticsWhen(draft.uri, 'One mark less', (all) => all.length === 6);
  });

  it('again and again, stays stopped and says what to do, until it is started anew', async () => {
    const draft = await openDraft('deal.md');
    await firstConflict(draft.uri);
    const log = await openLog();
    for (let crashes = 0; crashes < CRASHES_BORNE; crashes++) {
      const before = log.getText().length;
      await crash();
      await logged(log, /statements in use/, before);
    }
    await crash();
    await logged(log, /stays stopped\. Where one draft brings it about, close that draft/);
    await diagnosticsWhen(draft.uri, 'No mark of a server that is gone', (all) => all.length === 0);
    await vscode.commands.executeCommand('stet.restart');
    await firstConflict(draft.uri);
  });
});

describe('A draft that is not as a draft should be', () => {
  afterEach(closeAll);

  it('loses its marks with its language, and has them back with it', async () => {
    const draft = await openDraft('deal.md');
    await firstConflict(draft.uri);
    await vscode.languages.setTextDocumentLanguage(draft, 'json');
    await diagnosticsWhen(draft.uri, 'No mark in JSON', (all) => all.length === 0);
    await vscode.languages.setTextDocumentLanguage(draft, 'markdown');
    await diagnosticsWhen(draft.uri, 'Seven marks again', (all) => all.length === 7);
  });

  it('takes its marks along when it is renamed', async () => {
    const [before, after] = [fileUri('moving.md'), fileUri('renamed.md')];
    await openDraft('moving.md');
    await firstConflict(before);
    await rename(before, after);
    try {
      await firstConflict(after);
      await diagnosticsWhen(before, 'No mark under the old name', (all) => all.length === 0);
    } finally {
      await rename(after, before);
    }
  });

  it('stays checked when its file is deleted under it', async () => {
    const uri = fileUri('short-lived.md');
    await write(uri, 'OpenAI signed a five-year deal with Amazon Web Services.\n');
    const draft = await openDraft('short-lived.md');
    await firstConflict(uri);
    await replace(draft, 'five-year', 'six-year'); // what is not saved stays open
    await vscode.workspace.fs.delete(uri, { useTrash: false });
    await diagnosticsWhen(uri, 'The six years', (all) =>
      all.some(({ range }) => draft.getText(range) === 'six-year'),
    );
    await closeAll();
    await diagnosticsWhen(uri, 'No mark of what is gone', (all) => all.length === 0);
  });

  it('is not checked when it is too long, nor are others held up', async () => {
    const long = fileUri('long.md');
    const huge = fileUri('huge.md');
    await write(long, textOf(LONGER_THAN_CHECKED));
    await write(huge, textOf(LONGER_THAN_SYNCED));
    try {
      await openDraft('long.md');
      await rejects(async () => vscode.workspace.openTextDocument(huge), /50\s?MB/);
      const draft = await openDraft('deal.md');
      await diagnosticsWhen(draft.uri, 'Seven marks', (all) => all.length === 7);
      deepStrictEqual(diagnosticsOf(long), []);
    } finally {
      await closeAll();
      for (const uri of [long, huge]) await vscode.workspace.fs.delete(uri, { useTrash: false });
    }
  });

  it('is put right with CRLF and emoji in it, and keeps both', async () => {
    const uri = fileUri('windows.md');
    await write(uri, '🧠 OpenAI signed a five-year,\r\n$40bn deal with Amazon Web Services.\r\n');
    try {
      const draft = await openDraft('windows.md');
      strictEqual(draft.eol, vscode.EndOfLine.CRLF);
      await diagnosticsWhen(uri, 'Two conflicts', (all) => conflicts(all).length === 2);
      await vscode.commands.executeCommand('stet.fixAll');
      await diagnosticsWhen(uri, 'No conflict', (all) => conflicts(all).length === 0);
      const right = '🧠 OpenAI signed a seven-year,\r\n$38bn deal with Amazon Web Services.\r\n';
      strictEqual(draft.getText(), right);
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(uri, { useTrash: false });
    }
  });
});

describe('The log', () => {
  afterEach(async () => {
    await set('trace.server', undefined);
    await closeLog();
    await closeAll();
  });

  it('has levels: what is to be put right is a warning', async () => {
    const log = await openLog();
    await openDraft('deal.md');
    await logged(log, /\[info\].* statements in use/);
    await write(fileUri('facts/pack.yaml'), 'pack: [unclosed\n');
    try {
      await logged(log, /\[warning\].*facts.*pack\.yaml/);
    } finally {
      await vscode.workspace.fs.delete(fileUri('facts'), { recursive: true, useTrash: false });
    }
  });

  it('follows the setting stet.trace.server while it is at the level of traces', async () => {
    const log = await openLog();
    const draft = await openDraft('deal.md');
    await firstConflict(draft.uri);
    await logged(log, /\[trace\].*Sending request 'textDocument\/diagnostic/);
    ok(!log.getText().includes('Params: {'), 'messages without what they say');
    await set('trace.server', 'verbose');
    await replace(draft, 'five-year', 'six-year');
    await logged(log, /Params: \{/);
  });
});

/** End the server as a crash does, and wait until another runs in its place or none may any more. */
async function crash(): Promise<void> {
  const running = await serverProcess();
  process.kill(running, 'SIGKILL');
  await until('the server to end', () => !serverProcesses().includes(running));
}

/** The process of the server, once there is one. */
async function serverProcess(): Promise<number> {
  await until('a server to run', () => serverProcesses().length > 0);
  return serverProcesses()[0] ?? 0;
}

/** The servers that this extension host has started. */
function serverProcesses(): readonly number[] {
  const server = ['dist', 'server.js'].join(sep);
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s(.*)$/.exec(line) ?? [])
    .filter(([, , parent, state, args]) => {
      const isEnded = state?.startsWith('Z') === true;
      return Number(parent) === process.pid && !isEnded && args?.includes(server) === true;
    })
    .map(([, id]) => Number(id));
}

/** Wait for what no event of the editor tells of. */
async function until(what: string, isTrue: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, CHECKS_AGAIN_AFTER_MS));
  }
}

/** The log as the editor shows it; only a log that is shown is a document. */
async function openLog(): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('stet.showLog');
  const find = () =>
    vscode.workspace.textDocuments.find(
      ({ uri }) => uri.scheme === 'output' && uri.path.includes('stet.stet'),
    );
  await when(
    () => find() !== undefined,
    (check) => vscode.workspace.onDidOpenTextDocument(check),
    () => `the log among ${vscode.workspace.textDocuments.map(({ uri }) => uri.toString())}`,
  );
  const log = find();
  ok(log, 'the log is open');
  return log;
}

async function closeLog(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closePanel');
}

/** Wait for a line in the log, behind an offset where one is given. */
async function logged(log: vscode.TextDocument, line: RegExp, from = 0): Promise<void> {
  await when(
    () => line.test(log.getText().slice(from)),
    (check) => vscode.workspace.onDidChangeTextDocument(check),
    () => `${line} in the log, which ends: ${log.getText().slice(-1_000)}`,
  );
}

async function replace(draft: vscode.TextDocument, old: string, by: string): Promise<void> {
  const start = draft.getText().indexOf(old);
  ok(start >= 0, `${old} is in the draft`);
  const range = new vscode.Range(draft.positionAt(start), draft.positionAt(start + old.length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(draft.uri, range, by);
  await vscode.workspace.applyEdit(edit);
}

function textOf(length: number): string {
  const line = 'OpenAI signed a five-year deal with Amazon Web Services.\n';
  return line.repeat(Math.ceil(length / line.length));
}

async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

async function set(name: string, value: unknown): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('stet');
  await configuration.update(name, value, vscode.ConfigurationTarget.Workspace);
}
