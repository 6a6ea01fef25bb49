import { join } from 'node:path';
import type { PackFile } from '../core/facts/fact-base.ts';
import { fileIssue, type LocatedIssue } from './located-issue.ts';
import { MAX_PACK_FILE_BYTES } from './pack-files.ts';
import { newPackText, type PackTarget } from './pack-target.ts';
import { parsePackFile } from './parse-pack-file.ts';
import { PACK_FILE } from './read-pack-folder.ts';
import { readTextFile, type TextRead } from './read-text-file.ts';
import { today } from './today.ts';
import { addToPack, type PackAddition } from './write-pack.ts';
import type { TextChange } from './write-text-files.ts';

/** The file of a pack that statements go to when it has none yet. */
export const FIRST_FILE = 'statements.yaml';

/** Files of a pack as they are to be, or why some cannot be. */
export interface PackChanges {
  readonly changes: readonly TextChange[];
  /** The same as data, for the fact base to be tried with. */
  readonly packFiles: readonly PackFile[];
  readonly issues: readonly LocatedIssue[];
}

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Make additions to files of a pack, not written anywhere yet. Files that are not there are new; a new pack gets its
 * pack.yaml. `read` gives the text of a file, where an editor may have a newer one than the disk.
 * Errors: an issue for each file that cannot be added to.
 */
export async function planPackChanges(
  additions: ReadonlyMap<string, readonly PackAddition[]>,
  { folder, isNew }: PackTarget,
  read: (file: string) => Promise<TextRead> = (file) => readTextFile(file, MAX_PACK_FILE_BYTES),
): Promise<PackChanges> {
  const changes: TextChange[] = [];
  const issues: LocatedIssue[] = [];
  if (isNew && additions.size > 0) {
    changes.push({
      file: join(folder, PACK_FILE),
      before: null,
      after: newPackText(folder, today()),
    });
  }
  for (const [file, own] of additions) {
    const change = planChange(file, own, await read(file));
    if ('code' in change) issues.push(change);
    else changes.push(change);
  }
  const parsed = changes.map(({ file, after }) => parsePackFile(file, withoutMark(after)));
  return {
    changes,
    packFiles: parsed.map(({ file, data }) => ({ file, pack: folder, data })),
    issues: [...issues, ...parsed.flatMap((one) => one.issues)],
  };
}

function planChange(
  file: string,
  additions: readonly PackAddition[],
  read: TextRead,
): TextChange | LocatedIssue {
  const isMissing = read.kind === 'issue' && read.issue.code === 'missing';
  if (read.kind === 'issue' && !isMissing) return read.issue;
  const text = read.kind === 'text' ? read.text : '';
  const mark = read.kind === 'text' && read.hasByteOrderMark ? BYTE_ORDER_MARK : '';
  const added = addToPack(text, additions);
  if (added.kind === 'refused') return fileIssue('cannot-add', file, added.message);
  return { file, before: isMissing ? null : mark + text, after: mark + added.text };
}

function withoutMark(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}
