import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CancellationToken } from 'vscode-languageserver';
import { findDrafts } from '../host/find-drafts.ts';
import { addCounts, countVerdicts, noVerdicts } from '../service/index.ts';
import type { FileCheck } from './closed-drafts.ts';
import { uriOfPath } from './file-uri.ts';
import type { CheckWorkspaceResult } from './protocol.ts';

/** What the check of a workspace needs of the server around it. */
export interface WorkspaceCheck {
  readonly folders: readonly string[];
  /** Check one file, as its editor has it if it is open. */
  checkFile(path: string): Promise<FileCheck>;
  /** Told before each file: how many are done, of how many, and which is next. */
  onProgress(done: number, all: number, path: string): void;
  readonly token: CancellationToken;
}

/** Check every draft of the workspace folders, one after the other, until done or cancelled. */
export async function checkWorkspace(work: WorkspaceCheck): Promise<CheckWorkspaceResult> {
  const { files, skipped } = await draftsOf(work.folders);
  let counts = noVerdicts;
  let checked = 0;
  for (const [index, path] of files.entries()) {
    // Without a turn of the event loop neither a cancellation nor a keystroke would come through.
    await nextTurn();
    if (work.token.isCancellationRequested)
      return { files: checked, counts, skipped, cancelled: true };
    work.onProgress(index, files.length, path);
    const check = await work.checkFile(path);
    if (check.kind === 'checked') {
      checked += 1;
      counts = addCounts(counts, countVerdicts(check.snapshot));
    } else {
      skipped.push({ uri: uriOfPath(path), reason: check.reason });
    }
  }
  return { files: checked, counts, skipped, cancelled: false };
}

interface Found {
  readonly files: readonly string[];
  readonly skipped: { uri: string; reason: string }[];
}

/** The drafts of all folders, each once; a folder without drafts is nothing to report here. */
async function draftsOf(folders: readonly string[]): Promise<Found> {
  const files = new Set<string>();
  const skipped: { uri: string; reason: string }[] = [];
  for (const folder of folders) {
    const found = await findDrafts([folder], folder);
    for (const file of found.files) files.add(file);
    for (const { code, file, message } of found.issues) {
      if (code !== 'no-drafts') skipped.push({ uri: uriOfPath(file), reason: message });
    }
  }
  return { files: [...files], skipped };
}
