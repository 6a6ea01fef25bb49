import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  CodeLensRequest,
  CodeLensResolveRequest,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DiagnosticSeverity,
  FileChangeType,
  type Location,
  type LocationLink,
  type Position,
  ReferencesRequest,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { temporaryFolder } from '../temporary-folder.ts';
import { textAt } from './drafts.ts';
import { exampleDraft, factsFile, factsText, writePack } from './example-pack.ts';
import { pushedClient, type RunningServer, type StartOptions, startServer } from './start-server.ts';

let server: RunningServer;
let folder: string;
let pack: string;
let uri: string;

beforeEach(() => {
  folder = temporaryFolder();
  pack = join(folder, 'facts');
  writePack(pack, '$12 billion');
  uri = uriOf('facts/acme.yaml');
});

afterEach(async () => {
  expect(await server.stop()).toBe(0);
});

/** The example pack's file with more entries, `|` where the cursor is. */
const rest = `  - id: acme.chief-executive
    subject: acme
    property: chief-executive
    value: jo-brand
    references:
      - { source: ledger, line: 4, exact: Jo Brand }
`;

describe('completion in a pack file', () => {
  it('offers the properties, those that suit the subject first, with what they are', async () => {
    const items = await completed(`${factsText('$12 billion')}  - id: acme.new
    subject: acme
    property: |
`);
    const labels = items.map(({ label }) => label);
    expect(labels).toContain('valuation');
    expect(ranked(items, 'valuation')).toBeLessThan(ranked(items, 'release-date'));
    const valuation = items.find(({ label }) => label === 'valuation');
    expect(valuation).toMatchObject({ detail: 'valuation', textEdit: { newText: 'valuation' } });
    expect(documentationOf(await resolved(valuation))).toContain('money');
  });

  it('offers the sources in a reference that is half-written', async () => {
    const items = await completed(`${factsText('$12 billion')}      - { source: | }\n`);
    expect(items.map(({ label, detail }) => [label, detail])).toContainEqual([
      'ledger',
      'The Acme ledger',
    ]);
  });

  it('offers what only stands in the buffer', async () => {
    const items = await completed(
      factsText('$12 billion').replace(
        'sources:',
        '  borealis:\n    name: Borealis\n    type: company\n    partOf: |\nsources:',
      ),
    );
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['acme', 'borealis']));
  });

  it('offers the keys that are still missing, with their documentation', async () => {
    const items = await completed(`${factsText('$12 billion')}  - id: acme.new
    subject: acme
    |
`);
    const labels = items.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['property', 'value', 'references']));
    expect(labels).not.toContain('subject');
    const references = items.find(({ label }) => label === 'references');
    expect(documentationOf(references)).toBe('Every place where a source says it');
    expect(references?.textEdit).toMatchObject({
      newText: 'references:\n  - { source: $1, line: $2, exact: $3 }',
    });
  });

  it.each([
    ['cardinality', ['one', 'set', 'open']],
    ['varies', ['fixed', 'by-period', 'over-time']],
    ['signed', ['true', 'false']],
  ])('offers what there is to choose from for %s', async (key, choices) => {
    const items = await completed(`properties:\n  height:\n    label: height\n    ${key}: |\n`);
    expect(items.map(({ label }) => label)).toEqual(choices);
  });

  it.each([
    ['a type', 'entities:\n  acme: { type: comp| }\n', 'company'],
    ['a unit', 'properties:\n  height:\n    unit: |\n', 'W'],
    ['a type of value', 'properties:\n  boss:\n    valueType: |\n', 'person'],
    ['a party', 'entities:\n  acme-deal:\n    parties: [acme, open|]\n', 'openai'],
    ['a kind', 'properties:\n  a:\n    kind:|\n', 'money'],
    ['a key at the margin', 'ent|', 'entities'],
    ['a qualifier', 'statements:\n  - id: a\n    qualifiers: { | }\n', 'forecaster'],
    ['whose a qualifier is', 'statements:\n  - id: a\n    qualifiers: { of: | }\n', 'openai'],
  ])('offers %s', async (_, text, expected) => {
    const items = await completed(text);
    expect(items.map(({ label }) => label)).toContain(expected);
  });

  it('offers names as values of a property of names only', async () => {
    const statement = (property: string) =>
      `statements:\n  - id: a\n    subject: acme\n    property: ${property}\n    value: |\n`;
    const names = await completed(statement('chief-executive'));
    expect(ranked(names, 'sam-altman')).toBeLessThan(ranked(names, 'acme'));
    expect(await completed(statement('valuation'), 2)).toEqual([]);
  });

  it('offers nothing in a comment or in words', async () => {
    expect(await completed('statements:\n  - id: a # subject: |\n')).toEqual([]);
    expect(await completed('entities:\n  a:\n    name: |\n', 2)).toEqual([]);
  });

  it('is at hand in a file that is broken elsewhere, and in a new one', async () => {
    const items = await completed(`entities: { a: {{\n  ]\nstatements:\n  - property: |\n`);
    expect(items.map(({ label }) => label)).toContain('valuation');
    uri = uriOf('facts/deeper/new.yaml');
    expect((await completed('sta|')).map(({ label }) => label)).toContain('statements');
  });

  it('is at hand for no YAML that belongs to no pack', async () => {
    uri = uriOf('compose.yaml');
    expect(await completed('sta|')).toEqual([]);
  });

  it('is registered for YAML alone, or for all where the client cannot be asked', async () => {
    await start();
    const { registerOptions } = await server.registrations.first(
      'The registration',
      ({ method }) => method === CompletionRequest.method,
    );
    expect(registerOptions.documentSelector).toEqual([{ language: 'yaml' }]);
    expect(server.initialized.capabilities.completionProvider).toBeUndefined();
    await server.stop();
    await start({ capabilities: pushedClient });
    expect(server.initialized.capabilities.completionProvider).toBeDefined();
  });
});

