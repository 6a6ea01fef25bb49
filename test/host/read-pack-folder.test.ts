import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPackFolder } from '../../server/host/read-pack-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';

describe('readPackFolder()', () => {
  it('reads pack.yaml and every YAML file below it, in the order of their paths', async () => {
    const folder = temporaryFolder({
      'pack.yaml': 'pack: one',
      'b/deals.yml': 'statements: []',
      'a.yaml': 'entities: {}',
      'README.md': '# Not data',
    });
    const { packFiles, issues } = await readPackFolder(folder);
    expect(packFiles.map(({ file }) => relative(folder, file))).toEqual([
      'a.yaml',
      'b/deals.yml',
      'pack.yaml',
    ]);
    expect(new Set(packFiles.map(({ pack }) => pack))).toEqual(new Set([folder]));
    expect(issues).toEqual([]);
  });

  it('reads a folder of packs as several packs', async () => {
    const folder = temporaryFolder({
      'one/pack.yaml': 'pack: one',
      'two/pack.yaml': 'pack: two',
      'two/nested/deals.yaml': 'statements: []',
      'stray.yaml': 'belongs: to none',
    });
    const { packFiles } = await readPackFolder(folder);
    const packs = packFiles.map(({ file, pack }) => [
      relative(folder, file),
      relative(folder, pack),
    ]);
    expect(packs).toEqual([
      ['one/pack.yaml', 'one'],
      ['two/nested/deals.yaml', 'two'],
      ['two/pack.yaml', 'two'],
    ]);
  });

  it('reads the good files beside the bad ones', async () => {
    const folder = temporaryFolder({
      'pack.yaml': 'pack: one',
      'broken.yaml': 'a: [1\n',
      'latin.yaml': Buffer.from('name: Z\xfcrich\n', 'latin1'),
    });
    const { packFiles, issues } = await readPackFolder(folder);
    expect(packFiles.map(({ file }) => relative(folder, file))).toEqual(['pack.yaml']);
    expect(issues.map(({ code, file }) => [code, relative(folder, file)])).toEqual([
      ['yaml-syntax', 'broken.yaml'],
      ['not-utf-8', 'latin.yaml'],
    ]);
  });

  it.each([
    ['that is empty', ''],
    ['of comments alone', '# To be written\n'],
    ['without an id', 'title: One\nentities: {}\n'],
  ])('warns of a pack.yaml %s', async (_, text) => {
    const folder = temporaryFolder({ 'pack.yaml': text, 'facts.yaml': '' });
    expect((await readPackFolder(folder)).issues).toMatchObject([
      {
        code: 'missing-pack-id',
        severity: 'warning',
        file: join(folder, 'pack.yaml'),
        position: { line: 1, column: 1 },
        message: 'Missing "pack"; expected the id of the pack here',
      },
    ]);
  });

  it('reads a file with a byte order mark', async () => {
    const folder = temporaryFolder({ 'pack.yaml': '\ufeffpack: one\n' });
    const { packFiles, parsed } = await readPackFolder(folder);
    expect(packFiles[0]?.data).toEqual({ pack: 'one' });
    expect(parsed.get(join(folder, 'pack.yaml'))?.place(['pack']).position.column).toBe(7);
  });

  it.each([
    ['no-pack', 'empty'],
    ['missing', 'nowhere'],
    ['not-a-folder', 'file.yaml'],
  ])('answers %s for what is no pack', async (code, path) => {
    const folder = temporaryFolder({ 'empty/README.md': '', 'file.yaml': 'pack: one' });
    const { packFiles, issues } = await readPackFolder(join(folder, path));
    expect(packFiles).toEqual([]);
    expect(issues).toMatchObject([
      { code, severity: 'error', file: join(folder, path), scope: 'file' },
    ]);
  });
});
