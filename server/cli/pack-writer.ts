import { join, resolve } from 'node:path';
import { fileIssue, type LocatedIssue } from '../host/located-issue.ts';
import { findPackTarget, newPackText, type PackTarget } from '../host/pack-target.ts';
import { PACK_FILE } from '../host/read-pack-folder.ts';
import { readTextFile } from '../host/read-text-file.ts';
import { addToPack, type PackAddition } from '../host/write-pack.ts';
import type { TextChange } from '../host/write-text-files.ts';
import type { CommandLine } from './parse-command-line.ts';
import type { Terminal } from './terminal.ts';

/** A larger pack file is not read either. */
const MAX_PACK_FILE_BYTES = 20_000_000;

const BYTE_ORDER_MARK = '\ufeff';

/** The pack that `--into` names, or why it cannot be written to. */
export function packTarget(folder: string, { cwd }: Terminal): Promise<PackTarget | LocatedIssue> {
  return findPackTarget(resolve(cwd, folder));
}

/** The command line with the pack that is written to among those that are loaded. */
export function withTarget(line: CommandLine, { folder, isNew }: PackTarget): CommandLine {
  if (isNew) return line;
  const facts = [...(line.words.get('facts') ?? []), folder];
  return { ...line, words: new Map([...line.words, ['facts', facts]]) };
}

/** What files hold after additions; an issue where one cannot be added to. A new pack gets its pack.yaml. */
export async function planChanges(
  additions: ReadonlyMap<string, readonly PackAddition[]>,
  { folder, isNew }: PackTarget,
  today: string,
): Promise<{ readonly changes: readonly TextChange[]; readonly issues: readonly LocatedIssue[] }> {
  const head = { file: join(folder, PACK_FILE), before: null, after: newPackText(folder, today) };
  const changes: TextChange[] = isNew && additions.size > 0 ? [head] : [];
  const issues: LocatedIssue[] = [];
  for (const [file, own] of additions) {
    const change = await planChange(file, own);
    if ('code' in change) issues.push(change);
    else changes.push(change);
  }
  return { changes, issues };
}

async function planChange(
  file: string,
  additions: readonly PackAddition[],
): Promise<TextChange | LocatedIssue> {
  const read = await readTextFile(file, MAX_PACK_FILE_BYTES);
  const isMissing = read.kind === 'issue' && read.issue.code === 'missing';
  if (read.kind === 'issue' && !isMissing) return read.issue;
  const text = read.kind === 'text' ? read.text : '';
  const mark = read.kind === 'text' && read.hasByteOrderMark ? BYTE_ORDER_MARK : '';
  const added = addToPack(text, additions);
  if (added.kind === 'refused') return fileIssue('cannot-add', file, added.message);
  return { file, before: isMissing ? null : mark + text, after: mark + added.text };
}
