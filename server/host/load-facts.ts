import { readdir, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { buildFactBase } from '../core/facts/build-fact-base.ts';
import type { FactBase, PackFile, PackIssue } from '../core/facts/fact-base.ts';
import { byCodeUnits } from './find-files.ts';
import type { LocatedIssue, Place } from './located-issue.ts';
import { MISSING_DEFINITIONS } from './missing-definitions.ts';
import { PackFiles } from './pack-files.ts';
import type { NodePath, ParsedPackFile } from './parse-pack-file.ts';
import { readPackFolder } from './read-pack-folder.ts';
import { shippedFactsFolder, vocabularyFolder } from './shipped-files.ts';

/** Which packs make up the fact base. */
export interface FactsWanted {
  /** Folders of further packs; later ones are read after earlier ones. */
  readonly dirs: readonly string[];
  /** Whether the packs that ship with Stet belong to it. The vocabulary always does. */
  readonly useDefault: boolean;
}

/** A fact base and where its parts are written. */
export interface LoadedFacts {
  readonly facts: FactBase;
  readonly issues: readonly LocatedIssue[];
  /** Absolute paths of every file that was read, to be watched for changes. */
  readonly files: readonly string[];
  /** What the packs hold, file by file, as it is written there. */
  readonly packFiles: readonly PackFile[];
  /** Where a statement is written, or the node at `path` below it; `undefined` for an unknown id. */
  statementPlace(id: string, path?: NodePath): Place | undefined;
  /** Where a source is written; `undefined` for an unknown id. */
  sourcePlace(id: string): Place | undefined;
}

/** What earlier loads have left that saves work; the outcome is the same without it. */
export interface LoadMemory {
  /** The files that were read before. */
  readonly files?: PackFiles;
  /** An earlier fact base of the same packs. */
  readonly last?: FactBase | undefined;
}

/**
 * Read the wanted packs from disk and build one fact base of them.
 * A bad file or statement costs itself only: what is good is loaded.
 * Errors: every mistake is an issue at its place in the YAML; throws only where Stet's own files are missing.
 */
export async function loadFacts(
  wanted: FactsWanted,
  { files = new PackFiles(), last }: LoadMemory = {},
): Promise<LoadedFacts> {
  const folders = await foldersOf(wanted);
  const read = await Promise.all(folders.map((folder) => readPackFolder(folder, files)));
  const parsed = new Map(read.flatMap((one) => [...one.parsed]));
  const packFiles = read.flatMap((one) => one.packFiles);
  const { facts, issues } = buildFactBase(packFiles, last);
  let written: ReadonlyMap<string, Written> | undefined;
  const fileIssues = read.flatMap((one) => one.issues);
  const packIssues = withoutEchoes(issues, fileIssues).map((issue) => locate(issue, parsed));
  return {
    facts,
    issues: [...fileIssues, ...packIssues],
    files: [...parsed.keys()],
    packFiles,
    statementPlace(id, path = []) {
      written ??= indexStatements(packFiles);
      const at = written.get(id);
      return at && parsed.get(at.file)?.place([...at.path, ...path]);
    },
    sourcePlace(id) {
      const holder = packFiles.findLast(({ data }) => hasSource(data, id));
      return holder && parsed.get(holder.file)?.place(['sources', id]);
    },
  };
}

/** Where a file could not be read, what it would have defined is missing all over the others: one mistake, one message. */
function withoutEchoes(
  issues: readonly PackIssue[],
  fileIssues: readonly LocatedIssue[],
): readonly PackIssue[] {
  const isWhole = fileIssues.every(({ severity }) => severity !== 'error');
  return isWhole ? issues : issues.filter(({ code }) => !MISSING_DEFINITIONS.has(code));
}

/** Each folder once, under whatever name it was given: a pack loaded twice would contradict itself. */
async function foldersOf({ dirs, useDefault }: FactsWanted): Promise<readonly string[]> {
  const shipped = useDefault ? await shippedPacks() : [];
  const folders = [vocabularyFolder(), ...shipped, ...dirs.map((dir) => resolve(dir))];
  const byRealPath = new Map<string, string>();
  for (const folder of folders) {
    const real = await realpath(folder).catch(() => folder);
    if (!byRealPath.has(real)) byRealPath.set(real, folder);
  }
  return [...byRealPath.values()];
}

async function shippedPacks(): Promise<readonly string[]> {
  const shelf = shippedFactsFolder();
  const entries = await readdir(shelf, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return folders.sort(byCodeUnits).map((name) => join(shelf, name));
}

function locate(issue: PackIssue, parsed: ReadonlyMap<string, ParsedPackFile>): LocatedIssue {
  const { code, severity, message, other } = issue;
  const located = { code, severity, message, ...placeOf(issue, parsed), scope: 'place' } as const;
  return other === undefined ? located : { ...located, other: placeOf(other, parsed) };
}

function placeOf(
  { file, path }: Pick<PackIssue, 'file' | 'path'>,
  parsed: ReadonlyMap<string, ParsedPackFile>,
): Place {
  const start = { line: 1, column: 1 };
  const nowhere: Place = { file, span: { start: 0, end: 0 }, position: start, end: start };
  return parsed.get(file)?.place(path) ?? nowhere;
}

interface Written {
  readonly file: string;
  readonly pack: string;
  readonly path: NodePath;
}

/** Where each statement is written: in the last pack that has its id, and there where it is first. */
function indexStatements(packFiles: readonly PackFile[]): ReadonlyMap<string, Written> {
  const written = new Map<string, Written>();
  for (const { file, pack, data } of packFiles) {
    const statements = isRecord(data) ? data.statements : undefined;
    if (!Array.isArray(statements)) continue;
    for (const [index, statement] of statements.entries()) {
      const id: unknown = isRecord(statement) ? statement.id : undefined;
      if (typeof id === 'string' && written.get(id)?.pack !== pack) {
        written.set(id, { file, pack, path: ['statements', index] });
      }
    }
  }
  return written;
}

function hasSource(data: unknown, id: string): boolean {
  return isRecord(data) && isRecord(data.sources) && Object.hasOwn(data.sources, id);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
