import { afterEach, beforeEach, expect, vi } from 'vitest';

const LOUD = ['log', 'warn', 'error'] as const;

// A product that prints where nobody asked breaks pipes and the language server's stdio.
beforeEach(() => {
  for (const method of LOUD) vi.spyOn(console, method);
});

afterEach(() => {
  for (const method of LOUD) expect(console[method], `console.${method}`).not.toHaveBeenCalled();
});
