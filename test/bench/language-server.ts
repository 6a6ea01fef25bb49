import { type ChildProcess, spawn } from 'node:child_process';
import {
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { pullingClient } from '../lsp/start-server.ts';

/** Which server to start, and what it is told. */
export interface ServerKind {
  readonly name: string;
  /** A module for Node and its arguments. */
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly languageId: string;
  /** The answer to a question for a section of the settings. */
  settingsOf(section: string | undefined): unknown;
}

/** A server that was greeted, as the editor talks to it. */
export interface LanguageServer {
  /** Milliseconds from the start of the process until it had answered the greeting. */
  readonly greetedAfter: number;
  /** Open a document; its diagnostics, by whichever way the server gives them. */
  open(uri: string, text: string): Promise<readonly Diagnostic[]>;
  /** Type `text` at a place; the diagnostics of the document as it is then. */
  type(uri: string, version: number, at: Position, text: string): Promise<readonly Diagnostic[]>;
  /** Whether there is something to show at a place. */
  hover(uri: string, at: Position): Promise<boolean>;
  stop(): Promise<void>;
}

/** How long an answer may take on a busy machine. */
const PATIENCE_MS = 60_000;

/** Start a server as VS Code does, over its standard input and output, and greet it. */
export async function startLanguageServer(kind: ServerKind): Promise<LanguageServer> {
  const start = performance.now();
  const child = spawn(process.execPath, [...kind.command], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, ...kind.env },
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const published = listenToPublished(connection);
  answer(connection, kind);
  connection.listen();
  const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: null,
    capabilities: pullingClient,
  });
  const greetedAfter = performance.now() - start;
  await connection.sendNotification(InitializedNotification.type, {});

  const isPulled = capabilities.diagnosticProvider !== undefined;
  const diagnosticsAfter = async (uri: string, send: () => Promise<void>) => {
    if (!isPulled) return published(uri, send);
    await send();
    return pull(connection, uri);
  };
  return {
    greetedAfter,
    open: (uri, text) =>
      diagnosticsAfter(uri, () =>
        connection.sendNotification(DidOpenTextDocumentNotification.type, {
          textDocument: { uri, languageId: kind.languageId, version: 1, text },
        }),
      ),
    type: (uri, version, at, text) =>
      diagnosticsAfter(uri, () =>
        connection.sendNotification(DidChangeTextDocumentNotification.type, {
          textDocument: { uri, version },
          contentChanges: [{ range: { start: at, end: at }, text }],
        }),
      ),
    hover: async (uri, position) =>
      (await connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position })) !==
      null,
    stop: () => stop(connection, child),
  };
}

/** What VS Code answers to a server's own questions. */
function answer(connection: ProtocolConnection, kind: ServerKind): void {
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.onRequest(DiagnosticRefreshRequest.type, () => undefined);
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(({ section }) => kind.settingsOf(section) ?? null),
  );
}

async function pull(connection: ProtocolConnection, uri: string): Promise<readonly Diagnostic[]> {
  const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri },
  });
  return report.kind === DocumentDiagnosticReportKind.Full ? report.items : [];
}

/**
 * The next diagnostics that are published for a document after something was sent. Empty ones do not count: a server
 * that knows the schema or the record of its document only later says first that there is nothing to say.
 */
function listenToPublished(connection: ProtocolConnection) {
  const waiting = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();
  connection.onNotification(
    PublishDiagnosticsNotification.type,
    ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      if (diagnostics.length > 0) waiting.get(uri)?.(diagnostics);
    },
  );
  return (uri: string, send: () => Promise<void>): Promise<readonly Diagnostic[]> =>
    new Promise((resolve, reject) => {
      const fail = (): void => reject(new Error(`No diagnostics came for ${uri}`));
      const timer = setTimeout(fail, PATIENCE_MS);
      waiting.set(uri, (diagnostics) => {
        clearTimeout(timer);
        waiting.delete(uri);
        resolve(diagnostics);
      });
      send().catch(reject);
    });
}

async function stop(connection: ProtocolConnection, child: ChildProcess): Promise<void> {
  const exited = new Promise((resolve) => child.once('exit', resolve));
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  await exited;
  connection.dispose();
}
