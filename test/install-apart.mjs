// Installs a package that only some tests need, once per lock file, in a cache that outlives the checkout.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const MODULES_STAMP = 'modules-installed';

/**
 * Make sure that what the package.json and package-lock.json in `from` list is there, under `name` in the user's
 * cache; nothing of it is run. Returns the folder that holds its node_modules.
 * Errors: an Error for people, with what npm said.
 */
export function installApart(from, name) {
  const folder = apartFolder(from, name);
  if (existsSync(join(folder, MODULES_STAMP))) return folder;
  removeOlder(dirname(folder));
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(join(from, file), join(folder, file));
  }
  npm(folder, ['ci', '--ignore-scripts']);
  writeFileSync(join(folder, MODULES_STAMP), '');
  return folder;
}

/** Where {@link installApart} puts it: another folder for another lock file. */
export function apartFolder(from, name) {
  const lock = readFileSync(join(from, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).update(process.arch).digest('hex').slice(0, 16);
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return join(cache, name, digest);
}

/** Run npm in `folder`, with `path` to find programs in. Errors: an Error with what it said. */
export function npm(folder, args, path = process.env.PATH) {
  const isWindows = process.platform === 'win32';
  const done = spawnSync(
    isWindows ? 'npm.cmd' : 'npm',
    [...args, '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: folder,
      env: { ...withoutNpm(process.env), PATH: path },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      shell: isWindows,
    },
  );
  if (done.status === 0) return;
  const said = `${done.stdout ?? ''}${done.stderr ?? ''}`.trim().split('\n').slice(-40).join('\n');
  throw new Error(`npm ${args.join(' ')} failed in ${folder}:\n${said || done.error?.message}`);
}

/** Caches of earlier lock files, and what an interrupted installation left. */
function removeOlder(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
}

/** What `npm run` adds to the environment would name this project's folders and its Node. */
function withoutNpm(env) {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^npm_(package|lifecycle|config_local|node)/i.test(name),
    ),
  );
}
