import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { runStet } from './run-stet.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('stet facts schema', () => {
  it('prints the schema that is published', async () => {
    const { status, stdout } = await runStet(['facts', 'schema'], ROOT);
    expect(status).toBe(0);
    expect(stdout).toBe(readFileSync(join(ROOT, 'facts/pack-file.schema.json'), 'utf8'));
  });

  it('takes no words', async () => {
    const { status, stderr } = await runStet(['facts', 'schema', 'statements'], ROOT);
    expect(status).toBe(2);
    expect(stderr).toContain('schema takes no words');
  });
});

describe('stet facts vocabulary', () => {
  it('lists types, units and properties with all that a pack needs to use them', async () => {
    const { status, stdout } = await runStet(['facts', 'vocabulary', '--no-default-facts'], ROOT);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^TYPES\ncompany {2}company\n {4}nouns: company, firm, /);
    expect(stdout).toMatch(/\n\nUNITS\n/);
    expect(stdout).toMatch(/\nW {2}power, si prefixes\n {4}watt, watts, W\n/);
    expect(stdout).toMatch(/\n\nPROPERTIES\n/);
    expect(stdout).toMatch(
      /\nheadcount {2}headcount: count, one, over-time, good for 12 months\n {4}of: company, organisation, facility\n {4}cues: employee, /,
    );
  });

  it('lists what all the words occur in, a pack’s own words among it', async () => {
    const folder = temporaryFolder({
      'pack.yaml':
        'pack: ships\nproperties:\n  draught: { label: draught, kind: quantity, unit: m, cues: [draught, draws] }\n',
    });
    const args = ['facts', 'vocabulary', '--facts', folder, 'draught', 'draws'];
    const { stdout } = await runStet(args, ROOT);
    expect(stdout).toBe(
      'PROPERTIES\ndraught  draught: quantity, in m, one, fixed\n    of: any type\n    cues: draught, draws\n',
    );
    const json = JSON.parse((await runStet([...args, '--format', 'json'], ROOT)).stdout);
    expect(json).toMatchObject({
      version: 1,
      types: [],
      units: [],
      properties: [{ id: 'draught', kind: 'quantity', unit: 'm', cues: ['draught', 'draws'] }],
    });
  });

  it('says so when nothing matches', async () => {
    const { status, stdout } = await runStet(['facts', 'vocabulary', 'xyzzy'], ROOT);
    expect([status, stdout]).toEqual([0, 'Nothing in the vocabulary\n']);
  });
});

describe('a pack that overrides an entry of an earlier one', () => {
  const first = {
    'pack.yaml': 'pack: first\n',
    'city.yaml': `entities:
  springfield: { name: Springfield Works, type: company }
sources:
  report: { title: Annual report }
statements:
  - id: springfield.valuation
    subject: springfield
    property: valuation
    value: $4 million
    references: [{ source: report, line: 2, exact: $4m }]
`,
  };
  const second = {
    'pack.yaml': 'pack: second\n',
    'mine.yaml': first['city.yaml']
      .replace(/entities[\s\S]*(?=statements)/, '')
      .replace('$4', '$5'),
  };

  it('is told of at its place, with what it was and where, and is no mistake', async () => {
    const folder = temporaryFolder({
      'first/pack.yaml': first['pack.yaml'],
      'first/city.yaml': first['city.yaml'],
      'second/pack.yaml': second['pack.yaml'],
      'second/mine.yaml': second['mine.yaml'],
    });
    const facts = ['--facts', 'first', '--facts', 'second'];
    const { status, stdout, stderr } = await runStet(['facts', 'list', ...facts], folder);
    expect(stdout).toContain('$5 million');
    expect(stderr).toContain(
      'second/mine.yaml:2:9: note: This overrides the statement "springfield.valuation" of an earlier pack: $4 million (see first/city.yaml:6:5) [override]\n',
    );
    expect(status).toBe(0);
  });

  it('is told of twenty times and no more, and of its mistakes all the same', async () => {
    const entities = Array.from(
      { length: 25 },
      (_, n) => `  a${n}: { name: Works ${n}, type: company }\n`,
    );
    const folder = temporaryFolder({
      'first/pack.yaml': `pack: first\nentities:\n${entities.join('')}`,
      'second/pack.yaml': `pack: second\nentities:\n${entities.join('')}  bad: {}\n`,
    });
    const facts = ['--facts', 'first', '--facts', 'second'];
    const { stderr } = await runStet(['facts', 'list', ...facts], folder);
    expect(stderr.match(/note: This overrides/g)).toHaveLength(20);
    expect(stderr).toContain(
      'second/pack.yaml:28:3: error: Missing "name"; expected text [wrong-shape]',
    );
    expect(stderr).toMatch(/\nnote: 5 more notes like these\n$/);
  });
});
