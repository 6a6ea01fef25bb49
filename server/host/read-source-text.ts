import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { LocatedIssue } from './located-issue.ts';
import { decodeText, unreadable } from './read-text-file.ts';

/** The text of a source with what it is known by. */
export interface SourceText {
  readonly kind: 'source-text';
  readonly text: string;
  /** SHA-256 of the file's bytes, hex. */
  readonly digest: string;
}

/** Read the file of a source. Errors: an issue where it cannot be read or is no text. */
export async function readSourceText(file: string): Promise<SourceText | LocatedIssue> {
  try {
    const bytes = await readFile(file);
    const decoded = decodeText(file, bytes);
    if (decoded.kind === 'issue') return decoded.issue;
    return { kind: 'source-text', text: decoded.text, digest: digestOf(bytes) };
  } catch (error) {
    return unreadable(file, error);
  }
}

/** SHA-256 of the bytes of a text, by which its source knows it. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
