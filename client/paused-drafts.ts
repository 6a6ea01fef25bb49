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
 * {@link uris} in its initialization options, and at every change, by {@link tellPaused}.
 */
export class PausedDrafts implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #uris: Set<string>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable;
  /** Fires when drafts are paused or resumed. */
  readonly onDidChange = this.#changed.event;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#uris = new Set(remembered(memory));
    this.#listeners = vscode.Disposable.from(
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor(() => this.#setContext()),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.#rename(oldUri.toString(), newUri.toString());
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri, isUntitled }) => {
        // The next untitled draft has the same name, and is another one.
        if (isUntitled && this.#uris.delete(uri.toString())) this.#keep();
      }),
    );
    this.#setContext();
  }

  /** As they are remembered, in the editor's spelling. */
  get uris(): readonly string[] {
    return [...this.#uris];
  }

  /** Pause the draft at hand, or resume it. */
  setPaused(isPaused: boolean): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) return;
    if (isPaused) this.#uris.add(document.uri.toString());
    else this.#uris.delete(document.uri.toString());
    this.#keep();
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  /** A file that was renamed, or every file of a folder that was, stays paused under its new name. */
  #rename(from: string, to: string): void {
    const renamed = this.uris.filter((uri) => uri === from || uri.startsWith(`${from}/`));
    if (renamed.length === 0) return;
    for (const uri of renamed) {
      this.#uris.delete(uri);
      this.#uris.add(to + uri.slice(from.length));
    }
    this.#keep();
  }

  #keep(): void {
    const kept = this.uris.filter((uri) => !uri.startsWith('untitled:'));
    void this.#memory.update(memoryKey, kept);
    this.#setContext();
    this.#changed.fire();
  }

  #setContext(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const isPaused = uri !== undefined && this.#uris.has(uri);
    void vscode.commands.executeCommand('setContext', contextKey, isPaused);
  }
}

/** Tell the server which drafts are paused; one that is not running is told when it starts. */
export async function tellPaused(client: LanguageClient, { uris }: PausedDrafts): Promise<void> {
  if (!client.isRunning()) return;
  const params: PauseParams = { uris };
  await client.sendNotification(pauseMethod, params);
}

function remembered(memory: vscode.Memento): readonly string[] {
  const kept = memory.get<unknown>(memoryKey);
  return Array.isArray(kept) ? kept.filter((uri) => typeof uri === 'string') : [];
}
