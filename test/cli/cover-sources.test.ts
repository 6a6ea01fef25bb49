import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { runStet } from './run-stet.ts';

const TEXT = 'A 3 minute read\nThe works is worth $4m and has 250 employees.\n';

const SEED = `id: report
notFacts:
  - { line: 1, exact: 3 minute, class: page-furniture, reason: How long it takes }
`;

const HEADCOUNT = `  - id: springfield.headcount
    subject: springfield
    property: headcount
    value: "250"
    references:
      - { source: report, line: 2, exact: "250" }
`;

/** A pack about one text, which lies beside it with a record of what in it is no fact. */
function files({ text = TEXT, seed = SEED, more = '' }) {
  const digest = createHash('sha256').update(TEXT).digest('hex');
  return {
    'facts/pack.yaml': 'pack: mine\nreferenceDate: 2025-11-05\n',
    'facts/city.yaml': `entities:
  springfield: { name: Springfield Works, type: company }
sources:
  report: { title: Annual report, digest: ${digest} }
statements:
  - id: springfield.valuation
    subject: springfield
    property: valuation
    value: $4 million
    references:
      - { source: report, line: 2, exact: $4m }
${more}`,
    'texts/report.txt': text,
    'seeds/report.yaml': seed,
  };
}

const COVERAGE = ['facts', 'coverage', '--facts', 'facts', '--no-default-facts'];
const ARGS = [...COVERAGE, '--sources', 'texts', '--seeds', 'seeds'];

describe('stet facts coverage', () => {
  it('lists what is not on record and ends with 1', async () => {
    const { status, stdout, stderr } = await runStet(ARGS, temporaryFolder(files({})));
    expect(stdout).toMatch(/^report:2:32 +count +250/);
    expect(stdout).toContain(
      '✗ 3 figures in 1 source: 1 on record, 1 no fact (1 page-furniture), 1 uncovered',
    );
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  it('ends with 0 where all is on record', async () => {
    const folder = temporaryFolder(files({ more: HEADCOUNT }));
    const { status, stdout } = await runStet(ARGS, folder);
    expect(stdout).toBe(
      '✓ 3 figures in 1 source: 2 on record, 1 no fact (1 page-furniture), 0 uncovered\n',
    );
    expect(status).toBe(0);
  });

  it('gives the same to programs', async () => {
    const { stdout } = await runStet([...ARGS, '--format', 'json'], temporaryFolder(files({})));
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      sources: ['report'],
      leftOut: [],
      figures: 3,
      covered: 1,
      notFacts: { 'page-furniture': 1 },
      uncovered: [{ source: 'report', line: 2, character: 31, text: '250', kind: 'count' }],
      problems: 0,
    });
  });

  it('shows a no-fact that covers nothing at its place in the seed', async () => {
    const seed = SEED.replace('3 minute', 'read');
    const { status, stderr } = await runStet(
      ARGS,
      temporaryFolder(files({ seed, more: HEADCOUNT })),
    );
    expect(stderr).toBe(
      'seeds/report.yaml:3:23: error: No figure is read there; what is no figure needs no entry [no-figure]\n',
    );
    expect(status).toBe(1);
  });

  it('says which source it left out for want of its text', async () => {
    const folder = temporaryFolder(files({ text: 'Another text.\n', more: HEADCOUNT }));
    const { status, stdout, stderr } = await runStet(ARGS, folder);
    expect(stderr).toContain('error: No text in the folder has the digest of source "report"');
    expect(stdout).toContain('left out, without a text: report');
    expect(status).toBe(1);
  });

  it('does not ask for the texts of the shipped record beside a pack of one’s own', async () => {
    const folder = temporaryFolder(files({ more: HEADCOUNT }));
    const args = ['--facts', 'facts', '--sources', 'texts'];
    const verified = await runStet(['facts', 'verify', ...args], folder);
    expect(verified.stderr).toBe('');
    expect(verified.stdout).toMatch(
      /^✓ 2 references to 1 source: .*; left out, without a text: \d+ references\n$/,
    );
    expect(verified.status).toBe(0);
    const coverage = await runStet(['facts', 'coverage', ...args, '--seeds', 'seeds'], folder);
    expect(coverage.stdout).toMatch(/^✓ 3 figures in 1 source: .* left out, without a text: /);
    expect(coverage.status).toBe(0);
  });

  it('ends with 2 where the seeds cannot be read', async () => {
    const { status, stderr } = await runStet(ARGS, temporaryFolder(files({ seed: 'id: [\n' })));
    expect(stderr).toContain('seeds/report.yaml:');
    expect(status).toBe(2);
  });

  it('needs the folder of the texts', async () => {
    const { status, stderr } = await runStet(COVERAGE, temporaryFolder(files({})));
    expect(stderr).toContain('coverage needs --sources DIR');
    expect(status).toBe(2);
  });
});
