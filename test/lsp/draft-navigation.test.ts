import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  DefinitionRequest,
  type Location,
  LocationLink,
  type Range,
  ReferencesRequest,
} from 'vscode-languageserver/node';
import { rangeOf, textAt } from './drafts.ts';
import { positionIn, withCursor } from './pack-writer.ts';
import { diaryText, sourcedPack, sourcedWorkspace, uriIn } from './sourced-pack.ts';
import {
  pushedClient,
  type RunningServer,
  type StartOptions,
  startServer,
} from './start-server.ts';

const draft = '# Money\n\nSome say that Acme Widgets is valued at $15 billion.\n';
const diary = 'texts/found by its content.txt';
const withSources = { configuration: () => ({ sources: ['texts'] }) };

let server: RunningServer | undefined;

afterEach(async () => {
  expect(await server?.stop()).toBe(0);
  server = undefined;
});

async function start(folder: string, options: StartOptions = withSources): Promise<RunningServer> {
  server = await startServer({ folders: [folder], ...options });
  return server;
}

describe('going to a definition in a draft', () => {
  it('leads to each statement and to the very line of its sources, as far as they are at hand', async () => {
    const folder = sourcedWorkspace();
    await start(folder);
    const links = await definition(folder, '$15 billion');
    expect(links.map((link) => [link.targetUri, marked(link)])).toEqual([
      [uriIn(folder, 'facts/acme.yaml'), 'acme.valuation'],
      [uriIn(folder, diary), '$12 billion'],
      [uriIn(folder, 'facts/acme.yaml'), 'acme.valuation-bank'],
      [uriIn(folder, diary), '$13 billion'],
    ]);
    const [statement, line] = links;
    expect(textAt(diaryText, line?.targetRange ?? nowhere)).toBe(
      'Acme Widgets is worth $12 billion.',
    );
    expect(textAt(sourcedPack, statement?.targetRange ?? nowhere)).toBe('id: acme.valuation');
    expect(links.map((link) => link.originSelectionRange)).toEqual(
      links.map(() => rangeOf(draft, '$15 billion')),
    );
  });

  it('leads to the statements alone where no setting names the texts', async () => {
    const folder = sourcedWorkspace();
    await start(folder, {});
    const links = await definition(folder, '$15 billion');
    expect(links.map(marked)).toEqual(['acme.valuation', 'acme.valuation-bank']);
  });

  it('gives plain locations to a client that shows no links', async () => {
    const folder = sourcedWorkspace();
    const settings = { sources: ['texts'] };
    await start(folder, { capabilities: pushedClient, initializationOptions: { settings } });
    const found = await ask(folder, '$15 billion');
    expect(found).toHaveLength(4);
    expect(found[1]).toEqual({
      uri: uriIn(folder, diary),
      range: rangeOf(diaryText, '$12 billion'),
    });
  });

  it('leads nowhere from words that claim nothing', async () => {
    const folder = sourcedWorkspace();
    await start(folder);
    expect(await ask(folder, 'Some say')).toEqual([]);
  });

  it('leads into a pack as its editor has it', async () => {
    const folder = sourcedWorkspace();
    const { open } = await start(folder);
    const uri = uriIn(folder, 'facts/acme.yaml');
    await open(uri, `# one line more\n${sourcedPack}`, 'yaml');
    const [link] = await definition(folder, '$15 billion');
    const range = link?.targetSelectionRange ?? nowhere;
    expect(textAt(`# one line more\n${sourcedPack}`, range)).toBe('acme.valuation');
  });

  it('finds a text that was put there, or changed, meanwhile', async () => {
    const folder = sourcedWorkspace();
    await start(folder);
    const file = join(folder, diary);
    writeFileSync(file, 'something else');
    expect(await definition(folder, '$15 billion')).toHaveLength(2);
    writeFileSync(join(folder, 'texts/another.txt'), diaryText);
    const links = await definition(folder, '$15 billion');
    expect(links[1]?.targetUri).toBe(uriIn(folder, 'texts/another.txt'));
  });

  it('goes on without a folder that is not there, and says so once', async () => {
    const folder = sourcedWorkspace();
    const { logs } = await start(folder, { configuration: () => ({ sources: ['gone', 'texts'] }) });
    expect(await definition(folder, '$15 billion')).toHaveLength(4);
    expect(await definition(folder, '$15 billion')).toHaveLength(4);
    const told = logs.all.filter((line) => line.includes('"stet.sources"'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(join(folder, 'gone'));
  });

  it('leads into the packs that ship with Stet', async () => {
    const folder = sourcedWorkspace();
    await start(folder);
    const text = 'OpenAI signed a five-year deal with Amazon Web Services.\n';
    const [link] = await definition(folder, 'five-year', text);
    expect(link?.targetUri).toContain('/facts/openai-aws/');
    expect(marked(link)).toBe('openai-aws.term');
  });
});

describe('going to a definition in a pack', () => {
  it.each([
    ['line: |3', '$12 billion'],
    ['exact: |$13', '$13 billion'],
    ['digest: |', ''],
  ])('leads from %s to the place in the text', async (place, words) => {
    const folder = sourcedWorkspace();
    const found = await fromPack(folder, place);
    expect(found.map(({ uri }) => uri)).toEqual([uriIn(folder, diary)]);
    const target = textAt(diaryText, found[0]?.range ?? nowhere);
    expect(target).toBe(words === '' ? 'The diary' : words);
  });

  it('leads nowhere where the text is not at hand', async () => {
    const pack = sourcedPack.replace('source: diary, line: 3', 'source: letter, line: 3');
    expect(await fromPack(sourcedWorkspace(), 'line: |3', pack)).toEqual([]);
  });

  async function fromPack(folder: string, place: string, pack = sourcedPack) {
    const { open, connection } = await start(folder);
    const uri = uriIn(folder, 'facts/acme.yaml');
    await open(uri, pack, 'yaml');
    const at = withCursor(pack, place).indexOf('|');
    const position = positionIn(pack, at);
    const answer = await connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri },
      position,
    });
    return [answer ?? []].flat().filter((one): one is Location => 'uri' in one);
  }
});

