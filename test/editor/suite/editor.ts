import * as vscode from 'vscode';

const WAITS = 20_000;

/** A file of the workspace that the run was started with. */
export function fileUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The suite needs a workspace folder');
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function openDraft(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fileUri(path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Throw away every change and close every editor, so that the next test starts from the disk. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Rename a file as the explorer does: editors follow it. */
export async function rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to);
  await vscode.workspace.applyEdit(edit);
}

/** Stet's own diagnostics of a document, once `isExpected` holds of them. */
export async function diagnosticsWhen(
  uri: vscode.Uri,
  what: string,
  isExpected: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const read = () => diagnosticsOf(uri);
  await when(
    () => isExpected(read()),
    (check) => vscode.languages.onDidChangeDiagnostics(check),
    () => `${what}; there are ${JSON.stringify(read().map((one) => [codeOf(one), one.message]))}`,
  );
  return read();
}

/** Stet's diagnostics of a document as they are now. */
export function diagnosticsOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'stet');
}

export function conflicts(found: readonly vscode.Diagnostic[]): readonly vscode.Diagnostic[] {
  return found.filter((one) => codeOf(one) === 'conflict');
}

/** The code of a diagnostic, which is a link where it has a page of documentation. */
export function codeOf({ code }: vscode.Diagnostic): string | number | undefined {
  return typeof code === 'object' ? code.value : code;
}

/** The first conflict of a draft, once there is one. */
export async function firstConflict(uri: vscode.Uri): Promise<vscode.Diagnostic> {
  const found = await diagnosticsWhen(uri, 'A conflict', (all) => conflicts(all).length > 0);
  const [first] = conflicts(found).toSorted((a, b) => a.range.start.compareTo(b.range.start));
  if (!first) throw new Error('The conflict went away');
  return first;
}

/** The text of all hovers at a place. */
export async function hoverAt(uri: vscode.Uri, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    at,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** The code actions of a kind for a range. */
export async function actionsAt(
  uri: vscode.Uri,
  range: vscode.Range,
  kind: string,
): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    kind,
  );
}

/** Accept what a list has first, list after list, until the command has ended. There is no event for a question being shown. */
export async function takingWhatIsOffered<T>(running: Thenable<T>): Promise<T> {
  let hasEnded = false;
  const ended = Promise.resolve(running).finally(() => {
    hasEnded = true;
  });
  while (!hasEnded) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 100))]);
  }
  return ended;
}

/** Wait, from event to event, until `isTrue`; `missing` says what did not come about in time. */
export async function when(
  isTrue: () => boolean,
  subscribe: (check: () => void) => vscode.Disposable,
  missing: () => string,
): Promise<void> {
  if (isTrue()) return;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      listener.dispose();
      reject(new Error(`Waited in vain: ${missing()}`));
    }, WAITS);
    const listener = subscribe(() => {
      if (!isTrue()) return;
      clearTimeout(timer);
      listener.dispose();
      resolve();
    });
  });
}
