import { defineConfig } from 'vitest/config';

// The editor and Neovim tests need more than Node; each has a configuration of its own.
const NEEDS_MORE_THAN_NODE = ['test/editor/**', 'test/neovim/**'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**', ...NEEDS_MORE_THAN_NODE],
    setupFiles: ['test/fail-on-console.ts'],
    testTimeout: 20_000,
    restoreMocks: true,
  },
});
