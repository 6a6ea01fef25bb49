// Bundles the suite, and packs it as a small extension that the workbench can install.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const requireOfProject = createRequire(join(here, 'package.json'));

/** Bundle the suite with mocha into `outfile`, a CommonJS module with `run` and `activate`. */
export async function bundleSuite(tools, outfile) {
  await build({
    absWorkingDir: here,
    entryPoints: ['suite/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    alias: { mocha: dirname(tools.require.resolve('mocha/package.json')) },
    sourcemap: 'inline',
    logLevel: 'error',
  });
}

/** Pack the suite as an extension; returns the path of its VSIX. */
export async function packSuite(tools, folder) {
  const extension = join(folder, 'suite-extension');
  mkdirSync(extension, { recursive: true });
  await bundleSuite(tools, join(extension, 'suite.js'));
  const manifest = {
    name: 'stet-suite',
    publisher: 'stet-tests',
    version: '0.0.0',
    engines: { vscode: '^1.95.0' },
    main: './suite.js',
    // Only a workspace that orders a run starts it.
    activationEvents: ['workspaceContains:stet-suite.json'],
    capabilities: { untrustedWorkspaces: { supported: true } },
  };
  writeFileSync(join(extension, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(extension, '.vscodeignore'), '');

  const vsix = join(folder, 'stet-suite.vsix');
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
  if (done.status !== 0) throw new Error(`The suite was not packed:\n${done.stdout}${done.stderr}`);
  return vsix;
}
