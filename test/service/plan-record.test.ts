import { describe, expect, it } from 'vitest';
import {
  additionsByFile,
  newErrors,
  planRecord,
  type RecordTarget,
} from '../../server/service/plan-record.ts';
import type { Proposal } from '../../server/service/propose-statement.ts';
import { exampleFacts, examplePackFiles } from '../core/example-packs.ts';

const target: RecordTarget = { facts: exampleFacts, packFiles: examplePackFiles, pack: 'ferries' };

const proposal: Proposal = {
  subject: 'halden',
  property: 'staff',
  value: 'about 900',
  time: '2025-11-04',
  timeBasis: 'inferred',
  qualifiers: {},
  exact: 'about 900',
  span: { start: 0, end: 9 },
  note: 'Stated as current',
  timeFrom: null,
  onRecord: [],
};

describe('planRecord()', () => {
  it('makes a statement of a new fact, with what it needs to say', () => {
    expect(planRecord(proposal, { source: 'courier', line: 3 }, target)).toEqual({
      kind: 'addition',
      statement: 'halden.staff-2025-11-04',
      addition: {
        kind: 'statements',
        statements: [
          {
            id: 'halden.staff-2025-11-04',
            subject: 'halden',
            property: 'staff',
            value: 'about 900',
            time: '2025-11-04',
            timeBasis: 'inferred',
            references: [
              { source: 'courier', line: 3, exact: 'about 900', note: 'Stated as current' },
            ],
          },
        ],
      },
      file: 'ferries.yaml',
      sourcesFile: 'ferries.yaml',
      elsewhere: null,
    });
  });

  it('adds a reference to what is on record', () => {
    const same = { ...proposal, note: null, exact: '£29m', onRecord: ['norvik-skagen.value'] };
    expect(planRecord(same, { source: 'ledger', line: 7 }, target)).toMatchObject({
      statement: 'norvik-skagen.value',
      addition: { kind: 'reference', reference: { source: 'ledger', line: 7, exact: '£29m' } },
      file: 'ferries.yaml',
    });
  });

  it('knows a reference that is there', () => {
    const same = { ...proposal, exact: '$38m', onRecord: ['norvik-skagen.value'] };
    expect(planRecord(same, { source: 'harbour', line: 5 }, target)).toEqual({
      kind: 'known',
      statement: 'norvik-skagen.value',
    });
  });

  it('states for itself what another pack has on record', () => {
    const same = { ...proposal, onRecord: ['norvik-skagen.value'] };
    const plan = planRecord(same, { source: 'ledger', line: 7 }, { ...target, pack: 'ours' });
    expect(plan).toMatchObject({
      addition: { kind: 'statements' },
      file: null,
      sourcesFile: null,
      elsewhere: 'norvik-skagen.value',
    });
  });

  it('goes to the file that has most of the subject', () => {
    const statement = (subject: string, property: string) => ({ subject, property });
    const file = (name: string, statements: readonly object[]) => ({
      file: name,
      pack: 'ours',
      data: { statements },
    });
    const packFiles = [
      file('long.yaml', [statement('a', 'b'), statement('a', 'b'), statement('a', 'staff')]),
      file('halden.yaml', [statement('halden', 'revenue')]),
      file('empty.yaml', []),
    ];
    const plan = planRecord(
      proposal,
      { source: 's', line: 1 },
      { ...target, packFiles, pack: 'ours' },
    );
    expect(plan).toMatchObject({ file: 'halden.yaml' });
  });
});

describe('additionsByFile()', () => {
  const source = { id: 'new', entry: { title: 'New' } };
  const plan = planRecord(proposal, { source: 'new', line: 3 }, target);
  if (plan.kind !== 'addition') throw new Error('The fact is new');

  it.each([
    ['the statement alone', plan, null, [['ferries.yaml', ['statements']]]],
    ['a new source with its statement', plan, source, [['ferries.yaml', ['entry', 'statements']]]],
    [
      'a new source with the other sources',
      { ...plan, sourcesFile: 'sources.yaml' },
      source,
      [
        ['sources.yaml', ['entry']],
        ['ferries.yaml', ['statements']],
      ],
    ],
    [
      'all in the first file of a new pack',
      { ...plan, file: null, sourcesFile: null },
      source,
      [['first.yaml', ['entry', 'statements']]],
    ],
  ])('puts %s', (_, given, added, expected) => {
    const files = [...additionsByFile(given, added, 'first.yaml')];
    expect(files.map(([file, list]) => [file, list.map(({ kind }) => kind)])).toEqual(expected);
  });
});

describe('newErrors()', () => {
  it('tells what a change breaks, and nothing else', () => {
    const broken = { file: 'old.yaml', pack: 'ours', data: { statements: [{ id: 'x' }] } };
    const before = [...examplePackFiles, broken];
    expect(newErrors(before, [broken])).toEqual([]);
    const reference = { source: 'nobody', line: 1, exact: '9' };
    const statements = [
      { id: 'y', subject: 'halden', property: 'staff', value: '9', references: [reference] },
    ];
    const changed = { file: 'new.yaml', pack: 'ours', data: { statements } };
    expect(newErrors(before, [changed])).toMatchObject([
      { code: 'unknown-source', file: 'new.yaml' },
    ]);
  });
});
