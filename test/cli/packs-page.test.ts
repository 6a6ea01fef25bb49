import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReportClaim } from '../../server/service/check-report.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { runStet } from './run-stet.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/packs.md'), 'utf8');

/** The fenced blocks of the page that carry a title: the example's files, by name. */
const files = Object.fromEntries(
  [...page.matchAll(/^```\w+ title="([^"]+)"\n([\s\S]*?)^```$/gm)].map(
    ([, name = '', text = '']) => [name, text],
  ),
);

/** The commands that the page tells its reader to type. */
const commands = [...page.matchAll(/^\$ stet (.*)$/gm)].map(([, line = '']) => line);

function run(line: string, folder = temporaryFolder(files)) {
  return runStet(line.split(' '), folder);
}

describe('docs/packs.md', () => {
  it('has these commands', () => {
    expect(commands).toEqual([
      'facts vocabulary storage',
      'facts verify --facts lanternbase --no-default-facts --sources .',
      'check draft.md --facts lanternbase',
      'explain draft.md:2:41 --facts lanternbase',
      'facts add --into lanternbase --source news --title News --from news.txt:3 --dry-run',
      'facts import founders.csv --into lanternbase',
    ]);
  });

  it('shows a pack that its source bears out', async () => {
    const { status, stdout, stderr } = await run(commands[1] ?? '');
    expect(stderr).toBe('');
    expect(stdout).toContain('8 references to 1 source: every digest matches');
    expect(status).toBe(0);
  });

  it('finds in its draft what it says, and corrects it', async () => {
    const { status, stdout, stderr } = await run(`${commands[2]} --format json`);
    expect([status, stderr]).toEqual([1, '']);
    const claims: readonly ReportClaim[] = JSON.parse(stdout).files[0].claims;
    expect(claims.map(({ text, verdict, fixes }) => [text, verdict, fixes[0]?.text])).toEqual([
      ['14 June 2025', 'conflict', '14 May 2025'],
      ['five years', 'supported', undefined],
      ['32 TB', 'conflict', '64 TB'],
      ['1,600', 'supported', undefined],
      ['promoted by hand', 'conflict', 'promoted automatically'],
    ]);
  });

  it('lists the property that it shows of the vocabulary', async () => {
    const shown = /\$ stet facts vocabulary storage\n([\s\S]*?), …\n/.exec(page)?.[1] ?? 'nothing';
    expect((await run(commands[0] ?? '')).stdout).toContain(shown);
  });

  it('explains the figure that it points to', async () => {
    const { status, stdout } = await run(commands[3] ?? '');
    expect(status).toBe(0);
    expect(stdout).toContain('Bound to lanternbase.storage-limit');
  });

  it('reads the fact that it shows from a sentence', async () => {
    const shown = /\$ stet facts add .*\n([\s\S]*?)```/.exec(page)?.[1] ?? 'nothing';
    const { status, stdout, stderr } = await run(commands[4] ?? '');
    expect(stdout).toContain(shown);
    expect(stderr).toBe('Adds a statement to lanternbase/statements.yaml\n');
    expect(status).toBe(0);
  });

  it('imports the table that it shows, once, and its source bears it out', async () => {
    const folder = temporaryFolder(files);
    const { status, stderr } = await run(commands[5] ?? '', folder);
    expect(stderr).toBe('1 statement written to lanternbase/founders.yaml\n');
    expect(status).toBe(0);
    const verified = await run(commands[1] ?? '', folder);
    expect([verified.status, verified.stderr]).toEqual([0, '']);
    expect((await run(commands[5] ?? '', folder)).stderr).toBe(
      '0 statements; 1 row on record already\n',
    );
  });
});
