import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSeedRecords } from '../../server/host/read-seed-records.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const GOOD = `id: report
title: A report
reports:
  - { statement: works.it, line: 1, exact: $4 million }
  - { statement: works.it, line: 1, exact: "2024", gives: time }
notFacts:
  - { line: 3, exact: 3 minute, class: page-furniture, reason: How long it takes }
`;

describe('readSeedRecords()', () => {
  it('reads reports and no-facts, and keeps their places', async () => {
    const { seeds, issues, place } = await readSeedRecords(temporaryFolder({ 'a.yaml': GOOD }));
    expect(issues).toEqual([]);
    expect(seeds).toMatchObject([
      {
        id: 'report',
        reports: [{ gives: 'value' }, { gives: 'time', exact: '2024' }],
        notFacts: [{ class: 'page-furniture' }],
      },
    ]);
    expect(place('report', ['notFacts', 0, 'exact'])?.position).toEqual({ line: 7, column: 23 });
    expect(place('other', [])).toBeUndefined();
  });

  it('has none without a folder', async () => {
    expect(await readSeedRecords(undefined)).toMatchObject({ seeds: [], issues: [] });
  });

  it.each([
    ['a folder that is not there', {}, 'nowhere', ['missing 1:1']],
    [
      'a class that there is not',
      { 'a.yaml': GOOD.replace('page-furniture', 'noise') },
      '',
      ['wrong-shape 7:40'],
    ],
    [
      'a no-fact without a reason',
      { 'a.yaml': GOOD.replace(', reason: How long it takes', '') },
      '',
      ['wrong-shape 7:5'],
    ],
    [
      'a key that there is not',
      { 'a.yaml': GOOD.replace('gives: time', 'says: time') },
      '',
      ['unknown-key 5:58'],
    ],
    ['text that is no YAML', { 'a.yaml': 'id: [' }, '', ['yaml-syntax 1:6']],
    ['two records of one source', { 'a.yaml': GOOD, 'b.yaml': GOOD }, '', ['duplicate-id 1:5']],
  ])('says where there is %s', async (_, files, folder, expected) => {
    const { issues } = await readSeedRecords(join(temporaryFolder(files), folder));
    const found = issues.map(({ code, position: { line, column } }) => `${code} ${line}:${column}`);
    expect(found).toEqual(expected);
  });
});
