import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildFactBase } from '../../server/core/facts/build-fact-base.ts';
import type { PackFile } from '../../server/core/facts/fact-base.ts';
import { vocabulary } from './read-vocabulary.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(ROOT, 'docs', 'packs.md'), 'utf8');

/** The fenced blocks of the page that carry a title: the example's files, by name. */
const blocks = new Map(
  [...page.matchAll(/^```\w+ title="([^"]+)"\n([\s\S]*?)^```$/gm)].map(
    ([, name = '', text = '']) => [name, text] as const,
  ),
);

const example: readonly PackFile[] = [...blocks]
  .filter(([name]) => name.endsWith('.yaml'))
  .map(([file, text]) => ({ file, pack: 'lanternbase', data: parse(text) }));

describe('docs/packs.md', () => {
  const { facts, issues } = buildFactBase([...vocabulary, ...example]);

  it('shows a pack that loads without an issue', () => {
    expect(example.length).toBeGreaterThan(3);
    expect(issues).toEqual([]);
    expect(facts.statements.size).toBe(8);
  });

  it('refers to lines of the source that print the figure', () => {
    const lines = blocks.get('notes.txt')?.split('\n') ?? [];
    const absent = [...facts.statements.values()].flatMap(({ references }) =>
      references.filter(({ line, exact }) => !lines[line - 1]?.includes(exact)),
    );
    expect(absent).toEqual([]);
  });
});
