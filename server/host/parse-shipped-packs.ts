import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { findFiles } from './find-files.ts';
import { cacheKey } from './pack-cache.ts';
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

async function parseEntry(file: string): Promise<readonly (readonly [string, unknown])[]> {
  const bytes = await readFile(file);
  const { data, issues } = parsePackFile(file, bytes.toString('utf8'));
  if (issues.length > 0) return [];
  const isWhole = isDeepStrictEqual(JSON.parse(JSON.stringify(data)), data);
  return isWhole ? [[cacheKey(bytes), data]] : [];
}
