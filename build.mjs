// Bundles the three built files. `--production` leaves out source maps and minifies, for the VSIX.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const out = join(root, 'dist');
const isProduction = process.argv.includes('--production');

const entries = [
  { source: 'client/extension.ts', file: 'client.js', external: ['vscode'] },
  { source: 'server/lsp/main.ts', file: 'server.js' },
  // The language server is one file beside the command, loaded only by `stet lsp`.
  { source: 'server/cli/main.ts', file: 'cli.js', external: ['./server.js'], isCommand: true },
];

mkdirSync(out, { recursive: true });
// VS Code loads ES modules only since 1.100, older ones are supported: all three files are CommonJS.
write('package.json', '{ "type": "commonjs" }\n');

for (const entry of entries) await bundle(entry);
console.log(`Built ${entries.map(({ file }) => `dist/${file}`).join(', ')}`);

async function bundle({ source, file, external = [], isCommand = false }) {
  // esbuild has told what is wrong by then.
  const result = await build({
    absWorkingDir: root,
    entryPoints: [source],
    outfile: join('dist', file),
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20.18',
    format: 'cjs',
    external,
    // Some libraries' CommonJS is UMD, whose `require` calls a bundler cannot see; their ES build first.
    mainFields: ['module', 'main'],
    define: { 'import.meta.dirname': '__dirname' },
    banner: isCommand ? { js: '#!/usr/bin/env node' } : {},
    minify: isProduction,
    sourcemap: isProduction ? false : 'linked',
    logLevel: 'warning',
    legalComments: 'none',
  }).catch(() => process.exit(1));
  if (isProduction) rmSync(join(out, `${file}.map`), { force: true });
  for (const { path, contents } of result.outputFiles) {
    write(basename(path), contents, path.endsWith(file) && isCommand ? 0o755 : 0o644);
  }
}

/** Written beside and renamed, so that a program that is starting never reads half a file. */
function write(name, contents, mode = 0o644) {
  const part = join(out, `.${name}.${process.pid}`);
  writeFileSync(part, contents, { mode });
  renameSync(part, join(out, name));
}
