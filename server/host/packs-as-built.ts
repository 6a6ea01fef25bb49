import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Beside the built program; there is none beside the sources. */
const FILE = 'packs.json';

/**
 * What the content under a cache's key was parsed to when Stet was built: of the shipped packs, as long as nobody has
 * changed them. Undefined for anything else. Reading this file takes a hundredth of the time that their YAML takes, and
 * even a first start, whose cache is empty, has it.
 * Errors: none; without the file everything is parsed.
 */
export async function parsedWhenBuilt(
  key: string,
): Promise<{ readonly data: unknown } | undefined> {
  entries ??= readEntries();
  const known = await entries;
  return known.has(key) ? { data: known.get(key) } : undefined;
}

let entries: Promise<ReadonlyMap<string, unknown>> | undefined;

async function readEntries(): Promise<ReadonlyMap<string, unknown>> {
  try {
    const data: unknown = JSON.parse(await readFile(join(import.meta.dirname, FILE), 'utf8'));
    return new Map(Object.entries(data ?? {}));
  } catch {
    return new Map();
  }
}
