import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { FigurePlace, PlaceParams } from '../../server/lsp/protocol.ts';

/**
 * The figure that a command is about: the one at `place`, as a link in a hover gives it, or else the one at the caret.
 * Whatever else a menu hands over is no place. Undefined, with a word to the writer, where no editor is open.
 */
export function figureAsked(client: LanguageClient, place: unknown): PlaceParams | undefined {
  if (isFigurePlace(place)) return { textDocument: { uri: place.uri }, position: place.position };
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    void vscode.window.showInformationMessage('Open a draft and put the caret into a figure first');
    return undefined;
  }
  return {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document),
    position: client.code2ProtocolConverter.asPosition(editor.selection.active),
  };
}

function isFigurePlace(place: unknown): place is FigurePlace {
  return typeof place === 'object' && place !== null && 'uri' in place && 'position' in place;
}
