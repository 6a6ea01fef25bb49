import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import type { KeepAlive } from '../keep-alive.ts';

const RELOAD = 'Reload the Window';

/** Start the server anew, whatever became of the last one; earlier crashes are forgiven. */
export async function restart(client: LanguageClient, keepAlive: KeepAlive): Promise<void> {
  keepAlive.forgive();
  try {
    // The client library stops only what runs, and a server that has ended does not.
    if (client.state === State.Running) await client.restart();
    else await client.start();
  } catch (error) {
    void offerReload(error);
  }
}

async function offerReload(error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `The language server of Stet could not be started (${reason}); reload the window to try anew`;
  const pressed = await vscode.window.showErrorMessage(message, RELOAD);
  if (pressed === RELOAD) await vscode.commands.executeCommand('workbench.action.reloadWindow');
}
