import { readFile } from 'node:fs/promises';
import { findFiles } from './find-files.ts';
import type { LocatedIssue } from './located-issue.ts';
import { digestOf } from './read-source-text.ts';
import { decodeText, unreadable } from './read-text-file.ts';

/** The texts of sources, found by what they are and not by what they are called. */
export interface SourceTexts {
  /** Text by SHA-256 of its file, hex. */
  readonly byDigest: ReadonlyMap<string, string>;
  readonly issues: readonly LocatedIssue[];
}

/**
 * Read every file below `folder`, so that sources can be looked up by their digest.
 * Errors: an issue where the folder cannot be read; a file that is no text is passed over.
 */
export async function readSourceTexts(folder: string): Promise<SourceTexts> {
  const byDigest = new Map<string, string>();
  try {
    for (const file of (await findFiles(folder, [''])).files) {
      const bytes = await readFile(file);
      const decoded = decodeText(file, bytes);
      if (decoded.kind === 'text') byDigest.set(digestOf(bytes), decoded.text);
    }
    return { byDigest, issues: [] };
  } catch (error) {
    return { byDigest, issues: [unreadable(folder, error)] };
  }
}
