import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What a search below a folder came upon. */
export interface FilesFound {
  /** In the order of their paths. */
  readonly files: readonly string[];
  /** Folders below that could not be read, with what the operating system answered. */
  readonly failures: readonly { readonly folder: string; readonly error: unknown }[];
}

/**
 * Every file below `folder` whose name has one of `endings`.
 * Folders that start with a dot and node_modules are left out; a link to a folder is followed once.
 * Errors: throws what the operating system answers when `folder` itself cannot be read.
 */
export async function findFiles(folder: string, endings: readonly string[]): Promise<FilesFound> {
  const files: string[] = [];
  const failures: { folder: string; error: unknown }[] = [];
  await walk(folder, new Set([await realpath(folder)]));
  return { files: files.sort(byCodeUnits), failures };

  async function walk(directory: string, seen: Set<string>): Promise<void> {
    for (const entry of await readdir(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name);
      const kind = entry.isSymbolicLink() ? await kindBehindLink(path) : kindOf(entry);
      if (kind === 'file' && hasEnding(entry.name, endings)) files.push(path);
      if (kind === 'folder' && !isLeftOut(entry.name) && (await isNew(path, seen))) {
        await walk(path, seen).catch((error: unknown) => failures.push({ folder: path, error }));
      }
    }
  }
}

/** Whether `name` ends in one of `endings`, whatever its case. */
export function hasEnding(name: string, endings: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return endings.some((ending) => lower.endsWith(ending));
}

/** The same order on every machine, whatever its locale. */
export function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

type Kind = 'file' | 'folder' | 'other';

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): Kind {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}

async function kindBehindLink(path: string): Promise<Kind> {
  try {
    return kindOf(await stat(path));
  } catch {
    return 'other'; // a link to nowhere
  }
}

function isLeftOut(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Links may form a circle; each folder is entered once. */
async function isNew(path: string, seen: Set<string>): Promise<boolean> {
  const real = await realpath(path);
  if (seen.has(real)) return false;
  seen.add(real);
  return true;
}
