import { createHash } from 'node:crypto';
import {
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import { countVerdicts, findings, noVerdicts } from '../service/index.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Check } from './drafts.ts';
import type { StatusMethod, StatusParams } from './protocol.ts';
import { linesOf, toLspDiagnostic } from './to-lsp.ts';

/** A pause that a writer makes between two words; shorter ones are not worth a check. */
const pushDelayMs = 150;

const statusMethod: StatusMethod = 'stet/status';

/** The answer where there is no draft to speak of. */
export const noDiagnostics: DocumentDiagnosticReport = {
  kind: DocumentDiagnosticReportKind.Full,
  items: [],
};

/** At once, or after a pause in the typing. */
type When = 'now' | 'after-a-pause';

/** What the diagnostics need of the server around them. */
export interface DiagnosticsHost {
  readonly connection: Connection;
  readonly features: ClientFeatures;
  /** Check an open document as it is now; undefined when it is closed. */
  check(uri: string): Promise<Check | undefined>;
  /** Run a task that nobody waits for; a failure is logged. */
  inBackground(name: string, task: () => Promise<void>): void;
}

/** Shows the findings of open drafts: on request to clients that pull, by pushing to the others. */
export class DraftDiagnostics {
  readonly #host: DiagnosticsHost;
  readonly #pending = new Map<string, { readonly timer: NodeJS.Timeout; readonly when: When }>();

  constructor(host: DiagnosticsHost) {
    this.#host = host;
  }

  /** Answer a pull; a client that has the same diagnostics already is told just that. */
  async pull(uri: string, previousResultId: string | undefined): Promise<DocumentDiagnosticReport> {
    const check = await this.#host.check(uri);
    if (check === undefined) return noDiagnostics;
    this.#sendStatus(uri, check);
    const items = diagnosticsOf(check, this.#host.features);
    const resultId = digest(items);
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  /** Push the findings of a document soon; a push that is due now is not put off by a change. */
  schedule(uri: string, when: When): void {
    if (this.#host.features.pullsDiagnostics) return;
    if (this.#pending.get(uri)?.when === 'now') return;
    this.#cancel(uri);
    const push = (): void => {
      this.#pending.delete(uri);
      this.#host.inBackground('Pushing diagnostics', () => this.#push(uri));
    };
    const timer = setTimeout(push, when === 'now' ? 0 : pushDelayMs);
    this.#pending.set(uri, { timer, when });
  }

  /** Take away what was shown of a closed document. */
  close(uri: string): void {
    this.#cancel(uri);
    if (!this.#host.features.pullsDiagnostics) this.#send(uri, []);
  }

  /** Show all open drafts anew, because facts or settings are others now. */
  refresh(uris: readonly string[]): void {
    const { connection, features, inBackground } = this.#host;
    if (features.pullsDiagnostics && features.refreshesDiagnostics) {
      inBackground('Refreshing diagnostics', () => connection.languages.diagnostics.refresh());
    }
    for (const uri of uris) this.schedule(uri, 'now');
  }

  dispose(): void {
    for (const uri of this.#pending.keys()) this.#cancel(uri);
  }

  #cancel(uri: string): void {
    clearTimeout(this.#pending.get(uri)?.timer);
    this.#pending.delete(uri);
  }

  async #push(uri: string): Promise<void> {
    const check = await this.#host.check(uri);
    if (check === undefined) return;
    this.#send(uri, diagnosticsOf(check, this.#host.features), versionOf(check));
    this.#sendStatus(uri, check);
  }

  #send(uri: string, diagnostics: Diagnostic[], version?: number): void {
    const params = version === undefined ? { uri, diagnostics } : { uri, diagnostics, version };
    this.#host.inBackground('Sending diagnostics', () =>
      this.#host.connection.sendDiagnostics(params),
    );
  }

  #sendStatus(uri: string, check: Check): void {
    const { connection, features, inBackground } = this.#host;
    if (!features.wantsStatus) return;
    const status = statusOf(uri, check);
    inBackground('Sending the status', () => connection.sendNotification(statusMethod, status));
  }
}

/** The diagnostics of a draft; none where it was not checked. */
export function diagnosticsOf(check: Check, features: ClientFeatures): Diagnostic[] {
  if (check.kind === 'unchecked') return [];
  const lines = linesOf(check);
  return findings(check.snapshot, check.scope.settings.severity).map((finding) =>
    toLspDiagnostic(finding, lines, check, features),
  );
}

function statusOf(uri: string, check: Check): StatusParams {
  const isChecked = check.kind === 'checked';
  return {
    uri,
    version: versionOf(check),
    counts: isChecked ? countVerdicts(check.snapshot) : noVerdicts,
    reason: isChecked ? null : check.reason,
    notes: [...check.scope.problems, ...(isChecked ? check.facts.notes : [])],
  };
}

function versionOf(check: Check): number {
  return check.kind === 'checked' ? check.snapshot.version : check.version;
}

/** Equal diagnostics have an equal id, whatever version of the text they are of. */
function digest(items: readonly Diagnostic[]): string {
  return createHash('sha256').update(JSON.stringify(items)).digest('hex').slice(0, 16);
}
