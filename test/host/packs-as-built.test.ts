import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheKey } from '../../server/host/pack-cache.ts';
import { packFileAsBuilt, parsePackFile } from '../../server/host/parse-pack-file.ts';
import { parseShippedPacks } from '../../server/host/parse-shipped-packs.ts';
import { shippedFactsFolder } from '../../server/host/shipped-files.ts';

describe('parseShippedPacks()', () => {
  it('has every file of the shipped packs as its YAML says, with the places of its statements', async () => {
    const entries = JSON.parse(await parseShippedPacks());
    const files = shippedFiles();
    expect(Object.keys(entries)).toHaveLength(files.length);
    let statements = 0;
    for (const file of files) {
      const bytes = readFileSync(file);
      const text = bytes.toString('utf8');
      const parsed = parsePackFile(file, text);
      const built = packFileAsBuilt(file, text, entries[cacheKey(bytes)]);
      expect(built.data).toStrictEqual(parsed.data);
      for (const path of pathsIn(parsed.data))
        expect(built.place(path)).toEqual(parsed.place(path));
      statements += pathsIn(parsed.data).length;
    }
    expect(statements).toBeGreaterThan(100);
  });
});

function shippedFiles(): readonly string[] {
  return readdirSync(shippedFactsFolder(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Of every statement, and of a node below it; of the entities, which have no places of their own. */
function pathsIn(data: unknown): readonly (readonly (string | number)[])[] {
  if (typeof data !== 'object' || data === null || !('statements' in data)) return [['entities']];
  const count = Array.isArray(data.statements) ? data.statements.length : 0;
  return Array.from({ length: count }, (_, at) => [
    ['statements', at],
    ['statements', at, 'value'],
  ]).flat();
}