describe('a hover in a pack file', () => {
  it.each([
    ['a key', '|property: valuation', 'The id of the property'],
    ['a property', 'property: |valuation', 'money'],
    ['an entity', 'subject: |acme', 'Acme Widgets'],
    ['a source', '{ source: |ledger', 'The Acme ledger'],
    ['a type', 'type: |company', 'type of entity'],
    ['a definition', '|acme: {', 'Acme Widgets'],
    ['the id of a statement', 'id: |acme.valuation', 'Rank preferred'],
    ['its value', 'value: |$12 billion', 'USD 12 billion'],
  ])('of %s says what it is', async (_, place, expected) => {
    await start();
    const text = factsText('$12 billion');
    await server.open(uri, text, 'yaml');
    const [before = '', after = ''] = place.split('|');
    const at = text.indexOf(before + after) + before.length;
    const hover = await server.hover(uri, positionIn(text, at));
    expect(JSON.stringify(hover?.contents)).toContain(expected);
  });

  it('reads a value as it is being written', async () => {
    await start();
    const text = factsText('about $15bn');
    await server.open(uri, text, 'yaml');
    const hover = await server.hover(uri, positionIn(text, text.indexOf('about')));
    expect(JSON.stringify(hover?.contents)).toContain('USD 15 billion');
    expect(textAt(text, hover?.range ?? nowhere)).toBe('about $15bn');
  });

  it('is given as plain text where the client shows no Markdown', async () => {
    await start({ capabilities: pushedClient });
    const text = factsText('$12 billion');
    await server.open(uri, text, 'yaml');
    const hover = await server.hover(uri, positionIn(text, text.indexOf('acme: {')));
    expect(hover?.contents).toMatchObject({ kind: 'plaintext' });
  });
});

describe('going to a definition in a pack file', () => {
  it.each([
    ['subject: |acme', 'facts/acme.yaml', 'acme'],
    ['source: |ledger', 'facts/acme.yaml', 'ledger'],
    ['property: |valuation', 'vocabulary/properties/money.yaml', 'valuation'],
    ['type: |company', 'vocabulary/types.yaml', 'company'],
  ])('leads from %s to %s', async (place, file, marked) => {
    await start();
    const text = factsText('$12 billion');
    await server.open(uri, text, 'yaml');
    const [link] = await definitionOf(text, place);
    expect(link?.targetUri).toContain(file);
    const target = new URL(link?.targetUri ?? '');
    expect(textAt(readFileSync(target, 'utf8'), link?.targetSelectionRange ?? nowhere)).toBe(marked);
    expect(textAt(text, link?.originSelectionRange ?? nowhere)).toBe(marked);
  });

  it('leads from a unit with a prefix to the unit', async () => {
    await start();
    const text = 'properties:\n  capacity: { label: capacity, kind: quantity, unit: GW }\n';
    await server.open(uri, text, 'yaml');
    const [link] = await definitionOf(text, 'unit: |GW');
    expect(link?.targetUri).toContain('vocabulary/units.yaml');
  });

  it('gives plain locations to a client that shows no links', async () => {
    await start({ capabilities: pushedClient });
    const text = factsText('$12 billion');
    await server.open(uri, text, 'yaml');
    const [location] = await server.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri },
      position: positionIn(text, text.indexOf('subject: acme') + 9),
    }).then((answer) => [answer ?? []].flat());
    expect(location).toMatchObject({ uri, range: expect.anything() });
  });
});

