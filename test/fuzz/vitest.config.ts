import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Minutes, not seconds: new texts in every run, so they are no part of `npm test`.
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '..', '..'),
    include: ['test/fuzz/**/*.fuzz.ts'],
    setupFiles: ['test/fail-on-console.ts'],
    testTimeout: 600_000,
    fileParallelism: false,
  },
});
