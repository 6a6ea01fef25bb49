import * as vscode from 'vscode';

/** Cite the figure at the caret: at once where one source states it, else by the one that the writer picks from a list. */
export async function insertCitation(): Promise<void> {
  await vscode.commands.executeCommand('editor.action.codeAction', {
    kind: 'quickfix.stet.cite',
    apply: 'ifSingle',
  });
}