describe('references in a pack file', () => {
  it('of an entity are all over the packs, saved or not', async () => {
    await start();
    writeFileSync(join(pack, 'more.yaml'), `statements:\n${rest}`);
    await server.filesChanged([join(pack, 'more.yaml')], FileChangeType.Created);
    const text = factsText('$12 billion').replace('subject: acme', 'subject:  acme');
    await server.open(uri, text, 'yaml');
    await server.logs.first('The new file', (line) => line.includes('acme.chief-executive') || /2 statements|\d+ statements in use/.test(line));
    const found = await referencesOf(text, 'acme|: {', true);
    const texts = found.map((one) => [one.uri, one.range.start.line]);
    expect(texts).toContainEqual([uri, 1]);
    expect(texts).toContainEqual([uri, 6]);
  });

  it('of a shipped property include those of shipped packs', async () => {
    await start();
    const text = factsText('$12 billion');
    await server.open(uri, text, 'yaml');
    const found = await referencesOf(text, 'property: valuation|', false);
    expect(found.filter((one) => one.uri.includes('/openai-aws/')).length).toBeGreaterThan(0);
    expect(found.some((one) => one.uri === uri)).toBe(true);
    expect(found.some((one) => one.uri.includes('vocabulary'))).toBe(false);
  });

  it.each(['id: acme.valuation|', 'i|d: acme.valuation'])(
    'of a statement (%s) are the drafts that state it, open or not',
    async (place) => {
      writeFileSync(join(folder, 'closed.md'), exampleDraft);
      await start();
      await server.open(uriOf('open.md'), `# Title\n\n${exampleDraft}`);
      const text = factsText('$12 billion');
      await server.open(uri, text, 'yaml');
      const found = await referencesOf(text, place, false);
      expect(found.map((one) => one.uri).sort()).toEqual([uriOf('closed.md'), uriOf('open.md')]);
      const closed = found.find((one) => one.uri.endsWith('closed.md'));
      expect(textAt(exampleDraft, closed?.range ?? nowhere)).toBe('$15 billion');
    },
  );
});

describe('the code lens of a statement', () => {
  it('counts the drafts that state it and the conflicts, and follows them', async () => {
    writeFileSync(join(folder, 'right.md'), 'Acme Widgets is valued at $12 billion.\n');
    writeFileSync(join(folder, 'wrong.md'), exampleDraft);
    await start({ initializationOptions: { showsReferences: true } });
    await server.open(uri, factsText('$12 billion'), 'yaml');
    const [lens] = await lenses();
    expect(textAt(factsText('$12 billion'), lens?.range ?? nowhere)).toBe('acme.valuation');
    expect(lens?.command).toMatchObject({
      title: 'stated in 2 drafts · 1 conflict',
      command: 'stet.showReferences',
    });
    expect(lens?.command?.arguments?.[2]).toHaveLength(2);

    await server.open(uriOf('wrong.md'), 'Nothing is said here.\n');
    await server.lensRefreshes.first('A refresh', () => true);
    expect((await lenses())[0]?.command?.title).toBe('stated in 1 draft');
  });

  it('follows the facts', async () => {
    writeFileSync(join(folder, 'wrong.md'), exampleDraft);
    await start();
    await server.open(uri, factsText('$12 billion'), 'yaml');
    expect((await lenses())[0]?.command?.title).toBe('stated in 1 draft · 1 conflict');
    writePack(pack, '$15 billion');
    await server.filesChanged([factsFile(pack)], FileChangeType.Changed);
    await server.lensRefreshes.first('A refresh', () => true);
    expect((await lenses())[0]?.command?.title).toBe('stated in 1 draft');
  });

  it('says so where no draft states it', async () => {
    await start();
    await server.open(uri, factsText('$12 billion'), 'yaml');
    expect((await lenses())[0]?.command).toMatchObject({ title: 'stated in no draft' });
  });

  it('is taken away by the setting', async () => {
    await start({ configuration: () => ({ codeLens: false }) });
    await server.open(uri, factsText('$12 billion'), 'yaml');
    expect(await lenses()).toEqual([]);
  });
});

