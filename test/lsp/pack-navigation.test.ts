import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  DefinitionRequest,
  type Location,
  LocationLink,
  type Range,
  ReferencesRequest,
} from 'vscode-languageserver/node';
import { textAt } from './drafts.ts';
import { exampleDraft, factsText } from './example-pack.ts';
import { type PackWriter, sharedWriter, startWriter, withCursor } from './pack-writer.ts';
import { pushedClient } from './start-server.ts';

let writer: PackWriter;

const facts = factsText('$12 billion');

/** A second file of the pack, on disk only. */
const more = `entities:
  jo-brand: { name: Jo Brand, type: person }
statements:
  - id: acme.chief-executive
    subject: acme
    property: chief-executive
    value: jo-brand
    references:
      - { source: ledger, line: 4, exact: Jo Brand }
`;

sharedWriter(
  (one) => {
    writer = one;
  },
  { 'facts/more.yaml': more, 'closed.md': exampleDraft },
);

describe('going to a definition in a pack file', () => {
  it.each([
    ['subject: |acme', 'facts/acme.yaml', 'acme'],
    ['source: |ledger', 'facts/acme.yaml', 'ledger'],
    ['property: |valuation', 'vocabulary/properties/money.yaml', 'valuation'],
    ['type: |company', 'vocabulary/types.yaml', 'company'],
  ])('leads from %s to %s', async (place, file, marked) => {
    const { links, text } = await definition(withCursor(facts, place));
    const [link] = links;
    if (!LocationLink.is(link)) throw new Error(`No link: ${JSON.stringify(link)}`);
    expect(links).toHaveLength(1);
    expect(link.targetUri).toContain(file);
    expect(marks(link.targetUri, link.targetSelectionRange)).toBe(marked);
    expect(link.originSelectionRange && textAt(text, link.originSelectionRange)).toBe(marked);
  });

  it('leads from a name that is a value to its entity, in another file', async () => {
    const { links } = await definition(
      'statements:\n  - property: chief-executive\n    value: |jo-brand\n',
    );
    expect(links).toMatchObject([{ targetUri: writer.uriOf('facts/more.yaml') }]);
  });

  it('leads from a unit with a prefix to the unit', async () => {
    const { links } = await definition('properties:\n  a: { kind: quantity, unit: |GW }\n');
    const [link] = links;
    if (!LocationLink.is(link)) throw new Error(`No link: ${JSON.stringify(link)}`);
    expect(marks(link.targetUri, link.targetSelectionRange)).toBe('W');
  });

  it('leads to the entry in use first where a pack overrides another', async () => {
    const { links, uri } = await definition(
      'entities:\n  openai: { name: OpenAI, type: company, partOf: |openai }\n',
    );
    const targets = links.map((link) => (LocationLink.is(link) ? link.targetUri : link.uri));
    expect(targets).toHaveLength(2);
    expect(targets[0]).toBe(uri);
  });

  it('leads nowhere from a figure', async () => {
    expect((await definition(withCursor(facts, 'value: |$12'))).links).toEqual([]);
  });

  it('gives plain locations to a client that shows no links', async () => {
    const other = await startWriter(writer.folder, { capabilities: pushedClient });
    const { uri, position } = await other.write(withCursor(facts, 'subject: |acme'));
    const answer = await other.server.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri },
      position,
    });
    expect(answer).toMatchObject([{ uri, range: expect.anything() }]);
    expect(await other.server.stop()).toBe(0);
  });
});

describe('references in a pack file', () => {
  it('of an entity stand in every file of its packs, saved or not', async () => {
    const moved = facts.replace('sources:', '# one line more\nsources:');
    const found = await references(withCursor(moved, '|acme: {'), { includeDeclaration: true });
    expect(found.sort()).toEqual([
      [packUri(), 1, 'acme'],
      [packUri(), 7, 'acme'],
      [writer.uriOf('facts/more.yaml'), 4, 'acme'],
    ]);
  });

  it('of a shipped property stand in shipped packs too, without its definition unless asked', async () => {
    const found = await references(withCursor(facts, 'property: |valuation'));
    const files = found.map(([uri]) => uri);
    expect(files).toContain(packUri());
    expect(files.some((uri) => uri.includes('/facts/openai-aws/'))).toBe(true);
    expect(files.some((uri) => uri.includes('/vocabulary/'))).toBe(false);
    expect(new Set(found.map(([, , text]) => text))).toEqual(new Set(['valuation']));
  });

  it.each(['id: |acme.valuation', '- |id: acme.valuation'])(
    'of a statement (%s) are the places of drafts that state it, open or not',
    async (place) => {
      await writer.server.open(writer.uriOf('open.md'), `# A title\n\n${exampleDraft}`);
      const found = await references(withCursor(facts, place));
      expect(found.sort()).toEqual([
        [writer.uriOf('closed.md'), 0, '$15 billion'],
        [writer.uriOf('open.md'), 2, ''],
      ]);
      await writer.server.close(writer.uriOf('open.md'));
    },
  );

  it('of a word that names nothing are none', async () => {
    expect(await references(withCursor(facts, 'exact: "|$12'))).toEqual([]);
  });
});

async function definition(marked: string) {
  const { uri, position, text } = await writer.write(marked);
  const answer = await writer.server.connection.sendRequest(DefinitionRequest.type, {
    textDocument: { uri },
    position,
  });
  const links: readonly (Location | LocationLink)[] = [answer ?? []].flat();
  return { links, text, uri };
}

/** File, line and marked text of each reference; '' for the text of a file that is in no file. */
async function references(marked: string, context = { includeDeclaration: false }) {
  const { uri, position, text } = await writer.write(marked);
  const answer = await writer.server.connection.sendRequest(ReferencesRequest.type, {
    textDocument: { uri },
    position,
    context,
  });
  return (answer ?? []).map((one): [string, number, string] => [
    one.uri,
    one.range.start.line,
    one.uri === uri ? textAt(text, one.range) : marks(one.uri, one.range),
  ]);
}

/** The text that a range marks in a file on disk; '' for one that is not saved. */
function marks(uri: string, range: Range): string {
  if (uri === writer.uriOf('open.md')) return '';
  return textAt(readFileSync(new URL(uri), 'utf8'), range);
}

function packUri(): string {
  return writer.uriOf('facts/acme.yaml');
}
