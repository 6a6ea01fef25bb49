import { existsSync, type FSWatcher, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Watches folders for clients that do not watch files for their servers.
 * A folder that does not exist yet is waited for in the folder above it.
 */
export class FolderWatcher {
  readonly #onChange: (path: string) => void;
  readonly #watchers = new Map<string, FSWatcher>();

  /** `onChange` is given the changed file or folder; many calls may come for one change. */
  constructor(onChange: (path: string) => void) {
    this.#onChange = onChange;
  }

  /** Watch these folders, all that is in them, and no others. */
  watch(folders: readonly string[]): void {
    for (const [folder, watcher] of this.#watchers) {
      if (!folders.includes(folder)) this.#end(folder, watcher);
    }
    for (const folder of folders) {
      if (!this.#watchers.has(folder)) this.#begin(folder);
    }
  }

  close(): void {
    for (const [folder, watcher] of this.#watchers) this.#end(folder, watcher);
  }

  #begin(folder: string): void {
    try {
      const watcher = existsSync(folder) ? this.#inside(folder) : this.#waitFor(folder);
      watcher.on('error', () => this.#end(folder, watcher));
      watcher.unref(); // a watched folder keeps no server alive
      this.#watchers.set(folder, watcher);
    } catch {
      // No such folder above either, or no more watches to be had: its changes show after a restart.
    }
  }

  #inside(folder: string): FSWatcher {
    return watch(folder, { recursive: true }, (_event, name) => {
      if (!existsSync(folder)) this.#restart(folder);
      this.#onChange(name === null ? folder : join(folder, name));
    });
  }

  #waitFor(folder: string): FSWatcher {
    return watch(dirname(folder), (_event, name) => {
      if (name !== basename(folder) || !existsSync(folder)) return;
      this.#restart(folder);
      this.#onChange(folder);
    });
  }

  #restart(folder: string): void {
    const watcher = this.#watchers.get(folder);
    if (watcher !== undefined) this.#end(folder, watcher);
    this.#begin(folder);
  }

  #end(folder: string, watcher: FSWatcher): void {
    watcher.close();
    this.#watchers.delete(folder);
  }
}
