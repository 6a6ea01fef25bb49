import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
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
  const isWhole = isDeepStrictEqual(JSON.parse(JSON.stringify(data)), data);
  if (issues.length > 0 || !isWhole) return [];
  const statements = countStatements(data);
  const spans = Array.from({ length: statements }, (_, at) => place(['statements', at]).span);
  return [[cacheKey(bytes), { data, statements: spans }]];
}

function countStatements(data: unknown): number {
  if (typeof data !== 'object' || data === null || !('statements' in data)) return 0;
  return Array.isArray(data.statements) ? data.statements.length : 0;
}
