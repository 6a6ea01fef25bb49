import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type {
  RecordFactChange,
  RecordFactMethod,
  RecordFactParams,
  RecordFactQuestion,
  RecordFactResult,
} from '../../server/lsp/protocol.ts';
import { showPreview } from '../preview.ts';

const recordFactMethod: RecordFactMethod = 'stet/recordFact';

const CHOICES = {
  record: { label: '$(check) Record', detail: 'Write it and save the file' },
  edit: {
    label: '$(edit) Edit first',
    detail: 'Put it into the file and go there; nothing is saved',
  },
} as const;

/**
 * Put on record what the selection, or the sentence at the cursor, states. Asks for what the server cannot read from it,
 * shows the YAML, and makes one edit that undo takes back.
 * Returns the id of the statement, undefined when nothing was recorded.
 */
export async function recordFact(client: LanguageClient): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    void vscode.window.showInformationMessage('Open the text that states the fact first');
    return undefined;
  }
  const result = await settle(client, editor);
  if (result === undefined) return undefined;
  if (result.kind === 'nothing') {
    void vscode.window.showInformationMessage(result.reason);
    return undefined;
  }
  const preview = await showPreview('New on record.yaml', result.preview);
  const choice = await confirm(result.summary);
  await preview.close();
  if (choice === undefined || !(await apply(result.changes))) return undefined;
  if (choice === CHOICES.record) await save(result.changes);
  else await goTo(result.changes);
  vscode.window.setStatusBarMessage(`Stet: on record as "${result.statement}"`, 5_000);
  return result.statement;
}

/** Ask until the server has all it needs; undefined when the writer gives up. */
async function settle(
  client: LanguageClient,
  { document, selection }: vscode.TextEditor,
): Promise<Exclude<RecordFactResult, { kind: 'question' }> | undefined> {
  const asking = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    range: client.code2ProtocolConverter.asRange(selection),
  };
  const answers: Record<string, string> = {};
  for (;;) {
    const params: RecordFactParams = { ...asking, answers };
    const result = await client.sendRequest<RecordFactResult>(recordFactMethod, params);
    if (result.kind !== 'question') return result;
    const answer = await ask(result.question);
    if (answer === undefined) return undefined;
    answers[result.question.about] = answer;
  }
}

/** The answer of the writer: one of the options, or where it may be another one, what is written. */
async function ask(question: RecordFactQuestion): Promise<string | undefined> {
  const { prompt, options, isOpen, suggestion = '' } = question;
  if (options.length === 0)
    return vscode.window.showInputBox({ prompt, value: suggestion, ignoreFocusOut: true });
  const written = { label: '$(edit) Something else…', description: '', value: undefined };
  const items = [
    ...options.map(({ value, label, detail }) => ({ label, description: detail, value })),
    ...(isOpen ? [written] : []),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: prompt,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (picked !== written) return picked?.value;
  return vscode.window.showInputBox({ prompt, ignoreFocusOut: true });
}

function confirm(summary: string) {
  const choices = Object.values(CHOICES);
  return vscode.window.showQuickPick(choices, { title: summary, ignoreFocusOut: true });
}

async function apply(changes: readonly RecordFactChange[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, isNew, range, text } of changes) {
    const target = vscode.Uri.parse(uri);
    if (isNew) edit.createFile(target, { ignoreIfExists: true });
    edit.replace(target, toRange(range), text);
  }
  const isApplied = await vscode.workspace.applyEdit(edit);
  if (!isApplied) void vscode.window.showWarningMessage('The pack could not be changed');
  return isApplied;
}

async function save(changes: readonly RecordFactChange[]): Promise<void> {
  for (const { uri } of changes) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    await document.save();
  }
}

/** Only the file of the statement is left open: what it rests on is saved. */
async function goTo(changes: readonly RecordFactChange[]): Promise<void> {
  const last = changes.at(-1);
  await save(changes.slice(0, -1));
  if (last === undefined) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(last.uri));
  await vscode.window.showTextDocument(document, { selection: toRange(last.range) });
}

function toRange({ start, end }: RecordFactChange['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
