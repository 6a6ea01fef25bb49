import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type {
  FiguresMethod,
  FiguresParams,
  FiguresResult,
  RecordedFigure,
} from '../../server/lsp/protocol.ts';

const figuresMethod: FiguresMethod = 'stet/figures';

/** An entry of the list; one without a figure only says something. */
interface FigureItem extends vscode.QuickPickItem {
  readonly figure?: RecordedFigure;
}

/**
 * Let the writer look a value up on the whole record, and put it in place of the selection in the form of the draft.
 * Returns what was put in, undefined when nothing was.
 */
export async function insertFigure(client: LanguageClient): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    void vscode.window.showInformationMessage('Open the draft that wants a figure first');
    return undefined;
  }
  const figure = await pick(client, editor);
  if (figure === undefined) return undefined;
  const { document, selection } = editor;
  const before = document.getText(
    new vscode.Range(document.lineAt(selection.start).range.start, selection.start),
  );
  const text = /[\p{L}\p{N},;:]$/u.test(before) ? ` ${figure.text}` : figure.text;
  const isDone = await editor.edit((edit) => edit.replace(selection, text));
  if (!isDone) return undefined;
  const end = editor.selection.end;
  editor.selection = new vscode.Selection(end, end);
  return figure.text;
}

/** The server looks for what is typed; the list shows what it finds, in its order. */
async function pick(
  client: LanguageClient,
  { document, selection }: vscode.TextEditor,
): Promise<RecordedFigure | undefined> {
  const list = vscode.window.createQuickPick<FigureItem>();
  list.title = 'Insert a Figure from the Record';
  list.placeholder = 'Words of what you look for: whose figure it is, what of, the value, a source';
  const asking = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    position: client.code2ProtocolConverter.asPosition(selection.start),
  };
  let search = new vscode.CancellationTokenSource();
  const look = async (query: string): Promise<void> => {
    search.cancel();
    search = new vscode.CancellationTokenSource();
    const { token } = search;
    list.busy = true;
    const params: FiguresParams = { ...asking, query };
    const result = await client
      .sendRequest<FiguresResult>(figuresMethod, params, token)
      .catch(() => undefined); // cancelled, or the client library has said what is wrong
    if (token.isCancellationRequested) return;
    list.busy = false;
    if (result !== undefined) list.items = itemsOf(result);
  };
  const picked = new Promise<RecordedFigure | undefined>((resolve) => {
    list.onDidAccept(() => {
      const [item] = list.selectedItems;
      if (item?.figure === undefined) return;
      resolve(item.figure);
      list.hide();
    });
    list.onDidHide(() => resolve(undefined));
  });
  list.onDidChangeValue(look);
  list.show();
  void look('');
  try {
    return await picked;
  } finally {
    search.cancel();
    list.dispose();
  }
}

function itemsOf({ figures, more, reason }: FiguresResult): readonly FigureItem[] {
  const items = figures.map((figure) => ({
    label: figure.text,
    description: figure.title,
    detail: figure.detail,
    alwaysShow: true,
    figure,
  }));
  const note = reason ?? (more > 0 ? `${more} more; type on to narrow them down` : '');
  return note === '' ? items : [...items, { label: note, alwaysShow: true }];
}
