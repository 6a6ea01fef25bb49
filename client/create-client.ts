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
import { draftLanguages, linkCommands } from './manifest-source.ts';

/**
 * Where a draft may live. Others (`git:` beside a diff, chat blocks, output panes) show text that
 * nobody is writing, and stay unmarked. `vscode-vfs` is a repository opened without a clone.
 */
const draftSchemes = ['file', 'untitled', 'vscode-vfs'] as const;

/** Packs are written in YAML; the server leaves alone what belongs to none. */
const packFiles = { scheme: 'file', language: 'yaml' } as const;

/** The client of `dist/server.js`, not yet started; `errorHandler` decides what becomes of a server that ends. */
export function createClient(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  errorHandler: ErrorHandler,
): LanguageClient {
  const server = {
    module: vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath,
    transport: TransportKind.stdio,
  };
  const initializationOptions: StetInitializationOptions = {
    status: true,
    showsReferences: true,
    asksReasons: true,
    linkCommands,
    cacheFolder: vscode.Uri.joinPath(context.globalStorageUri, 'packs').fsPath,
  };
  const options: LanguageClientOptions = {
    documentSelector: [
      ...draftSchemes.flatMap((scheme) => draftLanguages.map((language) => ({ scheme, language }))),
      packFiles,
    ],
    initializationOptions,
    outputChannel: log,
    errorHandler,
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
