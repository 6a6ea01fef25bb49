import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type FilesFound, findFiles } from './find-files.ts';
import { fileIssue, type LocatedIssue } from './located-issue.ts';
import { unreadable } from './read-text-file.ts';

/** The endings by which a draft is known when a folder is searched. */
export const DRAFT_ENDINGS = ['.md', '.markdown', '.txt'] as const;

/** The drafts that some paths name, and the paths that name none. */
export interface DraftsFound {
  /** Absolute paths, each once, in the order of the paths that named them. */
  readonly files: readonly string[];
  readonly issues: readonly LocatedIssue[];
}

/**
 * Find the drafts that `paths` name: a file is one whatever its ending, a folder is searched for {@link DRAFT_ENDINGS}.
 * Errors: an issue for a path that does not exist and for a folder that holds no draft.
 */
export async function findDrafts(paths: readonly string[], from: string): Promise<DraftsFound> {
  const files = new Set<string>();
  const issues: LocatedIssue[] = [];
  for (const path of paths) {
    const absolute = resolve(from, path);
    try {
      const found = await draftsAt(absolute);
      if (found.files.length === 0) issues.push(noDrafts(absolute));
      for (const file of found.files) files.add(file);
      issues.push(...found.failures.map(({ folder, error }) => unreadable(folder, error)));
    } catch (error) {
      issues.push(unreadable(absolute, error));
    }
  }
  return { files: [...files], issues };
}

async function draftsAt(path: string): Promise<FilesFound> {
  const isFolder = (await stat(path)).isDirectory();
  return isFolder ? findFiles(path, DRAFT_ENDINGS) : { files: [path], failures: [] };
}

function noDrafts(folder: string): LocatedIssue {
  const endings = DRAFT_ENDINGS.map((ending) => `*${ending}`).join(', ');
  return fileIssue('no-drafts', folder, `There are no drafts (${endings}) in this folder`);
}
