import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import {
  actionsAt,
  closeAll,
  codeOf,
  diagnosticsOf,
  diagnosticsWhen,
  fileUri,
  firstConflict,
  openDraft,
  takingWhatIsOffered,
  when,
} from './editor.ts';

const name = 'correct.md';
const baseline = fileUri('stet-baseline.json');

/** Two-character line ends and emoji before every figure: offsets and lines must not get out of step. */
const DRAFT = [
  '---',
  'date: 2025-11-05',
  '---',
  '',
  '🚢🧑‍✈️ OpenAI signed a five-year deal with Amazon Web Services, worth \\$40 billion.',
  '',
  '🚢 OpenAI’s deal with Amazon Web Services is worth **$41bn**.',
  '',
  '🚢 OpenAI’s infrastructure commitments come to $1.5 trillion.',
  '',
  '🚢 OpenAI’s deal with Amazon Web Services is worth $38.2 billion.',
  '',
].join('\r\n');

const CORRECTED = DRAFT.replace('five-year', 'seven-year')
  .replace('\\$40 b', '\\$38 b')
  .replace('$41bn', '$38bn');

const MARKED = ['five-year', '\\$40 billion', '$41bn', '$1.5 trillion', '$38.2 billion'];

describe('Correcting', () => {
  afterEach(async () => {
    await closeAll();
    await remove(fileUri(name));
    await remove(baseline);
  });

  it('offers the correction first, then the same claim everywhere, then letting it stand', async () => {
    const draft = await open();
    const actions = await stetActionsAt(draft, '$41bn');
    deepStrictEqual(
      actions.filter(({ kind }) => kind?.value !== 'quickfix.stet.cite').map(({ title }) => title),
      [
        'Correct to “$38bn”',
        'Correct this claim everywhere in this draft (2 figures)',
        'Let “$41bn” stand, with a reason',
        'Dismiss “$41bn” into the baseline',
      ],
    );
    deepStrictEqual(
      actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title),
      ['Correct to “$38bn”'],
    );
  });

  it('puts the same claim right everywhere, each figure in its own form', async () => {
    const draft = await open();
    const action = (await stetActionsAt(draft, '$41bn')).find(({ title }) =>
      title.includes('everywhere'),
    );
    ok(action?.edit, 'an action with an edit');
    ok(await vscode.workspace.applyEdit(action.edit), 'it is applied');
    strictEqual(draft.getText(), CORRECTED.replace('seven-year', 'five-year'));
  });

  it('on save keeps line ends, emoji and mark-up, and leaves what is disputed or only finer', async () => {
    const editor = vscode.workspace.getConfiguration('editor');
    await editor.update('codeActionsOnSave', { 'source.fixAll.stet': 'explicit' });
    try {
      const draft = await open();
      const edit = new vscode.WorkspaceEdit();
      edit.insert(draft.uri, draft.lineAt(draft.lineCount - 1).range.end, '\r\n');
      await vscode.workspace.applyEdit(edit);
      ok(await draft.save(), 'it is saved');
      strictEqual(draft.getText(), `${CORRECTED}\r\n`);
      strictEqual(await read(draft.uri), `${CORRECTED}\r\n`);
      await marks(draft, ['$1.5 trillion', '$38.2 billion']);
    } finally {
      await editor.update('codeActionsOnSave', undefined);
    }
  });

  it('lets a figure stand with the reason given, and one undo takes that back', async () => {
    const draft = await open();
    await execute(await commandAt(draft, '$41bn', 'Let'), { reason: 'the desk was told so' });
    const comment = '<!-- stet openai-aws.value: the desk was told so -->\r\n';
    strictEqual(draft.getText(), DRAFT.replace('🚢 OpenAI’s deal', `${comment}🚢 OpenAI’s deal`));
    await marks(
      draft,
      MARKED.filter((text) => text !== '$41bn'),
    );
    await vscode.commands.executeCommand('undo');
    strictEqual(draft.getText(), DRAFT);
  });

  it('asks for the reason, and for none given shows a hint', async () => {
    const draft = await open();
    const { command, arguments: args = [] } = await commandAt(draft, '$41bn', 'Let');
    await takingWhatIsOffered(vscode.commands.executeCommand(command, ...args));
    ok(draft.getText().includes('<!-- stet openai-aws.value -->\r\n🚢'), draft.getText());
    const found = await diagnosticsWhen(draft.uri, 'A hint', (all) =>
      all.some((one) => codeOf(one) === 'suppression-without-reason'),
    );
    const hint = found.find((one) => codeOf(one) === 'suppression-without-reason');
    strictEqual(hint?.severity, vscode.DiagnosticSeverity.Hint);
  });

  it('refuses an action that was offered for an earlier text', async () => {
    const draft = await open();
    const command = await commandAt(draft, '$41bn', 'Let');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(draft.uri, new vscode.Position(4, 0), 'Now. ');
    await vscode.workspace.applyEdit(edit);
    const text = draft.getText();
    strictEqual(await execute(command, { reason: 'so' }), false);
    strictEqual(draft.getText(), text);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('dismisses into the baseline, which is followed as it changes', async () => {
    const draft = await open();
    const seen = seenByWatchers(baseline);
    await execute(await commandAt(draft, '$41bn', 'Dismiss'), { reason: 'the desk was told so' });
    const { entries } = JSON.parse(await read(baseline));
    deepStrictEqual(
      entries.map(({ path, text, reason }: Record<string, string>) => [path, text, reason]),
      [[name, '$41bn', 'the desk was told so']],
    );
    await marks(
      draft,
      MARKED.filter((text) => text !== '$41bn'),
    );
    strictEqual(draft.isDirty, false);
    await seen; // a file that comes and goes before is reported as nothing at all
    await vscode.workspace.fs.delete(baseline);
    await marks(draft, MARKED);
  });

  it('takes a figure out of the baseline again', async () => {
    const draft = await open();
    await execute(await commandAt(draft, '$41bn', 'Dismiss'), { reason: 'so' });
    await marks(
      draft,
      MARKED.filter((text) => text !== '$41bn'),
    );
    await execute(await commandAt(draft, '$41bn', 'out of the baseline'), {});
    await marks(draft, MARKED);
  });

  it('marks the mistake of a baseline in its file', async () => {
    await open();
    await vscode.workspace.fs.writeFile(
      baseline,
      new TextEncoder().encode('{\n  "version": 1,,\n}'),
    );
    await when(
      () => diagnosticsOf(baseline).length > 0,
      (check) => vscode.languages.onDidChangeDiagnostics(check),
      () => 'a mark in the baseline',
    );
    const [mistake] = diagnosticsOf(baseline);
    strictEqual(mistake?.severity, vscode.DiagnosticSeverity.Error);
    strictEqual(mistake.range.start.line, 1);
  });
});

/** The draft of these tests, once everything in it is marked. */
async function open(): Promise<vscode.TextDocument> {
  await vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(DRAFT));
  const draft = await openDraft(name);
  await firstConflict(draft.uri);
  await marks(draft, MARKED);
  return draft;
}

