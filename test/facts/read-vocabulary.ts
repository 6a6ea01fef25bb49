import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { PackFile } from '../../server/core/facts/fact-base.ts';

const VOCABULARY = join(import.meta.dirname, '..', '..', 'facts', 'vocabulary');

/** The files of the base vocabulary, as the loader gives them. */
export const vocabulary: readonly PackFile[] = readdirSync(VOCABULARY, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((file) => ({
    file,
    pack: 'vocabulary',
    data: parse(readFileSync(join(VOCABULARY, file), 'utf8')),
  }));
