import { describe, expect, it } from 'vitest';
import { textAt } from './drafts.ts';
import { factsText } from './example-pack.ts';
import {
  type PackWriter,
  packWorkspace,
  sharedWriter,
  startWriter,
  withCursor,
} from './pack-writer.ts';
import { pushedClient } from './start-server.ts';

let writer: PackWriter;

sharedWriter((one) => {
  writer = one;
});

const facts = factsText('$12 billion');

describe('a hover in a pack file', () => {
  it.each([
    ['a key', '|property: valuation', 'The id of the property'],
    ['a property', 'property: |valuation', 'money · one · over-time'],
    ['an entity', 'subject: |acme', '**Acme Widgets** · company'],
    ['a source', '{ source: |ledger', 'Publisher not known, date not known'],
    ['a type', 'type: |company', 'type of entity'],
    ['a definition', '|acme: {', 'Also: Acme'],
    ['the id of a statement', 'id: |acme.valuation', 'Rank preferred, the only value on record'],
    ['its value', 'value: |$12 billion', 'Read as money: USD 12 billion (USD 11.5–12.5 billion)'],
  ])('of %s says what it is', async (_, place, expected) => {
    expect(await hover(withCursor(facts, place))).toContain(expected);
  });

  it('of a choice says what there is to choose', async () => {
    const text = withCursor(facts, 'time|: 2025-11').replace('time:', 'rank: preferred\n    time:');
    expect(await hover(text)).toContain('When the value holds');
    expect(await hover('statements:\n  - rank: pre|ferred\n')).toContain('Leave it out');
  });

  it('of a unit with a prefix says what the unit is', async () => {
    expect(await hover('properties:\n  a: { unit: G|W }\n')).toContain('unit of power');
  });

  it('reads a value as it is being written, and marks it', async () => {
    const { uri, position, text } = await writer.write(
      withCursor(factsText('about $15bn'), 'value: ab|out'),
    );
    const answer = await writer.server.hover(uri, position);
    expect(JSON.stringify(answer?.contents)).toContain('USD 15 billion');
    expect(answer?.range && textAt(text, answer.range)).toBe('about $15bn');
  });

  it('says why a value cannot be read', async () => {
    const text = withCursor(factsText('quite a lot'), 'value: |quite');
    expect(await hover(text)).toContain('Cannot read "quite a lot" as a money value');
  });

  it.each([
    ['words', 'name: Ac|me Widgets'],
    ['a key that nobody knows', 'al|titude: 3'],
    ['an id that nobody knows', 'type: nob|ody'],
  ])('has nothing to say of %s', async (_, entry) => {
    expect(await hover(`entities:\n  a:\n    ${entry}\n`)).toBe('null');
  });

  it('is plain text where the client shows no Markdown', async () => {
    const other = await startWriter(packWorkspace(), { capabilities: pushedClient });
    const { uri, position } = await other.write(withCursor(facts, 'subject: |acme'));
    const answer = await other.server.hover(uri, position);
    expect(answer?.contents).toMatchObject({ kind: 'plaintext' });
    expect(JSON.stringify(answer?.contents)).toContain('Acme Widgets · company');
    expect(await other.server.stop()).toBe(0);
  });
});

/** What is shown where `|` stands. */
async function hover(marked: string): Promise<string> {
  const { uri, position } = await writer.write(marked);
  const answer = await writer.server.hover(uri, position);
  return JSON.stringify(answer?.contents ?? null).replaceAll('\\"', '"');
}
