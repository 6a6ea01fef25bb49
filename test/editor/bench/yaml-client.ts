import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

/** Runs the YAML language server as its own extension does: ready when the server is. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const { module } = context.extension.packageJSON.server;
  const client = new LanguageClient(
    'bench-yaml',
    'YAML',
    { module, transport: TransportKind.ipc },
    { documentSelector: [{ language: 'yaml' }] },
  );
  context.subscriptions.push({ dispose: () => client.stop() });
  await client.start();
}
