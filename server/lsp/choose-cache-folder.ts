import { homedir } from 'node:os';
import { isAbsolute } from 'node:path';
import type { InitializeParams } from 'vscode-languageserver';
import { cacheFolder } from '../host/cache-folder.ts';
import { readInitializationOptions } from './client-features.ts';

/** The folder for parsed packs: the client's, else that of the system; null for none. */
export function chooseCacheFolder(params: InitializeParams): string | null {
  const asked: unknown = readInitializationOptions(params).cacheFolder;
  if (asked === null) return null;
  if (typeof asked === 'string' && isAbsolute(asked)) return asked;
  const { env, platform } = process;
  return cacheFolder({ env, platform, home: homedir() });
}
