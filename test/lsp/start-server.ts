import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  CodeActionRequest,
  CodeLensRefreshRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  type FileChangeType,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  InlayHintRefreshRequest,
  LogMessageNotification,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  UnregistrationRequest,
  type WorkspaceFolder,
} from 'vscode-languageserver/node';
import type { StatusParams } from '../../server/lsp/protocol.ts';

const serverFile = join(import.meta.dirname, '../../dist/server.js');

/** How long a message may take on a busy machine before the test says that it never came. */
const patienceMs = 10_000;

/** A client as capable as VS Code's. */
export const pullingClient: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedInformation: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } },
      isPreferredSupport: true,
    },
    completion: { dynamicRegistration: true, completionItem: { snippetSupport: true } },
    definition: { linkSupport: true },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  window: { workDoneProgress: true },
};

/** An older client: diagnostics are pushed to it, and it can be asked for nothing. */
export const pushedClient: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true },
    hover: { contentFormat: ['plaintext'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  /** Paths of the workspace folders. */
  readonly folders?: readonly string[];
  readonly initializationOptions?: unknown;
  /** The system's folder for caches; else one of the server's own. */
  readonly cacheHome?: string;
  /** What the client answers when asked for the section `stet` of a resource, now or later. */
  readonly configuration?: (uri: string | undefined) => unknown;
}

/** Something that was sent and is looked for among all that was sent. */
interface Mailbox<T> {
  readonly all: T[];
  /** The first that matches, of those that came or of those to come. */
  first(what: string, matches: (item: T) => boolean): Promise<T>;
}

/** Paths of workspace folders that came and went. */
export interface FolderChange {
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
}

/** A running server and the client's end of its connection. */
export interface RunningServer {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly published: Mailbox<PublishDiagnosticsParams>;
  readonly statuses: Mailbox<StatusParams>;
  readonly logs: Mailbox<string>;
  readonly refreshes: Mailbox<true>;
  readonly lensRefreshes: Mailbox<true>;
  readonly hintRefreshes: Mailbox<true>;
  readonly registrations: Mailbox<Registration>;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  change(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): Promise<void>;
  close(uri: string): Promise<void>;
  pull(uri: string): Promise<readonly Diagnostic[]>;
  pullReport(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  hover(uri: string, position: Position): Promise<Hover | null>;
  actions(uri: string, range: Range, context?: Partial<CodeActionContext>): Promise<CodeAction[]>;
  configure(settings?: unknown): Promise<void>;
  filesChanged(paths: readonly string[], type: FileChangeType): Promise<void>;
  /** Change the workspace folders, given by their paths. */
  foldersChanged(change: FolderChange): Promise<void>;
  /** End it as an editor does; its exit status. */
  stop(): Promise<number | null>;
}

/** Start `dist/server.js --stdio` and greet it. */
export async function startServer(options: StartOptions = {}): Promise<RunningServer> {
  // Of its own, and not of one test: some servers answer all tests of a file.
  const ownCache = mkdtempSync(join(tmpdir(), 'stet-cache-'));
  const env = { ...process.env, XDG_CACHE_HOME: options.cacheHome ?? ownCache };
  const child = spawn(process.execPath, [serverFile, '--stdio'], { stdio: 'pipe', env });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const stderr: string[] = [];
  child.stderr.on('data', (chunk) => stderr.push(String(chunk)));

  const published = mailbox<PublishDiagnosticsParams>();
  const statuses = mailbox<StatusParams>();
  const logs = mailbox<string>();
  const refreshes = mailbox<true>();
  const lensRefreshes = mailbox<true>();
  const hintRefreshes = mailbox<true>();
  const registrations = mailbox<Registration>();
  connection.onNotification(PublishDiagnosticsNotification.type, published.put);
  connection.onNotification('stet/status', statuses.put);
  connection.onNotification(LogMessageNotification.type, ({ message }) => logs.put(message));
  connection.onRequest(DiagnosticRefreshRequest.type, () => refreshes.put(true));
  connection.onRequest(CodeLensRefreshRequest.type, () => lensRefreshes.put(true));
  connection.onRequest(InlayHintRefreshRequest.type, () => hintRefreshes.put(true));
  connection.onRequest(RegistrationRequest.type, (params) => {
    for (const registration of params.registrations) registrations.put(registration);
  });
  connection.onRequest(UnregistrationRequest.type, () => undefined);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    Promise.all(
      items.map(async ({ scopeUri }) => (await options.configuration?.(scopeUri)) ?? null),
    ),
  );
  connection.listen();

  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: (options.folders ?? []).map(toFolder),
    capabilities: options.capabilities ?? pullingClient,
    initializationOptions: options.initializationOptions ?? { status: true },
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const pullReport = (uri: string, previousResultId?: string) =>
    connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });

  return {
    connection,
    initialized,
    published,
    statuses,
    logs,
    refreshes,
    lensRefreshes,
    hintRefreshes,
    registrations,
    open: (uri, text, languageId = 'markdown') =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (uri, version, contentChanges) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges,
      }),
    close: (uri) =>
      connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    pullReport,
    async pull(uri) {
      const report = await pullReport(uri);
      if (report.kind !== 'full') throw new Error(`A ${report.kind} report without a previous one`);
      return report.items;
    },
    hover: (uri, position) =>
      connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position }),
    async actions(uri, range, context = {}) {
      const answer = await connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...context },
      });
      return (answer ?? []).filter((action): action is CodeAction => 'kind' in action);
    },
    configure: (settings = null) =>
      connection.sendNotification(DidChangeConfigurationNotification.type, { settings }),
    filesChanged: (paths, type) =>
      connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: paths.map((path) => ({ uri: pathToFileURL(path).href, type })),
      }),
    foldersChanged: ({ added = [], removed = [] }) =>
      connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
        event: { added: added.map(toFolder), removed: removed.map(toFolder) },
      }),
    async stop() {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      const code = await exited;
      connection.dispose();
      rmSync(ownCache, { recursive: true, force: true });
      if (stderr.length > 0) throw new Error(`The server wrote to stderr: ${stderr.join('')}`);
      return code;
    },
  };
}

function toFolder(path: string): WorkspaceFolder {
  return { uri: pathToFileURL(path).href, name: path };
}

function mailbox<T>(): Mailbox<T> & { put(item: T): void } {
  const all: T[] = [];
  const waiting = new Set<(item: T) => void>();
  return {
    all,
    put(item) {
      all.push(item);
      for (const tell of waiting) tell(item);
    },
    first(what, matches) {
      const known = all.find(matches);
      if (known !== undefined) return Promise.resolve(known);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(tell);
          const last = JSON.stringify(all.slice(-3)).slice(0, 2_000);
          reject(new Error(`${what} did not come; the last of ${all.length}: ${last}`));
        }, patienceMs);
        const tell = (item: T): void => {
          if (!matches(item)) return;
          clearTimeout(timer);
          waiting.delete(tell);
          resolve(item);
        };
        waiting.add(tell);
      });
    },
  };
}
