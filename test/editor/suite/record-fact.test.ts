import { ok, strictEqual } from 'node:assert';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, fileUri, firstConflict, openDraft, takingWhatIsOffered } from './editor.ts';

const pack = fileUri('facts/pack.yaml');
const article = fileUri('article.txt');

const PACK = `pack: mine
title: My own record
entities:
  acme: { name: Acme Widgets, type: company }
sources:
  ledger: { title: The ledger }
statements:
  - id: acme.founding-date
    subject: acme
    property: founding-date
    value: 1974
    references:
      - { source: ledger, line: 1, exact: "1974" }
`;
const ARTICLE = `News of widgets

Acme Widgets was founded in 1976.

Acme Widgets took in revenue of $4.5 billion in the third quarter of 2025.
`;
const ADDED = `  - id: acme.revenue-2025-q3
    subject: acme
    property: revenue
    value: $4.5 billion
    time: 2025-Q3
    references:
      - { source: article, line: 5, exact: $4.5 billion }
`;

describe('Recording a fact from the selection', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileUri('facts'), { recursive: true, useTrash: false });
    await vscode.workspace.fs.delete(article, { useTrash: false });
  });

  it('asks, shows the YAML, writes it into the pack, and undo takes it back', async () => {
    await write(pack, PACK);
    await write(article, ARTICLE);
    const { uri } = await openDraft('article.txt');
    await firstConflict(uri); // the pack is in use
    const editor = vscode.window.activeTextEditor;
    ok(editor, 'the article is open');
    editor.selection = new vscode.Selection(4, 0, 4, 74);

    const recording = vscode.commands.executeCommand<string>('stet.recordFact');
    // A new source, by the title it has; then: record it.
    strictEqual(await takingWhatIsOffered(recording), 'acme.revenue-2025-q3');
    const written = await read(pack);
    ok(written.endsWith(ADDED), written);
    ok(written.includes('  article:\n    title: News of widgets\n'), written);

    const shown = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === pack.toString(),
    );
    ok(shown, 'the pack is shown');
    await vscode.window.showTextDocument(shown.document, shown.viewColumn);
    await vscode.commands.executeCommand('undo');
    strictEqual(shown.document.getText(), PACK);
  });
});

async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
