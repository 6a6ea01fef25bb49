import * as vscode from 'vscode';

const scheme = 'stet-preview';

/** What is shown, by the path it is shown under. */
const texts = new Map<string, string>();

/** Show texts that are no files: nothing to save, nothing left behind. */
export function registerPreviews(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ path }) => texts.get(path) ?? '',
  });
}

// A document of the same name would be shown as it was before.
let shown = 0;

/** Show a text beside the editor at hand, which keeps the focus. Its name's ending says what language it is. */
export async function showPreview(name: string, text: string): Promise<{ close(): Promise<void> }> {
  shown += 1;
  const uri = vscode.Uri.from({ scheme, path: `/${shown}/${name}` });
  texts.set(uri.path, text);
  await vscode.window.showTextDocument(uri, {
    viewColumn: vscode.ViewColumn.Beside,
    preserveFocus: true,
  });
  return {
    async close() {
      texts.delete(uri.path);
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      const own = tabs.filter(
        ({ input }) =>
          input instanceof vscode.TabInputText && input.uri.toString() === uri.toString(),
      );
      await vscode.window.tabGroups.close(own, true);
    },
  };
}
