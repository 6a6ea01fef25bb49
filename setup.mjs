// What `npm start` and `npm test` call first: install if needed, build if needed. Node's own modules only.
// `node setup.mjs start` then checks the sample draft and says what comes next;
// `node setup.mjs code` opens it in VS Code with the extension.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const OLDEST_NODE = [20, 19];
const BUILT = [
  'dist/client.js',
  'dist/client-program.js',
  'dist/server.js',
  'dist/server-program.js',
  'dist/cli.js',
  'dist/cli-program.js',
  'dist/packs.json',
];
const BUILT_FROM = ['client', 'server', 'facts', 'build.mjs', 'package.json', 'package-lock.json'];

requireNode();
if (!isInstalled()) install();
if (!isBuilt())
  run('The build failed; the messages above say where', process.execPath, 'build.mjs');
if (process.argv[2] === 'start') showSample();
if (process.argv[2] === 'code') openInEditor();

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isNewEnough =
    major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (isNewEnough) return;
  fail(
    `Stet needs Node ${OLDEST_NODE.join('.')} or later, this is Node ${process.versions.node} (https://nodejs.org)`,
  );
}

/**
 * Whether node_modules holds what package-lock.json asks for.
 * npm notes what it installed in node_modules/.package-lock.json, as the last thing it does.
 */
function isInstalled() {
  const wanted = readLock('package-lock.json');
  const installed = readLock('node_modules/.package-lock.json');
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true; // the project itself
    const there = installed[path];
    if (!there) return isOptional(entry);
    const isSameArchive = entry.integrity === undefined || there.integrity === entry.integrity;
    return there.version === entry.version && isSameArchive;
  });
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Packages for another operating system or processor are in the lock but not on the disk. */
function isOptional(entry) {
  return entry.optional === true || entry.devOptional === true;
}

function install() {
  console.log('Installing what package-lock.json lists (once, about half a minute) …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error'];
  const why = 'npm ci failed; it needs the npm registry once, see its messages above';
  if (npm?.endsWith('.js')) run(why, process.execPath, npm, ...args);
  else run(why, 'npm', ...args);
}

function isBuilt() {
  if (!BUILT.every((file) => existsSync(join(root, file)))) return false;
  const oldestBuilt = Math.min(...BUILT.map((file) => statSync(join(root, file)).mtimeMs));
  return BUILT_FROM.every((path) => newest(join(root, path)) <= oldestBuilt);
}

/** The latest change below `path`; a folder's own time tells of files that were removed. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function showSample() {
  const command = ['check', 'docs/sample-draft.md', '--fail-on', 'never'];
  console.log(`$ stet ${command.join(' ')}\n`);
  run('The sample draft could not be checked', process.execPath, 'dist/cli.js', ...command);
  console.log(`
That is what a writer sees while typing. What comes next:
  npm run code                             the same draft in VS Code
  node dist/cli.js check YOUR-DRAFT.md     your own draft, against the shipped record
  node dist/cli.js explain docs/sample-draft.md:9    why a figure was judged as it was
  node dist/cli.js --help                  everything else
  npm test                                 the tests`);
}

/** The `code` on the PATH; where there is none, the browser workbench that the editor tests use. */
function openInEditor() {
  const args = [`--extensionDevelopmentPath=${root}`, root, join(root, 'docs/sample-draft.md')];
  const opened = spawnSync('code', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (opened.status === 0) return;
  console.log('There is no `code` on the PATH; starting the workbench of the editor tests instead');
  run('The workbench did not start', process.execPath, 'test/editor/open.mjs');
}

function run(why, command, ...args) {
  const isWindowsScript = process.platform === 'win32' && command === 'npm';
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: isWindowsScript });
  if (done.status !== 0) fail(done.error ? `${why} (${done.error.message})` : why);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
