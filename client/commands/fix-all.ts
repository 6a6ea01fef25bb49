import * as vscode from 'vscode';

/**
 * Apply every preferred correction of the draft at hand, as one edit that one undo takes back.
 * The same action runs on save with `"editor.codeActionsOnSave": { "source.fixAll.stet": "explicit" }`.
 */
export async function fixAll(): Promise<void> {
  await vscode.commands.executeCommand('editor.action.sourceAction', {
    kind: 'source.fixAll.stet',
    apply: 'first',
  });
}
