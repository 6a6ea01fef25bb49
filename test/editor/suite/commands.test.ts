import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import {
  closeAll,
  conflicts,
  diagnosticsWhen,
  fileUri,
  firstConflict,
  openDraft,
} from './editor.ts';

describe('The command', () => {
  afterEach(closeAll);

  it('for the sample opens a copy that is checked, and is free to edit', async () => {
    await vscode.commands.executeCommand('stet.openSample');
    const sample = vscode.window.activeTextEditor?.document;
    ok(sample?.isUntitled, 'an untitled document is open');
    strictEqual(sample.languageId, 'markdown');
    ok(await firstConflict(sample.uri));
  });

  it('for the workspace checks drafts that are not open', async () => {
    const result = await vscode.commands.executeCommand<{ files: number }>('stet.checkWorkspace');
    ok(result.files >= 3, `${result.files} drafts`);
    await diagnosticsWhen(
      fileUri('unopened/note.txt'),
      'A conflict in a draft that is not open',
      (all) => conflicts(all).length > 0,
    );
  });

  it('to restart brings the marks back', async () => {
    const draft = await openDraft('deal.md');
    await firstConflict(draft.uri);
    await vscode.commands.executeCommand('stet.restart');
    ok(await firstConflict(draft.uri));
  });

  it('exists for every entry of the manifest', async () => {
    const manifest = vscode.extensions.getExtension('stet.stet')?.packageJSON;
    const promised: string[] = manifest.contributes.commands.map(
      ({ command }: { command: string }) => command,
    );
    const registered = await vscode.commands.getCommands(true);
    deepStrictEqual(
      promised.filter((command) => !registered.includes(command)),
      [],
    );
  });
});
