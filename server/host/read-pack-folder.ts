import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PackFile } from '../core/facts/fact-base.ts';
import { findFiles } from './find-files.ts';
import { fileIssue, type LocatedIssue, placeIssue } from './located-issue.ts';
import { mapAtOnce } from './map-at-once.ts';
import { MAX_PACK_FILE_BYTES, PackFiles } from './pack-files.ts';
import type { ParsedPackFile } from './parse-pack-file.ts';
import { readTextFile, unreadable } from './read-text-file.ts';

/** The file that makes a folder a pack. */
export const PACK_FILE = 'pack.yaml';

/** The endings of the files that a pack is written in. */
export const PACK_ENDINGS: readonly string[] = ['.yaml', '.yml'];

/** Waiting for a disk is what takes the time; more would not make it faster. */
const FILES_AT_ONCE = 16;

/** The files of one or more packs, and what was wrong with them as files. */
export interface PackFolder {
  /** What could be read, in the order of the paths. */
  readonly packFiles: readonly PackFile[];
  /** The same files with the way back to their text, by path. */
  readonly parsed: ReadonlyMap<string, ParsedPackFile>;
  readonly issues: readonly LocatedIssue[];
}

/**
 * Read the pack in `folder`: its pack.yaml and every other YAML file below it.
 * A folder without a pack.yaml whose sub-folders have one is read as a shelf of packs.
 * What `packFiles` has read before and has not changed is not read again.
 * Errors: an issue for every file that is not UTF-8, too large or not YAML; the others are read all the same.
 */
export async function readPackFolder(
  folder: string,
  packFiles = new PackFiles(),
): Promise<PackFolder> {
  try {
    const found = await findFiles(folder, PACK_ENDINGS);
    const issues = found.failures.map(({ folder, error }) => unreadable(folder, error));
    const packs = packFoldersOf(folder, found.files);
    if (packs.length === 0) issues.push(noPack(folder));
    const files = found.files.filter((file) => packOf(file, packs) !== undefined);
    const read = await mapAtOnce(files, FILES_AT_ONCE, (file) => packFiles.read(file));
    return collect(read, packs, issues);
  } catch (error) {
    return { packFiles: [], parsed: new Map(), issues: [await notAFolder(folder, error)] };
  }
}

/** The folders that hold a pack.yaml and do not lie inside another pack. */
function packFoldersOf(folder: string, files: readonly string[]): readonly string[] {
  if (files.includes(join(folder, PACK_FILE))) return [folder];
  const holding = files.filter((file) => file === join(dirname(file), PACK_FILE)).map(dirname);
  return holding.filter((one) => !holding.some((other) => one !== other && isInside(one, other)));
}

function packOf(file: string, packs: readonly string[]): string | undefined {
  return packs.find((pack) => isInside(file, pack));
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(join(folder, '/'));
}

type FileRead = ParsedPackFile | LocatedIssue;

/** The text of one pack file as it is on disk; undefined where it cannot be read as text. */
export async function readPackText(file: string): Promise<string | undefined> {
  const read = await readTextFile(file, MAX_PACK_FILE_BYTES);
  return read.kind === 'text' ? read.text : undefined;
}

function collect(
  read: readonly FileRead[],
  packs: readonly string[],
  issues: LocatedIssue[],
): PackFolder {
  const packFiles: PackFile[] = [];
  const parsed = new Map<string, ParsedPackFile>();
  for (const one of read) {
    if ('code' in one) {
      issues.push(one);
      continue;
    }
    parsed.set(one.file, one);
    issues.push(...one.issues);
    const pack = packOf(one.file, packs);
    if (pack !== undefined && one.data !== undefined) {
      packFiles.push({ file: one.file, pack, data: one.data });
      issues.push(...packIdIssues(one, pack));
    }
  }
  return { packFiles, parsed, issues };
}

/**
 * A head without the pack's id is nearly always one that was not written yet, or left empty by mistake.
 * Errors: a warning, as everything in the pack is read all the same; none for data that is no mapping, of which the
 * fact base says so.
 */
export function packIdIssues(
  { file, data, place }: ParsedPackFile,
  pack: string,
): readonly LocatedIssue[] {
  const isHead = file === join(pack, PACK_FILE);
  const isMapping = typeof data === 'object' && !Array.isArray(data);
  if (!isHead || !isMapping || (data !== null && Object.hasOwn(data, 'pack'))) return [];
  const message = 'Missing "pack"; expected the id of the pack here';
  return [{ ...placeIssue('missing-pack-id', place([]), message), severity: 'warning' }];
}

function noPack(folder: string): LocatedIssue {
  const message = `There is no ${PACK_FILE} in this folder; a pack is a folder that has one`;
  return fileIssue('no-pack', folder, message);
}

async function notAFolder(folder: string, error: unknown): Promise<LocatedIssue> {
  const isFile = await stat(folder).then(
    (found) => found.isFile(),
    () => false,
  );
  return isFile
    ? fileIssue('not-a-folder', folder, 'This is a file; a pack is a folder with a pack.yaml')
    : unreadable(folder, error);
}
