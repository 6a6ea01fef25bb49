import { ok, strictEqual } from 'node:assert';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import {
  closeAll,
  diagnosticsOf,
  diagnosticsWhen,
  fileUri,
  firstConflict,
  openDraft,
} from './editor.ts';

const pack = fileUri('facts/pack.yaml');
const broken = fileUri('facts/broken.yaml');

describe('A pack of the workspace', () => {
  afterEach(async () => {
    await vscode.workspace.fs.delete(fileUri('facts'), { recursive: true, useTrash: false });
    await closeAll();
  });

  it('with an error is marked at its place, and drafts stay checked', async () => {
    const draft = await openDraft('deal.md');
    await firstConflict(draft.uri);
    const before = diagnosticsOf(draft.uri).length;

    await write(pack, 'pack: mine\ntitle: My own record\n');
    await write(broken, 'statements:\n  - id: [unclosed\n');
    const [mistake] = await diagnosticsWhen(broken, 'A mark in the pack', (all) => all.length > 0);
    strictEqual(mistake?.severity, vscode.DiagnosticSeverity.Error);
    ok(mistake.range.start.line > 0, `below the first line, not ${mistake.range.start.line}`);

    await putRight(draft, 'five-year', 'seven-year');
    await diagnosticsWhen(draft.uri, 'One mark less', (all) => all.length === before - 1);

    await write(broken, 'statements: []\n');
    await diagnosticsWhen(broken, 'No mark in the mended pack', (all) => all.length === 0);
    strictEqual(diagnosticsOf(draft.uri).length, before - 1);
  });
});

async function putRight(draft: vscode.TextDocument, wrong: string, right: string): Promise<void> {
  const start = draft.getText().indexOf(wrong);
  const range = new vscode.Range(draft.positionAt(start), draft.positionAt(start + wrong.length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(draft.uri, range, right);
  await vscode.workspace.applyEdit(edit);
}

async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}
