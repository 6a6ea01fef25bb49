import { symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LoadedFacts, loadFacts } from '../../server/host/load-facts.ts';
import { openPackCache, type PackCache } from '../../server/host/pack-cache.ts';
import { PackFiles } from '../../server/host/pack-files.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const GOOD_PACK = {
  'pack.yaml': 'pack: city\ntitle: A city\nreferenceDate: 2025-06-01\n',
  'city.yaml': `entities:
  springfield: { name: Springfield, type: company }
sources:
  report:
    title: Annual report
statements:
  - id: springfield.valuation
    subject: springfield
    property: valuation
    value: $4 million
    time: 2025-05-01
    references:
      - { source: report, line: 2, exact: $4m }
`,
};

/** A pack of many files, and one statement in each. */
const LARGE_PACK = {
  'pack.yaml': GOOD_PACK['pack.yaml'],
  'city.yaml': GOOD_PACK['city.yaml'],
  ...Object.fromEntries(
    Array.from({ length: 30 }, (_, number) => [
      `more/${number}.yaml`,
      statementText(number, `${number + 1},000`),
    ]),
  ),
};

function statementText(number: number, value: string): string {
  return `entities:
  town-${number}: { name: Town ${'abcdefghij'.charAt(number % 10)}${number}, type: company }
statements:
  - { id: town-${number}.staff, subject: town-${number}, property: headcount, value: "${value}",
      references: [{ source: report, line: 2, exact: "${value}" }] }
`;
}

/** Old enough for the clock of any file system to tell a change. */
function makeOld(folder: string, names: Iterable<string>): void {
  const yesterday = Date.now() / 1000 - 86_400;
  for (const name of names) utimesSync(join(folder, name), yesterday, yesterday);
}

/** All that a load gives but its functions, to be compared as a whole. */
function contentOf({ facts, issues, files }: LoadedFacts) {
  return { facts, issues, files };
}

/** A cache of the vocabulary and of nothing else, which it would take long to parse again and again. */
async function rememberVocabulary(): Promise<PackCache> {
  const kept = new Map<string, { readonly data: unknown }>();
  const vocabulary = new PackFiles({
    read: async () => undefined,
    write: async (key, data) => void kept.set(key, { data }),
  });
  await loadFacts({ dirs: [], useDefault: false }, { files: vocabulary });
  return { read: async (key) => kept.get(key), write: async () => undefined };
}

describe('loadFacts()', () => {
  it('loads the vocabulary alone when nothing else is wanted', async () => {
    const { facts, issues, files } = await loadFacts({ dirs: [], useDefault: false });
    expect(issues).toEqual([]);
    expect(facts.statements.size).toBe(0);
    expect(facts.properties.size).toBeGreaterThan(10);
    expect(files.every((file) => file.includes('vocabulary'))).toBe(true);
  });

  it('loads every shipped pack without an issue', async () => {
    const { facts, issues } = await loadFacts({ dirs: [], useDefault: true });
    expect(issues).toEqual([]);
    expect(facts.statements.size).toBeGreaterThan(30);
    expect(facts.sources.size).toBe(5);
  });

  it('adds the packs of further folders and says where their parts are written', async () => {
    const folder = temporaryFolder(GOOD_PACK);
    const loaded = await loadFacts({ dirs: [folder], useDefault: false });
    expect(loaded.issues).toEqual([]);
    expect([...loaded.facts.statements.keys()]).toEqual(['springfield.valuation']);
    expect(loaded.statementPlace('springfield.valuation')).toMatchObject({
      file: join(folder, 'city.yaml'),
      position: { line: 7, column: 5 },
    });
    const exact = loaded.statementPlace('springfield.valuation', ['references', 0, 'exact']);
    expect(exact?.position).toEqual({ line: 13, column: 43 });
    expect(loaded.sourcePlace('report')?.position).toEqual({ line: 4, column: 3 });
    expect(loaded.statementPlace('nobody.knows')).toBeUndefined();
    expect(loaded.sourcePlace('nobody')).toBeUndefined();
  });

  it('puts each mistake at its place in the YAML and loads the rest', async () => {
    const folder = temporaryFolder({
      ...GOOD_PACK,
      'bad.yaml': `statements:
  - id: springfield.headcount
    subject: springfield
    property: headcount
    value: a great many
    references:
      - { source: report, line: 2, exact: many }
  - id: springfield.founded
    subject: springfield
    property: valuation
    value: $3 million
    references:
      - { source: nobody, line: 2, exact: $3m }
`,
    });
    const { facts, issues } = await loadFacts({ dirs: [folder], useDefault: false });
    expect(
      issues.map(({ code, file, position }) => [code, relative(folder, file), position]),
    ).toEqual([
      ['unreadable-value', 'bad.yaml', { line: 5, column: 12 }],
      ['unknown-source', 'bad.yaml', { line: 13, column: 19 }],
    ]);
    expect(facts.statements.has('springfield.valuation')).toBe(true);
  });

  it('gives one message for a file that is not YAML, not one for everything it would have defined', async () => {
    const folder = temporaryFolder({
      'pack.yaml': GOOD_PACK['pack.yaml'],
      'sources.yaml': 'sources:\n  report: { title: "Annual report }\n',
      'city.yaml': GOOD_PACK['city.yaml'].replace(/sources:[\s\S]*(?=statements:)/, ''),
    });
    const { issues } = await loadFacts({ dirs: [folder], useDefault: false });
    expect(issues).toMatchObject([{ code: 'yaml-syntax', file: join(folder, 'sources.yaml') }]);
  });

  it('loads a folder once, whatever names it is given by', async () => {
    const folder = temporaryFolder(GOOD_PACK);
    const linked = join(temporaryFolder(), 'linked');
    symlinkSync(folder, linked);
    const { issues, facts } = await loadFacts({
      dirs: [folder, `${folder}/`, linked],
      useDefault: false,
    });
    expect(issues).toEqual([]);
    expect(facts.statements.size).toBe(1);
  });

  it('says where the entry that is in use is written, not the one it overrides', async () => {
    const earlier = temporaryFolder(GOOD_PACK);
    const later = temporaryFolder({
      ...GOOD_PACK,
      'city.yaml': `# Mine\n${GOOD_PACK['city.yaml']}`,
    });
    const loaded = await loadFacts({ dirs: [earlier, later], useDefault: false });
    const file = join(later, 'city.yaml');
    const place = loaded.statementPlace('springfield.valuation');
    expect(place).toMatchObject({ file, position: { line: 8 } });
    expect(loaded.sourcePlace('report')).toMatchObject({ file, position: { line: 5 } });
    const overridden = loaded.issues.filter(({ code }) => code === 'override');
    expect(overridden.map(({ severity }) => severity)).toEqual(Array(3).fill('information'));
  });

  it('gives equal content an equal revision, wherever it lies', async () => {
    const revisions = [];
    for (const folder of [temporaryFolder(GOOD_PACK), temporaryFolder(GOOD_PACK)]) {
      revisions.push((await loadFacts({ dirs: [folder], useDefault: false })).facts.revision);
    }
    expect(revisions[0]).toBe(revisions[1]);
  });
});