/** Wait until these figures are marked in the draft, and no others. */
async function marks(draft: vscode.TextDocument, expected: readonly string[]): Promise<void> {
  const markedIn = (all: readonly vscode.Diagnostic[]): readonly string[] =>
    [...all]
      .sort((one, other) => one.range.start.compareTo(other.range.start))
      .map(({ range }) => draft.getText(range));
  await diagnosticsWhen(
    draft.uri,
    `Marks at ${expected.join(', ')}`,
    (all) => JSON.stringify(markedIn(all)) === JSON.stringify(expected),
  );
}

async function stetActionsAt(
  draft: vscode.TextDocument,
  words: string,
): Promise<readonly vscode.CodeAction[]> {
  const start = draft.positionAt(draft.getText().indexOf(words) + 1);
  const actions = await actionsAt(draft.uri, new vscode.Range(start, start), 'quickfix');
  return actions.filter(({ kind }) => kind?.value.startsWith('quickfix.stet.'));
}

async function commandAt(
  draft: vscode.TextDocument,
  words: string,
  what: string,
): Promise<vscode.Command> {
  const actions = await stetActionsAt(draft, words);
  const command = actions.find(({ title }) => title.includes(what))?.command;
  ok(command, `a command to ${what} among ${JSON.stringify(actions.map(({ title }) => title))}`);
  return command;
}

/** Run a command of an action, with more said than the action says. */
async function execute({ command, arguments: [finding] = [] }: vscode.Command, more: object) {
  return vscode.commands.executeCommand<boolean>(command, { ...finding, ...more });
}

async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** Settles when the editor's watchers have noticed that a file is there. */
async function seenByWatchers(uri: vscode.Uri): Promise<void> {
  const folder = vscode.Uri.joinPath(uri, '..');
  const name = uri.path.slice(folder.path.length + 1);
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(folder, name),
  );
  let isSeen = false;
  watcher.onDidCreate(() => {
    isSeen = true;
  });
  await when(
    () => isSeen,
    (check) => watcher.onDidCreate(check),
    () => `a watcher's word of ${name}`,
  );
  watcher.dispose();
}

async function remove(uri: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
}
