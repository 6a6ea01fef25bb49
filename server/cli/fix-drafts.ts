import { readFile, writeFile } from 'node:fs/promises';
import { fileIssue, type LocatedIssue } from '../host/located-issue.ts';
import { type DraftEdit, fixAllEdits } from '../service/index.ts';
import type { DraftFile } from './read-inputs.ts';
import { applyEdits } from './unified-diff.ts';

/** What correcting a draft comes to: its edits, and why they could not be written if so. */
export interface FixedDraft {
  readonly draft: DraftFile;
  readonly edits: readonly DraftEdit[];
  /** The text with the edits made. */
  readonly text: string;
  readonly issue: LocatedIssue | null;
}

/**
 * The preferred corrections of every draft, not written anywhere yet.
 * Of two that overlap the first is taken; the other shows on the next check.
 */
export function planFixes(drafts: readonly DraftFile[]): readonly FixedDraft[] {
  return drafts.map((draft) => {
    const edits = fixAllEdits(draft.draft, () => true);
    return { draft, edits, text: applyEdits(draft.draft.reading.text, edits), issue: null };
  });
}

/**
 * Write planned corrections into the files; standard input has none and is left to the caller.
 * Errors: an issue where a file cannot be written or has changed since it was read.
 */
export function writeFixes(planned: readonly FixedDraft[]): Promise<readonly FixedDraft[]> {
  return Promise.all(planned.map(async (fixed) => ({ ...fixed, issue: await write(fixed) })));
}

async function write({ draft, edits, text }: FixedDraft): Promise<LocatedIssue | null> {
  const { file, hasByteOrderMark } = draft;
  if (file === null || edits.length === 0) return null;
  const mark = hasByteOrderMark ? '\ufeff' : '';
  try {
    const current = await readFile(file, 'utf8');
    if (current !== mark + draft.draft.reading.text) {
      return fileIssue('changed', file, 'It was changed while it was checked; nothing is written');
    }
    await writeFile(file, mark + text);
    return null;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return fileIssue('unwritable', file, `The corrections cannot be written: ${detail}`);
  }
}
