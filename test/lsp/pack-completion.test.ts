import { describe, expect, it } from 'vitest';
import {
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
} from 'vscode-languageserver/node';
import { factsText } from './example-pack.ts';
import {
  completed,
  type PackWriter,
  packWorkspace,
  positionIn,
  sharedWriter,
  startWriter,
} from './pack-writer.ts';
import { pushedClient } from './start-server.ts';

let writer: PackWriter;

sharedWriter((one) => {
  writer = one;
});

const facts = factsText('$12 billion');

describe('completion in a pack file', () => {
  it('offers the properties, those that suit the subject first, and what each is', async () => {
    const items = await writer.complete(
      `${facts}  - id: new\n    subject: acme\n    property: |\n`,
    );
    expect(order(items, 'valuation')).toBeLessThan(order(items, 'birth-date'));
    const valuation = items.find(({ label }) => label === 'valuation');
    expect(valuation).toMatchObject({ detail: 'valuation', textEdit: { newText: 'valuation' } });
    expect(await documentationOf(valuation)).toContain('money');
  });

  it('offers the sources in a reference that is half-written', async () => {
    const items = await writer.complete(`${facts}      - { source: | }\n`);
    const offered = items.map(({ label, detail }) => [label, detail]);
    expect(offered).toContainEqual(['ledger', 'The Acme ledger']);
  });

  it('offers what only stands in the buffer', async () => {
    const more = '  borealis:\n    name: Borealis\n    type: company\n    partOf: |\nsources:';
    const items = await writer.complete(facts.replace('sources:', more));
    expect(labels(items)).toEqual(expect.arrayContaining(['acme', 'borealis']));
  });

  it('offers the keys that are missing, with their documentation and what they begin with', async () => {
    const items = await writer.complete(`${facts}  - id: new\n    subject: acme\n    |\n`);
    expect(labels(items)).toEqual(expect.arrayContaining(['property', 'value', 'references']));
    expect(labels(items)).not.toContain('subject');
    expect(items.find(({ label }) => label === 'references')).toMatchObject({
      documentation: { value: 'Every place where a source says it' },
      textEdit: { newText: 'references:\n  - { source: $1, line: $2, exact: $3 }' },
    });
  });

  it.each([
    ['cardinality', ['one', 'set', 'open']],
    ['varies', ['fixed', 'by-period', 'over-time']],
    ['signed', ['true', 'false']],
  ])('offers what there is to choose from for %s', async (key, choices) => {
    const items = await writer.complete(`properties:\n  a:\n    label: a\n    ${key}: |\n`);
    expect(labels(items)).toEqual(choices);
  });

  it.each([
    ['a type', 'entities:\n  acme: { type: comp| }\n', 'company'],
    ['a unit', 'properties:\n  height:\n    unit: |\n', 'W'],
    ['a type of value', 'properties:\n  boss:\n    valueType: |\n', 'person'],
    ['a party', 'entities:\n  acme-deal:\n    parties: [acme, open|]\n', 'openai'],
    ['a kind, though no space is behind the colon', 'properties:\n  a:\n    kind:|\n', 'money'],
    ['a key at the margin', 'ent|', 'entities'],
    ['a qualifier', 'statements:\n  - id: a\n    qualifiers: { | }\n', 'forecaster'],
    ['whose a qualifier is', 'statements:\n  - id: a\n    qualifiers: { of: | }\n', 'openai'],
    ['a rank', 'statements:\n  - id: a\n    rank: |\n', 'preferred'],
    ['a new statement', 'statements:\n  - id: a\n    subject: b\n  |\n', '- id'],
  ])('offers %s', async (_, text, expected) => {
    expect(labels(await writer.complete(text))).toContain(expected);
  });

  it('offers names as values where the property is of names, those of its type first', async () => {
    const items = await writer.complete(statementOf('chief-executive'));
    expect(order(items, 'sam-altman')).toBeLessThan(order(items, 'acme'));
    expect(labels(await writer.complete(statementOf('valuation')))).toEqual([]);
  });

  it('writes an id in quotes where YAML would read it as something else', async () => {
    const text = 'entities:\n  "2025": { name: The year }\n  b:\n    partOf: 202|\n';
    const [year] = await writer.complete(text);
    expect(year).toMatchObject({ label: '2025', textEdit: { newText: '"2025"' } });
  });

  it.each([
    ['a comment', 'statements:\n  - id: a # subject: |\n'],
    ['words', 'entities:\n  a:\n    name: |\n'],
    ['a key that nobody knows', 'entities:\n  a:\n    height: |\n'],
  ])('offers nothing in %s', async (_, text) => {
    expect(await writer.complete(text)).toEqual([]);
  });

  it('is at hand in a file that is broken elsewhere, and in one that is not saved yet', async () => {
    const broken = 'entities: { a: {{\n  ]\nstatements:\n  - property: |\n';
    expect(labels(await writer.complete(broken))).toContain('valuation');
    const items = await writer.complete('sta|', 'facts/deeper/new.yaml');
    expect(labels(items)).toContain('statements');
  });

  it('is not for YAML that belongs to no pack', async () => {
    expect(await writer.complete('sta|', 'compose.yaml')).toEqual([]);
  });

  it('is asked for in YAML alone, where the client can be told so', async () => {
    const { registerOptions } = await writer.server.registrations.first(
      'The registration',
      ({ method }) => method === CompletionRequest.method,
    );
    expect(registerOptions.documentSelector).toEqual([{ language: 'yaml' }]);
    expect(writer.server.initialized.capabilities.completionProvider).toBeUndefined();
    const other = await startWriter(packWorkspace(), { capabilities: pushedClient });
    expect(other.server.initialized.capabilities.completionProvider).toBeDefined();
    expect(await other.server.stop()).toBe(0);
  });

  it('waits for nothing in a file of a megabyte; nor does a hover', async () => {
    const many = Array.from({ length: 7_500 }, (_, index) => statement(`many.${index}`)).join('');
    const text = `${facts}${many}  - id: last\n    subject: acme\n    property: `;
    expect(text.length).toBeGreaterThan(1_000_000);
    const { uri, position } = await writer.write(`${text}|`);
    const value = positionIn(text, text.lastIndexOf('$14 billion\n    ref'));
    const both = async (): Promise<number> => {
      const started = performance.now();
      expect(labels(await completed(writer.server, uri, position))).toContain('valuation');
      expect(await writer.server.hover(uri, value)).not.toBeNull();
      return performance.now() - started;
    };
    // The quickest of some: other tests run on the same machine, and the file is being checked meanwhile.
    const times = [];
    for (let again = 0; again < 10; again++) times.push(await both());
    expect(Math.min(...times)).toBeLessThan(2 * 50);
  });
});

function statement(id: string): string {
  return `  - id: ${id}
    subject: acme
    property: valuation
    value: $14 billion
    references:
      - { source: ledger, line: 3, exact: $14 billion }
`;
}

function statementOf(property: string): string {
  return `statements:\n  - id: a\n    subject: acme\n    property: ${property}\n    value: |\n`;
}

function labels(items: readonly CompletionItem[]): readonly string[] {
  return items.map(({ label }) => label);
}

/** The place of an item among all, as an editor sorts them. */
function order(items: readonly CompletionItem[], label: string): number {
  const sorted = items.toSorted((one, other) =>
    (one.sortText ?? one.label) < (other.sortText ?? other.label) ? -1 : 1,
  );
  const index = sorted.findIndex((item) => item.label === label);
  if (index < 0) throw new Error(`"${label}" is not offered`);
  return index;
}

async function documentationOf(item: CompletionItem | undefined): Promise<string> {
  if (item === undefined) throw new Error('There is no such item');
  const { documentation } = await writer.server.connection.sendRequest(
    CompletionResolveRequest.type,
    item,
  );
  return JSON.stringify(documentation);
}
