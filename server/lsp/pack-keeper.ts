import type { Connection } from 'vscode-languageserver';
import { loadFacts } from '../host/load-facts.ts';
import type { LocatedIssue } from '../host/located-issue.ts';
import { openPackCache, type PackCache } from '../host/pack-cache.ts';
import { PackFiles } from '../host/pack-files.ts';
import { runInBackground } from './boundary.ts';
import type { ClientFeatures } from './client-features.ts';
import { ClientWatcher } from './client-watcher.ts';
import { FactLibrary } from './fact-library.ts';
import { uriOfPath } from './file-uri.ts';
import { FolderWatcher } from './folder-watcher.ts';
import type { Log } from './log.ts';
import { PackDiagnostics } from './pack-diagnostics.ts';
import type { Scopes } from './scopes.ts';

/** One save may write several files; they are loaded as one change. */
const reloadDelayMs = 100;

/** What the keeper needs of the server around it. */
export interface KeeperHost {
  readonly connection: Connection;
  readonly features: ClientFeatures;
  readonly log: Log;
  readonly scopes: Scopes;
  /** Absolute path of a folder for parsed packs; null for none. */
  readonly cacheFolder: string | null;
  /** The URIs of all open documents. */
  openUris(): readonly string[];
  /** Told when drafts have to be checked anew, because other facts are in use. */
  onFactsInUse(): void;
}

/** Keeps the packs in use loaded, watched and their mistakes shown. */
export class PackKeeper {
  readonly library: FactLibrary;
  readonly #host: KeeperHost;
  readonly #files: PackFiles;
  readonly #diagnostics: PackDiagnostics;
  readonly #clientWatcher: ClientWatcher;
  readonly #folderWatcher: FolderWatcher;
  readonly #changed = new Set<string>();
  #reloadTimer: NodeJS.Timeout | undefined;
  #draftFolders: readonly string[] = [];
  /** Mistakes of files that are being written, in place of those on disk. */
  readonly #unsaved = new Map<string, readonly LocatedIssue[]>();

  constructor(host: KeeperHost) {
    this.#host = host;
    this.#files = new PackFiles(cacheOf(host));
    this.library = new FactLibrary(
      { onChange: () => this.#show(), log: host.log },
      (wanted, { last }) => loadFacts(wanted, { files: this.#files, last }),
    );
    this.#diagnostics = new PackDiagnostics(host.connection);
    this.#clientWatcher = new ClientWatcher(host.connection, host.features);
    this.#folderWatcher = new FolderWatcher((path) => this.filesChanged([path]));
  }

  /**
   * Load what the workspace folders and the open documents use, and drop what none uses any more.
   * Facts are loaded before a draft asks for them, so that a pack's errors show at once.
   */
  async adopt(): Promise<void> {
    const { scopes, openUris } = this.#host;
    const uris = [...scopes.folders.map(uriOfPath), ...openUris()];
    const inUse = await Promise.all(uris.map((uri) => scopes.of(uri)));
    const wanted = inUse.filter(({ settings }) => settings.enable).map(({ facts }) => facts);
    this.library.keepOnly(wanted);
    await Promise.allSettled(wanted.map((facts) => this.library.factsFor(facts)));
    this.#files.keepOnly(this.library.files);
    this.#show();
  }

  /** Pack files or folders changed, appeared or went; read soon. */
  filesChanged(paths: readonly string[]): void {
    for (const path of paths) this.#changed.add(path);
    clearTimeout(this.#reloadTimer);
    this.#reloadTimer = setTimeout(() => {
      const changed = [...this.#changed];
      this.#host.log.debug(`Changed on disk: ${changed.join(', ')}`);
      this.#changed.clear();
      runInBackground('Reading changed packs', this.#host.log, () => this.#reload(changed));
    }, reloadDelayMs);
  }

  /** Have the client tell of changed drafts in these folders too, where it can. */
  watchDrafts(folders: readonly string[]): void {
    this.#draftFolders = folders;
    this.#watch();
  }

  /** Show these mistakes of a file in place of those on disk; undefined: those on disk again. */
  showUnsaved(file: string, issues: readonly LocatedIssue[] | undefined): void {
    if (issues === undefined && !this.#unsaved.has(file)) return;
    if (issues === undefined) this.#unsaved.delete(file);
    else this.#unsaved.set(file, issues);
    this.#showMistakes();
  }

  close(): void {
    clearTimeout(this.#reloadTimer);
    this.#folderWatcher.close();
  }

  async #reload(paths: readonly string[]): Promise<void> {
    // A folder may have become a pack by its pack.yaml, or stopped being one.
    this.#host.scopes.clear();
    await this.library.reload(paths);
    await this.adopt();
    this.#host.onFactsInUse();
  }

  #show(): void {
    this.#watch();
    this.#showMistakes();
  }

  #showMistakes(): void {
    const issues = new Map([...this.library.issues, ...this.#unsaved]);
    runInBackground('Showing mistakes in packs', this.#host.log, () =>
      this.#diagnostics.show(issues),
    );
  }

  #watch(): void {
    const { scopes, features } = this.#host;
    const folders = [...new Set([...scopes.conventionalFolders, ...this.library.folders])];
    if (features.registersWatchers)
      this.#clientWatcher.watch(folders, this.#draftFolders, scopes.folders);
    else this.#folderWatcher.watch(folders);
  }
}

function cacheOf({ cacheFolder, log }: KeeperHost): PackCache | undefined {
  return cacheFolder === null
    ? undefined
    : openPackCache({ folder: cacheFolder, log: (message) => log.warn(message) });
}
