import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { PACK_FILE } from './read-pack-folder.ts';

/** The folder of a workspace folder, or of where a command is run, that is a pack without being named. */
const WORKSPACE_PACK = 'facts';

/** Where the pack of `folder` is found by convention, whether there is one or not. */
export function workspacePackFolder(folder: string): string {
  return join(folder, WORKSPACE_PACK);
}

/** The pack of `folder` that is found by convention: its `facts`, if that has a pack.yaml. */
export async function findWorkspacePack(folder: string): Promise<string | undefined> {
  const pack = workspacePackFolder(folder);
  return access(join(pack, PACK_FILE)).then(
    () => pack,
    () => undefined,
  );
}
