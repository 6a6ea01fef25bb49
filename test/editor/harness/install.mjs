// Installs the package of the editor tests once per lock file, in a cache that outlives the checkout:
// the workbench is built from source on install, which takes minutes.
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apartFolder, installApart, npm } from '../../install-apart.mjs';

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const CACHE = 'stet-editor-tests';
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
  const folder = installApart(here, CACHE);
  return { folder, require: createRequire(join(folder, 'package.json')) };
}

/**
 * Make sure that the workbench and its Node 24 are there too.
 * Returns `{ node, codeServer, require }`: two paths, and a `require` for the package's modules.
 * Errors: an Error for people, with what is missing and how to get it.
 */
export function installWorkbench() {
  const isInstalled = existsSync(join(apartFolder(here, CACHE), WORKBENCH_STAMP));
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
    npm(folder, ['rebuild', 'node']);
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

function missingBuildNeeds() {
  return buildNeeds.filter(([path]) => !existsSync(path)).map(([, name]) => name);
}
