import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackDataRead } from '../core/facts/read-before.ts';
import type { Span } from '../core/text/span.ts';

/** Beside the built program; there is none beside the sources. */
const FILE = 'packs.json';

/** A file of a shipped pack as it was parsed when Stet was built. */
export interface PackAsBuilt {
  readonly data: object;
  /** What a fact base reads of the data: its entries were held against their schemas then. */
  readonly read: PackDataRead;
  /** Where its statements are written, in their order: all that a check asks of the places in a pack. */
  readonly statements: readonly Span[];
}

/**
 * What the content under a cache's key was parsed to when Stet was built: of the shipped packs, as long as nobody has
 * changed them. Undefined for anything else. Reading this file takes a hundredth of the time that their YAML takes, and
 * even a first start, whose cache is empty, has it.
 * Errors: none; without the file everything is parsed.
 */
export async function parsedWhenBuilt(key: string): Promise<PackAsBuilt | undefined> {
  entries ??= readEntries();
  return (await entries)[key];
}

let entries: Promise<Readonly<Record<string, PackAsBuilt>>> | undefined;

/** The file is ours, written by the build and moved into place whole: it is trusted. */
async function readEntries(): Promise<Readonly<Record<string, PackAsBuilt>>> {
  try {
    return JSON.parse(await readFile(join(import.meta.dirname, FILE), 'utf8'));
  } catch {
    return {};
  }
}
