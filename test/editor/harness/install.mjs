// Installs the package of the editor tests once per lock file, in a cache that outlives the checkout:
// the workbench is built from source on install, which takes minutes.
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
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = 'installed';

/** What the workbench's native modules are built with: how it shows on the disk, and Debian's package. */
const buildNeeds = [
  ['/usr/bin/g++', 'g++'],
  ['/usr/bin/make', 'make'],
  ['/usr/bin/python3', 'python3'],
  ['/usr/include/gssapi/gssapi.h', 'libkrb5-dev'],
  ['/usr/include/X11/Xlib.h', 'libx11-dev'],
  ['/usr/include/X11/extensions/XKBfile.h', 'libxkbfile-dev'],
  ['/usr/include/libsecret-1/libsecret/secret.h', 'libsecret-1-dev'],
];

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Make sure that workbench, Node 24 and browser driver are there.
 * Returns `{ node, codeServer, chromium, require }`: paths, and a `require` for the package's modules.
 * Errors: an Error for people, with what is missing and how to get it.
 */
export function installWorkbench() {
  const folder = join(cacheFolder(), lockDigest());
  const isInstalled = existsSync(join(folder, STAMP));
  const chromium = process.env.CHROMIUM ?? browsers.find((path) => existsSync(path));
  const missing = [
    ...(chromium ? [] : ['chromium']),
    ...(isInstalled || process.platform !== 'linux' ? [] : missingBuildNeeds()),
  ];
  if (missing.length > 0) {
    throw new Error(
      `The editor tests need packages that are not here: ${missing.join(', ')}.\n` +
        `On Debian or Ubuntu: apt-get install -y ${missing.join(' ')}` +
        (chromium ? '' : '\nA Chromium elsewhere is named by the variable CHROMIUM.'),
    );
  }
  if (!isInstalled) install(folder);
  return {
    node: join(folder, 'node_modules/node/bin/node'),
    codeServer: join(folder, 'node_modules/code-server/out/node/entry.js'),
    chromium,
    require: createRequire(join(folder, 'package.json')),
  };
}

function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'stet-editor-tests');
}

function lockDigest() {
  const lock = readFileSync(join(here, 'package-lock.json'));
  return createHash('sha256').update(lock).update(process.arch).digest('hex').slice(0, 16);
}

function missingBuildNeeds() {
  return buildNeeds.filter(([path]) => !existsSync(path)).map(([, name]) => name);
}

function install(folder) {
  console.log('Installing the VS Code workbench for the editor tests (once, about 4 minutes, 800 MB) …');
  removeOlder(dirname(folder));
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(join(here, file), join(folder, file));
  }
  // Node 24 comes first, by itself: the workbench refuses to be built by any other.
  npm(folder, ['ci', '--ignore-scripts'], process.env.PATH);
  npm(folder, ['rebuild', 'node'], process.env.PATH);
  const path = join(folder, 'node_modules/node/bin') + delimiter + process.env.PATH;
  npm(folder, ['rebuild'], path);
  writeFileSync(join(folder, STAMP), '');
}

/** Caches of earlier lock files, and what an interrupted installation left. */
function removeOlder(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
}

function npm(folder, args, path) {
  const done = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    env: { ...withoutNpm(process.env), PATH: path },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.status === 0) return;
  const said = `${done.stdout ?? ''}${done.stderr ?? ''}`.trim().split('\n').slice(-40).join('\n');
  throw new Error(`npm ${args.join(' ')} failed in ${folder}:\n${said || done.error?.message}`);
}

/** What `npm run` adds to the environment would name this project's folders and its Node. */
function withoutNpm(env) {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^npm_(package|lifecycle|config_local|node)/i.test(name)),
  );
}
