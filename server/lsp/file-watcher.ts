import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Watches single files, whether they exist or not, for clients that do not watch files for their servers. */
export class FileWatcher {
  readonly #onChange: (file: string) => void;
  readonly #watchers = new Map<string, FSWatcher>();

  /** `onChange` is given the file that changed, appeared or went; many calls may come for one change. */
  constructor(onChange: (file: string) => void) {
    this.#onChange = onChange;
  }

  /** Watch these files and no others. */
  watch(files: readonly string[]): void {
    for (const file of this.#watchers.keys()) {
      if (!files.includes(file)) this.#end(file);
    }
    for (const file of files) {
      if (!this.#watchers.has(file)) this.#begin(file);
    }
  }

  close(): void {
    this.watch([]);
  }

  #begin(file: string): void {
    try {
      // A file that is replaced, as editors do on saving, ends a watch of its own; its folder's goes on.
      const watcher = watch(dirname(file), (_event, name) => {
        if (name === null || name === basename(file)) this.#onChange(file);
      });
      watcher.on('error', () => this.#end(file));
      watcher.unref(); // a watched folder keeps no server alive
      this.#watchers.set(file, watcher);
    } catch {
      // No such folder, or no more watches to be had: changes made elsewhere show after a restart.
    }
  }

  #end(file: string): void {
    this.#watchers.get(file)?.close();
    this.#watchers.delete(file);
  }
}
