import { describe, expect, it } from 'vitest';
import { cacheFolder } from '../../server/host/cache-folder.ts';

describe('cacheFolder()', () => {
  it.each([
    ['what the environment says', 'linux', { XDG_CACHE_HOME: '/var/cache' }, '/var/cache/stet'],
    ['the habit of Linux', 'linux', {}, '/home/ada/.cache/stet'],
    ['no relative path', 'linux', { XDG_CACHE_HOME: 'cache' }, '/home/ada/.cache/stet'],
    ['the habit of macOS', 'darwin', {}, '/home/ada/Library/Caches/stet'],
    ['the habit of Windows', 'win32', { LOCALAPPDATA: '/Local' }, '/Local/stet/cache'],
  ])('follows %s', (_, platform, env, expected) => {
    expect(cacheFolder({ env, platform, home: '/home/ada' })).toBe(expected);
  });
});
