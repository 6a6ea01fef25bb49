import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { runStet } from './run-stet.ts';

const PACKS = resolve(import.meta.dirname, '../packs');

/** Entities, sources and properties without any statement. */
const HEAD = `# The ferry line's own record
pack: ferries
title: Ferries
referenceDate: 2025-11-05
entities:
  norvik: { name: Norvik Ferries, type: company, aliases: [Norvik] }
  halden: { name: Halden Line, type: company }
properties:
  berths:
    { label: berths, subject: [company], kind: count, varies: over-time, goodFor: 2 years, cues: [berth] }
sources:
  courier: { title: A new fleet, date: 2025-10-02 }
`;
const STATEMENTS = `statements:
  # Staff
  - id: norvik.headcount
    subject: norvik
    property: headcount
    value: 1,250
    time: 2025-10
    references:
      - { source: courier, line: 2, exact: "1,250" } # printed
`;
const ARTICLE = `News of the ferries
Norvik Ferries employs 1,250 people.
Halden Line took in $41.5 million in the second quarter of 2025.
Halden Line employs 900 people and has 70 berths.
`;

describe('stet facts export and import', () => {
  it.each(['quillstore', 'harrowmere'])('carry the record of %s over unchanged', async (name) => {
    const folder = temporaryFolder();
    const from = ['--facts', join(PACKS, name), '--no-default-facts'];
    for (const format of ['csv', 'jsonl']) {
      const { stdout } = await runStet(['facts', 'export', ...from, '--format', format], folder);
      writeFileSync(join(folder, `facts.${format}`), stdout);
      const into = `${format}-pack`;
      const imported = await runStet(
        ['facts', 'import', `facts.${format}`, '--into', into, ...from],
        folder,
      );
      expect(imported.stderr).toContain(`written to ${into}/pack.yaml, ${into}/facts.yaml`);
      expect(imported.status).toBe(0);
      const again = ['facts', 'export', ...from, '--facts', into, '--format', format];
      expect((await runStet(again, folder)).stdout).toBe(stdout);
      const record = ['facts', 'list', ...from, '--format', 'json'];
      const before = JSON.parse((await runStet(record, folder)).stdout);
      const after = JSON.parse((await runStet([...record, '--facts', into], folder)).stdout);
      expect(after.statements).toEqual(before.statements);
    }
  });

  it('write nothing twice', async () => {
    const folder = packFolder();
    const args = ['--facts', 'ferries', '--no-default-facts'];
    const { stdout } = await runStet(['facts', 'export', ...args, '--format', 'csv'], folder);
    writeFileSync(join(folder, 'all.csv'), stdout);
    const { status, stderr } = await runStet(
      ['facts', 'import', 'all.csv', '--into', 'ferries', '--no-default-facts'],
      folder,
    );
    expect(stderr).toBe('0 statements; 1 row on record already\n');
    expect(status).toBe(0);
    expect(existsSync(join(folder, 'ferries/all.yaml'))).toBe(false);
  });

  it('report each row that cannot be read, and take the others', async () => {
    const folder = packFolder();
    writeFileSync(
      join(folder, 'new.csv'),
      '\ufeffsubject;property;value;time;source;line;exact\r\n' +
        'halden;headcount;900;2025;courier;4;900\r\n' +
        'Halden Line;headcount;900;2024;courier;4;900\r\n' +
        'halden;headcount;soon;2023;courier;4;"so\r\non"\r\n' +
        'halden;headcount;800;2022;curier;4;800\r\n',
    );
    const args = ['facts', 'import', 'new.csv', '--into', 'ferries', '--no-default-facts'];
    const { status, stderr } = await runStet(args, folder);
    expect(stderr.split('\n')).toEqual([
      'new.csv:3: error: Row 3, column "subject": Unknown entity "Halden Line"; did you mean "halden"? [unknown-entity]',
      'new.csv:4: error: Row 4, column "value": Cannot read "soon" as a count; "headcount" is a count [unreadable-value]',
      'new.csv:6: error: Row 5, column "source": Unknown source "curier"; did you mean "courier"? [unknown-source]',
      '1 statement written to ferries/new.yaml; 3 rows refused',
      '',
    ]);
    expect(status).toBe(1);
    expect(readFileSync(join(folder, 'ferries/new.yaml'), 'utf8')).toBe(`statements:
  - id: halden.headcount-2025
    subject: halden
    property: headcount
    value: "900"
    time: "2025"
    references:
      - { source: courier, line: 4, exact: "900" }
`);
  });

  it('only show what a dry run would write', async () => {
    const folder = packFolder();
    writeFileSync(
      join(folder, 'new.csv'),
      'subject,property,value,source,line,exact\nhalden,headcount,900,courier,4,900\n',
    );
    const { status, stdout, stderr } = await runStet(
      ['facts', 'import', 'new.csv', '--into', 'ferries', '--dry-run'],
      folder,
    );
    expect(stdout).toContain('- id: halden.headcount\n');
    expect(stderr).toContain('1 statement would go to ferries/new.yaml');
    expect(status).toBe(0);
    expect(existsSync(join(folder, 'ferries/new.yaml'))).toBe(false);
  });

  it.each([
    ['no file', ['import', '--into', 'ferries'], 'import takes one file'],
    ['no pack', ['import', 'a.csv'], 'import needs --into DIR'],
    [
      'a file that is not there',
      ['import', 'b.csv', '--into', 'ferries'],
      'No such file or folder',
    ],
    [
      'an unknown column',
      ['import', 'a.csv', '--into', 'ferries'],
      'Unknown column "sorce"; did you mean "source"?',
    ],
    [
      'a folder of other YAML',
      ['import', 'a.csv', '--into', '.'],
      'This folder holds packs and is none itself',
    ],
    [
      'an unknown format',
      ['export', '--format', 'xml'],
      '--format takes one of jsonl, csv, not "xml"',
    ],
    ['words that mean nothing', ['export', 'all'], 'export takes no words'],
  ])('end with 2 for %s', async (_, args, message) => {
    const folder = packFolder();
    writeFileSync(join(folder, 'a.csv'), 'subject,property,value,sorce,line,exact\n');
    const { status, stdout, stderr } = await runStet(['facts', ...args], folder);
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});

describe('stet facts add', () => {
  it('puts on record what a line of a source states', async () => {
    const folder = packFolder();
    const { status, stdout, stderr } = await add(folder, '--from', 'article.txt:3', '--yes');
    const statement = `  - id: halden.revenue-2025-q2
    subject: halden
    property: revenue
    value: $41.5 million
    time: 2025-Q2
    references:
      - { source: courier, line: 3, exact: $41.5 million }
`;
    expect(stderr).toBe('Adds a statement to ferries/pack.yaml\nWritten to ferries/pack.yaml\n');
    expect(stdout).toBe(statement.replaceAll(/^ {2}/gm, ''));
    expect(pack(folder)).toBe(headWith() + STATEMENTS + statement);
    expect(status).toBe(0);
  });

  it('adds a reference to what is on record', async () => {
    const folder = packFolder();
    const { stderr } = await add(
      folder,
      '--from',
      'article.txt:2',
      '--yes',
      '--source',
      'other',
      '--title',
      'Other',
      '--date',
      '2025-10-09',
    );
    expect(stderr).toContain('Already on record: adds a reference to "norvik.headcount"');
    expect(pack(folder)).toBe(
      `${headWith()}  other:\n    title: Other\n    publisher: null\n    date: 2025-10-09\n    digest: ${sha256(ARTICLE)}\n${STATEMENTS}` +
        '      - { source: other, line: 2, exact: "1,250" }\n',
    );
    const again = await add(folder, '--from', 'article.txt:2', '--yes');
    expect(again.stderr).toBe(
      '"norvik.headcount" has that reference already; there is nothing to write\n',
    );
    expect(again.status).toBe(0);
  });

  it('asks for what cannot be read, and before it writes', async () => {
    const folder = packFolder();
    const asked: string[] = [];
    const answers = ['2', '2025-09', 'n'];
    const ask = async (prompt: string) => {
      asked.push(prompt);
      return answers[asked.length - 1];
    };
    const args = [
      'facts',
      'add',
      '--into',
      'ferries',
      '--from',
      'article.txt:4',
      '--source',
      'new',
      '--title',
      'New',
    ];
    const { status, stderr } = await runStet(args, folder, '', ask);
    expect(asked).toEqual([
      'Which figure? [1] ',
      'When does it hold? 2025-11-03, 2025-11, 2025-Q3, 2025-H1 or 2025 [1] ',
      'Record it? [Y/n] ',
    ]);
    expect(stderr).toContain('  1  900  (900');
    expect(stderr).toContain('Nothing is written');
    expect(status).toBe(0);
    expect(pack(folder)).toBe(headWith() + STATEMENTS);
  });

  it('lists what is missing where nobody can be asked', async () => {
    const folder = packFolder();
    const { status, stderr } = await add(folder, '--from', 'article.txt:4');
    expect(stderr).toContain('Which figure? Give --figure …\n  1  900  (900');
    expect(status).toBe(2);
    const unconfirmed = await add(folder, '--from', 'article.txt:3');
    expect(unconfirmed.stderr).toContain('Nothing is written unless --yes is given');
    expect(unconfirmed.status).toBe(2);
    expect(pack(folder)).toBe(headWith() + STATEMENTS);
  });

  it('finds the sentence in the text of its source', async () => {
    const folder = packFolder();
    const sentence = ['--text', 'has 70 berths', '--sources', '.', '--source', 'courier'];
    const { stdout } = await add(folder, ...sentence, '--dry-run');
    expect(stdout).toContain('- { source: courier, line: 4, exact: "70"');
    expect(stdout).toContain('value: "70"');
  });

  it('makes a pack of a new folder', async () => {
    const folder = packFolder();
    const args = [
      'facts',
      'add',
      '--into',
      'ours/record',
      '--from',
      'article.txt:3',
      '--facts',
      'ferries',
      '--yes',
    ];
    const { status } = await runStet([...args, '--source', 'courier'], folder);
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'ours/record/pack.yaml'), 'utf8')).toMatch(
      /^pack: record\ntitle: record\nreferenceDate: \d{4}-\d{2}-\d{2}\n$/,
    );
    expect(readFileSync(join(folder, 'ours/record/statements.yaml'), 'utf8')).toContain(
      'value: $41.5 million',
    );
  });

  it.each([
    ['no sentence', [], 'Give the sentence: --from FILE:LINE'],
    ['a file without a line', ['--from', 'article.txt'], '--from takes FILE:LINE'],
    [
      'a line that is not there',
      ['--from', 'article.txt:9'],
      'article.txt has 4 lines; there is no line 9',
    ],
    [
      'a source that is not on record',
      ['--from', 'article.txt:3', '--source', 'curier'],
      'Unknown source "curier"; did you mean "courier"?',
    ],
    [
      'a source of another text',
      ['--from', 'other.txt:1', '--source', 'courier'],
      'This is not the text of source "courier"',
    ],
    [
      'an unknown entity',
      ['--from', 'article.txt:3', '--subject', 'Halden Line'],
      'Unknown entity "Halden Line"; did you mean "halden"?',
    ],
    [
      'a time that is none',
      ['--from', 'article.txt:3', '--time', 'lately'],
      '--time takes 2025-11-03',
    ],
    [
      'a qualifier without a value',
      ['--from', 'article.txt:3', '--qualifier', 'forecaster'],
      '--qualifier takes NAME=ID',
    ],
    [
      'a line without a figure',
      ['--from', 'article.txt:1'],
      'No figure and no name on record can be read here',
    ],
    [
      'a value that does not fit',
      [
        '--from',
        'article.txt:3',
        '--property',
        'headcount',
        '--figure',
        '$41.5 million',
        '--time',
        '2025',
      ],
      'The record would have errors with it; nothing is written',
    ],
  ])('ends with 2 for %s', async (_, args, message) => {
    const folder = packFolder();
    const { status, stderr } = await add(folder, ...args, '--yes');
    expect(stderr).toContain(message);
    expect(status).toBe(2);
    expect(pack(folder)).toContain(STATEMENTS);
  });
});

/** The head of the pack, with the digest of the article. */
function headWith(): string {
  return HEAD.replace('date: 2025-10-02', `date: 2025-10-02, digest: ${sha256(ARTICLE)}`);
}

/** A folder with the ferry pack and the article that it has for a source. */
function packFolder(): string {
  return temporaryFolder({
    'ferries/pack.yaml': headWith() + STATEMENTS,
    'article.txt': ARTICLE,
    'other.txt': 'Norvik Ferries employs 9 people.\n',
  });
}

function add(folder: string, ...args: string[]) {
  return runStet(['facts', 'add', '--into', 'ferries', '--no-default-facts', ...args], folder);
}

function pack(folder: string): string {
  return readFileSync(join(folder, 'ferries/pack.yaml'), 'utf8');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
