import * as vscode from 'vscode';

/** Open the draft that ships with the extension as an untitled copy: free to edit, nothing to lose. */
export async function openSample(extensionUri: vscode.Uri): Promise<void> {
  const uri = vscode.Uri.joinPath(extensionUri, 'docs', 'sample-draft.md');
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const draft = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(draft);
}
