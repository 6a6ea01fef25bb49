import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** One arrow: a file imports something. */
interface Arrow {
  /** From the root, with `/`. */
  readonly file: string;
  /** As written: a package, or a path relative to the file. */
  readonly specifier: string;
  readonly isType: boolean;
}

describe('imports', () => {
  it('point one way in client/ and server/', () => {
    const arrows = sourceFiles().flatMap((file) =>
      importsOf(file, readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(arrows.length).toBeGreaterThan(100);
    expect(arrows.flatMap((arrow) => problemWith(arrow) ?? [])).toEqual([]);
  });

  it.each([
    ['server/core/text/a.ts', './b.ts'],
    ['server/core/figures/a.ts', '../prose/b.ts'],
    ['server/core/figures/a.ts', '../text/b.ts'],
    ['server/core/facts/a.ts', 'zod'],
    ['server/core/prose/a.ts', '@lezer/markdown'],
    ['server/core/index.ts', './rewriting/a.ts'],
    ['server/core/check-block.ts', './claims/a.ts'],
    ['server/service/a.ts', '../core/verdicts/b.ts'],
    ['server/service/a.ts', './b.ts'],
    ['server/host/a.ts', 'yaml'],
    ['server/host/a.ts', 'node:fs'],
    ['server/host/a.ts', '../core/facts/b.ts'],
    ['server/cli/a.ts', 'node:util'],
    ['server/cli/a.ts', '../core/text/b.ts'],
    ['server/lsp/a.ts', 'vscode-languageserver/node.js'],
    ['client/a.ts', 'vscode'],
    ['client/a.ts', 'vscode-languageclient/node'],
  ])('of %s may be %s', (file, specifier) => {
    expect(problemWith({ file, specifier, isType: false })).toBeUndefined();
  });

  it.each([
    ['server/cli/a.ts', '../core/claims/claim.ts'],
    ['server/lsp/a.ts', '../core/figures/figure.ts'],
    ['server/host/a.ts', '../service/a.ts'],
    ['client/a.ts', '../server/lsp/protocol.ts'],
  ])('of %s may be %s as a type only', (file, specifier) => {
    expect(problemWith({ file, specifier, isType: true })).toBeUndefined();
    expect(problemWith({ file, specifier, isType: false })).toContain(file);
  });

  it.each([
    ['server/core/text/a.ts', '../figures/b.ts'],
    ['server/core/figures/a.ts', '../facts/b.ts'],
    ['server/core/verdicts/a.ts', '../rewriting/b.ts'],
    ['server/core/verdicts/a.ts', '../index.ts'],
    ['server/core/figures/a.ts', 'zod'],
    ['server/core/mentions/a.ts', '@lezer/markdown'],
    ['server/core/facts/a.ts', 'node:fs'],
    ['server/core/facts/a.ts', 'fs'],
    ['server/core/text/a.ts', '../../host/a.ts'],
    ['server/core/index.ts', '../service/a.ts'],
    ['server/service/a.ts', 'node:path'],
    ['server/service/a.ts', '../host/b.ts'],
    ['server/service/a.ts', 'zod'],
    ['server/host/a.ts', '../cli/b.ts'],
    ['server/host/a.ts', 'vscode-languageserver'],
    ['server/cli/a.ts', '../lsp/b.ts'],
    ['server/cli/a.ts', 'yaml'],
    ['server/lsp/a.ts', '../cli/b.ts'],
    ['server/lsp/a.ts', 'vscode'],
    ['client/a.ts', '../server/service/index.ts'],
    ['client/a.ts', 'node:fs'],
    ['server/stray.ts', './core/index.ts'],
    ['server/service/a.ts', '../../test/b.ts'],
  ])('of %s may not be %s', (file, specifier) => {
    expect(problemWith({ file, specifier, isType: false })).toContain(
      `${file} imports ${specifier}`,
    );
  });

  it('are read in every form', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type { B } from './b.ts';",
      "import {\n  type C,\n  type D,\n} from './c.ts';",
      "import { type E, f } from './e.ts';",
      "import './g.ts';",
      "export * from './h.ts';",
      "export type { I } from './i.ts';",
      "const j = await import('./j.ts');",
      "// import { k } from './k.ts';",
    ].join('\n');
    const read = importsOf('x.ts', text).map(({ specifier, isType }) => [specifier, isType]);
    expect(read.sort()).toEqual([
      ['./a.ts', false],
      ['./b.ts', true],
      ['./c.ts', true],
      ['./e.ts', false],
      ['./g.ts', false],
      ['./h.ts', false],
      ['./i.ts', true],
      ['./j.ts', false],
    ]);
  });
});

