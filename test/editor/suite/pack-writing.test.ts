import { ok, strictEqual } from 'node:assert';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, codeOf, diagnosticsWhen, fileUri, hoverAt, openDraft } from './editor.ts';

const facts = fileUri('facts/acme.yaml');

const text = `entities:
  acme: { name: Acme Widgets, type: company }
sources:
  ledger: { title: The Acme ledger }
statements:
  - id: acme.valuation
    subject: acme
    property: valuation
    value: $12 billion
    time: 2025-11
    references:
      - { source: ledger, line: 3, exact: $12 billion }
`;

describe('Writing a pack', () => {
  beforeEach(async () => {
    await write(fileUri('facts/pack.yaml'), 'pack: mine\ntitle: My own record\n');
    await write(facts, text);
  });

  afterEach(async () => {
    await closeAll();
    for (const path of ['facts', 'about-acme.md']) {
      await vscode.workspace.fs.delete(fileUri(path), { recursive: true, useTrash: false });
    }
  });

  it('is helped from the first letter to the count of drafts', async () => {
    await write(fileUri('about-acme.md'), 'Acme Widgets is valued at $15 billion.\n');
    const draft = await openDraft('about-acme.md');
    await diagnosticsWhen(draft.uri, 'The new pack is in use', (all) => all.length === 1);
    const file = await openDraft('facts/acme.yaml');
    strictEqual(file.languageId, 'yaml');

    // A mistake shows before it is saved, and goes with it.
    const edit = new vscode.WorkspaceEdit();
    edit.replace(facts, rangeOf(file, 'source: ledger'), 'source: leger');
    await vscode.workspace.applyEdit(edit);
    const [mistake] = await diagnosticsWhen(facts, 'A mark as typed', (all) => all.length > 0);
    ok(mistake, 'a mistake is marked');
    strictEqual(codeOf(mistake), 'unknown-source');
    strictEqual(file.getText(mistake.range), 'leger');
    await vscode.commands.executeCommand('undo');
    await diagnosticsWhen(facts, 'No mark after undo', (all) => all.length === 0);

    const property = rangeOf(file, 'property: valuation').start.translate(0, 'property: '.length);
    const hover = await hoverAt(facts, property);
    ok(hover.includes('money'), `what the property is in: ${hover}`);

    const offered = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      facts,
      property,
    );
    const labels = offered.items.map(({ label }) =>
      typeof label === 'string' ? label : label.label,
    );
    ok(labels.includes('valuation') && labels.includes('revenue'), `properties in: ${labels}`);

    const [definition] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      facts,
      property,
    );
    ok(definition?.targetUri.path.endsWith('money.yaml'), `${definition?.targetUri}`);

    const id = rangeOf(file, 'acme.valuation').start;
    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      facts,
      id,
    );
    ok(
      references.some(({ uri }) => uri.path.endsWith('about-acme.md')),
      `the draft in: ${references.map(({ uri }) => uri.path)}`,
    );

    const [lens] = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      facts,
      1,
    );
    strictEqual(lens?.command?.title, 'stated in 1 draft · 1 conflict');
    // What a click does; it fails if the client does not understand what the server sends.
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
  });

  it('leaves alone YAML that belongs to no pack', async () => {
    await write(fileUri('plain.yaml'), 'statements: [\n');
    try {
      const file = await openDraft('plain.yaml');
      const offered = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        file.uri,
        1,
      );
      strictEqual(offered.length, 0);
      strictEqual(vscode.languages.getDiagnostics(file.uri).length, 0);
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(fileUri('plain.yaml'), { useTrash: false });
    }
  });
});

function rangeOf(file: vscode.TextDocument, words: string): vscode.Range {
  const start = file.getText().indexOf(words);
  ok(start >= 0, `${words} is in the file`);
  return new vscode.Range(file.positionAt(start), file.positionAt(start + words.length));
}

async function write(uri: vscode.Uri, content: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
}
