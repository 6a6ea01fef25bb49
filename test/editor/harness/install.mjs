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
const MODULES_STAMP = 'modules-installed';
const WORKBENCH_STAMP = 'workbench-installed';

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
 * Make sure that the modules are there whose installation runs nothing: mocha, the browser driver.
 * Returns `{ folder, require }`. Errors: an Error for people, with what npm said.
 */
export function installModules() {
  const folder = join(cacheFolder(), lockDigest());
  if (!existsSync(join(folder, MODULES_STAMP))) {
    removeOlder(dirname(folder));
    mkdirSync(folder, { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) {
      copyFileSync(join(here, file), join(folder, file));
    }
    npm(folder, ['ci', '--ignore-scripts'], process.env.PATH);
    writeFileSync(join(folder, MODULES_STAMP), '');
  }
  return { folder, require: createRequire(join(folder, 'package.json')) };
}

/**
 * Make sure that the workbench and its Node 24 are there too.
 * Returns `{ node, codeServer, require }`: two paths, and a `require` for the package's modules.
 * Errors: an Error for people, with what is missing and how to get it.
 */
export function installWorkbench() {
  const isInstalled = existsSync(join(cacheFolder(), lockDigest(), WORKBENCH_STAMP));
  if (!isInstalled) {
    requireAll(process.platform === 'linux' ? missingBuildNeeds() : []);
    console.log(
      'Installing the VS Code workbench for the editor tests (once, about 4 minutes, 800 MB) …',
    );
  }
  const { folder, require } = installModules();
  const node = join(folder, 'node_modules/node/bin/node');
  if (!isInstalled) {
    // Node 24 comes first, by itself: the workbench refuses to be built by any other.
    npm(folder, ['rebuild', 'node'], process.env.PATH);
    npm(folder, ['rebuild'], dirname(node) + delimiter + process.env.PATH);
    writeFileSync(join(folder, WORKBENCH_STAMP), '');
  }
  return { node, codeServer: join(folder, 'node_modules/code-server/out/node/entry.js'), require };
}

/** The path of a Chromium. Errors: an Error for people when there is none. */
export function findChromium() {
  const found = process.env.CHROMIUM ?? browsers.find((path) => existsSync(path));
  if (!found) requireAll(['chromium'], 'A Chromium elsewhere is named by the variable CHROMIUM.');
  return found;
}

function requireAll(missing, advice = '') {
  if (missing.length === 0) return;
  throw new Error(
    `The editor tests need packages that are not here: ${missing.join(', ')}.\n` +
      `On Debian or Ubuntu: apt-get install -y ${missing.join(' ')}\n${advice}`.trimEnd(),
  );
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
    Object.entries(env).filter(
      ([name]) => !/^npm_(package|lifecycle|config_local|node)/i.test(name),
    ),
  );
}
