import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';

/** The file in the workspace that asks for a measurement: what to measure, and where the result goes. */
const ORDER = 'stet-probe.json';
const MARKS_WITHIN = 60_000;

/** An extension, and two files of the workspace that it has something to say about. */
export interface Contender {
  readonly extension: string;
  readonly first: string;
  readonly next: string;
}

/** What one extension took, in milliseconds. */
export interface Measure {
  readonly extension: string;
  readonly activated: number;
  /** From the beginning of its activation to the first diagnostics in the first file. */
  readonly firstMarks: number;
  /** From opening the next file to its diagnostics. */
  readonly nextMarks: number;
}

/** Measure one extension after the other, each as it is started by its first file. */
export async function activate(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) return;
  const order = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder.uri, ORDER));
  const { result, contenders, warmUp } = JSON.parse(new TextDecoder().decode(order));
  const measures = await measureAll(folder.uri, contenders, warmUp).catch((error) => String(error));
  await writeFile(result, JSON.stringify(measures));
}

async function measureAll(
  folder: vscode.Uri,
  contenders: readonly Contender[],
  warmUp: readonly string[],
): Promise<Measure[]> {
  // What VS Code does of its own with a first file of a language is not measured.
  for (const name of warmUp) await show(vscode.Uri.joinPath(folder, name));
  const measures: Measure[] = [];
  for (const contender of contenders) measures.push(await measure(folder, contender));
  return measures;
}

async function measure(
  folder: vscode.Uri,
  { extension, first, next }: Contender,
): Promise<Measure> {
  const found = vscode.extensions.getExtension(extension);
  if (!found) throw new Error(`The extension ${extension} is not installed`);
  if (found.isActive) throw new Error(`The extension ${extension} was active too early`);
  const start = performance.now();
  await found.activate();
  const activated = performance.now() - start;
  await openUntilMarked(vscode.Uri.joinPath(folder, first));
  const firstMarks = performance.now() - start;
  const nextMarks = await openUntilMarked(vscode.Uri.joinPath(folder, next));
  return { extension, activated, firstMarks, nextMarks };
}

/** Milliseconds from when the extensions were told of the document until it was shown and marked. */
async function openUntilMarked(uri: vscode.Uri): Promise<number> {
  const isMarked = (): boolean => vscode.languages.getDiagnostics(uri).length > 0;
  let opened = Number.NaN;
  const opening = vscode.workspace.onDidOpenTextDocument((document) => {
    if (document.uri.toString() === uri.toString()) opened = performance.now();
  });
  const marked = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No mark came in ${uri}`)), MARKS_WITHIN);
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      if (!isMarked()) return;
      clearTimeout(timer);
      listener.dispose();
      resolve();
    });
  });
  await show(uri);
  await marked;
  opening.dispose();
  return performance.now() - opened;
}

/** Some servers look at what is shown only. */
async function show(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
}
