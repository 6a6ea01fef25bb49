import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { readAhead } from '../core/facts/read-before.ts';
import { findFiles } from './find-files.ts';
import { cacheKey } from './pack-cache.ts';
import type { PackAsBuilt } from './packs-as-built.ts';
import { parsePackFile } from './parse-pack-file.ts';
import { PACK_ENDINGS } from './read-pack-folder.ts';
import { shippedFactsFolder } from './shipped-files.ts';

/**
 * The files of the shipped packs and of the vocabulary as JSON, each under its cache key; the build keeps that beside
 * the program. A file with a mistake is left out: whoever loads it is told.
 */
export async function parseShippedPacks(): Promise<string> {
  const { files } = await findFiles(shippedFactsFolder(), PACK_ENDINGS);
  const entries = await Promise.all(files.map(parseEntry));
  return JSON.stringify(Object.fromEntries(entries.flat()));
}

async function parseEntry(file: string): Promise<readonly (readonly [string, PackAsBuilt])[]> {
  const bytes = await readFile(file);
  const { data, issues, place } = parsePackFile(file, bytes.toString('utf8'));
  if (issues.length > 0 || typeof data !== 'object' || data === null) return [];
  const read = readAhead(data);
  if (read === undefined || !isWholeAsJson(data) || !isWholeAsJson(read)) return [];
  const statements = countStatements(data);
  const spans = Array.from({ length: statements }, (_, at) => place(['statements', at]).span);
  return [[cacheKey(bytes), { data, read, statements: spans }]];
}

/** JSON has no `undefined`, no infinity, and no value that is not a number. */
function isWholeAsJson(value: unknown): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value);
}

function countStatements(data: object): number {
  return 'statements' in data && Array.isArray(data.statements) ? data.statements.length : 0;
}
