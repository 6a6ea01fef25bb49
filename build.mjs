// Bundles what ships, and keeps the shipped packs as they are parsed beside them. `--production` leaves out source maps and minifies, for the VSIX.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const out = join(root, 'dist');
const isProduction = process.argv.includes('--production');

const programs = [
  { source: 'client/extension.ts', name: 'client', external: ['vscode'] },
  { source: 'server/lsp/main.ts', name: 'server' },
  { source: 'server/cli/main.ts', name: 'cli', isCommand: true },
];

/**
 * One namespace for all files that import one of the large libraries in CommonJS: esbuild would have each of them copy
 * its hundreds of names, at every start.
 */
const sharedNamespaces = {
  name: 'shared-namespaces',
  setup({ onResolve, onLoad }) {
    const libraries = /^(?:vscode|vscode-language(?:client|server)(?:\/node)?)$/;
    onResolve({ filter: libraries }, ({ path, importer, namespace }) => {
      const isOurs = namespace === 'file' && !importer.includes('node_modules');
      return isOurs ? { path, namespace: 'shared' } : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'shared' }, ({ path }) => ({
      contents: `export * from '${path}';`,
      resolveDir: root,
    }));
  },
};

mkdirSync(out, { recursive: true });
// VS Code loads ES modules only since 1.100, older ones are supported: all files are CommonJS.
write('package.json', '{ "type": "commonjs" }\n');

for (const { source, name, external = [], isCommand = false } of programs) {
  await bundle(source, `${name}-program.js`, { external });
  // What is called: a few lines that run the program.
  await bundle('server/host/start.ts', `${name}.js`, { isCommand });
}
await keepParsedPacks();
console.log(`Built ${programs.map(({ name }) => `dist/${name}.js`).join(', ')}`);

async function bundle(source, file, { external = [], isCommand = false }) {
  const outputFiles = await bundled(source, file, {
    external,
    banner: isCommand ? { js: '#!/usr/bin/env node' } : {},
    minify: isProduction,
    sourcemap: isProduction ? false : 'linked',
  });
  if (isProduction) rmSync(join(out, `${file}.map`), { force: true });
  for (const { path, contents } of outputFiles) {
    write(basename(path), contents, path.endsWith(file) && isCommand ? 0o755 : 0o644);
  }
}

/** The shipped packs need no YAML parser at run time, which a first start would wait for. */
async function keepParsedPacks() {
  const name = `.parse-packs.${process.pid}.cjs`;
  const [{ contents }] = await bundled('server/host/parse-shipped-packs.ts', name);
  const program = join(out, name);
  writeFileSync(program, contents);
  try {
    const { parseShippedPacks } = await import(pathToFileURL(program).href);
    write('packs.json', await parseShippedPacks());
  } finally {
    rmSync(program);
  }
}

/** A module with all it imports, as CommonJS in memory. */
async function bundled(source, file, options = {}) {
  // esbuild has told what is wrong by then.
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [source],
    outfile: join('dist', file),
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20.18',
    format: 'cjs',
    // Some libraries' CommonJS is UMD, whose `require` calls a bundler cannot see; their ES build first.
    mainFields: ['module', 'main'],
    define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
    plugins: [sharedNamespaces],
    logLevel: 'warning',
    legalComments: 'none',
    ...options,
  }).catch(() => process.exit(1));
  return outputFiles;
}

/** Written beside and renamed, so that a program that is starting never reads half a file. */
function write(name, contents, mode = 0o644) {
  const part = join(out, `.${name}.${process.pid}`);
  writeFileSync(part, contents, { mode });
  renameSync(part, join(out, name));
}
