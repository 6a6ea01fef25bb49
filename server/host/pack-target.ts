import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { findFiles } from './find-files.ts';
import { fileIssue, type LocatedIssue } from './located-issue.ts';
import { PACK_FILE } from './read-pack-folder.ts';
import { toPackYaml } from './write-pack.ts';

/** A folder that statements are written into. */
export interface PackTarget {
  readonly kind: 'target';
  readonly folder: string;
  /** Whether it becomes a pack only now: it is empty, or not there. */
  readonly isNew: boolean;
}

/**
 * Whether `folder` is a pack that can be written to, or can become one.
 * Errors: an issue for a file, for a folder of several packs, and for one with YAML files that are no pack's: they would
 * all become part of it.
 */
export async function findPackTarget(folder: string): Promise<PackTarget | LocatedIssue> {
  const found = await stat(folder).catch(() => undefined);
  if (found === undefined) return { kind: 'target', folder, isNew: true };
  if (!found.isDirectory()) return refused(folder, 'This is a file; give the folder of a pack');
  const { files } = await findFiles(folder, ['.yaml', '.yml']);
  if (files.includes(join(folder, PACK_FILE))) return { kind: 'target', folder, isNew: false };
  if (files.length === 0) return { kind: 'target', folder, isNew: true };
  const inside = files.find((file) => basename(file) === PACK_FILE);
  return inside === undefined
    ? refused(
        folder,
        `There are YAML files here but no ${PACK_FILE}; give a pack, or a folder to be made one`,
      )
    : refused(
        folder,
        `This folder holds packs and is none itself; give one of them, as that of ${inside}`,
      );
}

/** The pack.yaml of a new pack in `folder`, which undated drafts are read against as of `today`, an ISO day. */
export function newPackText(folder: string, today: string): string {
  const name = basename(folder);
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return toPackYaml({ pack: id || 'facts', title: name || 'Facts', referenceDate: today });
}

function refused(folder: string, message: string): LocatedIssue {
  return fileIssue('no-pack', folder, message);
}
