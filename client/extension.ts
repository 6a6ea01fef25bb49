import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { checkWorkspace } from './commands/check-workspace.ts';
import { copyCitation } from './commands/copy-citation.ts';
import { explain } from './commands/explain.ts';
import { fixAll } from './commands/fix-all.ts';
import { goToFinding } from './commands/go-to-finding.ts';
import { insertCitation } from './commands/insert-citation.ts';
import { insertFigure } from './commands/insert-figure.ts';
import { openSample } from './commands/open-sample.ts';
import { recordFact } from './commands/record-fact.ts';
import { restart } from './commands/restart.ts';
import { registerShowReferences } from './commands/show-references.ts';
import { type CommandHandler, whileServed } from './commands/while-served.ts';
import { WhyNothing } from './commands/why-nothing.ts';
import { createClient } from './create-client.ts';
import { ExplanationPage } from './explanation-page.ts';
import { KeepAlive } from './keep-alive.ts';
import { type CommandId, commandTitles } from './manifest-source.ts';
import { PausedDrafts, tellPaused } from './paused-drafts.ts';
import { registerPreviews } from './preview.ts';
import { reportCaret } from './report-caret.ts';
import { StatusItem } from './status-item.ts';
import { createTooLargeItem } from './too-large-item.ts';

// `deactivate` is given nothing, so the client it must stop is kept here; one that is starting cannot be stopped.
let client: LanguageClient | undefined;
let starting: Promise<void> | undefined;

/** Start the language server and register what the manifest promises. All checking is the server's. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Stet', { log: true });
  const keepAlive = new KeepAlive();
  const paused = new PausedDrafts(context.workspaceState);
  const started = createClient(context, log, {
    errorHandler: keepAlive,
    pausedUris: () => paused.uris,
  });
  client = started;

  const explanation = new ExplanationPage();
  const statusItem = new StatusItem(started);
  const whyNothing = new WhyNothing(started);
  const answered = (run: CommandHandler) => whileServed(started, run);

  const handlers: Record<CommandId, CommandHandler> = {
    'stet.checkWorkspace': answered(() => checkWorkspace(started)),
    'stet.copyCitation': answered((place) => copyCitation(started, place)),
    'stet.explain': answered((place) => explain(started, explanation, place)),
    'stet.fixAll': fixAll,
    'stet.insertCitation': insertCitation,
    'stet.insertFigure': answered(() => insertFigure(started)),
    'stet.nextFinding': () => goToFinding('next'),
    'stet.openSample': () => openSample(context.extensionUri),
    'stet.pause': () => paused.setPaused(true),
    'stet.previousFinding': () => goToFinding('previous'),
    'stet.recordFact': answered(() => recordFact(started)),
    'stet.restart': () => restart(started, keepAlive),
    'stet.resume': () => paused.setPaused(false),
    'stet.showActions': () => statusItem.offerActions(),
    'stet.showLog': () => log.show(),
    'stet.whyNothing': () => whyNothing.show(),
  };
  for (const command of Object.keys(commandTitles).filter(isCommand)) {
    context.subscriptions.push(vscode.commands.registerCommand(command, handlers[command]));
  }
  context.subscriptions.push(
    log,
    explanation,
    registerPreviews(),
    paused,
    paused.onDidChange(() => tellPaused(started, paused)),
    statusItem,
    createTooLargeItem(),
    whyNothing,
    reportCaret(started),
    registerShowReferences(started),
  );

  // Nobody waits for it: an editor that starts up has more to do, and what is asked of the server waits by itself.
  starting = started.start().catch(() => {
    // The client library has said so in a message and in the log; the status item shows it, and offers a restart.
  });
}

export async function deactivate(): Promise<void> {
  await starting;
  await client?.stop();
  client = undefined;
}

/** Asked by `server/host/run-program.ts`: what most starts need is compiled once the server runs. */
export const mayKeepCode = (): boolean => client?.isRunning() === true;

function isCommand(id: string): id is CommandId {
  return id in commandTitles;
}
