import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDrafts } from '../../server/host/find-drafts.ts';
import { temporaryFolder } from '../temporary-folder.ts';

describe('findDrafts()', () => {
  it('finds drafts by their endings, in the order of their paths', async () => {
    const folder = temporaryFolder({
      'b.md': '',
      'a.txt': '',
      'deep/er/c.MARKDOWN': '',
      'image.png': '',
      'notes.mdx': '',
    });
    expect(await found(folder, ['.'])).toEqual(['a.txt', 'b.md', 'deep/er/c.MARKDOWN']);
  });

  it('leaves out node_modules and folders that start with a dot', async () => {
    const folder = temporaryFolder({
      'a.md': '',
      'node_modules/x/README.md': '',
      '.git/b.md': '',
      'deep/.cache/c.md': '',
    });
    expect(await found(folder, ['.'])).toEqual(['a.md']);
  });

  it('takes a file that is named whatever its ending', async () => {
    const folder = temporaryFolder({ 'notes.rst': '' });
    expect(await found(folder, ['notes.rst'])).toEqual(['notes.rst']);
  });

  it('gives a draft that is named twice once', async () => {
    const folder = temporaryFolder({ 'a.md': '', 'b.md': '' });
    expect(await found(folder, ['b.md', '.', './b.md'])).toEqual(['b.md', 'a.md']);
  });

  it('follows links and does not run in circles', async () => {
    const folder = temporaryFolder({ 'real/a.md': '' });
    mkdirSync(join(folder, 'drafts'));
    symlinkSync(join(folder, 'real'), join(folder, 'drafts/linked'));
    symlinkSync(folder, join(folder, 'real/circle'));
    symlinkSync(join(folder, 'nowhere.md'), join(folder, 'drafts/broken.md'));
    expect(await found(folder, ['drafts'])).toEqual(['drafts/linked/a.md']);
  });

  it('names the folder that has no drafts, and the endings', async () => {
    const folder = temporaryFolder({ 'pictures/a.png': '', 'b.md': '' });
    const { files, issues } = await findDrafts(['pictures', 'b.md'], folder);
    expect(files).toEqual([join(folder, 'b.md')]);
    expect(issues).toMatchObject([
      {
        code: 'no-drafts',
        file: join(folder, 'pictures'),
        message: 'There are no drafts (*.md, *.markdown, *.txt) in this folder',
      },
    ]);
  });

  it('names a path that does not exist and goes on', async () => {
    const folder = temporaryFolder({ 'b.md': '' });
    const { files, issues } = await findDrafts(['missing.md', 'b.md'], folder);
    expect(files).toHaveLength(1);
    expect(issues).toMatchObject([{ code: 'missing', file: join(folder, 'missing.md') }]);
  });
});

async function found(folder: string, paths: readonly string[]): Promise<readonly string[]> {
  const { files, issues } = await findDrafts(paths, folder);
  expect(issues).toEqual([]);
  return files.map((file) => relative(folder, file));
}
