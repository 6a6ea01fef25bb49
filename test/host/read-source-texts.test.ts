import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSourceTexts } from '../../server/host/read-source-texts.ts';
import { temporaryFolder } from '../temporary-folder.ts';

it('readSourceTexts() finds texts by what they are, not by what they are called', async () => {
  const folder = temporaryFolder({
    'any name.txt': 'One\nTwo',
    'deep/other': 'Three',
    'picture.png': Buffer.from([0x89, 0x50]),
  });
  const { byDigest, issues } = await readSourceTexts(folder);
  const digest = createHash('sha256').update('One\nTwo').digest('hex');
  expect(byDigest.get(digest)).toBe('One\nTwo');
  expect(byDigest.size).toBe(2);
  expect(issues).toEqual([]);
});

it('readSourceTexts() says that there is no such folder', async () => {
  const { byDigest, issues } = await readSourceTexts(join(temporaryFolder(), 'nowhere'));
  expect(byDigest.size).toBe(0);
  expect(issues).toMatchObject([{ code: 'missing' }]);
});