describe('references in a draft', () => {
  it('of a figure are every place of the workspace that states the same, open or not', async () => {
    const folder = sourcedWorkspace({ 'closed/one.md': 'Acme is valued at $12 billion.\n' });
    await start(folder);
    expect(await references(folder, { includeDeclaration: false })).toEqual([
      [uriIn(folder, 'closed/one.md'), 0],
      [uriIn(folder, 'draft.md'), 2],
    ]);
  });

  it('hold the statement itself where it is asked for', async () => {
    const folder = sourcedWorkspace();
    await start(folder);
    const line = sourcedPack.split('\n').indexOf('  - id: acme.valuation');
    expect(await references(folder, { includeDeclaration: true })).toEqual([
      [uriIn(folder, 'draft.md'), 2],
      [uriIn(folder, 'facts/acme.yaml'), line],
    ]);
  });

  async function references(folder: string, context: { includeDeclaration: boolean }) {
    if (server === undefined) throw new Error('No server');
    const uri = uriIn(folder, 'draft.md');
    await server.open(uri, draft);
    const answer = await server.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri },
      position: rangeOf(draft, '$15 billion').start,
      context,
    });
    return (answer ?? []).map((one): [string, number] => [one.uri, one.range.start.line]).sort();
  }
});

const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Where the definition of the first `words` of the draft leads, in the form that the client takes. */
async function ask(folder: string, words: string, text = draft) {
  if (server === undefined) throw new Error('No server');
  const uri = uriIn(folder, 'draft.md');
  await server.open(uri, text);
  const answer = await server.connection.sendRequest(DefinitionRequest.type, {
    textDocument: { uri },
    position: rangeOf(text, words).start,
  });
  await server.close(uri);
  const all: readonly (Location | LocationLink)[] = [answer ?? []].flat();
  return all;
}

async function definition(folder: string, words: string, text = draft) {
  const links = (await ask(folder, words, text)).filter((one) => LocationLink.is(one));
  return links;
}

/** The words that a link marks in its file on disk. */
function marked(link: LocationLink | undefined): string {
  if (link === undefined) return 'no link';
  return textAt(readFileSync(new URL(link.targetUri), 'utf8'), link.targetSelectionRange);
}
