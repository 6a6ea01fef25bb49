import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadFacts } from '../../server/host/load-facts.ts';
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

  it('gives equal content an equal revision, wherever it lies', async () => {
    const revisions = [];
    for (const folder of [temporaryFolder(GOOD_PACK), temporaryFolder(GOOD_PACK)]) {
      revisions.push((await loadFacts({ dirs: [folder], useDefault: false })).facts.revision);
    }
    expect(revisions[0]).toBe(revisions[1]);
  });
});