/** Each imports only from its left. */
const CORE_ORDER = [
  'text',
  'prose',
  'figures',
  'facts',
  'mentions',
  'claims',
  'verdicts',
  'rewriting',
];

/** Packages that each folder may import. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  'core/prose': /^@lezer\//,
  'core/facts': /^zod$/,
  host: /^(node:|yaml$|zod$|csv-parse\/sync$)/,
  lsp: /^(node:|vscode-languageserver(-textdocument)?(\/|$))/,
  cli: /^node:/,
  client: /^vscode(-languageclient(\/|$)|$)/,
};

function problemWith({ file, specifier, isType }: Arrow): string | undefined {
  const isAllowed = specifier.startsWith('.')
    ? mayReach(layerOf(file), layerOf(posix.join(posix.dirname(file), specifier)), isType)
    : (PACKAGES[layerOf(file)]?.test(specifier) ?? false);
  return isAllowed ? undefined : `${file} imports ${specifier}, which its layer may not`;
}

/** `core/text`, `core` for the pipeline at its root, `service`, `lsp/protocol` …; `elsewhere` for what the table does not have. */
function layerOf(path: string): string {
  if (path === 'server/lsp/protocol.ts') return 'lsp/protocol';
  if (/^server\/core\/[^/]+\.ts$/.test(path)) return 'core';
  const layer = /^server\/(core\/[^/]+|service|host|lsp|cli)\/|^(client)\//.exec(path);
  return layer?.[1] ?? layer?.[2] ?? 'elsewhere';
}

function mayReach(from: string, to: string, isType: boolean): boolean {
  if (to === 'elsewhere' || from === 'elsewhere') return false;
  if (from === to || (from === 'lsp' && to === 'lsp/protocol')) return true;
  const isCore = to === 'core' || to.startsWith('core/');
  if (from === 'core') return isCore;
  if (from.startsWith('core/')) return orderOf(to) < orderOf(from);
  if (from === 'service') return isCore;
  if (from === 'host') return isCore || (isType && to === 'service');
  if (from === 'client') return isType && to === 'lsp/protocol';
  return to === 'service' || to === 'host' || to === 'core/text' || (isCore && isType);
}

/** The place of a core folder in the order; past the end for everything else. */
function orderOf(layer: string): number {
  const index = CORE_ORDER.indexOf(layer.replace(/^core\//, ''));
  return index < 0 ? CORE_ORDER.length : index;
}

function sourceFiles(): readonly string[] {
  return ['client', 'server'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/')),
  );
}

function importsOf(file: string, text: string): readonly Arrow[] {
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?([^'"`;]*?)from\s+'([^']+)'/gm);
  const bare = text.matchAll(/^import\s+'([^']+)'/gm);
  const dynamic = text.matchAll(/\bimport\(\s*'([^']+)'/g);
  return [
    ...[...statements].map(([, type, names = '', specifier = '']) => ({
      file,
      specifier,
      isType: type !== undefined || hasTypesOnly(names),
    })),
    ...[...bare, ...dynamic].map(([, specifier = '']) => ({ file, specifier, isType: false })),
  ];
}

/** `{ type A, type B }` imports nothing when the program runs. */
function hasTypesOnly(names: string): boolean {
  const listed = /^\{([^}]*)\}\s*$/.exec(names.trim())?.[1]?.split(',') ?? [];
  const given = listed.map((name) => name.trim()).filter(Boolean);
  return given.length > 0 && given.every((name) => name.startsWith('type '));
}
