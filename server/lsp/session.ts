import type {
  CancellationToken,
  Connection,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  TextDocumentPositionParams,
  TextDocuments,
  WorkDoneProgressReporter,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../core/text/span.ts';
import { DRAFT_ENDINGS } from '../host/find-drafts.ts';
import { hasEnding } from '../host/find-files.ts';
import { Baselines, isBaseline } from './baselines.ts';
import { runInBackground } from './boundary.ts';
import { checkWorkspace } from './check-workspace.ts';
import type { ClientFeatures } from './client-features.ts';
import { ClosedDrafts, type FileCheck } from './closed-drafts.ts';
import { DraftCensus } from './draft-census.ts';
import { DraftDiagnostics, noDiagnostics, versionOf } from './draft-diagnostics.ts';
import { DraftEditor } from './draft-editor.ts';
import { type Check, Drafts, openDraft } from './drafts.ts';
import { caretsOf } from './edited-documents.ts';
import { pathOfUri, uriOfPath } from './file-uri.ts';
import { HeldBack } from './held-back.ts';
import type { Log } from './log.ts';
import { PackChecks } from './pack-checks.ts';
import { isPackUri, PackDesk } from './pack-desk.ts';
import { PackEditor } from './pack-editor.ts';
import { PackKeeper } from './pack-keeper.ts';
import type { PausedDrafts } from './paused-drafts.ts';
import type { CaretParams, CheckWorkspaceParams, CheckWorkspaceResult } from './protocol.ts';
import { FactRecorder } from './record-fact.ts';
import type { Scopes } from './scopes.ts';
import { SourceShelf } from './source-shelf.ts';
import { WritingDesk } from './writing-desk.ts';

/** What a session is given of the server around it. */
export interface SessionHost {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly features: ClientFeatures;
  readonly scopes: Scopes;
  /** Absolute path of a folder for what can be made again; null for none. */
  readonly cacheFolder: string | null;
  readonly paused: PausedDrafts;
  readonly log: Log;
}

/** One client's session: the documents it has open, and all that is known for checking them. */
export class Session {
  readonly #host: SessionHost;
  readonly #packs: PackKeeper;
  readonly #baselines: Baselines;
  readonly #drafts: Drafts;
  readonly #diagnostics: DraftDiagnostics;
  readonly #heldBack: HeldBack;
  readonly #closedDrafts: ClosedDrafts;
  readonly #census: DraftCensus;
  readonly #packChecks: PackChecks;
  readonly #shelf: SourceShelf;
  /** What is asked of drafts. */
  readonly draftEditor: DraftEditor;
  /** What is asked of pack files. */
  readonly packEditor: PackEditor;
  /** Puts on record what an open text states. */
  readonly recorder: FactRecorder;
  /** What is asked while a draft is written. */
  readonly writing: WritingDesk;

  constructor(host: SessionHost) {
    const { connection, documents, features, scopes } = host;
    const inBackground = (name: string, task: () => Promise<void>) =>
      this.#inBackground(name, task);
    const check = (uri: string) => this.#check(uri);
    const checkAsAsked = (uri: string) => this.#checkAsAsked(uri);
    const isHeldBack = (uri: string, text: string, span: Span) =>
      this.#heldBack.isHeldBack(uri, text, span);
    this.#host = host;
    this.#packs = new PackKeeper({
      ...host,
      openUris: () => documents.keys(),
      onFactsInUse: () => this.#refresh(),
    });
    this.#baselines = new Baselines({
      ...host,
      onChange: () => this.#refresh(),
      inBackground,
    });
    this.#drafts = new Drafts(scopes, this.#packs.library, host.paused, this.#baselines);
    this.recorder = new FactRecorder({ documents, scopes, library: this.#packs.library });
    this.writing = new WritingDesk({ features, check: checkAsAsked });
    this.#heldBack = new HeldBack({
      textOf: (uri) => documents.get(uri)?.getText(),
      onRelease: (uri) => this.#show([uri]),
    });
    this.#shelf = new SourceShelf(host.log, () => this.#show(this.#openDrafts()));
    this.#diagnostics = new DraftDiagnostics({
      connection,
      features,
      shelf: this.#shelf,
      check,
      isHeldBack,
      inBackground,
    });
    this.#closedDrafts = new ClosedDrafts({
      connection,
      features,
      drafts: this.#drafts,
      scopes,
      shelf: this.#shelf,
    });
    this.#census = new DraftCensus({
      drafts: this.#drafts,
      scopes,
      openDrafts: () => this.#openDrafts(),
      checkOpen: check,
      onSearch: () => this.#packs.watchDrafts(scopes.folders),
    });
    const desk = new PackDesk({ documents, scopes, library: this.#packs.library });
    this.#packChecks = new PackChecks({
      desk,
      show: (file, issues) => this.#packs.showUnsaved(file, issues),
      inBackground,
    });
    const navigation = { features, desk, shelf: this.#shelf, census: this.#census };
    this.packEditor = new PackEditor({ ...host, ...navigation, inBackground });
    this.draftEditor = new DraftEditor({
      ...host,
      ...navigation,
      baselines: this.#baselines,
      writing: this.writing,
      check: checkAsAsked,
      isHeldBack,
    });
  }

  /** Whether what is compiled by now is what the next start needs, and the client wants it kept. */
  get mayKeepCode(): boolean {
    return this.#host.cacheFolder !== null && this.#drafts.hasChecked;
  }

  /** Settings or workspace folders are others: find out what applies now, and check anew. */
  scopesChanged(): void {
    this.#host.scopes.clear();
    this.#baselines.adopt(this.#host.scopes.folders);
    this.#inBackground('Loading the facts', () => this.#packs.adopt());
    this.#refresh();
  }

  /** Files or folders on disk changed, appeared or went. */
  filesChanged(uris: readonly string[]): void {
    const paths = uris.flatMap((uri) => pathOfUri(uri) ?? []);
    const drafts = paths.filter((path) => hasEnding(path, DRAFT_ENDINGS));
    const others = paths.filter((path) => !drafts.includes(path) && !isBaseline(path));
    this.#baselines.filesChanged(paths);
    if (others.length > 0) this.#packs.filesChanged(others);
    if (drafts.length > 0) this.#stated(() => this.#census.filesChanged(drafts.map(uriOfPath)));
    this.#inBackground('Checking changed drafts', () => this.#recheckClosed(drafts));
  }

  opened({ uri }: TextDocument): void {
    if (isPackUri(uri)) return;
    this.#stated(() => this.#census.draftChanged(uri));
    this.#diagnostics.schedule(uri, 'now');
    this.#diagnostics.prepare(uri);
    this.#inBackground('Finding the texts of sources', async () => {
      const { sources } = await this.#host.scopes.of(uri);
      this.#shelf.prepare(sources);
    });
    this.#inBackground('Reading a baseline', async () => {
      const { folder } = await this.#host.scopes.of(uri);
      if (folder !== undefined) await this.#baselines.readAgain(folder);
    });
    const path = pathOfUri(uri);
    if (path !== undefined)
      this.#inBackground('Opening a draft', () => this.#closedDrafts.opened(path));
  }

  changed(document: TextDocument): void {
    const { uri } = document;
    if (isPackUri(uri)) {
      this.#packChecks.schedule(uri);
      return;
    }
    this.#heldBack.edited(uri, caretsOf(document));
    this.#stated(() => this.#census.draftChanged(uri));
    this.#diagnostics.schedule(uri, 'after-a-pause');
  }

  closed({ uri }: TextDocument): void {
    this.#drafts.forget(uri);
    if (isPackUri(uri)) {
      this.#packChecks.close(uri);
      return;
    }
    this.#stated(() => this.#census.draftChanged(uri));
    this.#diagnostics.close(uri);
    this.#heldBack.forget(uri);
    const path = pathOfUri(uri);
    if (path !== undefined)
      this.#inBackground('Closing a draft', () => this.#recheckClosed([path]));
  }

  async diagnostics(params: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
    // The mistakes of packs are pushed, open or not.
    if (isPackUri(params.textDocument.uri)) return noDiagnostics;
    return this.#diagnostics.pull(params.textDocument.uri, params.previousResultId);
  }

  /** Who answers what is asked of a document. */
  editorOf({ textDocument }: TextDocumentPositionParams): DraftEditor | PackEditor {
    return isPackUri(textDocument.uri) ? this.packEditor : this.draftEditor;
  }

  /** The caret stands elsewhere, in the text as the server has it. */
  caretMoved({ textDocument, position, version }: CaretParams): void {
    const document = this.#host.documents.get(textDocument.uri);
    if (document?.version !== version) return;
    this.#heldBack.caretMoved(textDocument.uri, document.offsetAt(position));
  }

  /** These drafts are not to be checked for now, and no others. */
  pause(uris: readonly string[]): void {
    this.#host.paused.replace(uris);
    this.#refresh();
  }

  /** Check every draft of the workspace folders and show the findings of those that are not open too. */
  async checkWorkspace(
    { workDoneToken }: CheckWorkspaceParams,
    token: CancellationToken,
  ): Promise<CheckWorkspaceResult> {
    const { folders } = this.#host.scopes;
    const progress = await this.#progress(workDoneToken);
    progress.begin('Checking drafts', 0, undefined, true);
    this.#packs.watchDrafts(folders);
    try {
      return await checkWorkspace({
        folders,
        checkFile: (path) => this.#checkFile(path),
        onProgress: (done, all, path) =>
          progress.report((100 * done) / all, `${done + 1} of ${all}: ${path}`),
        token,
      });
    } finally {
      progress.done();
    }
  }

  end(): void {
    this.#diagnostics.dispose();
    this.#heldBack.dispose();
    this.#packChecks.dispose();
    this.packEditor.dispose();
    this.#packs.close();
    this.#baselines.close();
  }

  /** An open document as it is now; undefined when it is closed. */
  #check(uri: string): Promise<Check | undefined> {
    return this.#drafts.checkOpen(uri, () => this.#open(uri));
  }

  /** A document as it was when it was asked for; undefined where it changed before the answer was there. */
  async #checkAsAsked(uri: string): Promise<Check | undefined> {
    const asked = this.#open(uri)?.version;
    const check = await this.#check(uri);
    return check !== undefined && versionOf(check) === asked ? check : undefined;
  }

  /** A file of the workspace, as its editor has it if it is open. */
  async #checkFile(path: string): Promise<FileCheck> {
    const uri = this.#openUriOf(path);
    const check = uri && (await this.#check(uri));
    return check || this.#closedDrafts.check(path);
  }

  async #recheckClosed(paths: readonly string[]): Promise<void> {
    await this.#closedDrafts.recheck(paths.filter((path) => this.#openUriOf(path) === undefined));
  }

  #refresh(): void {
    const packs = this.#host.documents.keys().filter(isPackUri);
    this.#show(this.#openDrafts());
    for (const uri of packs) this.#packChecks.schedule(uri);
    this.#census.factsChanged();
    this.packEditor.refreshLenses();
    this.#inBackground('Checking closed drafts', () =>
      this.#recheckClosed(this.#closedDrafts.known),
    );
  }

  /** Show what is said of open drafts anew. */
  #show(drafts: readonly string[]): void {
    const { connection, features } = this.#host;
    this.#diagnostics.refresh(drafts);
    if (!features.refreshesInlayHints) return;
    this.#inBackground('Refreshing the marks', () => connection.languages.inlayHint.refresh());
  }

  /** What drafts state has changed: forget what was counted, and have it shown anew if it was. */
  #stated(forget: () => void): void {
    if (this.#census.isInUse) this.packEditor.refreshLenses();
    forget();
  }

  #openDrafts(): readonly string[] {
    return this.#host.documents.keys().filter((uri) => !isPackUri(uri));
  }

  #open(uri: string) {
    const document = this.#host.documents.get(uri);
    return document && openDraft(document);
  }

  #openUriOf(path: string): string | undefined {
    return this.#host.documents.keys().find((uri) => pathOfUri(uri) === path);
  }

  async #progress(token: string | number | undefined): Promise<WorkDoneProgressReporter> {
    const { window } = this.#host.connection;
    // Without a token and without the client's own progress, the reporter reports to nobody.
    return token === undefined && this.#host.features.showsProgress
      ? window.createWorkDoneProgress()
      : window.attachWorkDoneProgress(token);
  }

  #inBackground(name: string, task: () => Promise<void>): void {
    runInBackground(name, this.#host.log, task);
  }
}