describe('a pack file that is being written', () => {
  it('shows its mistakes as typed, and those on disk again when it is closed', async () => {
    await start();
    const text = factsText('$12 billion');
    await server.open(uri, text, 'yaml');
    await server.change(uri, 2, [{ text: text.replace('source: ledger', 'source: leger') }]);
    const [mistake] = await shown((found) => found.some(({ code }) => code === 'unknown-source'));
    expect(mistake).toMatchObject({ severity: DiagnosticSeverity.Error, range: { start: { line: 11 } } });
    await server.change(uri, 3, [{ text: text.replace('value: $12 billion', 'value: [') }]);
    await shown((found) => found.some(({ code }) => code === 'yaml-syntax'));
    await server.close(uri);
    expect(await lastShown()).toEqual([]);
  });

  it('leaves the mistakes of other files, and of itself on disk, as they are', async () => {
    writeFileSync(join(pack, 'other.yaml'), 'statements:\n  - id: [unclosed\n');
    writeFileSync(factsFile(pack), factsText('$12 billion').replace('property: valuation', 'property: valuatio'));
    await start();
    await server.published.first('The other file', (one) => one.uri.endsWith('other.yaml'));
    const broken = readFileSync(factsFile(pack), 'utf8');
    await server.open(uri, broken, 'yaml');
    await server.change(uri, 2, [{ text: `${broken}# more\n` }]);
    await server.change(uri, 3, [{ text: broken }]);
    await server.change(uri, 4, [{ text: `${broken}  - id: x\n` }]);
    await shown((found) => found.length > 1);
    const other = server.published.all.filter((one) => one.uri.endsWith('other.yaml')).at(-1);
    expect(other?.diagnostics).toHaveLength(1);
  });

  it('knows what the other files define, and they what it defines', async () => {
    await start();
    uri = uriOf('facts/new.yaml');
    await server.open(uri, '', 'yaml');
    await server.change(uri, 2, [{ text: `statements:\n${rest.replace('jo-brand', 'sam-altman').replace('line: 4', 'line: four')}` }]);
    const found = await shown((all) => all.length > 0);
    expect(found.map(({ code }) => code)).toEqual(['wrong-shape']);
  });

  it('is no draft: nothing is pulled, and no status is sent of it', async () => {
    await start();
    await server.open(uri, factsText('$12 billion'), 'yaml');
    expect(await server.pull(uri)).toEqual([]);
    await server.open(uriOf('a.md'), exampleDraft);
    await server.pull(uriOf('a.md'));
    expect(server.statuses.all.filter((one) => one.uri === uri)).toEqual([]);
  });

  it('keeps its marks in a client that is sent the findings of drafts', async () => {
    writeFileSync(factsFile(pack), factsText('$12 billion').replace('ledger, line', 'leger, line'));
    await start({ capabilities: pushedClient });
    await shown((found) => found.length === 1);
    await server.open(uri, readFileSync(factsFile(pack), 'utf8'), 'yaml');
    await server.open(uriOf('a.md'), exampleDraft);
    await server.published.first('The draft', (one) => one.uri === uriOf('a.md'));
    expect(await lastShown()).toHaveLength(1);
  });
});

describe('a pack of a megabyte', () => {
  it('is completed and hovered without a wait', async () => {
    const many = Array.from({ length: 6_000 }, (_, index) =>
      rest.replace('chief-executive', `chief-executive-${index}`),
    );
    const text = `${factsText('$12 billion')}${many.join('')}`;
    expect(text.length).toBeGreaterThan(1_000_000);
    const end = `${text}  - id: last\n    subject: acme\n    property: `;
    await start();
    await server.open(uri, end, 'yaml');
    const at = positionIn(end, end.length);
    await completedAt(at);
    const took = await millisecondsOf(async () => {
      expect((await completedAt(at)).length).toBeGreaterThan(0);
      expect(await server.hover(uri, positionIn(end, text.length - 100))).not.toBeNull();
    });
    // Two answers of 50 ms each, on a machine that is busy with other tests.
    expect(took).toBeLessThan(300);
  });
});

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

async function start(options: StartOptions = {}): Promise<void> {
  server = await startServer({ folders: [folder], ...options });
}

let version = 1;

/** What is offered at the `|` of a text, once the document is open. */
async function completed(marked: string, next = 1): Promise<readonly CompletionItem[]> {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  if (next === 1) await start();
  version += 1;
  await server.open(uri, text, 'yaml');
  const items = await completedAt(positionIn(text, at));
  await server.close(uri);
  return items;
}

async function completedAt(position: Position): Promise<readonly CompletionItem[]> {
  const answer = await server.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri },
    position,
  });
  const list: CompletionList | null = Array.isArray(answer) ? null : answer;
  return list?.items ?? [];
}
