import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CitationParams, CitationResult } from '../../server/lsp/protocol.ts';
import { applied, rangeOf } from './drafts.ts';
import { type RunningServer, startServer } from './start-server.ts';

const pack = `pack: acme
title: Acme
entities:
  acme: { name: Acme Widgets, type: company }
sources:
  ledger:
    title: The ledger
    publisher: The Press
    date: 2025-11-04
    url: https://press.example/ledger
  paper: { title: The other paper }
statements:
  - id: acme.founding-date
    subject: acme
    property: founding-date
    value: 1974
    references:
      - { source: ledger, line: 1, exact: "1974" }
      - { source: paper, line: 7, exact: "1974" }
`;
const right = 'Acme Widgets was founded in 1974.\n';
const wrong = 'Acme Widgets was founded in 1976.\n';

let server: RunningServer;
let folder: string;
let settings: object = {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-'));
  writeFileSync(join(folder, 'pack.yaml'), pack);
  const configuration = () => ({ facts: [folder], ...settings });
  server = await startServer({ folders: [folder], configuration });
  await server.open(uriOf('right.md'), right);
  await server.open(uriOf('wrong.md'), wrong);
  await server.open(uriOf('right.txt'), right, 'plaintext');
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

describe('the actions that cite', () => {
  it('are offered on a supported figure: one in the light bulb, every source by name', async () => {
    const titles = async (only?: string[]) => {
      const context = only === undefined ? {} : { only };
      const found = await server.actions(uriOf('right.md'), rangeOf(right, '1974'), context);
      return found.map(({ title, kind, isPreferred }) => [title, kind, isPreferred]);
    };
    const first = ['Cite “The ledger” (The Press)', 'quickfix.stet.cite', undefined];
    expect(await titles()).toEqual([first]);
    expect(await titles(['quickfix'])).toEqual([first]);
    expect(await titles(['quickfix.stet.cite'])).toEqual([
      first,
      ['Cite “The other paper”', 'quickfix.stet.cite', undefined],
    ]);
    expect(await titles(['quickfix.stet.correct'])).toEqual([]);
  });

  it('write the citation in the style that is set', async () => {
    const inStyle = async (style: string, name = 'right.md') => {
      settings = { citation: { style } };
      await server.configure();
      const [action] = await server.actions(uriOf(name), rangeOf(right, '1974'));
      return applied(right, action);
    };
    expect(await inStyle('footnote')).toBe(
      'Acme Widgets was founded in 1974.[^1]\n\n[^1]: [The ledger](https://press.example/ledger), The Press, 4 November 2025.\n',
    );
    expect(await inStyle('link')).toBe(
      'Acme Widgets was founded in [1974](https://press.example/ledger).\n',
    );
    expect(await inStyle('reference')).toBe(
      'Acme Widgets was founded in [1974][ledger].\n\n[ledger]: https://press.example/ledger "The ledger"\n',
    );
    expect(await inStyle('parenthesis')).toBe(
      'Acme Widgets was founded in 1974 (The Press, 4 November 2025).\n',
    );
    expect(await inStyle('footnote', 'right.txt')).toBe(
      'Acme Widgets was founded in 1974 [1].\n\n[1] “The ledger”, The Press, 4 November 2025, https://press.example/ledger\n',
    );
    settings = {};
    await server.configure();
  });

  it('correct a wrong figure with its citation, and then take its mark away', async () => {
    const [diagnostic] = await server.pull(uriOf('wrong.md'));
    expect(diagnostic?.code).toBe('conflict');
    const actions = await server.actions(uriOf('wrong.md'), rangeOf(wrong, '1976'), {
      diagnostics: diagnostic ? [diagnostic] : [],
    });
    const action = actions.find(({ kind }) => kind === 'quickfix.stet.cite');
    expect(action).toMatchObject({
      title: 'Correct to “1974” and cite “The ledger” (The Press)',
      diagnostics: [{ code: 'conflict' }],
    });
    expect(applied(wrong, action)).toMatch(
      /^Acme Widgets was founded in 1974\.\[\^1\]\n\n\[\^1\]: /,
    );
  });

  it('carry the version of the draft', async () => {
    const [action] = await server.actions(uriOf('right.md'), rangeOf(right, '1974'));
    expect(action?.edit?.documentChanges).toMatchObject([{ textDocument: { version: 1 } }]);
  });
});

describe('stet/citation', () => {
  const ask = (name: string, character: number) => {
    const params: CitationParams = {
      textDocument: { uri: uriOf(name) },
      position: { line: 0, character },
    };
    return server.connection.sendRequest<CitationResult>('stet/citation', params);
  };

  it('gives the citation of a figure in plain text', async () => {
    expect(await ask('right.md', right.indexOf('1974'))).toEqual({
      kind: 'citation',
      text: '“The ledger”, The Press, 4 November 2025, https://press.example/ledger',
    });
  });

  it('says why there is none', async () => {
    const nothing = { kind: 'nothing', reason: 'No figure that a source on record states is here' };
    expect(await ask('right.md', 2)).toEqual(nothing);
    settings = { enable: false };
    await server.configure();
    expect(await ask('right.md', 2)).toEqual({
      kind: 'nothing',
      reason: expect.stringContaining('stet.enable'),
    });
    settings = {};
    await server.configure();
  });
});

function uriOf(name: string): string {
  return pathToFileURL(join(folder, name)).href;
}
