// Bundles the suite, and packs it as a small extension that the workbench can install.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { packExtension } from './small-extension.mjs';

const here = dirname(dirname(fileURLToPath(import.meta.url)));

/** Bundle the suite with mocha into `outfile`, a CommonJS module with `run` and `activate`. */
export async function bundleSuite(tools, outfile) {
  await bundleForEditor('suite/main.ts', outfile, {
    alias: { mocha: dirname(tools.require.resolve('mocha/package.json')) },
  });
}

/** Pack the suite as an extension; returns the path of its VSIX. */
export function packSuite(tools, folder) {
  return packExtension(folder, {
    name: 'stet-suite',
    // Only a workspace that orders a run starts it.
    manifest: { activationEvents: ['workspaceContains:stet-suite.json'] },
    bundle: (outfile) => bundleSuite(tools, outfile),
  });
}

/** Bundle a module of the editor tests, given from their folder, for the extension host. */
export async function bundleForEditor(source, outfile, options = {}) {
  await build({
    absWorkingDir: here,
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'error',
    ...options,
  });
}
