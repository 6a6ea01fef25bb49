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
  await show(result.changes, choice);
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

type Choice = (typeof CHOICES)[keyof typeof CHOICES];

function confirm(summary: string): Thenable<Choice | undefined> {
  const choices = Object.values(CHOICES);
  return vscode.window.showQuickPick<Choice>(choices, { title: summary, ignoreFocusOut: true });
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

/** The file of the statement comes in the place of the preview; what it rests on is saved in any case. */
async function show(changes: readonly RecordFactChange[], choice: Choice): Promise<void> {
  for (const [index, { uri, range }] of changes.entries()) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const isLast = index === changes.length - 1;
    if (!isLast || choice === CHOICES.record) await document.save();
    if (!isLast) continue;
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: choice === CHOICES.record,
      selection: toRange({ start: range.start, end: range.start }),
    });
  }
}

function toRange({ start, end }: RecordFactChange['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
