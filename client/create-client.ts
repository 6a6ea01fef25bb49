import * as vscode from 'vscode';
import {
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  TransportKind,
} from 'vscode-languageclient/node';
import type { StetInitializationOptions } from '../server/lsp/protocol.ts';
import { askReason } from './commands/ask-reason.ts';
import { draftSchemes } from './is-draft.ts';
import { draftLanguages, linkCommands } from './manifest-source.ts';

/** Packs are written in YAML; the server leaves alone what belongs to none. */
const packFiles = { scheme: 'file', language: 'yaml' } as const;

/** What the client asks of the extension around it. */
interface ClientHost {
  /** Decides what becomes of a server that ends. */
  readonly errorHandler: ErrorHandler;
  /** The drafts that are not to be checked for now. */
  pausedUris(): readonly string[];
}

/** The client of `dist/server.js`, not yet started. */
export function createClient(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  { errorHandler, pausedUris }: ClientHost,
): LanguageClient {
  const server = {
    module: vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath,
    transport: TransportKind.stdio,
  };
  // Asked for at every start of the server.
  const initializationOptions = (): StetInitializationOptions => ({
    status: true,
    showsReferences: true,
    asksReasons: true,
    linkCommands,
    paused: pausedUris(),
    cacheFolder: vscode.Uri.joinPath(context.globalStorageUri, 'packs').fsPath,
  });
  const options: LanguageClientOptions = {
    documentSelector: [
      ...draftSchemes.flatMap((scheme) => draftLanguages.map((language) => ({ scheme, language }))),
      packFiles,
    ],
    initializationOptions,
    outputChannel: log,
    errorHandler,
    // The library would show its own error; what became of the server is said by the handler.
    initializationFailedHandler: () => false,
    // A writer is not thrown out of the draft; the status item says that something is wrong.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: 'stet',
    middleware: { executeCommand: askReason },
    markdown: { isTrusted: { enabledCommands: linkCommands }, supportHtml: false },
  };
  return new LanguageClient('stet', 'Stet', { run: server, debug: withInspector(server) }, options);
}

/** F5 in this repository: the server too can be stepped through (.vscode/launch.json attaches to it). */
function withInspector<T extends object>(server: T): T & { options: { execArgv: string[] } } {
  return { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
}
