import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ExplainMethod, ExplainParams, ExplainResult } from '../../server/lsp/protocol.ts';
import type { ExplanationPage } from '../explanation-page.ts';
import { figureAsked } from './figure-place.ts';

const explainMethod: ExplainMethod = 'stet/explain';

/** Show the whole reckoning of a figure on `page`: of the one at `place`, or else of the one at the caret. */
export async function explain(
  client: LanguageClient,
  page: ExplanationPage,
  place: unknown,
): Promise<void> {
  const params: ExplainParams | undefined = figureAsked(client, place);
  if (params === undefined) return;
  const { markdown } = await client.sendRequest<ExplainResult>(explainMethod, params);
  await hideHover();
  await goToDraft(client, params);
  await page.show(markdown);
}

/** "Beside" is beside what has the focus, and a link can be followed while that is elsewhere, on the page itself. */
async function goToDraft(client: LanguageClient, { textDocument }: ExplainParams): Promise<void> {
  const { asUri } = client.code2ProtocolConverter;
  const editor = vscode.window.visibleTextEditors.find(
    ({ document, viewColumn }) =>
      viewColumn !== undefined && asUri(document.uri) === textDocument.uri,
  );
  if (editor) await vscode.window.showTextDocument(editor.document, editor.viewColumn);
}

/** A hover whose link was followed would cover what it has opened. Editors that cannot take it away leave it. */
async function hideHover(): Promise<void> {
  await vscode.commands.executeCommand('editor.action.hideHover').then(undefined, () => undefined);
}
