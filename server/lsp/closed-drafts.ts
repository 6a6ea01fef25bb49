import type { Connection, Diagnostic } from 'vscode-languageserver';
import { readDraft } from '../host/read-draft.ts';
import type { ClientFeatures } from './client-features.ts';
import { diagnosticsOf } from './draft-diagnostics.ts';
import { type Check, type Drafts, draftOfFile } from './drafts.ts';
import { uriOfPath } from './file-uri.ts';
import type { Scopes } from './scopes.ts';
import type { SourceShelf } from './source-shelf.ts';

/** What became of a file: a check, or in words why it could not be read. */
export type FileCheck = Check | { readonly kind: 'unreadable'; readonly reason: string };

/** What they need of the server around them. */
interface ClosedDraftsHost {
  readonly connection: Connection;
  readonly features: ClientFeatures;
  readonly drafts: Drafts;
  readonly scopes: Scopes;
  readonly shelf: SourceShelf;
}

/**
 * The findings of drafts that are not open, shown after the workspace was checked.
 * They follow the files: a changed file is checked again, an opened one is the editor's from then on.
 */
export class ClosedDrafts {
  readonly #connection: Connection;
  readonly #features: ClientFeatures;
  readonly #drafts: Drafts;
  readonly #scopes: Scopes;
  readonly #shelf: SourceShelf;
  /** Every file that was checked once, open now or not. */
  readonly #known = new Set<string>();

  constructor({ connection, features, drafts, scopes, shelf }: ClosedDraftsHost) {
    this.#connection = connection;
    this.#features = features;
    this.#drafts = drafts;
    this.#scopes = scopes;
    this.#shelf = shelf;
  }

  /** Every file whose findings are kept up to date. */
  get known(): readonly string[] {
    return [...this.#known];
  }

  /** Check a file that is not open and show its findings. */
  async check(path: string): Promise<FileCheck> {
    const read = await readDraft(path);
    if (read.kind === 'issue') {
      if (this.#known.delete(path)) await this.#send(path, []);
      return { kind: 'unreadable', reason: read.issue.message };
    }
    const scope = await this.#scopes.ofFile(path);
    const check = await this.#drafts.checkFile(draftOfFile(path, read.text), scope);
    this.#known.add(path);
    await this.#send(path, diagnosticsOf(check, this.#features, this.#shelf));
    return check;
  }

  /** Check again those of `paths` that were checked before. */
  async recheck(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      if (this.#known.has(path)) await this.check(path);
    }
  }

  /** Take away the findings of a file that its editor shows from now on. */
  async opened(path: string): Promise<void> {
    // Where findings are pushed, the editor's own replace these anyway.
    if (this.#known.has(path) && this.#features.pullsDiagnostics) await this.#send(path, []);
  }

  #send(path: string, diagnostics: Diagnostic[]): Promise<void> {
    return this.#connection.sendDiagnostics({ uri: uriOfPath(path), diagnostics });
  }
}
