import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPackCache } from '../../server/host/pack-cache.ts';
import { PackFiles } from '../../server/host/pack-files.ts';
import type { ParsedPackFile } from '../../server/host/parse-pack-file.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** Old enough for the clock of any file system to tell a change. */
const YESTERDAY = Date.now() / 1000 - 86_400;

function writeOld(path: string, text: string, seconds = YESTERDAY): void {
  writeFileSync(path, text);
  utimesSync(path, seconds, seconds);
}

async function dataOf(files: PackFiles, path: string): Promise<unknown> {
  const read = await files.read(path);
  return 'code' in read ? read.code : read.data;
}

describe('PackFiles', () => {
  it('does not read an unchanged file again', async () => {
    const path = join(temporaryFolder(), 'a.yaml');
    writeOld(path, 'a: 1\n');
    const files = new PackFiles();
    const first = await dataOf(files, path);
    expect(await dataOf(files, path)).toBe(first);
    expect(files.work).toEqual({ read: 1, parsed: 1 });
  });

  it('reads a changed file, whatever its size and time', async () => {
    const path = join(temporaryFolder(), 'a.yaml');
    writeOld(path, 'a: 1\n');
    const files = new PackFiles();
    expect(await dataOf(files, path)).toEqual({ a: 1 });
    writeOld(path, 'a: 2\n');
    expect(await dataOf(files, path)).toEqual({ a: 2 });
    writeOld(path, 'a: 22\n', YESTERDAY + 60);
    expect(await dataOf(files, path)).toEqual({ a: 22 });
    expect(files.work).toEqual({ read: 3, parsed: 3 });
  });

  it('trusts no file that has just been written, but parses it once', async () => {
    const path = join(temporaryFolder({ 'a.yaml': 'a: 1\n' }), 'a.yaml');
    const files = new PackFiles();
    const first = await dataOf(files, path);
    expect(await dataOf(files, path)).toBe(first);
    expect(files.work).toEqual({ read: 2, parsed: 1 });
    for (let value = 2; value < 9; value++) {
      writeFileSync(path, `a: ${value}\n`);
      expect(await dataOf(files, path)).toEqual({ a: value });
    }
  });

  it('sees a file go and come back', async () => {
    const path = join(temporaryFolder(), 'a.yaml');
    writeOld(path, 'a: 1\n');
    const files = new PackFiles();
    await files.read(path);
    rmSync(path);
    expect(await dataOf(files, path)).toBe('missing');
    writeOld(path, 'a: 1\n');
    expect(await dataOf(files, path)).toEqual({ a: 1 });
  });

  it('parses a file once when it is asked for twice at the same time', async () => {
    const path = join(temporaryFolder({ 'a.yaml': 'a: 1\n' }), 'a.yaml');
    const files = new PackFiles();
    const [one, other] = await Promise.all([files.read(path), files.read(path)]);
    expect(one).toBe(other);
    expect(files.work.parsed).toBe(1);
  });

  it('forgets what is not kept', async () => {
    const path = join(temporaryFolder(), 'a.yaml');
    writeOld(path, 'a: 1\n');
    const files = new PackFiles();
    await files.read(path);
    files.keepOnly([]);
    await files.read(path);
    expect(files.work).toEqual({ read: 2, parsed: 2 });
  });

  it('parses nothing that the cache knows, and finds the same places', async () => {
    const text = 'entities:\n  a: { name: Aldwyn }\n';
    const folder = temporaryFolder({ 'a.yaml': text, 'same.yaml': text });
    const cache = openPackCache({ folder: join(folder, 'cache') });
    const first = new PackFiles(cache);
    const fresh = await first.read(join(folder, 'a.yaml'));
    expect(first.work.parsed).toBe(1);
    const second = new PackFiles(cache);
    const cached = await second.read(join(folder, 'a.yaml'));
    expect(second.work.parsed).toBe(0);
    const path = ['entities', 'a', 'name'];
    expect(seen(cached, path)).toEqual(seen(fresh, path));
    const copy = await second.read(join(folder, 'same.yaml'));
    expect(seen(copy, path)).toMatchObject({ place: { file: join(folder, 'same.yaml') } });
    expect(second.work.parsed).toBe(0);
  });

  it('caches no file with a mistake', async () => {
    const folder = temporaryFolder({ 'a.yaml': 'a: [1\n', 'b.yaml': 'a: 1\na: 2\n' });
    const cache = openPackCache({ folder: join(folder, 'cache') });
    for (const name of ['a.yaml', 'b.yaml']) {
      const fresh = await new PackFiles(cache).read(join(folder, name));
      const again = await new PackFiles(cache).read(join(folder, name));
      expect(again).toMatchObject({ issues: [{ severity: 'error' }] });
      expect(seen(again, [])).toEqual(seen(fresh, []));
    }
  });
});

function seen(
  read: Awaited<ReturnType<PackFiles['read']>>,
  path: Parameters<ParsedPackFile['place']>[0],
) {
  if ('code' in read) return read;
  return { data: read.data, issues: read.issues, place: read.place(path) };
}
