import * as vscode from 'vscode';

const scheme = 'stet-explain';

/** There is one page: each explanation takes the place of the last, in the tab that is open already. */
const page = vscode.Uri.from({ scheme, path: '/Explanation.md' });

/** The page that explains a figure: a document that is no file, shown as Markdown beside the draft. */
export class ExplanationPage implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #provider: vscode.Disposable;
  /** Until something is explained: a tab that was left open comes back after a restart. */
  #text =
    'Put the caret into a figure of a draft and run *Stet: Explain the Figure at the Cursor*.';

  constructor() {
    this.#provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: () => this.#text,
    });
  }

  async show(markdown: string): Promise<void> {
    this.#text = markdown;
    this.#changed.fire(page);
    try {
      // An unlocked preview would turn to the draft as soon as the writer does.
      await vscode.commands.executeCommand('markdown.showLockedPreviewToSide', page);
    } catch {
      // The editor's own Markdown preview is turned off: the text reads well enough.
      await vscode.window.showTextDocument(page, { viewColumn: vscode.ViewColumn.Beside });
    }
  }

  dispose(): void {
    this.#provider.dispose();
    this.#changed.dispose();
  }
}
