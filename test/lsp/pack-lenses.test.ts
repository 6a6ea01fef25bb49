import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileChangeType } from 'vscode-languageserver/node';
import { textAt } from './drafts.ts';
import { exampleDraft, factsFile, factsText, writePack } from './example-pack.ts';
import { type PackWriter, packWorkspace, startWriter } from './pack-writer.ts';

let writer: PackWriter;
let folder: string;

const facts = factsText('$12 billion');

beforeEach(() => {
  folder = packWorkspace();
  writeFileSync(join(folder, 'wrong.md'), exampleDraft);
});

afterEach(async () => {
  expect(await writer.server.stop()).toBe(0);
});

describe('the code lens of a statement', () => {
  it('counts the drafts that state it and the conflicts, and follows the drafts', async () => {
    writeFileSync(join(folder, 'right.md'), 'Acme Widgets is valued at $12 billion.\n');
    writer = await startWriter(folder, { initializationOptions: { showsReferences: true } });
    const { uri } = await writer.write(facts);
    const [lens, ...others] = await writer.lenses(uri);
    expect(others).toEqual([]);
    expect(lens && textAt(facts, lens.range)).toBe('acme.valuation');
    expect(lens?.command).toMatchObject({
      title: 'stated in 2 drafts · 1 conflict',
      command: 'stet.showReferences',
    });
    expect(lens?.command?.arguments).toMatchObject([uri, lens?.range.start, { length: 2 }]);

    await writer.server.open(writer.uriOf('wrong.md'), 'Nothing is said here.\n');
    await shown(uri, 'stated in 1 draft');
  });

  it('follows drafts on disk, which are watched from the first count on', async () => {
    writer = await startWriter(folder);
    const { uri } = await writer.write(facts);
    expect(await titles(uri)).toEqual(['stated in 1 draft · 1 conflict']);
    await writer.server.registrations.first('The watch on drafts', ({ registerOptions }) =>
      JSON.stringify(registerOptions).includes('.md'),
    );
    writeFileSync(join(folder, 'new.md'), exampleDraft);
    await writer.server.filesChanged([join(folder, 'new.md')], FileChangeType.Created);
    await shown(uri, 'stated in 2 drafts · 2 conflicts');
  });

  it('follows the facts', async () => {
    writer = await startWriter(folder);
    const { uri } = await writer.write(facts);
    expect(await titles(uri)).toEqual(['stated in 1 draft · 1 conflict']);
    writePack(join(folder, 'facts'), '$15 billion');
    await writer.server.filesChanged([factsFile(join(folder, 'facts'))], FileChangeType.Changed);
    await shown(uri, 'stated in 1 draft');
  });

  it('says so where no draft states it, and is no link then', async () => {
    writer = await startWriter(folder, { initializationOptions: { showsReferences: true } });
    const text = facts.replaceAll('acme.valuation', 'acme.other');
    const { uri } = await writer.write(text);
    const [lens] = await writer.lenses(uri);
    expect(lens?.command).toEqual({ title: 'stated in no draft', command: '' });
  });

  it('stands above every statement, however it is written', async () => {
    writer = await startWriter(folder);
    const text = 'statements:\n- { subject: a, id: one }\n- id: "two"\n- subject: c\n- id: three';
    const { uri } = await writer.write(text);
    const lenses = await writer.lenses(uri);
    expect(lenses.map(({ range }) => textAt(text, range))).toEqual(['one', '"two"', 'three']);
  });

  it('is taken away by the setting, and brought back', async () => {
    let codeLens = false;
    writer = await startWriter(folder, { configuration: () => ({ codeLens }) });
    const { uri } = await writer.write(facts);
    expect(await writer.lenses(uri)).toEqual([]);
    codeLens = true;
    await writer.server.configure();
    await shown(uri, 'stated in 1 draft · 1 conflict');
  });
});

/** Ask for the lenses at every refresh, as an editor does, until the first one's title is as expected. */
async function shown(uri: string, expected: string): Promise<void> {
  const { lensRefreshes } = writer.server;
  for (;;) {
    const known = lensRefreshes.all.length;
    const [title] = await titles(uri);
    if (title === expected) return;
    await lensRefreshes.first(
      `A refresh, for "${title}" to become "${expected}"`,
      () => lensRefreshes.all.length > known,
    );
  }
}

async function titles(uri: string): Promise<readonly (string | undefined)[]> {
  return (await writer.lenses(uri)).map(({ command }) => command?.title);
}
