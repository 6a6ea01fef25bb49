import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Diagnostic, DiagnosticSeverity, FileChangeType } from 'vscode-languageserver/node';
import { exampleDraft, factsFile, factsText } from './example-pack.ts';
import { type PackWriter, packFile, packWorkspace, startWriter } from './pack-writer.ts';
import { pushedClient } from './start-server.ts';

let writer: PackWriter;
let folder: string;
let onDisk: string;

const facts = factsText('$12 billion');
const misspelt = facts.replace('source: ledger', 'source: leger');

beforeEach(() => {
  folder = packWorkspace();
  onDisk = factsFile(join(folder, 'facts'));
});

afterEach(async () => {
  expect(await writer.server.stop()).toBe(0);
});

describe('a pack file that is being written', () => {
  it('shows its mistakes as typed, and those on disk again when it is closed', async () => {
    writer = await startWriter(folder);
    const { uri } = await writer.write(facts);
    await writer.server.change(uri, 2, [{ text: misspelt }]);
    const found = await writer.mistakes(has('unknown-source'));
    expect(found).toMatchObject([
      { severity: DiagnosticSeverity.Error, source: 'stet', range: { start: { line: 11 } } },
    ]);
    await writer.server.change(uri, 3, [{ text: facts.replace('value: $12 billion', 'value: [') }]);
    await writer.mistakes(has('yaml-syntax'));
    await writer.server.close(uri);
    await writer.mistakes(() => writer.lastMistakes().length === 0);
  });

  it('shows those on disk again as soon as it is what is there', async () => {
    writeFileSync(onDisk, misspelt);
    writer = await startWriter(folder);
    await writer.mistakes(has('unknown-source'));
    const { uri } = await writer.write(misspelt);
    await writer.server.change(uri, 2, [{ text: facts }]);
    await writer.mistakes((found) => found.length === 0);
    writeFileSync(onDisk, facts);
    await writer.server.filesChanged([onDisk], FileChangeType.Changed);
    await writer.server.change(uri, 3, [{ text: misspelt }]);
    await writer.mistakes(() => has('unknown-source')(writer.lastMistakes()));
    await writer.server.change(uri, 4, [{ text: facts }]);
    await writer.mistakes(() => writer.lastMistakes().length === 0);
  });

  it('leaves the mistakes of other files as they are', async () => {
    writeFileSync(join(folder, 'facts/other.yaml'), 'statements:\n  - id: [unclosed\n');
    writer = await startWriter(folder);
    const { uri } = await writer.write(facts);
    await writer.server.change(uri, 2, [{ text: `${facts}  - id: x\n` }]);
    await writer.mistakes(has('wrong-shape'));
    expect(writer.lastMistakes('facts/other.yaml')).toHaveLength(1);
  });

  it('knows what other files define, and shows what takes two files', async () => {
    writer = await startWriter(folder);
    const { uri } = await writer.write('', 'facts/new.yaml');
    const again = facts.slice(facts.indexOf('statements:'));
    await writer.server.change(uri, 2, [{ text: again }]);
    const { diagnostics } = await writer.server.published.first(
      'The mistakes of the new file',
      (one) => one.uri === uri && one.diagnostics.length > 0,
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['duplicate-id']);
  });

  it('of a large file shows the mistakes of what has changed, and keeps the others', async () => {
    const other = facts.slice(facts.indexOf('  - id:')).replace('acme.valuation', 'acme.other');
    const notes = '# Much is said here that is read by people only.\n'.repeat(5_000);
    const large = notes + facts + other.replace('source: ledger', 'source: lost');
    writeFileSync(onDisk, large);
    writer = await startWriter(folder);
    const [before] = await writer.mistakes(has('unknown-source'));
    const { uri } = await writer.write(large);
    const longer = large.replace('value: $12 billion', '# new\n    value: plenty');
    await writer.server.change(uri, 2, [{ text: longer }]);
    const found = await writer.mistakes((all) => all.length === 2);
    expect(found.map(({ code, range }) => [code, range.start.line])).toEqual([
      ['unknown-source', (before?.range.start.line ?? 0) + 1],
      ['unreadable-value', 5_000 + 9],
    ]);
  });

  it('is no draft: nothing is pulled, and no status is sent of it', async () => {
    writer = await startWriter(folder);
    const { uri } = await writer.write(misspelt);
    expect(await writer.server.pull(uri)).toEqual([]);
    const draft = writer.uriOf('draft.md');
    await writer.server.open(draft, exampleDraft);
    expect(await writer.server.pull(draft)).toHaveLength(1);
    expect(writer.server.statuses.all.map((one) => one.uri)).toEqual([draft]);
  });

  it('keeps its marks in a client that is sent the findings of drafts', async () => {
    writeFileSync(onDisk, misspelt);
    writer = await startWriter(folder, { capabilities: pushedClient });
    await writer.mistakes(has('unknown-source'));
    await writer.write(readFileSync(onDisk, 'utf8'));
    const draft = writer.uriOf('draft.md');
    await writer.server.open(draft, exampleDraft);
    await writer.server.published.first('The draft', ({ uri }) => uri === draft);
    expect(writer.lastMistakes(packFile)).toHaveLength(1);
  });
});

function has(code: string): (found: readonly Diagnostic[]) => boolean {
  return (found) => found.some((one) => one.code === code);
}
