import { buildFactBase } from '../core/facts/build-fact-base.ts';
import type { PackFile, PackIssue } from '../core/facts/fact-base.ts';
import { type LocatedIssue, type Place, placeIssue } from './located-issue.ts';
import { MISSING_DEFINITIONS } from './missing-definitions.ts';
import { parsePackFile } from './parse-pack-file.ts';
import { packIdIssues } from './read-pack-folder.ts';

/** One pack file as an editor has it. */
export interface PackText {
  readonly file: string;
  /** The folder of the pack that it belongs to. */
  readonly pack: string;
  readonly text: string;
}

/** The packs around it, as they were last read from disk. */
export interface PacksOnDisk {
  /** In the order in which later packs override earlier ones. */
  readonly packFiles: readonly PackFile[];
  /** Whether every file of them could be read: what a broken one defines is missing to all the others. */
  readonly isWhole: boolean;
}

/** Above this, statements of other files are left out: reading them again would be felt while typing. */
const FEW_STATEMENTS = 2_000;

/**
 * The mistakes of one pack file as it is being written, beside the other files as they are on disk.
 * In large packs a mistake that takes two statements of two files (an id twice, two preferred values) shows only
 * when the file is saved.
 * Offsets: UTF-16 code units of `text`.
 * Errors: every mistake is an issue of this file; what is wrong elsewhere is not reported here.
 */
export function checkPackText(
  { file, pack, text }: PackText,
  { packFiles, isWhole }: PacksOnDisk,
): readonly LocatedIssue[] {
  const parsed = parsePackFile(file, text);
  if (parsed.data === undefined) return parsed.issues;
  const own: PackFile = { file, pack, data: parsed.data };
  const { issues } = buildFactBase(withOwn(own, packFiles));
  const found = issues.filter((issue) => issue.file === file && (isWhole || !isEcho(issue)));
  return [
    ...parsed.issues,
    ...packIdIssues(parsed, pack),
    ...found.map((issue) => located(issue, (path) => parsed.place(path))),
  ];
}

/** Whether an issue may come of another file that could not be read. */
export function isEcho({ code }: PackIssue): boolean {
  return MISSING_DEFINITIONS.has(code);
}

/** The packs with the buffer in the place of its file, or at the end of its pack. */
function withOwn(own: PackFile, packFiles: readonly PackFile[]): readonly PackFile[] {
  const isMany = countStatements(packFiles) > FEW_STATEMENTS;
  const others = packFiles.map((one) => (isMany ? withoutStatements(one) : one));
  const index = packFiles.findIndex(({ file }) => file === own.file);
  if (index >= 0) return others.with(index, own);
  const last = packFiles.findLastIndex(({ pack }) => pack === own.pack);
  return last < 0 ? [...others, own] : others.toSpliced(last + 1, 0, own);
}

function countStatements(packFiles: readonly PackFile[]): number {
  return packFiles.reduce((sum, { data }) => {
    const statements = isRecord(data) ? data.statements : undefined;
    return sum + (Array.isArray(statements) ? statements.length : 0);
  }, 0);
}

/** What a file defines, without what it states. */
export function withoutStatements(one: PackFile): PackFile {
  return isRecord(one.data) ? { ...one, data: { ...one.data, statements: [] } } : one;
}

function located(
  { code, severity, message, path }: PackIssue,
  placeOf: (path: PackIssue['path']) => Place,
): LocatedIssue {
  return { ...placeIssue(code, placeOf(path), message), severity };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
