import {
  type CodeLens,
  type CompletionItem,
  CompletionRequest,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { stetVersion } from '../host/shipped-files.ts';
import { requestGuard } from './boundary.ts';
import { capabilitiesFor, completionRegistrations } from './capabilities.ts';
import { chooseCacheFolder } from './choose-cache-folder.ts';
import {
  type ClientFeatures,
  readClientFeatures,
  readInitializationOptions,
} from './client-features.ts';
import { ClientSettings, section } from './client-settings.ts';
import { noDiagnostics } from './draft-diagnostics.ts';
import { editedDocuments } from './edited-documents.ts';
import { noExplanation } from './explain.ts';
import { pathOfUri } from './file-uri.ts';
import { logOf } from './log.ts';
import {
  caret,
  checkWorkspace,
  citation,
  explain,
  figures,
  pause,
  recordFact,
} from './own-messages.ts';
import { PausedDrafts } from './paused-drafts.ts';
import type { CitationResult, FiguresResult, RecordFactResult } from './protocol.ts';
import { Scopes } from './scopes.ts';
import { Session } from './session.ts';

/** The answer where recording a fact failed. */
const nothingRecorded: RecordFactResult = {
  kind: 'nothing',
  reason: 'The fact could not be recorded; the log says why',
};

const nothingCited: CitationResult = {
  kind: 'nothing',
  reason: 'The citation could not be written; the log says why',
};

const nothingFound: FiguresResult = {
  figures: [],
  more: 0,
  reason: 'The record could not be searched; the log says why',
};

/**
 * Serve one client until it ends the connection.
 * {@link listen} is the table of contents: every message the server understands, and who answers it.
 */
export function serve(connection: Connection): Server {
  let session: Session | undefined;
  const documents = new TextDocuments(editedDocuments);
  documents.listen(connection);
  connection.onInitialize((params) => {
    const features = readClientFeatures(params);
    session = listen(connection, documents, features, params);
    return {
      capabilities: capabilitiesFor(features),
      serverInfo: { name: 'Stet', version: stetVersion() },
    };
  });
  connection.listen();
  return { mayKeepCode: () => session?.mayKeepCode === true };
}

/** What the program around a server may ask of it. */
interface Server {
  /** Whether its compiled code may be kept for the next start: it has checked a draft, and the client wants a cache. */
  mayKeepCode(): boolean;
}

function listen(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  features: ClientFeatures,
  params: InitializeParams,
): Session {
  const log = logOf(connection);
  const settings = new ClientSettings(connection, features, params, log);
  const scopes = new Scopes(
    (uri) => settings.ask(uri),
    () => settings.base,
  );
  scopes.folders = foldersOf(params);
  const session = new Session({
    connection,
    documents,
    features,
    scopes,
    cacheFolder: chooseCacheFolder(params),
    paused: new PausedDrafts(pausedAtStart(params)),
    log,
  });

  const guard = requestGuard(log, (uri = 'no document') => {
    return `${uri}, version ${documents.get(uri)?.version ?? 'unknown'}`;
  });

  // Documents
  documents.onDidOpen(({ document }) => session.opened(document));
  documents.onDidChangeContent(({ document }) => session.changed(document));
  documents.onDidClose(({ document }) => session.closed(document));

  // Features
  const { draftEditor: drafts, packEditor: packs } = session;
  connection.languages.diagnostics.on(
    guard('Diagnostics', noDiagnostics, (params) => session.diagnostics(params)),
  );
  connection.onHover(guard('Hover', null, (params) => session.editorOf(params).hover(params)));
  connection.onCodeAction(guard('Code actions', [], (params) => drafts.codeActions(params)));
  connection.onExecuteCommand(guard('A command', false, (params) => drafts.executeCommand(params)));
  connection.onCompletion(
    guard('Completion', null, (params) => session.editorOf(params).complete(params)),
  );
  connection.onCompletionResolve((item, token) =>
    guard('Completion item', item, (asked: CompletionItem) => packs.resolveCompletion(asked))(
      item,
      token,
    ),
  );
  connection.onDefinition(
    guard('Definition', null, (params) => session.editorOf(params).definition(params)),
  );
  connection.onReferences(
    guard('References', null, (params) => session.editorOf(params).references(params)),
  );
  connection.onCodeLens(guard('Code lenses', null, (params) => packs.codeLenses(params)));
  connection.onCodeLensResolve((lens, token) =>
    guard('Code lens', lens, (asked: CodeLens) => packs.resolveLens(asked))(lens, token),
  );
  connection.onRequest(
    checkWorkspace,
    // Cancelling it is not an error: what was checked until then is the answer.
    (params, token) => session.checkWorkspace(params, token),
  );
  connection.onRequest(
    recordFact,
    guard('Recording a fact', nothingRecorded, (params) => session.recorder.record(params)),
  );
  connection.onRequest(
    citation,
    guard('A citation', nothingCited, (params) => session.writing.citation(params)),
  );
  connection.onRequest(
    figures,
    guard('Figures', nothingFound, (params, token) => session.writing.figures(params, token)),
  );
  connection.languages.inlayHint.on(
    guard('Inlay hints', [], (params) => drafts.inlayHints(params)),
  );
  connection.onRequest(
    explain,
    guard('Explaining', noExplanation, (params) => drafts.explain(params)),
  );
  connection.onNotification(caret, (params) => session.caretMoved(params));
  connection.onNotification(pause, ({ uris }) => session.pause(uris));

  // Settings, folders and files
  connection.onInitialized(() => {
    register(connection, features, scopes, session);
    session.scopesChanged();
  });
  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    settings.changed(pushed);
    session.scopesChanged();
  });
  connection.onDidChangeWatchedFiles(({ changes }) =>
    session.filesChanged(changes.map(({ uri }) => uri)),
  );

  connection.onShutdown(() => session.end());
  return session;
}

/** What the client has to be asked for after the start, as far as it can. */
function register(
  connection: Connection,
  features: ClientFeatures,
  scopes: Scopes,
  session: Session,
): void {
  if (features.registersConfiguration) {
    const type = DidChangeConfigurationNotification.type;
    // A client that refuses tells of no change; its settings are then those of the start.
    connection.client.register(type, { section }).catch(() => undefined);
  }
  if (features.registersCompletion) {
    for (const options of completionRegistrations)
      connection.client.register(CompletionRequest.type, options).catch(() => undefined);
  }
  if (!features.changesWorkspaceFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const gone = removed.map(({ uri }) => pathOfUri(uri));
    const kept = scopes.folders.filter((folder) => !gone.includes(folder));
    scopes.folders = [...kept, ...added.flatMap(({ uri }) => pathOfUri(uri) ?? [])];
    session.scopesChanged();
  });
}

/** The drafts that a client remembers as paused; nothing of it is trusted. */
function pausedAtStart(params: InitializeParams): readonly string[] {
  const paused: unknown = readInitializationOptions(params).paused;
  return Array.isArray(paused) ? paused.filter((uri) => typeof uri === 'string') : [];
}

/** The workspace folders with a path; older clients send one root. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.flatMap((uri) => pathOfUri(uri) ?? []);
}
