import type { Connection } from 'vscode-languageserver';
import type { LocatedIssue } from '../host/located-issue.ts';
import { uriOfPath } from './file-uri.ts';
import { toLspPackDiagnostic } from './to-lsp.ts';

/** A folder that is missing has no place for a mark; the status and the log tell of it. */
const yamlFile = /\.ya?ml$/i;

/**
 * Shows the mistakes of packs in their YAML files. They are pushed to every client: YAML files are no
 * drafts, so nobody pulls for them.
 */
export class PackDiagnostics {
  readonly #connection: Connection;
  /** What is shown of each file, so that nothing is sent twice. */
  readonly #shown = new Map<string, string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Show these mistakes, by file, and take away all others. */
  async show(issues: ReadonlyMap<string, readonly LocatedIssue[]>): Promise<void> {
    const marked = [...issues.keys()].filter((file) => yamlFile.test(file));
    const files = new Set([...this.#shown.keys(), ...marked]);
    for (const file of files) await this.#showFile(file, issues.get(file) ?? []);
  }

  async #showFile(file: string, issues: readonly LocatedIssue[]): Promise<void> {
    const diagnostics = issues.map(toLspPackDiagnostic);
    const shown = JSON.stringify(diagnostics);
    if (this.#shown.get(file) === shown) return;
    if (diagnostics.length === 0) this.#shown.delete(file);
    else this.#shown.set(file, shown);
    await this.#connection.sendDiagnostics({ uri: uriOfPath(file), diagnostics });
  }
}