describe('loadFacts() with a memory', () => {
  it('reads and parses only the file that changed, and gives what a fresh load gives', async () => {
    const folder = temporaryFolder(LARGE_PACK);
    makeOld(folder, Object.keys(LARGE_PACK));
    const wanted = { dirs: [folder], useDefault: true };
    const files = new PackFiles();
    const first = await loadFacts(wanted, { files });
    const { read, parsed } = files.work;
    expect(first.facts.statements.has('town-7.staff')).toBe(true);
    writeFileSync(join(folder, 'more/7.yaml'), statementText(7, '123 people'));
    const second = await loadFacts(wanted, { files, last: first.facts });
    expect(files.work).toEqual({ read: read + 1, parsed: parsed + 1 });
    expect(second.facts.statements.get('town-7.staff')?.value).toBe('123 people');
    expect(contentOf(second)).toEqual(contentOf(await loadFacts(wanted)));
  });

  it('gives the same after any change to a file: facts, issues and places', async () => {
    const folder = temporaryFolder(LARGE_PACK);
    const wanted = { dirs: [folder], useDefault: false };
    const files = new PackFiles(openPackCache({ folder: join(temporaryFolder(), 'cache') }));
    const vocabulary = await rememberVocabulary();
    let last: LoadedFacts | undefined;
    const city = GOOD_PACK['city.yaml'];
    for (const [name, text] of [
      ['city.yaml', city],
      ['city.yaml', city.replace('$4 million', '$5 million')],
      ['city.yaml', `units: { smoot: { kind: length, names: [smoot] } }\n${city}`],
      ['city.yaml', `units: { smoot: { kind: size, names: [smoot] } }\n${city}`],
      ['city.yaml', city.replace('type: company', 'type: nothing')],
      ['city.yaml', city.replace('report:', 'other:')],
      ['city.yaml', `${city}  - not a statement\n`],
      ['city.yaml', `${city}  "open quote\n`],
      ['pack.yaml', 'pack: city\ntitle: A city\nreferenceDate: 2024-01-01\n'],
      ['city.yaml', city],
    ] as const) {
      writeFileSync(join(folder, name), text);
      const remembered = await loadFacts(wanted, { files, last: last?.facts });
      const fresh = await loadFacts(wanted, { files: new PackFiles(vocabulary) });
      expect(contentOf(remembered), text).toEqual(contentOf(fresh));
      const ids = [...fresh.facts.statements.keys()];
      expect(ids.map((id) => remembered.statementPlace(id, ['value']))).toEqual(
        ids.map((id) => fresh.statementPlace(id, ['value'])),
      );
      last = remembered;
    }
  });

  it('gives from the cache what it gives from the files', async () => {
    const cache = openPackCache({ folder: join(temporaryFolder(), 'cache') });
    const wanted = { dirs: [temporaryFolder(LARGE_PACK)], useDefault: true };
    const first = await loadFacts(wanted, { files: new PackFiles(cache) });
    const files = new PackFiles(cache);
    const cached = await loadFacts(wanted, { files });
    expect(files.work.parsed).toBe(0);
    expect(files.work.read).toBe(first.files.length);
    expect(contentOf(cached)).toEqual(contentOf(first));
    expect(contentOf(cached)).toEqual(contentOf(await loadFacts(wanted)));
  });
});
