import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import {
  actionsAt,
  closeAll,
  codeOf,
  conflicts,
  diagnosticsOf,
  diagnosticsWhen,
  firstConflict,
  hoverAt,
  openDraft,
  when,
} from './editor.ts';

describe('A draft', () => {
  afterEach(closeAll);

  it('is marked: the sample that ships with the extension has conflicts', async () => {
    const draft = await openDraft('sample-draft.md');
    const conflict = await firstConflict(draft.uri);
    strictEqual(conflict.source, 'stet');
    strictEqual(conflict.severity, vscode.DiagnosticSeverity.Warning);
    ok(draft.getText(conflict.range).trim() !== '', 'the mark covers text');
  });

  it('is marked at every wrong figure and nowhere else', async () => {
    const draft = await openDraft('deal.md');
    const found = await diagnosticsWhen(draft.uri, 'Seven conflicts', (all) => all.length === 7);
    const marked = [...found].sort((a, b) => a.range.start.compareTo(b.range.start));
    deepStrictEqual(
      marked.map((one) => [draft.getText(one.range), codeOf(one)]),
      [
        ['five-year', 'conflict'],
        ['$40bn', 'conflict'],
        ['November 5', 'conflict'],
        ['H100', 'conflict'],
        ['$600 billion', 'conflict'],
        ['$250bn', 'conflict'],
        ['$300bn', 'conflict'],
      ],
    );
  });

  it('stays unmarked where every figure is right', async () => {
    const draft = await openDraft('right.md');
    // A wrong sentence at the end tells when the whole draft has been read.
    const wrong = 'OpenAI signed a five-year deal with Amazon Web Services.';
    const edit = new vscode.WorkspaceEdit();
    edit.insert(draft.uri, new vscode.Position(draft.lineCount, 0), `\n${wrong}\n`);
    await vscode.workspace.applyEdit(edit);
    await firstConflict(draft.uri);
    const marked = diagnosticsOf(draft.uri).map(({ range }) => draft.getText(range));
    deepStrictEqual(marked, ['five-year']);
  });

  it('shows what the record says, and who says it, in the hover', async () => {
    const draft = await openDraft('deal.md');
    await firstConflict(draft.uri);
    const hover = await hoverAt(draft.uri, placeOf(draft, '$40bn'));
    ok(hover.includes('$38 billion'), `the record's value in: ${hover}`);
    ok(/\bline \d+\b/i.test(hover), `the place in the source in: ${hover}`);
  });

  it('is put right by the preferred action, and the mark goes', async () => {
    const draft = await openDraft('deal.md');
    await firstConflict(draft.uri);
    const before = diagnosticsOf(draft.uri);
    const money = before.find(({ range }) => draft.getText(range) === '$40bn');
    ok(money, 'the conflict of $40bn');

    const actions = await actionsAt(draft.uri, money.range, 'quickfix');
    const preferred = actions.find(({ isPreferred }) => isPreferred);
    ok(preferred?.edit, `a preferred action with an edit among ${titles(actions)}`);
    strictEqual(preferred.kind?.value, 'quickfix.stet.correct');
    await vscode.workspace.applyEdit(preferred.edit);

    ok(draft.getText().includes('a five-year, $38bn deal'), draft.getText());
    await diagnosticsWhen(draft.uri, 'One mark less', (all) => all.length === before.length - 1);
  });

  it('is put right at once by fix all', async () => {
    const draft = await openDraft('deal.md');
    await firstConflict(draft.uri);
    await vscode.commands.executeCommand('stet.fixAll');
    await when(
      () => draft.isDirty,
      (check) => vscode.workspace.onDidChangeTextDocument(check),
      () => 'fix all changes the draft',
    );
    await diagnosticsWhen(draft.uri, 'No conflict', (all) => conflicts(all).length === 0);
    for (const figure of ['seven-year', '$38bn', 'November 3', '$500 billion', 'GB200 and GB300']) {
      ok(draft.getText().includes(figure), `${figure} in: ${draft.getText()}`);
    }
  });

  it('has no conflict left after fix all, the sample too', async () => {
    const draft = await openDraft('sample-draft.md');
    await firstConflict(draft.uri);
    await vscode.commands.executeCommand('stet.fixAll');
    await diagnosticsWhen(draft.uri, 'No conflict', (all) => conflicts(all).length === 0);
  });

  it('is put right on save where the settings ask for it', async () => {
    const editor = vscode.workspace.getConfiguration('editor');
    await editor.update('codeActionsOnSave', { 'source.fixAll.stet': 'explicit' });
    try {
      const draft = await openDraft('saved.md');
      await firstConflict(draft.uri);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(draft.uri, new vscode.Position(draft.lineCount, 0), '\n');
      await vscode.workspace.applyEdit(edit);
      await draft.save();
      await diagnosticsWhen(draft.uri, 'No conflict', (all) => conflicts(all).length === 0);
    } finally {
      await editor.update('codeActionsOnSave', undefined);
    }
  });
});

function placeOf(draft: vscode.TextDocument, text: string): vscode.Position {
  const offset = draft.getText().indexOf(text);
  ok(offset >= 0, `${text} is in the draft`);
  return draft.positionAt(offset);
}

function titles(actions: readonly vscode.CodeAction[]): string {
  return JSON.stringify(actions.map(({ title }) => title));
}
