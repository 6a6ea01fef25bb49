import { basename, dirname } from 'node:path';
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { BASELINE_FILE } from '../host/baseline-file.ts';
import { DRAFT_ENDINGS } from '../host/find-drafts.ts';
import type { ClientFeatures } from './client-features.ts';
import { uriOfPath } from './file-uri.ts';

/** Has the client watch folders for the server, and no others than it was told last. */
export class ClientWatcher {
  readonly #connection: Connection;
  readonly #features: ClientFeatures;
  #registered = '';
  #registration: Promise<Disposable | undefined> = Promise.resolve(undefined);

  constructor(connection: Connection, features: ClientFeatures) {
    this.#connection = connection;
    this.#features = features;
  }

  /** Watch the YAML files of `packFolders`, the drafts below `draftFolders`, and the baselines in `baselineFolders`. */
  watch(
    packFolders: readonly string[],
    draftFolders: readonly string[],
    baselineFolders: readonly string[],
  ): void {
    const watchers = [
      ...packFolders.flatMap((folder) => [
        this.#watcher(folder, '**/*.{yaml,yml}'),
        // A folder that is deleted or moved may be reported by its own name alone.
        this.#watcher(dirname(folder), basename(folder)),
      ]),
      ...draftFolders.map((folder) => this.#watcher(folder, `**/*{${DRAFT_ENDINGS.join(',')}}`)),
      ...baselineFolders.map((folder) => this.#watcher(folder, BASELINE_FILE)),
    ];
    const wanted = JSON.stringify(watchers);
    if (wanted === this.#registered) return;
    this.#registered = wanted;
    this.#registration = this.#registration.then((last) => this.#replace(last, watchers));
  }

  async #replace(
    last: Disposable | undefined,
    watchers: FileSystemWatcher[],
  ): Promise<Disposable | undefined> {
    const next =
      watchers.length === 0
        ? undefined
        : await this.#connection.client
            .register(DidChangeWatchedFilesNotification.type, { watchers })
            .catch(() => undefined); // the client refused; changes show after a restart
    last?.dispose();
    return next;
  }

  #watcher(folder: string, pattern: string): FileSystemWatcher {
    if (!this.#features.watchesRelativePatterns) {
      return { globPattern: `${folder.replaceAll('\\', '/')}/${pattern}` };
    }
    return { globPattern: { baseUri: uriOfPath(folder), pattern } };
  }
}
