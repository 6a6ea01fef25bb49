import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { runStet } from './run-stet.ts';

const DATED = '---\ndate: 2025-11-05\n---\n\n';
const WRONG = `${DATED}OpenAI's deal with Amazon Web Services is worth $40bn.\n`;
const RIGHT = `${DATED}OpenAI's deal with Amazon Web Services is worth $38bn.\n`;
const NEITHER = `${DATED}The harvest was good.\n`;

describe('stet', () => {
  it.each([
    [[], 'No command given'],
    [['chek'], 'Unknown command "chek"; did you mean "check"?'],
    [['draft.md'], 'Unknown command "draft.md"; did you mean stet check draft.md?'],
    [['--verbos'], 'Unknown option "--verbos"'],
    [['check', '--fomat', 'json'], 'Unknown option "--fomat"; did you mean "--format"?'],
    [['check', '--format', 'html'], '--format takes one of pretty, json, sarif, github'],
    [['check', '--fail-on', 'everything'], '--fail-on takes one of conflict, outdated, disputed'],
    [['check', '--as-of', '2025-02-30'], '--as-of takes a date as 2025-11-05, not "2025-02-30"'],
    [['check', '--dry-run'], '--dry-run needs --fix'],
    [['check', '-', '--fix', '--format', 'json'], 'it takes no --format then'],
    [['explain'], 'explain takes one place as FILE:LINE or FILE:LINE:COL'],
    [['explain', 'draft.md'], 'explain takes one place'],
    [['explain', 'draft.md:0'], 'explain takes one place'],
    [['explain', 'draft.md:99'], 'there is no line 99'],
    [['explain', 'one.md:2'], 'one.md has 1 line; there is no line 2'],
    [['facts'], 'Give one of list, show, search, verify'],
    [['facts', 'shwo'], 'Unknown action "shwo"; did you mean "show"?'],
    [['facts', 'show'], 'show takes one id'],
    [['facts', 'show', 'openai-aws.vlue'], 'did you mean "openai-aws.value"?'],
    [['facts', 'search'], 'search needs words'],
    [['facts', 'verify'], 'verify needs --sources DIR'],
    [['lsp'], 'add --stdio'],
  ])('refuses %j with one message and status 2', async (args, message) => {
    const { status, stdout, stderr } = await runStet(
      args,
      temporaryFolder({ 'draft.md': RIGHT, 'one.md': 'One line.\n' }),
    );
    expect(stderr).toContain(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  it.each([
    [['--help'], 'Usage: stet COMMAND'],
    [['help', 'check'], 'Usage: stet check'],
    [['check', '--help'], 'Usage: stet check'],
    [['figures', '-h'], 'Usage: stet figures'],
    [['explain', '--help'], 'Usage: stet explain'],
    [['facts', '--help'], 'Usage: stet facts'],
    [['lsp', '--help'], 'Usage: stet lsp'],
  ])('helps with %j', async (args, text) => {
    const { status, stdout, stderr } = await runStet(args, temporaryFolder());
    expect(stdout).toContain(text);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('prints its version', async () => {
    const { stdout } = await runStet(['--version'], temporaryFolder());
    const manifest = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
    expect(stdout).toBe(`${JSON.parse(manifest).version}\n`);
  });
});

describe('stet check', () => {
  it('ends with 1 on a conflict and prints it', async () => {
    const folder = temporaryFolder({ 'draft.md': WRONG });
    const { status, stdout, stderr } = await runStet(['check', 'draft.md'], folder);
    expect(stdout).toContain('draft.md:5:49: conflict');
    expect(stdout).toContain('━━━━━ → $38bn');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  it.each([
    ['agrees with the record', RIGHT],
    ['has nothing on record', NEITHER],
    ['is empty', ''],
  ])('ends with 0 on a draft that %s', async (_, text) => {
    const folder = temporaryFolder({ 'draft.md': text });
    const { status, stderr } = await runStet(['check', 'draft.md'], folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('searches the working directory when no path is given', async () => {
    const folder = temporaryFolder({ 'a.md': WRONG, 'deep/b.txt': RIGHT });
    const { stdout } = await runStet(['check', '--format', 'json'], folder);
    const paths = JSON.parse(stdout).files.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(['a.md', 'deep/b.txt']);
  });

  it('lists files without claims, too', async () => {
    const folder = temporaryFolder({ 'draft.md': NEITHER });
    const { stdout } = await runStet(['check', '--format', 'json', 'draft.md'], folder);
    expect(JSON.parse(stdout).files).toMatchObject([{ path: 'draft.md', claims: [] }]);
  });

  it.each([
    ['LF', WRONG],
    ['CRLF', WRONG.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${WRONG}`],
    ['astral characters before it', WRONG.replace('OpenAI', '𝄞👩‍💻 OpenAI')],
  ])('counts in UTF-16 code units of the text: %s', async (_, text) => {
    const folder = temporaryFolder({ 'draft.md': text });
    const { stdout } = await runStet(['check', '--format', 'json', 'draft.md'], folder);
    const [claim] = JSON.parse(stdout).files[0].claims;
    const { start, end } = claim.range;
    const seen = text.replace('\ufeff', '');
    expect(seen.slice(start.offset, end.offset)).toBe('$40bn');
    expect(claim.text).toBe('$40bn');
    expect(seen.split(/\r?\n/)[start.line]?.slice(start.character, end.character)).toBe('$40bn');
  });

  it('reads standard input, under the name it is given', async () => {
    const folder = temporaryFolder();
    const plain = await runStet(['check', '-'], folder, WRONG);
    expect(plain.stdout).toContain('<stdin>:5:49: conflict');
    expect(plain.status).toBe(1);
    const named = await runStet(['check', '-', '--stdin-filename', 'notes/a.md'], folder, WRONG);
    expect(named.stdout).toContain('notes/a.md:5:49: conflict');
  });

  it('reads a draft without a date as of --as-of', async () => {
    const folder = temporaryFolder({ 'draft.md': 'OpenAI is valued at $600 billion.\n' });
    const asOf = async (date: string) => {
      const run = await runStet(['check', '--format', 'json', '--as-of', date, 'draft.md'], folder);
      return JSON.parse(run.stdout).files[0];
    };
    expect(await asOf('2025-11-05')).toMatchObject({
      asOf: '2025-11-05',
      claims: [{ verdict: 'conflict' }],
    });
    expect(await asOf('2031-01-01')).toMatchObject({ asOf: '2031-01-01', claims: [] });
  });

  it('lets --fail-on decide about the status, not about the report', async () => {
    const folder = temporaryFolder({ 'draft.md': WRONG });
    const never = await runStet(['check', 'draft.md', '--fail-on', 'never'], folder);
    expect(never.status).toBe(0);
    expect(never.stdout).toContain('1 conflict in 1 draft');
    const overprecise = `${DATED}OpenAI's deal with Amazon Web Services is worth $38.2bn.\n`;
    writeFileSync(join(folder, 'draft.md'), overprecise);
    expect((await runStet(['check', 'draft.md', '--fail-on', 'disputed'], folder)).status).toBe(0);
    expect((await runStet(['check', 'draft.md', '--fail-on', 'overprecise'], folder)).status).toBe(
      1,
    );
  });

  it('passes over what stands by a suppression', async () => {
    const comment = '<!-- stet openai-aws.value: the desk was told so -->\n';
    const folder = temporaryFolder({ 'draft.md': WRONG.replace('OpenAI', `${comment}OpenAI`) });
    const { status, stdout } = await runStet(['check', 'draft.md', '--format', 'json'], folder);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{ claims: [{ verdict: 'conflict', suppressed: 'the desk was told so' }] }],
      summary: { claims: 1, conflict: 0, suppressed: 1 },
    });
  });

  it('names what cannot be read, checks the rest, and ends with 2', async () => {
    const folder = temporaryFolder({
      'draft.md': WRONG,
      'latin.md': Buffer.from('Z\xfcrich', 'latin1'),
      'empty/picture.png': '',
    });
    const args = ['check', 'missing.md', 'latin.md', 'empty', 'draft.md'];
    const { status, stdout, stderr } = await runStet(args, folder);
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toEqual([
      'missing.md: error: No such file or folder [missing]',
      'latin.md:1:2: error: Byte 0xfc is not UTF-8; save the file as UTF-8 [not-utf-8]',
      'empty: error: There are no drafts (*.md, *.markdown, *.txt) in this folder [no-drafts]',
    ]);
    expect(stdout).toContain('draft.md:5:49: conflict');
  });

  it.each([
    ['a YAML error', 'statements: [\n', /facts\/bad\.yaml:\d+:\d+: error: .*YAML/],
    [
      'a value that cannot be read',
      statement({ value: 'a good deal' }),
      /facts\/bad\.yaml:5:12: error: .*"a good deal".*\[unreadable-value\]/,
    ],
    [
      'an unknown source',
      statement({ source: 'nobody' }),
      /facts\/bad\.yaml:7:19: error: .*"nobody".*\[unknown-source\]/,
    ],
  ])(
    'puts %s of a pack at its place, checks all the same, and ends with 2',
    async (_, yaml, message) => {
      const folder = temporaryFolder({
        'draft.md': WRONG,
        'facts/pack.yaml': 'pack: mine\n',
        'facts/bad.yaml': yaml,
      });
      const { status, stdout, stderr } = await runStet(
        ['check', 'draft.md', '--facts', 'facts'],
        folder,
      );
      expect(stderr).toMatch(message);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stdout).toContain('draft.md:5:49: conflict');
      expect(status).toBe(2);
    },
  );

  it('checks against a pack of the writer alone', async () => {
    const folder = temporaryFolder({
      'draft.md': `${WRONG}\nSpringfield Works is valued at $9 million.\n`,
      'facts/pack.yaml': 'pack: mine\nreferenceDate: 2025-11-05\n',
      'facts/city.yaml': CITY,
    });
    const args = [
      'check',
      'draft.md',
      '--format',
      'json',
      '--facts',
      'facts',
      '--no-default-facts',
    ];
    const { stdout, stderr } = await runStet(args, folder);
    expect(stderr).toBe('');
    const report = JSON.parse(stdout);
    expect(report.facts).toMatchObject({ statements: 1, sources: 1 });
    expect(report.files[0].claims).toMatchObject([
      { text: '$9 million', statement: 'springfield.valuation', fixes: [{ text: '$4 million' }] },
    ]);
  });
});

describe('stet check --fix', () => {
  it.each([
    ['LF', WRONG, RIGHT],
    ['CRLF', WRONG.replaceAll('\n', '\r\n'), RIGHT.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${WRONG}`, `\ufeff${RIGHT}`],
  ])('writes the corrections and nothing else: %s', async (_, text, corrected) => {
    const folder = temporaryFolder({ 'draft.md': text });
    const { status, stdout } = await runStet(['check', 'draft.md', '--fix'], folder);
    expect(readFileSync(join(folder, 'draft.md'), 'utf8')).toBe(corrected);
    expect(stdout).toContain('1 figure corrected');
    expect(status).toBe(0);
  });

  it('shows a diff and writes nothing with --dry-run', async () => {
    const folder = temporaryFolder({ 'draft.md': WRONG });
    const { status, stdout } = await runStet(['check', 'draft.md', '--fix', '--dry-run'], folder);
    expect(readFileSync(join(folder, 'draft.md'), 'utf8')).toBe(WRONG);
    expect(stdout).toContain('--- a/draft.md\n+++ b/draft.md\n@@ -3,3 +3,3 @@\n');
    expect(stdout).toContain("\n-OpenAI's deal with Amazon Web Services is worth $40bn.");
    expect(stdout).toContain("\n+OpenAI's deal with Amazon Web Services is worth $38bn.");
    expect(status).toBe(1);
  });

  it('prints the corrected standard input, and the report among the messages', async () => {
    const { status, stdout, stderr } = await runStet(
      ['check', '-', '--fix'],
      temporaryFolder(),
      WRONG,
    );
    expect(stdout).toBe(RIGHT);
    expect(stderr).toContain('Nothing to correct');
    expect(status).toBe(0);
  });

  it('leaves what stands by a suppression', async () => {
    const text = WRONG.replace('OpenAI', '<!-- stet: the desk was told so -->\nOpenAI');
    const folder = temporaryFolder({ 'draft.md': text });
    await runStet(['check', 'draft.md', '--fix'], folder);
    expect(readFileSync(join(folder, 'draft.md'), 'utf8')).toBe(text);
  });
});

describe('stet figures', () => {
  it('gives every figure as it was read, in base units', async () => {
    const text = `${DATED}Some 29 per cent of nearly $38 billion, 6 GW for seven years on 3 November 2025.\n`;
    const folder = temporaryFolder({ 'draft.md': text });
    const { status, stdout } = await runStet(['figures', 'draft.md', '--format', 'json'], folder);
    expect(status).toBe(0);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ version: 1, files: [{ path: 'draft.md' }] });
    const figures: {
      text: string;
      range: { start: { offset: number }; end: { offset: number } };
    }[] = report.files[0].figures;
    expect(figures).toMatchObject([
      { text: '29 per cent', kind: 'percent', value: 0.29, unit: '%', hedge: 'some' },
      { text: '$38 billion', kind: 'money', value: 38e9, max: 38e9, unit: 'USD', hedge: 'nearly' },
      {
        text: '6 GW',
        kind: 'quantity',
        value: 6e9,
        min: 5.5e9,
        max: 6.5e9,
        unit: 'W',
        hedge: null,
      },
      { text: 'seven years', kind: 'duration', value: 7, unit: 'a' },
      {
        text: '3 November 2025',
        kind: 'date',
        value: '2025-11-03',
        min: '2025-11-03',
        max: '2025-11-03',
      },
    ]);
    for (const { text: surface, range } of figures) {
      expect(text.slice(range.start.offset, range.end.offset)).toBe(surface);
    }
  });

  it('lists them for people', async () => {
    const folder = temporaryFolder({ 'draft.md': WRONG });
    const { stdout } = await runStet(['figures', 'draft.md'], folder);
    expect(stdout).toMatch(
      /^draft\.md:5:49 +money +\$40bn +USD 40 billion .*conflict openai-aws\.value$/m,
    );
  });
});

describe('stet explain', () => {
  it('prints the whole way of the figure at a place', async () => {
    const folder = temporaryFolder({ 'draft.md': WRONG });
    const { status, stdout } = await runStet(['explain', 'draft.md:5:50'], folder);
    expect(status).toBe(0);
    expect(stdout).toContain('draft.md:5:49: “$40bn”');
    for (const part of [
      'block',
      'figure',
      'as of',
      'candidates',
      'outcome',
      'arithmetic',
      'verdict',
    ]) {
      expect(stdout).toMatch(new RegExp(`^  ${part} `, 'm'));
    }
    expect(stdout).toContain('openai-aws.value');
    expect(stdout).toContain('USD 39.5–40.5 billion');
    expect(stdout).toContain('USD 37.5–38.5 billion');
  });

  it('explains every figure of a line', async () => {
    const folder = temporaryFolder({ 'draft.md': `${DATED}First $1 million, then 7 years.\n` });
    const { stdout } = await runStet(['explain', 'draft.md:5'], folder);
    expect(stdout).toContain('“$1 million”');
    expect(stdout).toContain('“7 years”');
  });

  it('says that code is not read', async () => {
    const folder = temporaryFolder({ 'draft.md': 'Text.\n\n```\n$40bn\n```\n' });
    const { stdout } = await runStet(['explain', 'draft.md:4:1'], folder);
    expect(stdout).toContain('No figure is read at draft.md:4:1, which is not read as prose');
  });

  it('says that no figure is read there', async () => {
    const folder = temporaryFolder({ 'draft.md': WRONG });
    const { status, stdout } = await runStet(['explain', 'draft.md:5:2'], folder);
    expect(stdout).toContain('No figure is read at draft.md:5:2; the figures of the line:');
    expect(stdout).toContain('“$40bn”');
    expect(status).toBe(0);
  });
});

describe('stet facts', () => {
  it('lists every statement, for people and for programs', async () => {
    const folder = temporaryFolder();
    const pretty = await runStet(['facts', 'list'], folder);
    expect(pretty.stdout).toMatch(/^openai-aws\.value +\$38 billion +3 November 2025/m);
    const json = JSON.parse((await runStet(['facts', 'list', '--format', 'json'], folder)).stdout);
    expect(json.version).toBe(1);
    expect(json.statements).toHaveLength(pretty.stdout.trim().split('\n').length);
    const value = json.statements.find(({ id }: { id: string }) => id === 'openai-aws.value');
    expect(value).toMatchObject({
      subject: 'openai-aws',
      property: 'value',
      value: '$38 billion',
      time: '2025-11-03',
      rank: 'preferred',
      qualifiers: {},
    });
    expect(value.references).toContainEqual(
      expect.objectContaining({ source: 'cost-of-dominance', line: 3, exact: '$38bn' }),
    );
    expect(json.sources).toHaveLength(5);
  });

  it.each([
    [
      'a statement',
      'openai-aws.value',
      ['$38 billion', 'GBP 29 billion', 'line 3: “$38bn”', 'deals.yaml:'],
    ],
    ['an entity', 'openai-aws', ['parties     openai, aws', 'openai-aws.term']],
    ['a source', 'handshake', ['publisher   unknown', 'bezos.net-worth-gain']],
    ['a property', 'valuation', ['cardinality one', 'openai.valuation']],
  ])('shows %s', async (_, id, parts) => {
    const { status, stdout } = await runStet(['facts', 'show', id], temporaryFolder());
    for (const part of parts) expect(stdout).toContain(part);
    expect(status).toBe(0);
  });

  it('finds statements by all the words given, in whatever field', async () => {
    const ids = async (...words: string[]) => {
      const run = await runStet(
        ['facts', 'search', ...words, '--format', 'json'],
        temporaryFolder(),
      );
      return JSON.parse(run.stdout).statements.map(({ id }: { id: string }) => id);
    };
    expect(await ids('oracle', '300')).toEqual(['openai-oracle.value']);
    expect(await ids('$38BN')).toEqual(['openai-aws.value']);
    expect(await ids('nothing like it')).toEqual([]);
  });

  it('verifies references against the texts of their sources', async () => {
    const text = 'Title\nThe works is worth $4m, said the owner.\n';
    const digest = sha256('another text');
    const folder = temporaryFolder({
      'facts/pack.yaml': 'pack: mine\n',
      'facts/city.yaml': CITY.replace(
        '    title: Annual report\n',
        `    title: Annual report\n    digest: ${digest}\n`,
      ),
      'texts/report.txt': text,
    });
    const args = [
      'facts',
      'verify',
      '--sources',
      'texts',
      '--facts',
      'facts',
      '--no-default-facts',
    ];
    const wrong = await runStet(args, folder);
    expect(wrong.stderr).toContain(
      'facts/city.yaml:4:3: error: No text in the folder has the digest',
    );
    expect(wrong.status).toBe(1);

    const yaml = readFileSync(join(folder, 'facts/city.yaml'), 'utf8');
    writeFileSync(join(folder, 'facts/city.yaml'), yaml.replace(digest, sha256(text)));
    const right = await runStet(args, folder);
    expect(right.stderr).toBe('');
    expect(right.stdout).toContain('1 reference to 1 source: every digest matches');
    expect(right.status).toBe(0);
  });
});

const CITY = `entities:
  springfield: { name: Springfield Works, type: company }
sources:
  report:
    title: Annual report
statements:
  - id: springfield.valuation
    subject: springfield
    property: valuation
    value: $4 million
    time: 2025-11-01
    references:
      - { source: report, line: 2, exact: $4m }
`;

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A pack file with one statement about what the shipped pack knows; its value stands on line 5, its source on 7. */
function statement({ value = '$1 million', source = 'handshake' }): string {
  return `statements:
  - id: mine.value
    subject: openai-aws
    property: value
    value: ${value}
    references:
      - { source: ${source}, line: 1, exact: $1m }
`;
}
