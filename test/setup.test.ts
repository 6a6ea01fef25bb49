import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

/** Stands for npm: notes that it was called and leaves what npm leaves. */
const FAKE_NPM = `
import { appendFileSync, copyFileSync, mkdirSync } from 'node:fs';
appendFileSync('calls.txt', process.argv.slice(2, 4).join(' ') + '\\n');
mkdirSync('node_modules', { recursive: true });
copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
`;

const FAKE_BUILD = `
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
appendFileSync('calls.txt', 'build\\n');
mkdirSync('dist', { recursive: true });
const names = ['client', 'server', 'cli'].flatMap((name) => [name + '.js', name + '-program.js']);
for (const name of [...names, 'packs.json']) writeFileSync('dist/' + name, '');
`;

describe('setup.mjs', () => {
  it('installs and builds once', () => {
    const clone = freshClone();
    expect(calls(clone)).toEqual(['ci --include=dev', 'build']);
    expect(calls(clone)).toEqual([]);
  });

  it('installs again when the lock asks for something else', () => {
    const clone = freshClone();
    calls(clone);
    writeFileSync(join(clone, 'package-lock.json'), lock('2.0.0'));
    expect(calls(clone)).toContain('ci --include=dev');
  });

  it('does not install again for a package of another system', () => {
    const clone = freshClone();
    calls(clone);
    writeFileSync(join(clone, 'package-lock.json'), lock('1.0.0', { optional: true }));
    expect(calls(clone)).not.toContain('ci --include=dev');
  });

  it('installs again when node_modules is gone or was left half done', () => {
    const clone = freshClone();
    calls(clone);
    rmSync(join(clone, 'node_modules/.package-lock.json'));
    expect(calls(clone)).toEqual(['ci --include=dev']);
  });

  it('builds again when a source is newer than what was built, or a file is missing', () => {
    const clone = freshClone();
    calls(clone);
    const later = new Date(Date.now() + 10_000);
    utimesSync(join(clone, 'server/core/index.ts'), later, later);
    expect(calls(clone)).toEqual(['build']);
    rmSync(join(clone, 'server/core/index.ts'));
    rmSync(join(clone, 'dist/cli.js'));
    expect(calls(clone)).toEqual(['build']);
  });

  it('says which Node it needs', () => {
    const old = 'Object.defineProperty(process.versions, "node", { value: "20.18.3" })';
    const { status, stderr } = run(freshClone(), '--import', `data:text/javascript,${old}`);
    expect(stderr).toBe(
      'Stet needs Node 20.19 or later, this is Node 20.18.3 (https://nodejs.org)\n',
    );
    expect(status).toBe(1);
  });

  it('ends with 1 and a reason when the build fails', () => {
    const clone = freshClone();
    writeFileSync(join(clone, 'build.mjs'), 'process.exit(3)');
    const { status, stderr } = run(clone);
    expect(stderr).toContain('The build failed');
    expect(status).toBe(1);
  });
});

function freshClone(): string {
  const folder = temporaryFolder({
    'package.json': '{ "type": "module" }',
    'package-lock.json': lock('1.0.0'),
    'build.mjs': FAKE_BUILD,
    'npm.js': FAKE_NPM,
    'server/core/index.ts': '',
    'client/extension.ts': '',
  });
  copyFileSync(join(import.meta.dirname, '../setup.mjs'), join(folder, 'setup.mjs'));
  return folder;
}

function lock(version: string, other?: object): string {
  const packages = {
    '': { name: 'stet' },
    'node_modules/one': { version },
    ...(other === undefined ? {} : { 'node_modules/other': { version: '1.0.0', ...other } }),
  };
  return JSON.stringify({ packages });
}

/** What setup called this time. */
function calls(clone: string): readonly string[] {
  const file = join(clone, 'calls.txt');
  rmSync(file, { force: true });
  expect(run(clone)).toMatchObject({ status: 0, stderr: '' });
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

function run(clone: string, ...nodeOptions: string[]) {
  const env = { ...process.env, npm_execpath: join(clone, 'npm.js') };
  const args = [...nodeOptions, 'setup.mjs'];
  return spawnSync(process.execPath, args, { cwd: clone, env, encoding: 'utf8' });
}
