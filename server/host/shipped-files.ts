import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { once } from '../core/text/once.ts';

/** The language of the record: units, types and general properties, loaded with every fact base. */
const VOCABULARY = 'vocabulary';

/**
 * The folder of facts that ships with Stet.
 * It lies beside `dist` when built and two folders up when run from source, so it is looked for upwards.
 * Errors: throws when the installation is incomplete.
 */
export function shippedFactsFolder(): string {
  return join(shippedRoot(), 'facts');
}

/** The shipped vocabulary, without which no figure has a unit and no statement a property. */
export function vocabularyFolder(): string {
  return join(shippedFactsFolder(), VOCABULARY);
}

/** A page of the documentation, `docs/packs.md` say, by its path from the root of the installation. */
export function shippedPage(path: string): string {
  return join(shippedRoot(), path);
}

/** The version of Stet as its manifest gives it. */
export function stetVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(shippedRoot(), 'package.json'), 'utf8'));
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return hasVersion ? String(manifest.version) : 'unknown';
}

const shippedRoot = once(() => {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'facts', VOCABULARY))) return folder;
    if (folder === dirname(folder)) {
      throw new Error(`No facts/${VOCABULARY} above ${import.meta.dirname}; install Stet again`);
    }
  }
});
