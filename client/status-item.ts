import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import type { StatusMethod, StatusParams } from '../server/lsp/protocol.ts';
import { describeStatus, type StatusText } from './describe-status.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { type CommandId, commandTitles, draftLanguages } from './manifest-source.ts';

const statusMethod: StatusMethod = 'stet/status';
const tooltipCommands: readonly CommandId[] = [
  'stet.fixAll',
  'stet.checkWorkspace',
  'stet.showLog',
];

/** The status bar item: what was found in the draft at hand, or why nothing was checked. */
export function createStatusItem(client: LanguageClient): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'stet.status',
    vscode.StatusBarAlignment.Right,
    90,
  );
  item.name = 'Stet';
  const statuses = new Map<string, StatusParams>();

  const show = () => showDraft(item, client, statuses);
  const receive = (status: StatusParams) => {
    statuses.set(status.uri, status);
    show();
  };
  const forget = (document: vscode.TextDocument) => statuses.delete(uriOf(client, document));

  const listeners = [
    client.onNotification(statusMethod, receive),
    client.onDidChangeState(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument(forget),
  ];
  show();
  return vscode.Disposable.from(item, ...listeners);
}

function showDraft(
  item: vscode.StatusBarItem,
  client: LanguageClient,
  statuses: ReadonlyMap<string, StatusParams>,
): void {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !isDraft(document)) {
    item.hide();
    return;
  }
  if (client.state !== State.Running) showServer(item, client.state);
  else showStatus(item, statuses.get(uriOf(client, document)));
  item.show();
}

function showServer(item: vscode.StatusBarItem, state: State): void {
  const isStarting = state === State.Starting;
  item.text = isStarting ? '$(loading~spin) Stet: starting' : '$(error) Stet: stopped';
  item.tooltip = isStarting
    ? 'The language server is starting'
    : 'The language server is not running. Click to start it again; the log says what happened.';
  item.command = isStarting ? command('stet.showLog') : command('stet.restart');
  item.backgroundColor = isStarting ? undefined : themeColor('error');
}

function showStatus(item: vscode.StatusBarItem, status: StatusParams | undefined): void {
  const shown = status && describeStatus(status);
  item.text = shown?.text ?? '$(loading~spin) Stet: reading';
  item.tooltip = shown ? tooltip(shown) : 'The draft is being read';
  item.command = { command: 'workbench.actions.view.problems', title: 'Show the problems' };
  item.backgroundColor = shown?.isLimited ? themeColor('warning') : undefined;
}

function tooltip({ headline, rows, notes }: StatusText): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  text.isTrusted = { enabledCommands: [...tooltipCommands] };
  text.appendMarkdown(`**Stet** · ${escapeMarkdown(headline)}`);
  if (rows.length > 0) text.appendMarkdown('\n\n| | |\n|:--|--:|\n');
  for (const [label, count] of rows) text.appendMarkdown(`| ${label} | ${count} |\n`);
  // Notes quote pack files, which anybody may have written.
  for (const note of notes) text.appendMarkdown(`\n\n$(warning) ${escapeMarkdown(note)}`);
  text.appendMarkdown('\n\n---\n\n').appendMarkdown(tooltipCommands.map(link).join('  \n'));
  return text;
}

function link(id: CommandId): string {
  return `[${commandTitles[id]}](command:${id})`;
}

function command(id: CommandId): vscode.Command {
  return { command: id, title: commandTitles[id] };
}

function themeColor(level: 'warning' | 'error'): vscode.ThemeColor {
  return new vscode.ThemeColor(`statusBarItem.${level}Background`);
}

function isDraft(document: vscode.TextDocument): boolean {
  return draftLanguages.some((language) => language === document.languageId);
}

/** The key under which the server speaks of a document. */
function uriOf(client: LanguageClient, document: vscode.TextDocument): string {
  return client.code2ProtocolConverter.asUri(document.uri);
}
