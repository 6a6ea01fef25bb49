import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cacheKey, openPackCache } from '../../server/host/pack-cache.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const KEY = keyOf('one');
const DATA = { statements: [{ id: 'a.b', value: '1.40', line: 3 }] };

describe('openPackCache()', () => {
  it('gives back what was written, to another process too', async () => {
    const folder = temporaryFolder();
    await openPackCache({ folder }).write(KEY, DATA);
    const cache = openPackCache({ folder });
    expect(await cache.read(KEY)).toEqual({ data: DATA });
    expect(await cache.read(keyOf('other'))).toBeUndefined();
    expect(readdirSync(folder)).toEqual([`${KEY}.json`]);
  });

  it('gives back any data, or nothing where JSON cannot carry it', async () => {
    const cache = openPackCache({ folder: temporaryFolder() });
    await fc.assert(
      fc.asyncProperty(fc.uuid(), fc.anything(), async (id, data) => {
        await cache.write(keyOf(id), data);
        const read = await cache.read(keyOf(id));
        if (read !== undefined) expect(read.data).toStrictEqual(data);
      }),
      { seed: 3, numRuns: 100 },
    );
    await cache.write(keyOf('zero'), { amount: -0, none: Number.NaN });
    expect(await cache.read(keyOf('zero'))).toBeUndefined();
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -4)],
    ['empty', () => ''],
    ['changed', (text: string) => text.replace('1.40', '9.40')],
    ['no entry at all', () => '{"data": 1}'],
  ])('takes an entry that is %s for none, and writes it anew', async (_, spoil) => {
    const folder = temporaryFolder();
    const cache = openPackCache({ folder });
    await cache.write(KEY, DATA);
    const path = join(folder, `${KEY}.json`);
    writeFileSync(path, spoil(readFileSync(path, 'utf8')));
    expect(await cache.read(KEY)).toBeUndefined();
    await cache.write(KEY, DATA);
    expect(await cache.read(KEY)).toEqual({ data: DATA });
  });

  it('does without a folder that cannot be written to, and says so once', async () => {
    const folder = join(temporaryFolder({ file: '' }), 'file', 'cache');
    const log: string[] = [];
    const cache = openPackCache({ folder, log: (message) => log.push(message) });
    await cache.write(KEY, DATA);
    await cache.write(keyOf('other'), DATA);
    expect(await cache.read(KEY)).toBeUndefined();
    expect(log).toEqual([expect.stringContaining(`not kept for the next start, in ${folder}`)]);
  });

  it('can be written to by several at once', async () => {
    const folder = temporaryFolder();
    const caches = [openPackCache({ folder }), openPackCache({ folder })];
    const writes = Array.from({ length: 20 }, (_, index) => keyOf(String(index % 5)));
    await Promise.all(writes.map((key, index) => caches[index % 2]?.write(key, DATA)));
    for (const key of writes) expect(await caches[0]?.read(key)).toEqual({ data: DATA });
    expect(readdirSync(folder)).toHaveLength(5);
  });

  it('lets the oldest entries go when it has grown too large, and nothing that is not its own', async () => {
    const folder = temporaryFolder({ 'mine.txt': 'x'.repeat(2000), 'notes.json': '{}' });
    const names = ['old', 'middle', 'young'];
    const grown = openPackCache({ folder });
    for (const [age, name] of names.entries()) {
      await grown.write(keyOf(name), 'x'.repeat(400));
      utimesSync(join(folder, `${keyOf(name)}.json`), 1000 + age, 1000 + age);
    }
    await openPackCache({ folder, maxBytes: 1200 }).write(keyOf('new'), 1);
    const kept = await Promise.all([...names, 'new'].map((name) => grown.read(keyOf(name))));
    expect(kept.map((read) => read !== undefined)).toEqual([false, false, true, true]);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['mine.txt', 'notes.json']));
  });

  it('keeps its folder and its entries from other users', async () => {
    const folder = join(temporaryFolder(), 'cache');
    await openPackCache({ folder }).write(KEY, DATA);
    const modes = [folder, join(folder, `${KEY}.json`)].map((path) => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600]);
  });
});

function keyOf(content: string): string {
  return cacheKey(Buffer.from(content));
}
