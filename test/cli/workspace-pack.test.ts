import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { runStet } from './run-stet.ts';

const PACK = {
  'facts/pack.yaml': 'pack: ferries\ntitle: Ferries\nreferenceDate: 2025-11-05\n',
  'facts/ferries.yaml': `entities:
  norvik: { name: Norvik Ferries, type: company }
sources:
  report: { title: Annual report }
statements:
  - { id: norvik.value, subject: norvik, property: valuation, value: $12 million, time: 2025-11,
      references: [{ source: report, line: 3, exact: $12m }] }
`,
  'draft.md': 'Norvik Ferries is valued at $15 million.\n',
};

describe('the pack of a working directory', () => {
  it('is used without being named, and said to be', async () => {
    const cwd = temporaryFolder(PACK);
    const { status, stdout, stderr } = await runStet(['check', 'draft.md'], cwd);
    expect(stdout).toContain('$12 million');
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'Using the pack in facts/\n' });
  });

  it('is used beside those that are named, and once where it is one of them', async () => {
    const cwd = temporaryFolder({ ...PACK, 'more/pack.yaml': 'pack: more\ntitle: More\n' });
    for (const [more, said] of [
      ['more', 'Using the pack in facts/\n'],
      ['facts', ''],
    ] as const) {
      const run = await runStet(['facts', 'list', '--no-default-facts', '--facts', more], cwd);
      expect(run.stdout).toContain('norvik.value');
      expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: said });
    }
  });

  it('is not used from another folder, nor without a pack.yaml', async () => {
    const cwd = temporaryFolder({ ...PACK, 'elsewhere/notes.md': PACK['draft.md'] });
    const elsewhere = await runStet(['check', 'notes.md'], `${cwd}/elsewhere`);
    expect(elsewhere).toMatchObject({ status: 0, stderr: '' });
    const { 'facts/pack.yaml': _, ...without } = PACK;
    expect(await runStet(['check', 'draft.md'], temporaryFolder(without))).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it('says what it overrides of the shipped packs', async () => {
    const statement = PACK['facts/ferries.yaml'].split('statements:\n')[1] ?? '';
    const overriding = statement.replaceAll('norvik.value', 'openai-aws.value');
    const cwd = temporaryFolder({
      ...PACK,
      'facts/mine.yaml': `statements:\n${overriding.replace('$12 million', '$13 million')}`,
    });
    const { status, stderr } = await runStet(['check', 'draft.md', '--fail-on', 'never'], cwd);
    expect(stderr).toMatch(/^facts\/mine\.yaml:2:\d+: note: .*openai-aws\.value.* \[override\]$/m);
    expect(status).toBe(0);
  });
});
