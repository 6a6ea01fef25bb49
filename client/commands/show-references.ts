import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ShowReferencesArguments, ShowReferencesCommand } from '../../server/lsp/protocol.ts';

const showReferences: ShowReferencesCommand = 'stet.showReferences';

/** The command behind the server's code lenses. It takes places, so it is no entry of the palette. */
export function registerShowReferences(client: LanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand(
    showReferences,
    (...[uri, { line, character }, places]: ShowReferencesArguments) =>
      vscode.commands.executeCommand(
        'editor.action.showReferences',
        client.protocol2CodeConverter.asUri(uri),
        new vscode.Position(line, character),
        places.map((place) => toLocation(client, place)),
      ),
  );
}

function toLocation(
  client: LanguageClient,
  { uri, range: { start, end } }: ShowReferencesArguments[2][number],
): vscode.Location {
  return new vscode.Location(
    client.protocol2CodeConverter.asUri(uri),
    new vscode.Range(start.line, start.character, end.line, end.character),
  );
}
