import * as vscode from 'vscode';

/**
 * Put the caret into the next finding of Stet in the draft at hand, or the one before, round the end of the text; show it
 * and what the record says of it. Undefined where there is none, which a line in the status bar says.
 */
export async function goToFinding(
  direction: 'next' | 'previous',
): Promise<vscode.Range | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const found = findingsOf(editor.document);
  const target = direction === 'next' ? nextOf(found, editor) : previousOf(found, editor);
  if (target === undefined) {
    vscode.window.setStatusBarMessage('Stet has nothing to say of this draft', 5_000);
    return undefined;
  }
  editor.selection = new vscode.Selection(target.start, target.start);
  editor.revealRange(target, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
  return target;
}

/** The places that Stet marks, in the order of the text. */
function findingsOf({ uri }: vscode.TextDocument): readonly vscode.Range[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'stet')
    .map(({ range }) => range)
    .sort((one, other) => one.start.compareTo(other.start));
}

function nextOf(
  ranges: readonly vscode.Range[],
  { selection }: vscode.TextEditor,
): vscode.Range | undefined {
  return ranges.find(({ start }) => start.isAfter(selection.active)) ?? ranges[0];
}

function previousOf(
  ranges: readonly vscode.Range[],
  { selection }: vscode.TextEditor,
): vscode.Range | undefined {
  return ranges.findLast(({ start }) => start.isBefore(selection.active)) ?? ranges.at(-1);
}
