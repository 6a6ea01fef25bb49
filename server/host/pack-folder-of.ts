import { access } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { hasEnding } from './find-files.ts';
import type { FactsWanted } from './load-facts.ts';
import { PACK_ENDINGS, PACK_FILE } from './read-pack-folder.ts';
import { shippedFactsFolder, vocabularyFolder } from './shipped-files.ts';

/** Whether a file is one that packs are written in, by its ending. */
export function isPackText(file: string): boolean {
  return hasEnding(file, PACK_ENDINGS);
}

/**
 * The pack that `file` belongs to among those of `wanted`, whether the file is on disk yet or not: the outermost
 * folder around it that holds a pack.yaml, as when packs are read. Undefined for a file of no such pack.
 */
export async function packFolderOf(file: string, wanted: FactsWanted): Promise<string | undefined> {
  if (!isPackText(file)) return undefined;
  const shelf = wanted.useDefault ? shippedFactsFolder() : vocabularyFolder();
  for (const root of [...wanted.dirs, shelf]) {
    for (const folder of foldersBetween(root, dirname(file))) {
      if (await isThere(join(folder, PACK_FILE))) return folder;
    }
  }
  return undefined;
}

/** `root` and every folder below it on the way to `inner`; none where that lies elsewhere. */
function foldersBetween(root: string, inner: string): readonly string[] {
  const way = relative(root, inner);
  if (way === '') return [root];
  const steps = way.split(sep);
  if (steps[0] === '..' || join(root, way) !== inner) return [];
  return [root, ...steps.map((_, depth) => join(root, ...steps.slice(0, depth + 1)))];
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
