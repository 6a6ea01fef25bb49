// Packs a small extension of the tests' own, which the workbench then installs like any other.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const requireOfProject = createRequire(fileURLToPath(import.meta.url));

/**
 * Pack an extension named `stet-tests.NAME` below `folder`. `bundle(outfile)` writes its program; `manifest` holds what
 * is its own in package.json. Returns the path of its VSIX. Errors: an Error with what the packer said.
 */
export async function packExtension(folder, { name, manifest, bundle }) {
  const extension = join(folder, name);
  mkdirSync(extension, { recursive: true });
  await bundle(join(extension, 'main.js'));
  const whole = {
    name,
    publisher: 'stet-tests',
    version: '0.0.0',
    engines: { vscode: '^1.95.0' },
    main: './main.js',
    capabilities: { untrustedWorkspaces: { supported: true } },
    ...manifest,
  };
  writeFileSync(join(extension, 'package.json'), JSON.stringify(whole));
  writeFileSync(join(extension, '.vscodeignore'), '');

  const vsix = join(folder, `${name}.vsix`);
  const vsce = join(dirname(requireOfProject.resolve('@vscode/vsce/package.json')), 'vsce');
  const flags = [
    '--no-dependencies',
    '--allow-missing-repository',
    '--skip-license',
    '--out',
    vsix,
  ];
  const done = spawnSync(process.execPath, [vsce, 'package', ...flags], {
    cwd: extension,
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`${name} was not packed:\n${done.stdout}${done.stderr}`);
  return vsix;
}
