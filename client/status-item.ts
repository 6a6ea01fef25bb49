import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import type { StatusMethod, StatusParams } from '../server/lsp/protocol.ts';
import { noFigures } from './describe-counts.ts';
import { describeStatus, type StatusText } from './describe-status.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { isDraft, isOtherProse, notADraft } from './is-draft.ts';
import { type CommandId, commandTitles } from './manifest-source.ts';
import { statusActions, stoppedActions } from './status-actions.ts';

const statusMethod: StatusMethod = 'stet/status';

/** The status bar item: what was found in the draft at hand, or why nothing was checked; a click offers what can be done. */
export class StatusItem implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #item = vscode.window.createStatusBarItem(
    'stet.status',
    vscode.StatusBarAlignment.Right,
    90,
  );
  readonly #statuses = new Map<string, StatusParams>();
  readonly #listeners: vscode.Disposable;

  constructor(client: LanguageClient) {
    this.#client = client;
    this.#item.name = 'Stet';
    this.#item.command = command('stet.showActions');
    this.#listeners = vscode.Disposable.from(
      client.onNotification(statusMethod, (status: StatusParams) => {
        this.#statuses.set(status.uri, status);
        this.#show();
      }),
      client.onDidChangeState(() => this.#show()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#show()),
      vscode.workspace.onDidOpenTextDocument(() => this.#show()),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#statuses.delete(this.#uriOf(document));
      }),
    );
    this.#show();
  }

  /** Offer what can be done about the state of the document at hand, and do what is chosen. */
  async offerActions(): Promise<void> {
    const { state } = this.#client;
    const actions = state === State.Running ? statusActions(this.#status()) : stoppedActions;
    const chosen = await vscode.window.showQuickPick(
      actions.map((action) => ({ label: action.label, action })),
      { placeHolder: this.#headline() },
    );
    if (chosen === undefined) return;
    const { command, arguments: given = [] } = chosen.action;
    await vscode.commands.executeCommand(command, ...given);
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#item.dispose();
  }

  #show(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !(isDraft(document) || isOtherProse(document))) {
      this.#item.hide();
      return;
    }
    if (this.#client.state !== State.Running) showServer(this.#item, this.#client.state);
    else showStatus(this.#item, this.#status());
    this.#item.show();
  }

  /** What the list of actions is headed with. */
  #headline(): string {
    const { state } = this.#client;
    if (state !== State.Running) return serverWords(state);
    const status = this.#status();
    return status === undefined ? 'Stet' : describeStatus(status).headline;
  }

  /** The state of the document at hand: the server's word, or for one it is not told of, ours. */
  #status(): StatusParams | undefined {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) return undefined;
    const uri = this.#uriOf(document);
    return isDraft(document) ? this.#statuses.get(uri) : unreadStatus(uri, document);
  }

  /** The key under which the server speaks of a document. */
  #uriOf(document: vscode.TextDocument): string {
    return this.#client.code2ProtocolConverter.asUri(document.uri);
  }
}

function unreadStatus(uri: string, document: vscode.TextDocument): StatusParams {
  return {
    uri,
    version: document.version,
    counts: noFigures,
    reason: notADraft(document),
    cause: 'not-a-draft',
    notes: [],
  };
}

function serverWords(state: State): string {
  return `The language server is ${state === State.Starting ? 'starting' : 'not running'}`;
}

function showServer(item: vscode.StatusBarItem, state: State): void {
  const isStarting = state === State.Starting;
  item.text = isStarting ? '$(loading~spin) Stet: starting' : '$(error) Stet: stopped';
  item.tooltip = isStarting
    ? serverWords(state)
    : `${serverWords(state)}. Click for what can be done.`;
  item.backgroundColor = isStarting ? undefined : themeColor('error');
}

function showStatus(item: vscode.StatusBarItem, status: StatusParams | undefined): void {
  const shown = status && describeStatus(status);
  item.text = shown?.text ?? '$(loading~spin) Stet: reading';
  item.tooltip = shown ? tooltip(shown) : 'The draft is being read';
  item.backgroundColor = shown?.isLimited ? themeColor('warning') : undefined;
}

function tooltip({ headline, rows, notes }: StatusText): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  text.appendMarkdown(`**Stet** · ${escapeMarkdown(headline)}`);
  if (rows.length > 0) text.appendMarkdown('\n\n| | |\n|:--|--:|\n');
  for (const [label, count] of rows) text.appendMarkdown(`| ${label} | ${count} |\n`);
  // Notes quote pack files, which anybody may have written.
  for (const note of notes) text.appendMarkdown(`\n\n$(warning) ${escapeMarkdown(note)}`);
  return text.appendMarkdown('\n\nClick for what can be done');
}

function command(id: CommandId): vscode.Command {
  return { command: id, title: commandTitles[id] };
}

function themeColor(level: 'warning' | 'error'): vscode.ThemeColor {
  return new vscode.ThemeColor(`statusBarItem.${level}Background`);
}
