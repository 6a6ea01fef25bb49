import { stat } from 'node:fs/promises';
import { findFiles } from './find-files.ts';
import type { LocatedIssue } from './located-issue.ts';
import { readSourceText } from './read-source-text.ts';
import { unreadable } from './read-text-file.ts';

/** Where the texts of sources lie. */
export interface SourceFilesFound {
  /** Absolute path of each text by its SHA-256, hex. */
  readonly byDigest: ReadonlyMap<string, string>;
  /** Folders that could not be read. */
  readonly issues: readonly LocatedIssue[];
}

/** A larger file is no article; it is not read. */
const largestSource = 5_000_000;

/**
 * Finds the texts of sources by what they are, whatever they are called, and remembers what each file was: only files
 * that are new or changed are read again.
 */
export class SourceFiles {
  /** Digest of each text by its path, with what tells that the file is still the same; '' for what is no text. */
  readonly #digests = new Map<string, { readonly stamp: string; readonly digest: string }>();

  /** Every text below `folders` (absolute paths); of several that are the same, the first. */
  async find(folders: readonly string[]): Promise<SourceFilesFound> {
    const byDigest = new Map<string, string>();
    const issues: LocatedIssue[] = [];
    for (const folder of folders) {
      try {
        for (const path of (await findFiles(folder, [''])).files) {
          const digest = await this.#digestOf(path);
          if (digest !== '' && !byDigest.has(digest)) byDigest.set(digest, path);
        }
      } catch (error) {
        issues.push(unreadable(folder, error));
      }
    }
    return { byDigest, issues };
  }

  async #digestOf(path: string): Promise<string> {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) return ''; // it went meanwhile, or is not ours to look at
    const { size, mtimeMs } = found;
    const stamp = `${size} ${mtimeMs}`;
    const known = this.#digests.get(path);
    if (known?.stamp === stamp) return known.digest;
    const read = size > largestSource ? undefined : await readSourceText(path);
    const digest = read && 'digest' in read ? read.digest : '';
    this.#digests.set(path, { stamp, digest });
    return digest;
  }
}
