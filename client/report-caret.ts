import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { CaretMethod, CaretParams } from '../server/lsp/protocol.ts';
import { isDraft } from './is-draft.ts';

const caretMethod: CaretMethod = 'stet/caret';

/**
 * Tell the server where the caret goes after an edit, so that a figure held back while it was written is shown as soon
 * as the caret leaves it. Only then: a caret that moves through a finished draft is nobody's business.
 */
export function reportCaret(client: LanguageClient): vscode.Disposable {
  /** The line of the last edit, as long as the caret has not left it. */
  let edited: { readonly document: vscode.TextDocument; readonly line: number } | undefined;

  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const [change] = contentChanges;
      if (change === undefined || !isDraft(document)) return;
      edited = { document, line: change.range.start.line };
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections }) => {
      const caret = selections[0]?.active;
      if (edited?.document !== document || caret === undefined || !client.isRunning()) return;
      if (caret.line !== edited.line) edited = undefined;
      const params: CaretParams = {
        textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
        position: client.code2ProtocolConverter.asPosition(caret),
        version: document.version,
      };
      void client.sendNotification(caretMethod, params);
    }),
  );
}
