import { randomUUID } from 'node:crypto';
import {
  type Connection,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type Position,
} from 'vscode-languageserver';
import type { Span } from '../core/text/span.ts';
import { countVerdicts, findings, noVerdicts } from '../service/index.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Check } from './drafts.ts';
import type { StatusMethod, StatusParams } from './protocol.ts';
import type { SourceShelf } from './source-shelf.ts';
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
  readonly shelf: SourceShelf;
  /** Check an open document as it is now; undefined when it is closed. */
  check(uri: string): Promise<Check | undefined>;
  /** Whether the figure at a span of the text is being written, and nothing is to be said of it yet. */
  isHeldBack(uri: string, text: string, span: Span): boolean;
  /** Run a task that nobody waits for; a failure is logged. */
  inBackground(name: string, task: () => Promise<void>): void;
}

/** Shows the findings of open drafts: on request to clients that pull, by pushing to the others. */
export class DraftDiagnostics {
  readonly #host: DiagnosticsHost;
  readonly #pending = new Map<string, { readonly timer: NodeJS.Timeout; readonly when: When }>();

  /** What was last answered for each document, and under which id. */
  readonly #answered = new Map<
    string,
    { readonly id: string; readonly items: readonly Diagnostic[] }
  >();

  constructor(host: DiagnosticsHost) {
    this.#host = host;
  }

  /** Answer a pull; a client that has the same diagnostics already is told just that. */
  async pull(uri: string, previousResultId: string | undefined): Promise<DocumentDiagnosticReport> {
    const check = await this.#host.check(uri);
    if (check === undefined) return noDiagnostics;
    const isShown = this.#shownOf(uri, check);
    this.#sendStatus(uri, check, isShown);
    const items = diagnosticsOf(check, this.#host.features, this.#host.shelf, isShown);
    const resultId = this.#idOf(uri, items);
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  /**
   * Have the findings of a document at hand for the first pull. VS Code opens a document first, and pulls once its tab is
   * shown: time enough to check a draft.
   */
  prepare(uri: string): void {
    if (!this.#host.features.pullsDiagnostics) return;
    this.#host.inBackground('Checking an opened draft', async () => {
      const check = await this.#host.check(uri);
      // What is made for them is remembered, and a first one takes the longest.
      if (check !== undefined) diagnosticsOf(check, this.#host.features, this.#host.shelf);
    });
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
    this.#answered.delete(uri);
    if (!this.#host.features.pullsDiagnostics) this.#send(uri, []);
  }

  /** Show all open drafts anew, because facts or settings are others now. */
  refresh(uris: readonly string[]): void {
    // VS Code breaks off a pull that is under way and throws its answer away: not asked without need, as at a start.
    if (uris.length === 0) return;
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
    const isShown = this.#shownOf(uri, check);
    this.#send(
      uri,
      diagnosticsOf(check, this.#host.features, this.#host.shelf, isShown),
      versionOf(check),
    );
    this.#sendStatus(uri, check, isShown);
  }

  #send(uri: string, diagnostics: Diagnostic[], version?: number): void {
    const params = version === undefined ? { uri, diagnostics } : { uri, diagnostics, version };
    this.#host.inBackground('Sending diagnostics', () =>
      this.#host.connection.sendDiagnostics(params),
    );
  }

  /** The id of a document's diagnostics, whatever version of the text they are of: another one when they are others. */
  #idOf(uri: string, items: readonly Diagnostic[]): string {
    const last = this.#answered.get(uri);
    const isSame =
      last?.items.length === items.length &&
      items.every((item, index) => isSameDiagnostic(item, last.items[index]));
    const id = isSame ? last.id : randomUUID();
    this.#answered.set(uri, { id, items });
    return id;
  }

  /** What is shown now of the figures of a draft: all, but for the one that is being written. */
  #shownOf(uri: string, check: Check): (span: Span) => boolean {
    const { features, isHeldBack } = this.#host;
    // A client that cannot be told to ask again would not show it before the next edit.
    const isShownLater = !features.pullsDiagnostics || features.refreshesDiagnostics;
    if (check.kind === 'unchecked' || !isShownLater) return () => true;
    const { text } = check.snapshot.reading;
    return (span) => !isHeldBack(uri, text, span);
  }

  #sendStatus(uri: string, check: Check, isShown: (span: Span) => boolean): void {
    const { connection, features, inBackground } = this.#host;
    if (!features.wantsStatus) return;
    const status = statusOf(uri, check, isShown);
    inBackground('Sending the status', () => connection.sendNotification(statusMethod, status));
  }
}

/** The diagnostics of a draft; none where it was not checked. `isShown` leaves some out, by their place. */
export function diagnosticsOf(
  check: Check,
  features: ClientFeatures,
  shelf: SourceShelf,
  isShown: (span: Span) => boolean = () => true,
): Diagnostic[] {
  if (check.kind === 'unchecked') return [];
  const lines = linesOf(check);
  return findings(check.snapshot, check.scope.settings.severity)
    .filter(({ span }) => isShown(span))
    .map((finding) => toLspDiagnostic(finding, lines, check, features, shelf));
}

/**
 * Whether two diagnostics of a draft say the same. What is not compared follows from what is. Comparing everything, or
 * digesting it, is felt at every keystroke in a long draft.
 */
function isSameDiagnostic(one: Diagnostic, other: Diagnostic | undefined): boolean {
  return (
    one.message === other?.message &&
    one.code === other.code &&
    one.severity === other.severity &&
    areSameInformation(one.relatedInformation, other.relatedInformation) &&
    isSamePosition(one.range.start, other.range.start) &&
    isSamePosition(one.range.end, other.range.end)
  );
}

function areSameInformation(
  one: readonly DiagnosticRelatedInformation[] = [],
  other: readonly DiagnosticRelatedInformation[] = [],
): boolean {
  return (
    one.length === other.length && one.every((item, index) => isSameInformation(item, other[index]))
  );
}

/** Of the same facts the record is the same object; a line of a source is put together each time. */
function isSameInformation(
  one: DiagnosticRelatedInformation,
  other: DiagnosticRelatedInformation | undefined,
): boolean {
  if (one === other) return true;
  return (
    one.message === other?.message &&
    one.location.uri === other.location.uri &&
    isSamePosition(one.location.range.start, other.location.range.start)
  );
}

function isSamePosition(one: Position, other: Position): boolean {
  return one.line === other.line && one.character === other.character;
}

function statusOf(uri: string, check: Check, isShown: (span: Span) => boolean): StatusParams {
  const isChecked = check.kind === 'checked';
  return {
    uri,
    version: versionOf(check),
    counts: isChecked ? countVerdicts(check.snapshot, isShown) : noVerdicts,
    reason: isChecked ? null : check.reason,
    cause: isChecked ? null : check.cause,
    notes: [
      ...check.scope.problems,
      ...(isChecked ? [...check.facts.notes, ...(check.baseline?.notes ?? [])] : []),
    ],
  };
}

/** The version of the text that a check is of. */
export function versionOf(check: Check): number {
  return check.kind === 'checked' ? check.snapshot.version : check.version;
}
