import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { PauseMethod, PauseParams } from '../server/lsp/protocol.ts';

const pauseMethod: PauseMethod = 'stet/pause';

/** Where the workspace remembers them. */
const memoryKey = 'stet.paused';

/** Tells menus and the palette which of the two commands fits the draft at hand. */
const contextKey = 'stet.isPaused';

/**
 * The drafts of this workspace that are not to be checked for now. The server is told at its start, by
 * {@link uris} in its initialization options, and at every change.
 */
export class PausedDrafts implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #uris: Set<string>;
  readonly #listeners: vscode.Disposable;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#uris = new Set(remembered(memory));
    this.#listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.#setContext()),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) {
          if (this.#uris.delete(oldUri.toString())) this.#uris.add(newUri.toString());
        }
        this.#remember();
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri, isUntitled }) => {
        // The next untitled draft has the same name, and is another one.
        if (isUntitled) this.#uris.delete(uri.toString());
      }),
    );
    this.#setContext();
  }

  /** As they are remembered, in the editor's spelling. */
  get uris(): readonly string[] {
    return [...this.#uris];
  }

  /** Pause the draft at hand, or resume it. */
  async setPaused(client: LanguageClient, isPaused: boolean): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) return;
    if (isPaused) this.#uris.add(document.uri.toString());
    else this.#uris.delete(document.uri.toString());
    this.#setContext();
    this.#remember();
    // A server that is not running is told when it starts.
    if (!client.isRunning()) return;
    const params: PauseParams = { uris: this.uris };
    await client.sendNotification(pauseMethod, params);
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  #remember(): void {
    const kept = this.uris.filter((uri) => !uri.startsWith('untitled:'));
    void this.#memory.update(memoryKey, kept);
  }

  #setContext(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const isPaused = uri !== undefined && this.#uris.has(uri);
    void vscode.commands.executeCommand('setContext', contextKey, isPaused);
  }
}

function remembered(memory: vscode.Memento): readonly string[] {
  const kept = memory.get<unknown>(memoryKey);
  return Array.isArray(kept) ? kept.filter((uri) => typeof uri === 'string') : [];
}
