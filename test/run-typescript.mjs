// Lets Node run the project's TypeScript as it lies there: node --import ./test/run-typescript.mjs FILE.ts
// Node 20 cannot strip types by itself.
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

// Node calls `load` in a thread of its own, where this same file is read again.
if (isMainThread) register(import.meta.url);
process.setSourceMapsEnabled(true);

/** The module hook: what lies at a URL, as JavaScript. */
export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
  const { transform } = await import('esbuild');
  const file = fileURLToPath(url);
  const { code } = await transform(await readFile(file, 'utf8'), {
    loader: 'ts',
    target: 'node20.19',
    sourcefile: file,
    sourcemap: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
