import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { mapAtOnce } from './map-at-once.ts';
import { stetVersion } from './shipped-files.ts';

/** Parsed pack files by the content they were parsed from. */
export interface PackCache {
  /** What the content under `key` was parsed to; undefined where that is not known, or no longer whole. */
  read(key: string): Promise<{ readonly data: unknown } | undefined>;
  /** Remember what the content under `key` was parsed to. A failure is no error: the next load parses again. */
  write(key: string, data: unknown): Promise<void>;
}

/** Where a cache is kept, and how large it may grow. */
export interface CacheOptions {
  readonly folder: string;
  /** Bytes; above them the oldest entries go, until half of it is left. */
  readonly maxBytes?: number;
  /** Told, for a log, why the cache is not used. */
  readonly log?: (message: string) => void;
}

/** To be raised with every change to what a text is parsed to: old entries are then never found again. */
const FORMAT = 1;

const MAX_BYTES = 256_000_000;
const WRITES_BETWEEN_PRUNINGS = 500;
const STATS_AT_ONCE = 16;

/** The key of a file's content: its digest, together with all else that decides what it is parsed to. */
export function cacheKey(content: Uint8Array): string {
  parserName ??= `Stet ${stetVersion()}, format ${FORMAT}\n`;
  return createHash('sha256').update(parserName).update(content).digest('hex');
}

/** What a text is parsed by; its version stands in a file of its own. */
let parserName: string | undefined;

/**
 * The cache in a folder, which several processes may use at once: an entry is written beside its place and moved there,
 * and carries a digest of itself, so that a half or spoilt one counts as none.
 * Errors: none. Where the folder cannot be written to, nothing is remembered, and the log is told once.
 */
export function openPackCache({ folder, maxBytes = MAX_BYTES, log }: CacheOptions): PackCache {
  let writes = 0;
  let isUnwritable = false;
  return {
    async read(key) {
      const text = await readFile(pathOf(key), 'utf8').catch(() => undefined);
      return text === undefined ? undefined : parseEntry(text);
    },
    async write(key, data) {
      const json = JSON.stringify(data);
      if (isUnwritable || !isWholeIn(json, data)) return;
      const part = join(folder, `${key}.${randomUUID()}.part`);
      try {
        if (writes % WRITES_BETWEEN_PRUNINGS === 0) {
          await mkdir(folder, { recursive: true, mode: 0o700 });
          await prune(folder, maxBytes);
        }
        writes++;
        await writeFile(part, `${digestOf(json)}\n${json}`, { mode: 0o600 });
        await rename(part, pathOf(key));
      } catch (error) {
        isUnwritable = true;
        log?.(`Parsed packs are not kept for the next start, in ${folder}: ${error}`);
        await rm(part, { force: true }).catch(() => undefined);
      }
    },
  };

  function pathOf(key: string): string {
    return join(folder, `${key}.json`);
  }
}

function parseEntry(text: string): { readonly data: unknown } | undefined {
  const end = text.indexOf('\n');
  const json = text.slice(end + 1);
  if (json === '' || digestOf(json) !== text.slice(0, end)) return undefined;
  const data: unknown = JSON.parse(json);
  return { data };
}

/** JSON has no infinity, and no value that is not a number; what it cannot carry is not kept. */
function isWholeIn(json: string | undefined, data: unknown): json is string {
  return json !== undefined && isDeepStrictEqual(JSON.parse(json), data);
}

function digestOf(json: string): string {
  return createHash('sha256').update(json).digest('hex');
}

/** Whatever else lies in the folder is not the cache's. */
const ENTRY_NAME = /^[0-9a-f]{64}(?:\.json|\.[0-9a-f-]{36}\.part)$/;

/** Remove the oldest entries of a cache that has grown too large, and what an interrupted write has left. */
async function prune(folder: string, maxBytes: number): Promise<void> {
  const names = await readdir(folder);
  const entries = names.filter((name) => ENTRY_NAME.test(name));
  const found = await mapAtOnce(entries, STATS_AT_ONCE, async (name) => {
    const path = join(folder, name);
    // Another process may have removed it meanwhile.
    const { size, mtimeMs } = (await stat(path).catch(() => undefined)) ?? { size: 0, mtimeMs: 0 };
    return { path, size, mtimeMs };
  });
  let bytes = found.reduce((sum, { size }) => sum + size, 0);
  if (bytes <= maxBytes) return;
  for (const { path, size } of found.toSorted((one, other) => one.mtimeMs - other.mtimeMs)) {
    if (bytes <= maxBytes / 2) return;
    await rm(path, { force: true });
    bytes -= size;
  }
}
