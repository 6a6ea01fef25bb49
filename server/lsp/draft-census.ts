import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Range } from 'vscode-languageserver';
import { findDrafts } from '../host/find-drafts.ts';
import { readDraft } from '../host/read-draft.ts';
import { digestOf } from '../host/read-source-text.ts';
import { statedClaims } from '../service/index.ts';
import { type Check, type Checked, type Drafts, draftOfFile } from './drafts.ts';
import { pathOfUri, uriOfPath } from './file-uri.ts';
import type { Scopes } from './scopes.ts';
import { linesOf, toLspRange } from './to-lsp.ts';

/** A place of a draft of the workspace that states something of the record. */
export interface StatedPlace {
  readonly uri: string;
  readonly range: Range;
  readonly isConflict: boolean;
}

/** What the census needs of the server around it. */
export interface CensusHost {
  readonly drafts: Drafts;
  readonly scopes: Scopes;
  /** The URIs of all open drafts. */
  openDrafts(): readonly string[];
  /** Check an open document as it is now. */
  checkOpen(uri: string): Promise<Check | undefined>;
  /** Told when the drafts are looked for, so that they are watched from then on. */
  onSearch(): void;
}

/** What each draft states, by its URI. */
type Counted = Map<string, readonly Stated[]>;

interface Stated extends StatedPlace {
  /** Statements with their files: two folders of a workspace may have one of the same id each. */
  readonly keys: readonly string[];
}

function keyOf(id: string, file: string): string {
  return `${id}\n${file}`;
}

/** Which drafts of the workspace state what. Drafts are read when it is first asked, and again when they change. */
export class DraftCensus {
  readonly #host: CensusHost;
  /** A new map for every change, so that a count under way never writes what is out of date. */
  #counted: Counted = new Map();
  #files: Promise<readonly string[]> | undefined;
  #index: Promise<ReadonlyMap<string, readonly Stated[]>> | undefined;

  constructor(host: CensusHost) {
    this.#host = host;
  }

  /** Every place where a draft states the statement `id` of a pack file, or another value of the same question. */
  async statedIn(id: string, file: string): Promise<readonly StatedPlace[]> {
    for (;;) {
      const counted = this.#counted;
      this.#index ??= this.#count(counted).catch((error: unknown) => {
        this.#index = undefined; // the next one who asks tries again
        throw error;
      });
      const index = await this.#index;
      if (counted === this.#counted) return index.get(keyOf(id, file)) ?? [];
    }
  }

  /** Drafts appeared on disk, changed or went. */
  filesChanged(uris: readonly string[]): void {
    this.#files = undefined;
    for (const uri of uris) this.draftChanged(uri);
  }

  /** A draft changed, was opened or closed. */
  draftChanged(uri: string): void {
    this.#renew([...this.#counted].filter(([known]) => known !== uri));
  }

  /** Facts, settings or folders are others now. */
  factsChanged(): void {
    this.#files = undefined;
    this.#renew([]);
  }

  /** Whether anything was counted, so that a change is worth telling of. */
  get isInUse(): boolean {
    return this.#index !== undefined || this.#counted.size > 0;
  }

  #renew(kept: readonly (readonly [string, readonly Stated[]])[]): void {
    this.#counted = new Map(kept);
    this.#index = undefined;
  }

  async #count(counted: Counted): Promise<ReadonlyMap<string, readonly Stated[]>> {
    this.#files ??= this.#find();
    const open = this.#host.openDrafts();
    const uris = new Set([...open, ...(await this.#files).map(uriOfPath)]);
    const index = new Map<string, Stated[]>();
    for (const uri of uris) {
      if (counted !== this.#counted) break; // whoever waits starts again from what was kept
      const stated = counted.get(uri) ?? (await this.#read(uri, open.includes(uri)));
      counted.set(uri, stated);
      for (const one of stated) {
        for (const key of one.keys) {
          const places = index.get(key);
          if (places) places.push(one);
          else index.set(key, [one]);
        }
      }
    }
    return index;
  }

  async #find(): Promise<readonly string[]> {
    this.#host.onSearch();
    const found = await Promise.all(
      this.#host.scopes.folders.map((folder) => findDrafts([folder], folder)),
    );
    return found.flatMap(({ files }) => files);
  }

  async #read(uri: string, isOpen: boolean): Promise<readonly Stated[]> {
    // A keystroke comes before the next draft.
    await nextTurn();
    const check = isOpen ? await this.#host.checkOpen(uri) : await this.#checkFile(uri);
    if (check?.kind !== 'checked' || isSourceText(check)) return [];
    const lines = linesOf(check);
    const { statements: known } = check.facts.facts;
    return statedClaims(check.snapshot).map(({ span, statements, isConflict }) => ({
      uri,
      range: toLspRange(span, lines),
      keys: statements.map((id) => keyOf(id, known.get(id)?.file ?? '')),
      isConflict,
    }));
  }

  async #checkFile(uri: string): Promise<Check | undefined> {
    const path = pathOfUri(uri);
    const read = path === undefined ? undefined : await readDraft(path);
    if (path === undefined || read?.kind !== 'text') return undefined;
    const scope = await this.#host.scopes.ofFile(path);
    return this.#host.drafts.checkFile(draftOfFile(path, read.text), scope);
  }
}

/** Whether a text is a source of the record itself: what it says is where the statements come from. */
function isSourceText({ facts, snapshot }: Checked): boolean {
  const digests = [...facts.facts.sources.values()].map(({ digest }) => digest);
  return digests.includes(digestOf(Buffer.from(snapshot.reading.text)));
}
