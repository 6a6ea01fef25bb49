import { isAbsolute, join } from 'node:path';

/** What tells where a system keeps what programs can make again. */
export interface CacheHome {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** The home folder of whoever runs the program. */
  readonly home: string;
}

/**
 * The folder for what Stet can make again, whether it exists or not.
 * Source: XDG Base Directory Specification 0.8, where a relative path is to be ignored; the habits of macOS and Windows.
 */
export function cacheFolder({ env, platform, home }: CacheHome): string {
  const { XDG_CACHE_HOME: xdg = '', LOCALAPPDATA: local = '' } = env;
  if (isAbsolute(xdg)) return join(xdg, 'stet');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'stet');
  if (platform === 'win32' && isAbsolute(local)) return join(local, 'stet', 'cache');
  return join(home, '.cache', 'stet');
}
