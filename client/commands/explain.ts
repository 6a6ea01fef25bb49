import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type {
  ExplainMethod,
  ExplainParams,
  ExplainResult,
  FigurePlace,
} from '../../server/lsp/protocol.ts';
import type { ExplanationPage } from '../explanation.ts';

const explainMethod: ExplainMethod = 'stet/explain';

/**
 * Show the whole reckoning of a figure: the one at `place`, as a link in a hover gives it, or else the one at the caret.
 * Whatever else a menu hands over is no place.
 */
export async function explain(
  client: LanguageClient,
  page: ExplanationPage,
  place: unknown,
): Promise<void> {
  const params = isFigurePlace(place) ? paramsAt(place) : paramsAtCaret(client);
  if (params === undefined) {
    void vscode.window.showInformationMessage('Open a draft and put the caret into a figure first');
    return;
  }
  const { markdown } = await client.sendRequest<ExplainResult>(explainMethod, params);
  if (isFigurePlace(place)) await hideHover();
  await page.show(markdown);
}

/** A hover whose link was followed would cover what it has opened. Editors that cannot take it away leave it. */
async function hideHover(): Promise<void> {
  await vscode.commands.executeCommand('editor.action.hideHover').then(undefined, () => undefined);
}

function paramsAt({ uri, position }: FigurePlace): ExplainParams {
  return { textDocument: { uri }, position };
}

function paramsAtCaret(client: LanguageClient): ExplainParams | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  return {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    position: client.code2ProtocolConverter.asPosition(selection.active),
    version: document.version,
  };
}

function isFigurePlace(place: unknown): place is FigurePlace {
  return typeof place === 'object' && place !== null && 'uri' in place && 'position' in place;
}
