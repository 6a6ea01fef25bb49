import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import type {
  ExplainMethod,
  ExplainParams,
  ExplainResult,
  LinkCommandArguments,
} from '../../server/lsp/protocol.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import { isDraft, notADraft } from '../is-draft.ts';
import type { CommandId } from '../manifest-source.ts';

const explainMethod: ExplainMethod = 'stet/explain';
const explainCommand: CommandId = 'stet.explain';

const serverStopped = 'Nothing is checked: the language server of Stet is not running';

/** An answer, and the text and place that it was given for. */
interface Answer {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly range: vscode.Range;
  readonly hover: vscode.Hover;
}

/**
 * Says at the caret, in a hover, why the figure there is, or is not, underlined.
 * The answer stays until the text changes or the caret goes elsewhere; hovering otherwise shows nothing of it.
 */
export class WhyNothing implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #listeners: vscode.Disposable;
  #answer: Answer | undefined;

  constructor(client: LanguageClient) {
    this.#client = client;
    this.#listeners = vscode.Disposable.from(
      vscode.languages.registerHoverProvider('*', {
        provideHover: (document, position) => this.#hoverAt(document, position),
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const caret = selections[0]?.active;
        const isThere =
          textEditor.document === this.#answer?.document &&
          caret !== undefined &&
          this.#answer.range.contains(caret);
        if (!isThere) this.#answer = undefined;
      }),
    );
  }

  /** Ask about the caret of the editor at hand and show the answer there. Returns the sentence shown. */
  async show(): Promise<string | undefined> {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return undefined;
    const { document, selection } = editor;
    const { summary, range } = await this.#ask(document, selection.active);
    const place = range ?? new vscode.Range(selection.active, selection.active);
    const isExplained = range !== null;
    const hover = new vscode.Hover(
      isExplained ? withLink(summary, this.#placeOf(document, selection.active)) : plain(summary),
      place,
    );
    this.#answer = { document, version: document.version, range: place, hover };
    await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
    return summary;
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  async #ask(
    document: vscode.TextDocument,
    caret: vscode.Position,
  ): Promise<{ readonly summary: string; readonly range: vscode.Range | null }> {
    if (!isDraft(document)) return { summary: notADraft(document), range: null };
    if (this.#client.state === State.Stopped) return { summary: serverStopped, range: null };
    const converter = this.#client.code2ProtocolConverter;
    const params: ExplainParams = {
      textDocument: converter.asTextDocumentIdentifier(document),
      position: converter.asPosition(caret),
      version: document.version,
    };
    const { summary, range } = await this.#client.sendRequest<ExplainResult>(explainMethod, params);
    if (range === null) return { summary, range };
    const { start, end } = range;
    return {
      summary,
      range: new vscode.Range(start.line, start.character, end.line, end.character),
    };
  }

  #hoverAt(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const answer = this.#answer;
    if (answer?.document !== document || answer.version !== document.version) return undefined;
    return answer.range.contains(position) ? answer.hover : undefined;
  }

  #placeOf(document: vscode.TextDocument, caret: vscode.Position): LinkCommandArguments {
    const { asUri, asPosition } = this.#client.code2ProtocolConverter;
    return [{ uri: asUri(document.uri), position: asPosition(caret) }];
  }
}

function plain(summary: string): vscode.MarkdownString {
  return new vscode.MarkdownString(escapeMarkdown(summary));
}

function withLink(summary: string, place: LinkCommandArguments): vscode.MarkdownString {
  const text = plain(summary);
  text.isTrusted = { enabledCommands: [explainCommand] };
  const target = `command:${explainCommand}?${encodeURIComponent(JSON.stringify(place))}`;
  return text.appendMarkdown(`\n\n[Show the whole reckoning](${target})`);
}
