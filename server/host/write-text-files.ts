import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileIssue, type LocatedIssue } from './located-issue.ts';

/** A file with what it is to hold. */
export interface TextChange {
  readonly file: string;
  /** What it held when it was read, a byte order mark included; null for one that is new. */
  readonly before: string | null;
  readonly after: string;
}

/**
 * Write files, each beside its place and then put into it, so that nobody reads half a file. Folders are made.
 * Errors: an issue for each that cannot be written, has changed since it was read, or is there though it should be new.
 */
export async function writeTextFiles(
  changes: readonly TextChange[],
): Promise<readonly LocatedIssue[]> {
  const written = await Promise.all(changes.map(write));
  return written.flatMap((issue) => issue ?? []);
}

async function write({ file, before, after }: TextChange): Promise<LocatedIssue | undefined> {
  const part = `${file}.${process.pid}.part`;
  try {
    const current = await readFile(file, 'utf8').catch(() => null);
    if (current !== before)
      return fileIssue('changed', file, 'It was changed meanwhile; nothing is written to it');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(part, after);
    await rename(part, file);
    return undefined;
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    const detail = error instanceof Error ? error.message : String(error);
    return fileIssue('unwritable', file, `It cannot be written: ${detail}`);
  }
}
