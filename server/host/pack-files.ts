import { stat } from 'node:fs/promises';
import type { LocatedIssue } from './located-issue.ts';
import { cacheKey, type PackCache } from './pack-cache.ts';
import { parsedWhenBuilt } from './packs-as-built.ts';
import {
  cleanPackFile,
  type ParsedPackFile,
  packFileAsBuilt,
  parsePackFile,
} from './parse-pack-file.ts';
import { decodeText, readFileBytes } from './read-text-file.ts';

/** YAML is parsed at a few megabytes a second; a larger pack is better cut by topic. */
export const MAX_PACK_FILE_BYTES = 20_000_000;

/** The coarsest clock of a file system in use: within it, a file may change and keep its times. */
const CLOCK_MS = 2_000;

/** A file that was read, with what tells whether it has changed since. */
interface Known {
  /** Of the file before it was read; undefined where it was too young then for its times to tell a change. */
  readonly stamp: string | undefined;
  readonly key: string;
  readonly parsed: ParsedPackFile;
}

/**
 * The pack files that were read so far. One that has not changed is not read again, one whose content has not is not
 * parsed again: its data is then the very object that was given before.
 */
export class PackFiles {
  /** How many files were read from disk so far, and how many of those were parsed as YAML. */
  readonly work = { read: 0, parsed: 0 };
  readonly #cache: PackCache | undefined;
  readonly #known = new Map<string, Known>();
  /** What is being parsed, by file and content: two fact bases that load at once share their files. */
  readonly #parsing = new Map<string, Promise<ParsedPackFile | LocatedIssue>>();

  /** `cache` keeps what was parsed from one process to the next. */
  constructor(cache?: PackCache) {
    this.#cache = cache;
  }

  /**
   * The content of `file`, an absolute path, as it is on disk now.
   * Errors: the issue of a file that is missing, unreadable, too large or not UTF-8; mistakes in the YAML are the parsed
   * file's own.
   */
  async read(file: string): Promise<ParsedPackFile | LocatedIssue> {
    const known = this.#known.get(file);
    const stamp = await stampOf(file);
    if (known?.stamp !== undefined && known.stamp === stamp) return known.parsed;
    const bytes = await readFileBytes(file, MAX_PACK_FILE_BYTES);
    if (!(bytes instanceof Uint8Array)) return bytes;
    this.work.read++;
    const key = cacheKey(bytes);
    const last = this.#known.get(file);
    const parsed = last?.key === key ? last.parsed : await this.#parseOnce(file, bytes, key);
    if (!('code' in parsed)) this.#known.set(file, { stamp, key, parsed });
    return parsed;
  }

  /** Forget every file but these. */
  keepOnly(files: Iterable<string>): void {
    const kept = new Set(files);
    for (const file of this.#known.keys()) if (!kept.has(file)) this.#known.delete(file);
  }

  #parseOnce(file: string, bytes: Uint8Array, key: string): Promise<ParsedPackFile | LocatedIssue> {
    const name = `${key} ${file}`;
    const parsing = this.#parsing.get(name) ?? this.#parse(file, bytes, key);
    this.#parsing.set(name, parsing);
    return parsing.finally(() => this.#parsing.delete(name));
  }

  async #parse(
    file: string,
    bytes: Uint8Array,
    key: string,
  ): Promise<ParsedPackFile | LocatedIssue> {
    const decoded = decodeText(file, bytes);
    if (decoded.kind === 'issue') return decoded.issue;
    const built = await parsedWhenBuilt(key);
    if (built !== undefined) return packFileAsBuilt(file, decoded.text, built);
    const cached = await this.#cache?.read(key);
    if (cached !== undefined) return cleanPackFile(file, decoded.text, cached.data);
    this.work.parsed++;
    const parsed = parsePackFile(file, decoded.text);
    // Of a file with a mistake the places are needed too, and it will not stay as it is for long.
    if (parsed.issues.length === 0) await this.#cache?.write(key, parsed.data);
    return parsed;
  }
}

/** What is another after every change to a file; undefined where that cannot be told, or there is no such file. */
async function stampOf(file: string): Promise<string | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || Date.now() - found.mtimeMs < CLOCK_MS) return undefined;
  const { dev, ino, size, mtimeMs, ctimeMs } = found;
  return [dev, ino, size, mtimeMs, ctimeMs].join();
}
