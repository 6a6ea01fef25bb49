import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  RecordFactChange,
  RecordFactParams,
  RecordFactResult,
} from '../../server/lsp/protocol.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { factsFile, writePack } from './example-pack.ts';
import { type RunningServer, startServer } from './start-server.ts';

const ARTICLE = `News of widgets
Acme Widgets took in $4.5 billion in the third quarter of 2025.
Nothing else was said.
Acme Widgets is valued at $12 billion.
Acme Widgets employs 900 people and is valued at $13 billion.
`;

let server: RunningServer;
let folder: string;
let uri: string;

beforeEach(() => {
  folder = temporaryFolder({ 'article.txt': ARTICLE });
  uri = pathToFileURL(join(folder, 'article.txt')).href;
});

afterEach(async () => {
  expect(await server.stop()).toBe(0);
});

describe('stet/recordFact', () => {
  it('asks what the text does not say, and answers with one edit of the pack', async () => {
    writePack(join(folder, 'facts'), '$12 billion');
    server = await startServer({ folders: [folder] });
    await server.open(uri, ARTICLE, 'plaintext');

    const first = question(await record(2));
    expect(first).toMatchObject({ about: 'source', isOpen: false });
    expect(first.options[0]).toMatchObject({ value: '+', label: 'A new source: this text' });
    expect(first.options.map(({ value }) => value)).toContain('ledger');

    const second = question(await record(2, { source: '+' }));
    expect(second).toMatchObject({ about: 'sourceTitle', suggestion: 'News of widgets' });

    const change = changed(await record(2, { source: '+', sourceTitle: 'News' }));
    expect(change.statement).toBe('acme.revenue-2025-q3');
    expect(change.summary).toBe('Add "acme.revenue-2025-q3" to acme.yaml');
    expect(change.preview).toContain('value: $4.5 billion');
    const text = applied(change.changes, 'acme.yaml');
    expect(text).toContain('  article:\n    title: News\n');
    expect(text).toContain('      - { source: article, line: 2, exact: $4.5 billion }\n');
    // Nothing is written by the server.
    expect(readFileSync(factsFile(join(folder, 'facts')), 'utf8')).not.toContain('4.5');

    const which = question(await record(5, { source: 'ledger' }));
    expect(which.options.map(({ label }) => label).slice(0, 2)).toEqual(['900', '$13 billion']);
    const when = question(await record(5, { source: 'ledger', figure: '900' }));
    expect(when).toMatchObject({ about: 'time', isOpen: true });
    const answers = { source: 'ledger', figure: '900', time: '2025-10' };
    expect(changed(await record(5, answers)).statement).toBe('acme.headcount-2025-10');
    expect(await record(5, { ...answers, time: 'lately' })).toMatchObject({ kind: 'nothing' });
  });

  it('adds a reference to what is on record, in the pack as its editor has it', async () => {
    const pack = join(folder, 'facts');
    writePack(pack, '$12 billion');
    server = await startServer({ folders: [folder] });
    await server.open(uri, ARTICLE, 'plaintext');
    const unsaved = `# not saved yet\n${readFileSync(factsFile(pack), 'utf8')}`;
    await server.open(pathToFileURL(factsFile(pack)).href, unsaved, 'yaml');
    const change = changed(await record(4, { source: 'ledger' }));
    expect(change.summary).toBe(
      'Already on record: add a reference to "acme.valuation" in acme.yaml',
    );
    expect(applied(change.changes, 'acme.yaml', unsaved)).toBe(
      `${unsaved}      - { source: ledger, line: 4, exact: $12 billion }
`,
    );
  });

  it('makes a pack where there is none', async () => {
    server = await startServer({ folders: [folder] });
    await server.open(uri, 'OpenAI is valued at $600 billion in October 2025.\n', 'plaintext');
    const where = question(await record(1));
    expect(where).toMatchObject({
      about: 'pack',
      prompt: 'There is no pack in this workspace yet',
    });
    const answers = { pack: where.options[0]?.value ?? '', source: '+', sourceTitle: 'News' };
    const change = changed(await record(1, answers));
    expect(change.changes.map(({ uri: file, isNew }) => [file.slice(-22), isNew])).toEqual(
      [
        ['facts/pack.yaml', true],
        ['facts/statements.yaml', true],
      ].map(([name, isNew]) => [pathToFileURL(join(folder, String(name))).href.slice(-22), isNew]),
    );
    expect(change.changes[0]?.text).toMatch(/^pack: facts\n/);
  });

  it('asks which pack where there are several', async () => {
    mkdirSync(join(folder, 'more'));
    writePack(join(folder, 'facts'), '$12 billion');
    writeFileSync(join(folder, 'more/pack.yaml'), 'pack: more\ntitle: More\n');
    server = await startServer({
      folders: [folder],
      configuration: () => ({ facts: ['more'] }),
    });
    await server.open(uri, ARTICLE, 'plaintext');
    const which = question(await record(2));
    expect(which.options.map(({ label }) => label)).toEqual(['facts', 'more']);
  });

  it('knows the source whose text it is', async () => {
    const pack = join(folder, 'facts');
    writePack(pack, '$12 billion');
    const digest = 'c'.repeat(64);
    const yaml = readFileSync(factsFile(pack), 'utf8');
    writeFileSync(factsFile(pack), yaml.replace('date: null }', `date: null, digest: ${digest} }`));
    server = await startServer({ folders: [folder] });
    await server.open(uri, ARTICLE, 'plaintext');
    const { options } = question(await record(2));
    // What has the digest of another text is not offered.
    expect(options.map(({ value }) => value)).not.toContain('ledger');
  });

  it('says why nothing can be recorded', async () => {
    writePack(join(folder, 'facts'), '$12 billion');
    server = await startServer({ folders: [folder] });
    const closed = { kind: 'nothing', reason: 'Open the text in an editor first' };
    expect(await record(2)).toEqual(closed);
    await server.open(uri, ARTICLE, 'plaintext');
    const unread = { kind: 'nothing', reason: 'No figure and no name on record can be read here' };
    expect(await record(1, { source: 'ledger' })).toEqual(unread);
  });
});

/** Record from a whole line of the article, from 1. */
function record(line: number, answers: Record<string, string> = {}): Promise<RecordFactResult> {
  const range = { start: { line: line - 1, character: 0 }, end: { line, character: 0 } };
  const params: RecordFactParams = { textDocument: { uri }, range, answers };
  return server.connection.sendRequest('stet/recordFact', params);
}

function question(result: RecordFactResult) {
  if (result.kind !== 'question') throw new Error(`No question: ${JSON.stringify(result)}`);
  return result.question;
}

function changed(result: RecordFactResult) {
  if (result.kind !== 'change') throw new Error(`No change: ${JSON.stringify(result)}`);
  return result;
}

/** The text of a changed file afterwards; `before` is what its editor has. */
function applied(changes: readonly RecordFactChange[], name: string, before?: string): string {
  const change = changes.find((one) => one.uri.endsWith(name));
  if (!change) throw new Error(`${name} is not changed`);
  const text = before ?? readFileSync(fileURLToPath(change.uri), 'utf8');
  const document = TextDocument.create(change.uri, 'yaml', 1, text);
  return TextDocument.applyEdits(document, [{ range: change.range, newText: change.text }]);
}
