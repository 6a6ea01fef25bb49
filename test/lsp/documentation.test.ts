import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textAt, wrongDraft } from './drafts.ts';
import { type RunningServer, startServer } from './start-server.ts';

const pages = join(import.meta.dirname, '../../docs/verdicts');

/** Each page, and what the settings call what it is about. */
const verdicts = ['conflict', 'outdated', 'disputed', 'overprecise', 'supported'];

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

describe('the link of a diagnostic', () => {
  it('leads to the page of its verdict, a file that ships with Stet', async () => {
    await server.open('untitled:wrong.md', wrongDraft);
    const [conflict] = await server.pull('untitled:wrong.md');
    const page = fileURLToPath(conflict?.codeDescription?.href ?? '');
    expect(readFileSync(page, 'utf8')).toMatch(/^# Conflict\n/);
  });

  it('leads to the page about suppressions from what is wrong with one', async () => {
    await server.open('untitled:unused.md', '<!-- stet: no need -->\nNothing is said here.\n');
    const [unused] = await server.pull('untitled:unused.md');
    expect(unused?.code).toBe('suppression-unused');
    expect(existsSync(fileURLToPath(unused?.codeDescription?.href ?? ''))).toBe(true);
  });
});

describe.each(verdicts)('the page of %s', (verdict) => {
  const page = readFileSync(join(pages, `${verdict}.md`), 'utf8');

  it('has an example that is marked as it says', async () => {
    const [, example = ''] = /^> (.+)$/m.exec(page) ?? [];
    const uri = `untitled:${verdict}.md`;
    const text = example.replaceAll('**', '');
    await server.open(uri, text);
    const found = (await server.pull(uri)).map(({ range, code }) => [textAt(text, range), code]);
    const [, figure = ''] = /\*\*(.+)\*\*/.exec(example) ?? [];
    if (verdict === 'supported') expect(found).toEqual([]);
    else expect(found).toContainEqual([figure, verdict]);
    const status = await server.statuses.first('The status', (one) => one.uri === uri);
    expect(Object.entries(status.counts)).toContainEqual([verdict, expect.any(Number)]);
    expect(Object.entries(status.counts)).not.toContainEqual([verdict, 0]);
  });

  it('links to pages that exist, and says what setting matters', () => {
    for (const [, target = ''] of page.matchAll(/\]\(([^)]+)\)/g)) {
      expect(existsSync(join(pages, target)), target).toBe(true);
    }
    expect(page).toMatch(/`stet\.[a-zA-Z.]+`/);
  });
});
