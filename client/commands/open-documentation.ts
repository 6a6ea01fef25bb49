import * as vscode from 'vscode';
import type { OpenDocumentationCommand } from '../../server/lsp/protocol.ts';

const openDocumentation: OpenDocumentationCommand = 'stet.openDocumentation';

/** Where the pages are; nothing else of the extension is shown. */
const pages = /^docs\/[\w/-]+\.md$/;

/** The command behind the links of diagnostics. It takes a page, so it is no entry of the palette. */
export function registerOpenDocumentation(extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand(openDocumentation, (page: unknown) =>
    openPage(extensionUri, page),
  );
}

async function openPage(extensionUri: vscode.Uri, page: unknown): Promise<void> {
  if (typeof page !== 'string' || !pages.test(page)) return;
  const uri = vscode.Uri.joinPath(extensionUri, page);
  try {
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
  } catch {
    // The editor's own Markdown preview is turned off: the text reads well enough.
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
  }
}
