import type {
  CancellationToken,
  CodeAction,
  CodeActionParams,
  CompletionList,
  CompletionParams,
  Connection,
  DefinitionParams,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  ExecuteCommandParams,
  Hover,
  HoverParams,
  InlayHint,
  InlayHintParams,
  Location,
  LocationLink,
  ReferenceParams,
  TextDocuments,
  WorkDoneProgressReporter,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { DRAFT_ENDINGS } from '../host/find-drafts.ts';
import { hasEnding } from '../host/find-files.ts';
import { hoverCard } from '../service/index.ts';
import { Baselines, isBaseline } from './baselines.ts';
import { runInBackground } from './boundary.ts';
import { cardLinks } from './card-links.ts';
import { checkWorkspace } from './check-workspace.ts';
import type { ClientFeatures } from './client-features.ts';
import { ClosedDrafts, type FileCheck } from './closed-drafts.ts';
import { codeActions } from './code-actions.ts';
import { DraftCensus } from './draft-census.ts';
import { DraftDiagnostics, noDiagnostics, versionOf } from './draft-diagnostics.ts';
import { defineFigure, figureReferences, type NavigationHost } from './draft-navigation.ts';
import { type Check, type Checked, Drafts, openDraft } from './drafts.ts';
import { caretsOf } from './edited-documents.ts';
import { explain, noExplanation } from './explain.ts';
import { pathOfUri, uriOfPath } from './file-uri.ts';
import { executeFindingCommand } from './finding-commands.ts';
import { HeldBack } from './held-back.ts';
import { inlayHints } from './inlay-hints.ts';
import type { Log } from './log.ts';
import { PackChecks } from './pack-checks.ts';
import { isPackUri, PackDesk } from './pack-desk.ts';
import { PackEditor } from './pack-editor.ts';
import { PackKeeper } from './pack-keeper.ts';
import type { PausedDrafts } from './paused-drafts.ts';
import type {
  CaretParams,
  CheckWorkspaceParams,
  CheckWorkspaceResult,
  ExplainParams,
  ExplainResult,
} from './protocol.ts';
import { FactRecorder } from './record-fact.ts';
import type { Scopes } from './scopes.ts';
import { SourceShelf } from './source-shelf.ts';
import { linesOf, toLspHover } from './to-lsp.ts';
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
  readonly #navigation: NavigationHost;
  /** What is asked of pack files. */
  readonly packEditor: PackEditor;
  /** Puts on record what an open text states. */
  readonly recorder: FactRecorder;
  /** What is asked while a draft is written. */
  readonly writing: WritingDesk;

  constructor(host: SessionHost) {
    const { connection, documents, features, scopes } = host;
    this.#host = host;
    this.#packs = new PackKeeper({
      ...host,
      openUris: () => documents.keys(),
      onFactsInUse: () => this.#refresh(),
    });
    this.#baselines = new Baselines({
      ...host,
      onChange: () => this.#refresh(),
      inBackground: (name, task) => this.#inBackground(name, task),
    });
    this.#drafts = new Drafts(scopes, this.#packs.library, host.paused, this.#baselines);
    this.recorder = new FactRecorder({ documents, scopes, library: this.#packs.library });
    this.writing = new WritingDesk({ features, check: (uri) => this.#currentCheck(uri) });
    this.#heldBack = new HeldBack({
      textOf: (uri) => documents.get(uri)?.getText(),
      onRelease: (uri) => this.#show([uri]),
    });
    this.#shelf = new SourceShelf(host.log, () =>
      this.#show(documents.keys().filter((uri) => !isPackUri(uri))),
    );
    this.#diagnostics = new DraftDiagnostics({
      connection,
      features,
      shelf: this.#shelf,
      check: (uri) => this.#drafts.checkOpen(uri, () => this.#open(uri)),
      isHeldBack: (uri, text, span) => this.#heldBack.isHeldBack(uri, text, span),
      inBackground: (name, task) => this.#inBackground(name, task),
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
      openDrafts: () => documents.keys().filter((uri) => !isPackUri(uri)),
      checkOpen: (uri) => this.#drafts.checkOpen(uri, () => this.#open(uri)),
      onSearch: () => this.#packs.watchDrafts(scopes.folders),
    });
    const inBackground = (name: string, task: () => Promise<void>) =>
      this.#inBackground(name, task);
    const desk = new PackDesk({ documents, scopes, library: this.#packs.library });
    this.#packChecks = new PackChecks({
      desk,
      show: (file, issues) => this.#packs.showUnsaved(file, issues),
      inBackground,
    });
    this.#navigation = { features, desk, shelf: this.#shelf, census: this.#census };
    this.packEditor = new PackEditor({ ...host, ...this.#navigation, inBackground });
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
    this.#inBackground('Finding the texts of sources', async () => {
      const { sources } = await this.#host.scopes.of(uri);
      this.#shelf.prepare(sources);
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

  async hover(params: HoverParams): Promise<Hover | null> {
    const { textDocument, position } = params;
    if (isPackUri(textDocument.uri)) return this.packEditor.hover(params);
    const check = await this.#checkAsAsked(textDocument.uri);
    if (check === undefined) return null;
    const lines = linesOf(check);
    const { features } = this.#host;
    const links = cardLinks(textDocument.uri, check, lines, this.#shelf, features);
    const card = hoverCard(check.snapshot, lines.offset(position), links);
    return card === undefined ? null : toLspHover(card, lines, features);
  }

  /** Where something comes from: a figure of a draft, or what a pack names. */
  async definition(params: DefinitionParams): Promise<Location[] | LocationLink[] | null> {
    const { uri } = params.textDocument;
    if (isPackUri(uri)) return this.packEditor.definition(params);
    const check = await this.#checkAsAsked(uri);
    return check === undefined ? null : defineFigure(check, params, this.#navigation);
  }

  /** Where else it stands. */
  async references(params: ReferenceParams): Promise<Location[] | null> {
    const { uri } = params.textDocument;
    if (isPackUri(uri)) return this.packEditor.references(params);
    const check = await this.#checkAsAsked(uri);
    return check === undefined ? null : figureReferences(check, params, this.#navigation);
  }

  async inlayHints(params: InlayHintParams): Promise<InlayHint[]> {
    const { uri } = params.textDocument;
    const { settings } = await this.#host.scopes.of(uri);
    const check = settings.inlayHints ? await this.#checkAsAsked(uri) : undefined;
    if (check === undefined) return [];
    const { text } = check.snapshot.reading;
    return inlayHints(check, params, (span) => !this.#heldBack.isHeldBack(uri, text, span));
  }

  /** What may be written at a place: a key or an id of a pack, a recorded figure of a draft. */
  async complete(params: CompletionParams): Promise<CompletionList | null> {
    return isPackUri(params.textDocument.uri)
      ? this.packEditor.complete(params)
      : this.writing.complete(params);
  }

  /** Why something is, or is not, underlined at a place. */
  async explain(params: ExplainParams): Promise<ExplainResult> {
    const { uri } = params.textDocument;
    const check = await this.#drafts.checkOpen(uri, () => this.#open(uri));
    if (check === undefined) return noExplanation;
    const isOtherText = params.version !== undefined && params.version !== versionOf(check);
    return isOtherText ? noExplanation : explain(check, params);
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

  async codeActions(params: CodeActionParams): Promise<CodeAction[]> {
    if (!this.#host.features.takesCodeActions) return [];
    const check = await this.#checkAsAsked(params.textDocument.uri);
    return check === undefined ? [] : codeActions(check, params, this.#host.features);
  }

  /** Do what a code action is more than an edit for; whether it was done. */
  async executeCommand(params: ExecuteCommandParams): Promise<boolean> {
    const check = (uri: string) => this.#checkAsAsked(uri);
    return executeFindingCommand(params, { ...this.#host, baselines: this.#baselines, check });
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

  /** Check the document that a request is about; undefined where it changed before the answer was there. */
  async #checkAsAsked(uri: string): Promise<Checked | undefined> {
    const check = await this.#currentCheck(uri);
    return check?.kind === 'checked' ? check : undefined;
  }

  /** The same, or why it is not checked. */
  async #currentCheck(uri: string): Promise<Check | undefined> {
    const asked = this.#open(uri)?.version;
    const check = await this.#drafts.checkOpen(uri, () => this.#open(uri));
    return check !== undefined && versionOf(check) === asked ? check : undefined;
  }

  /** A file of the workspace, as its editor has it if it is open. */
  async #checkFile(path: string): Promise<FileCheck> {
    const uri = this.#openUriOf(path);
    const check = uri && (await this.#drafts.checkOpen(uri, () => this.#open(uri)));
    return check || this.#closedDrafts.check(path);
  }

  async #recheckClosed(paths: readonly string[]): Promise<void> {
    await this.#closedDrafts.recheck(paths.filter((path) => this.#openUriOf(path) === undefined));
  }

  #refresh(): void {
    const uris = this.#host.documents.keys();
    const packs = uris.filter(isPackUri);
    this.#show(uris.filter((uri) => !packs.includes(uri)));
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
