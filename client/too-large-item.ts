import * as vscode from 'vscode';

/** VS Code keeps longer files from its extensions. */
const LONGEST_SHOWN = 50 * 1024 * 1024; // bytes

const draftEnding = /\.(md|markdown|txt)$/i;

/**
 * A status bar item for what the other one cannot know of: a draft so large that the editor shows it and tells no
 * extension of it. It says why nothing is checked there.
 */
export function createTooLargeItem(): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'stet.tooLarge',
    vscode.StatusBarAlignment.Right,
    90,
  );
  item.name = 'Stet: Draft Too Large';
  item.text = '$(circle-slash) Stet: not checked';
  item.tooltip =
    'VS Code tells extensions of no file over 50 MB; a part of it in a file of its own is checked';
  const show = async () => {
    const uri = shownUri();
    const isLarge = uri !== undefined && (await sizeOf(uri)) > LONGEST_SHOWN;
    // Another editor may be shown by now.
    if (isLarge && shownUri()?.toString() === uri.toString()) item.show();
    else item.hide();
  };
  void show();
  return vscode.Disposable.from(
    item,
    vscode.window.tabGroups.onDidChangeTabs(show),
    vscode.window.tabGroups.onDidChangeTabGroups(show),
    vscode.window.onDidChangeActiveTextEditor(show),
  );
}

/** The file of the tab at hand, where it looks like a draft and extensions are not given its text. */
function shownUri(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputText)) return undefined;
  const isDraft = draftEnding.test(input.uri.path);
  const isGiven = vscode.window.activeTextEditor?.document.uri.toString() === input.uri.toString();
  return isDraft && !isGiven ? input.uri : undefined;
}

async function sizeOf(uri: vscode.Uri): Promise<number> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size;
  } catch {
    return 0; // untitled, or gone
  }
}
