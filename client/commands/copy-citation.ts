import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { CitationMethod, CitationParams, CitationResult } from '../../server/lsp/protocol.ts';
import { figureAsked } from './figure-place.ts';

const citationMethod: CitationMethod = 'stet/citation';

/**
 * Put the citation of a figure on the clipboard, in plain text: of the one at `place`, or else of the one at the caret.
 * Returns it, undefined where there is none.
 */
export async function copyCitation(
  client: LanguageClient,
  place: unknown,
): Promise<string | undefined> {
  const params: CitationParams | undefined = figureAsked(client, place);
  if (params === undefined) return undefined;
  const result = await client.sendRequest<CitationResult>(citationMethod, params);
  if (result.kind === 'nothing') {
    void vscode.window.showInformationMessage(result.reason);
    return undefined;
  }
  await vscode.env.clipboard.writeText(result.text);
  vscode.window.setStatusBarMessage(`Stet: copied ${result.text}`, 5_000);
  return result.text;
}
