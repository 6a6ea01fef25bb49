import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildFactBase } from '../../server/core/facts/build-fact-base.ts';
import type { PackFile } from '../../server/core/facts/fact-base.ts';
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

  it('has what a fact base reads of them: the same facts, in the same order, and no issue', async () => {
    const entries = JSON.parse(await parseShippedPacks());
    const packs = shippedFiles().map((file) => ({ file, bytes: readFileSync(file) }));
    const asBuilt = packs.map(({ file, bytes }): PackFile => {
      const { data } = packFileAsBuilt(file, bytes.toString('utf8'), entries[cacheKey(bytes)]);
      return { file, pack: dirname(file), data };
    });
    const asParsed = packs.map(({ file, bytes }): PackFile => {
      const { data } = parsePackFile(file, bytes.toString('utf8'));
      return { file, pack: dirname(file), data };
    });
    const built = buildFactBase(asBuilt);
    const parsed = buildFactBase(asParsed);
    expect(built).toStrictEqual(parsed);
    const { statements } = built.facts;
    expect([...statements.keys()]).toEqual([...parsed.facts.statements.keys()]);
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
