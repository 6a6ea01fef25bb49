import { resolve, sep } from 'node:path';
import type { FactsWanted } from '../host/load-facts.ts';
import { findWorkspacePack, workspacePackFolder } from '../host/workspace-pack.ts';
import { pathOfUri, uriOfPath } from './file-uri.ts';
import { readSettings, type StetSettings } from './settings.ts';

/** What applies to one document: its settings, and the packs they name. */
export interface Scope {
  readonly settings: StetSettings;
  readonly facts: FactsWanted;
  /** Absolute paths of the folders with the texts of sources. */
  readonly sources: readonly string[];
  /** Absolute path of the workspace folder it lies in; undefined outside of every one. */
  readonly folder: string | undefined;
  /** Settings that could not be read, for people. */
  readonly problems: readonly string[];
}

/** Asks the client for the `stet` section that applies to a resource; undefined where it answers nothing. */
export type AskConfiguration = (uri: string) => Promise<unknown>;

/** The scope of every document, remembered until settings, folders or pack folders change. */
export class Scopes {
  readonly #ask: AskConfiguration;
  readonly #base: () => StetSettings;
  #folders: readonly string[] = [];
  #scopes = new Map<string, Promise<Scope>>();

  /** `base` gives the settings that the client's answer is laid upon. */
  constructor(ask: AskConfiguration, base: () => StetSettings) {
    this.#ask = ask;
    this.#base = base;
  }

  /** Absolute paths of the workspace folders. */
  get folders(): readonly string[] {
    return this.#folders;
  }

  set folders(folders: readonly string[]) {
    this.#folders = folders;
    this.clear();
  }

  /** Folders where a pack is found by convention, whether they exist or not. */
  get conventionalFolders(): readonly string[] {
    return this.#folders.map(workspacePackFolder);
  }

  /** What applies to the document `uri`. A failing client gives the base settings. */
  of(uri: string): Promise<Scope> {
    const known = this.#scopes.get(uri);
    if (known !== undefined) return known;
    const scope = this.#read(uri);
    this.#scopes.set(uri, scope);
    return scope;
  }

  /** What applies to a file that is not open: asked for once a workspace folder, not once a file. */
  ofFile(path: string): Promise<Scope> {
    return this.of(uriOfPath(this.#folderOfPath(path) ?? path));
  }

  /** Where a pack is made for the document `uri` when it has none; undefined outside of every workspace folder. */
  newPackFolder(uri: string): string | undefined {
    const folder = this.#folderOf(uri);
    return folder === undefined ? undefined : workspacePackFolder(folder);
  }

  forget(uri: string): void {
    this.#scopes.delete(uri);
  }

  clear(): void {
    this.#scopes = new Map();
  }

  async #read(uri: string): Promise<Scope> {
    const answer = await this.#ask(uri).catch(() => undefined);
    const { settings, problems } = readSettings(answer, this.#base());
    const folder = this.#folderOf(uri);
    const found = folder === undefined ? undefined : await findWorkspacePack(folder);
    const dirs = [
      ...(found === undefined ? [] : [found]),
      ...settings.facts.flatMap((dir) => absolute(dir, folder) ?? []),
    ];
    return {
      settings,
      facts: { dirs, useDefault: settings.useDefaultFacts },
      sources: settings.sources.flatMap((dir) => absolute(dir, folder) ?? []),
      folder,
      problems,
    };
  }

  /** The innermost workspace folder that holds the document; the first one for an untitled draft, none for a virtual one. */
  #folderOf(uri: string): string | undefined {
    if (uri.startsWith('untitled:')) return this.#folders[0];
    const path = pathOfUri(uri);
    return path === undefined ? undefined : this.#folderOfPath(path);
  }

  #folderOfPath(path: string): string | undefined {
    const holding = this.#folders.filter((folder) => isInside(path, folder));
    return holding.sort((one, other) => other.length - one.length)[0];
  }
}

/** Whether `path` is the folder or lies below it. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** A folder of the settings; a relative one has no place without a workspace folder. */
function absolute(dir: string, folder: string | undefined): string | undefined {
  if (folder !== undefined) return resolve(folder, dir);
  return resolve(dir) === dir ? dir : undefined;
}
