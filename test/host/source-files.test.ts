import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../server/host/read-source-text.ts';
import { SourceFiles } from '../../server/host/source-files.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const digest = (text: string): string => digestOf(Buffer.from(text));

describe('SourceFiles', () => {
  it('finds texts by their content, the first of those that are the same', async () => {
    const folder = temporaryFolder({ 'b.txt': 'one', 'a/x.html': 'one', 'c.md': 'two' });
    const { byDigest, issues } = await new SourceFiles().find([folder]);
    expect(issues).toEqual([]);
    expect([...byDigest]).toEqual([
      [digest('one'), join(folder, 'a/x.html')],
      [digest('two'), join(folder, 'c.md')],
    ]);
  });

  it('follows files that change, come and go', async () => {
    const folder = temporaryFolder({ 'a.txt': 'one', 'b.txt': 'two' });
    const files = new SourceFiles();
    await files.find([folder]);
    writeFileSync(join(folder, 'a.txt'), 'another');
    writeFileSync(join(folder, 'c.txt'), 'three');
    rmSync(join(folder, 'b.txt'));
    const { byDigest } = await files.find([folder]);
    expect([...byDigest.keys()]).toEqual([digest('another'), digest('three')]);
  });

  it('passes over what is no text, and goes on without a folder that is not there', async () => {
    const folder = temporaryFolder({ 'a.png': Uint8Array.of(0xff, 0xfe, 0, 1), 'b.txt': 'one' });
    const { byDigest, issues } = await new SourceFiles().find([join(folder, 'gone'), folder]);
    expect([...byDigest.keys()]).toEqual([digest('one')]);
    expect(issues.map(({ file }) => file)).toEqual([join(folder, 'gone')]);
  });
});
