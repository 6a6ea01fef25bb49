import { describe, expect, it } from 'vitest';
import { buildFactBase } from '../../server/core/facts/build-fact-base.ts';
import type { LoadedFacts } from '../../server/host/load-facts.ts';
import { fileIssue } from '../../server/host/located-issue.ts';
import { FactLibrary } from '../../server/lsp/fact-library.ts';
import { keptLog } from './kept-log.ts';

const wanted = { dirs: ['/packs'], useDefault: true };

/** A library whose loads give `answers` in turn, each when it is let go; and what it told. */
function libraryOf(...answers: (LoadedFacts | Error)[]) {
  const { log, lines } = keptLog();
  const told = { changes: 0, log: lines, loads: 0 };
  const library = new FactLibrary({ onChange: () => told.changes++, log }, async () => {
    const answer = answers[told.loads++];
    if (answer === undefined) throw new Error('One load too many');
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return { library, told };
}

/** Facts with a reference date to know them by, and one error where it is given. */
function facts(referenceDate: string, error?: string): LoadedFacts {
  const data = { pack: 'p', title: 'P', referenceDate };
  const base = buildFactBase([{ file: '/packs/pack.yaml', pack: '/packs', data }]).facts;
  const issues = error === undefined ? [] : [fileIssue('missing', '/packs/more.yaml', error)];
  const nowhere = () => undefined;
  const files = ['/packs/pack.yaml'];
  return {
    facts: base,
    issues,
    files,
    packFiles: [],
    statementPlace: nowhere,
    sourcePlace: nowhere,
  };
}

const first = facts('2025-01-01');
const second = facts('2025-02-02');
const broken = facts('2025-03-03', 'It is broken');

describe('FactLibrary', () => {
  it('loads each choice of packs once', async () => {
    const { library, told } = libraryOf(first);
    const [one, other] = await Promise.all([library.factsFor(wanted), library.factsFor(wanted)]);
    expect(one.facts).toBe(first.facts);
    expect(other).toBe(one);
    expect(told.loads).toBe(1);
  });

  it('gives the old facts until the new ones are there', async () => {
    const { library } = libraryOf(first, second);
    await library.factsFor(wanted);
    const reloaded = library.reload(['/packs/pack.yaml']);
    expect((await library.factsFor(wanted)).facts).toBe(first.facts);
    await reloaded;
    expect((await library.factsFor(wanted)).facts).toBe(second.facts);
  });

  it('keeps the last good facts while a pack is broken, and says so', async () => {
    const { library, told } = libraryOf(first, broken, second);
    await library.factsFor(wanted);
    await library.reload(['/packs/pack.yaml']);
    const inUse = await library.factsFor(wanted);
    expect(inUse.facts).toBe(first.facts);
    expect(inUse.notes).toEqual([
      '/packs/more.yaml: It is broken. Checking goes on with the facts as they were before',
    ]);
    expect(told.log).toContain(`warn: ${inUse.notes[0]}`);
    expect([...library.issues.keys()]).toEqual(['/packs/more.yaml']);
    await library.reload(['/packs/pack.yaml']);
    expect(await library.factsFor(wanted)).toMatchObject({ facts: second.facts, notes: [] });
    expect(library.issues.size).toBe(0);
  });

  it('uses what could be read where no facts were ever good', async () => {
    const { library } = libraryOf(broken);
    const inUse = await library.factsFor(wanted);
    expect(inUse.facts).toBe(broken.facts);
    expect(inUse.notes[0]).toMatch(/What could be read of the facts is in use$/);
  });

  it('reloads what a changed path concerns: a known file, a file in the folder, a folder above', async () => {
    for (const path of ['/packs/pack.yaml', '/packs/new.yaml', '/packs', '/']) {
      const { library, told } = libraryOf(first, second);
      await library.factsFor(wanted);
      await library.reload([path]);
      expect(told.loads, path).toBe(2);
    }
    const { library, told } = libraryOf(first);
    await library.factsFor(wanted);
    await library.reload(['/packs-of-others/pack.yaml', '/elsewhere']);
    expect(told.loads).toBe(1);
  });

  it('ends with the last of several changes', async () => {
    const { library } = libraryOf(first, broken, second);
    await library.factsFor(wanted);
    await Promise.all([library.reload(['/packs/a.yaml']), library.reload(['/packs/b.yaml'])]);
    expect(await library.factsFor(wanted)).toMatchObject({ facts: second.facts, notes: [] });
  });

  it('survives a load that fails altogether, and tries a failed first one again', async () => {
    const { library, told } = libraryOf(new Error('No disk'), first, new Error('No disk'));
    await expect(library.factsFor(wanted)).rejects.toThrow('No disk');
    expect((await library.factsFor(wanted)).facts).toBe(first.facts);
    await library.reload(['/packs/pack.yaml']);
    expect((await library.factsFor(wanted)).facts).toBe(first.facts);
    expect(told.log.at(-1)).toMatch(/^error: .* the last ones stay in use: Error: No disk$/);
  });

  it('drops what no draft uses any more', async () => {
    const { library } = libraryOf(broken, first);
    await library.factsFor(wanted);
    await library.factsFor({ dirs: [], useDefault: true });
    library.keepOnly([{ dirs: [], useDefault: true }]);
    expect(library.folders).toEqual([]);
    expect(library.issues.size).toBe(0);
  });
});
