import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, takingWhatIsOffered, when } from './editor.ts';

const supported = 'In 2022 AWS had a market share of 34 per cent, as is known.\n';
const cited =
  'In 2022 AWS had a market share of 34 per cent,[^1] as is known.\n\n[^1]: “OpenAI’s $38B AWS Bet Reshapes Cloud AI Power Balance”.\n';

describe('Writing', () => {
  afterEach(closeAll);

  it('offers the recorded figure behind the words that call for it', async () => {
    const { document } = await open('OpenAI is valued at ');
    const items = await completions(document.uri, new vscode.Position(0, 20), ' ');
    const [item] = items;
    strictEqual(labelOf(item), '$500 billion');
    strictEqual(item?.detail, 'as of October 2025');
    const documentation = item?.documentation;
    ok(documentation instanceof vscode.MarkdownString, 'it is documented');
    ok(documentation.value.includes('OpenAI, valuation'), documentation.value);
  });

  it('offers nothing behind another space', async () => {
    const { document } = await open('OpenAI is ');
    deepStrictEqual(await completions(document.uri, new vscode.Position(0, 10), ' '), []);
  });

  it('cites a figure by a footnote, and takes it back with one undo', async () => {
    const editor = await open(supported);
    putCaretAt(editor, '34');
    await insertCitation(editor.document);
    strictEqual(withoutTitle(editor.document.getText()), withoutTitle(cited));
    await vscode.commands.executeCommand('undo');
    strictEqual(editor.document.getText(), supported);
  });

  it('cites in the style that is set', async () => {
    const settings = vscode.workspace.getConfiguration('stet');
    await settings.update('citation.style', 'parenthesis');
    try {
      const editor = await open(supported);
      putCaretAt(editor, '34');
      await insertCitation(editor.document);
      ok(
        /34 per cent \(“.+”\), as is known/.test(editor.document.getText()),
        editor.document.getText(),
      );
    } finally {
      await settings.update('citation.style', undefined);
    }
  });

  it('has every source of a figure in the list of citations', async () => {
    const editor = await open('OpenAI signed a $38 billion deal with Amazon Web Services.');
    const actions = await citations(editor.document, '$38');
    ok(actions.length > 1, `several citations, not ${actions.length}`);
    ok(
      actions.every(({ title }) => title.startsWith('Cite “')),
      actions.map(({ title }) => title).join(),
    );
  });

  it('gives the citation of the figure at the caret', async () => {
    const editor = await open(supported);
    putCaretAt(editor, '34');
    const copied = await vscode.commands.executeCommand<string>('stet.copyCitation');
    strictEqual(await vscode.env.clipboard.readText(), copied);
    ok(/^“.+”$/.test(copied), copied);
  });

  it('inserts a figure from the record in the form of the draft', async () => {
    const editor = await open('It cost $5bn. OpenAI is worth');
    const end = editor.document.lineAt(0).range.end;
    editor.selection = new vscode.Selection(end, end);
    const inserting = vscode.commands.executeCommand<string>('stet.insertFigure');
    const inserted = await takingWhatIsOffered(inserting);
    strictEqual(editor.document.getText(), `It cost $5bn. OpenAI is worth ${inserted}`);
    ok(editor.selection.isEmpty, 'the caret stands behind it');
    strictEqual(editor.selection.active.character, editor.document.getText().length);
  });

  it('has snippets for letting figures stand', async () => {
    const editor = await open('');
    const name = 'Let the next block stand';
    await vscode.commands.executeCommand('editor.action.insertSnippet', {
      langId: 'markdown',
      name,
    });
    strictEqual(editor.document.getText(), '<!-- stet statement-id: reason -->\n');
  });
});

async function open(content: string): Promise<vscode.TextEditor> {
  const draft = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  return vscode.window.showTextDocument(draft);
}

function putCaretAt(editor: vscode.TextEditor, words: string): void {
  const at = placeOf(editor.document, words);
  editor.selection = new vscode.Selection(at, at);
}

function placeOf(document: vscode.TextDocument, words: string): vscode.Position {
  const offset = document.getText().indexOf(words);
  ok(offset >= 0, `${words} is in the draft`);
  return document.positionAt(offset);
}

async function insertCitation(document: vscode.TextDocument): Promise<void> {
  const before = document.getText();
  await citations(document, '34'); // the server has read the draft
  await vscode.commands.executeCommand('stet.insertCitation');
  await when(
    () => document.getText() !== before,
    (check) => vscode.workspace.onDidChangeTextDocument(check),
    () => 'a citation is inserted',
  );
}

async function citations(
  document: vscode.TextDocument,
  words: string,
): Promise<readonly vscode.CodeAction[]> {
  const at = placeOf(document, words);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(at, at),
    'quickfix.stet.cite',
  );
}

/** What Stet offers: values, where others offer words and snippets. */
async function completions(
  uri: vscode.Uri,
  position: vscode.Position,
  trigger: string,
): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
    trigger,
  );
  return list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Value);
}

function labelOf(item: vscode.CompletionItem | undefined): string | undefined {
  return typeof item?.label === 'object' ? item.label.label : item?.label;
}

/** Which of the sources is cited is the record's affair. */
function withoutTitle(text: string): string {
  return text.replace(/“.+”/, '“…”');
}
