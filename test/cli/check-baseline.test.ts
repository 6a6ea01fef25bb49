import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { runStet } from './run-stet.ts';

const DRAFT = 'OpenAI signed a five-year, $40bn deal with Amazon Web Services.\n';
const NAME = 'stet-baseline.json';

/** A folder with a draft in plain text, and the same under a baseline of all its findings. */
function folderOf(files: Readonly<Record<string, string>> = {}): string {
  return temporaryFolder({ 'notes/a.txt': DRAFT, ...files });
}

async function folderWithBaseline(): Promise<string> {
  const folder = folderOf();
  await runStet(['check', '--update-baseline', '--reason', 'the desk knows'], folder);
  return folder;
}

async function claimsOf(folder: string, ...options: string[]) {
  const { stdout } = await runStet(['check', '--format', 'json', ...options], folder);
  const { files } = JSON.parse(stdout);
  return files.flatMap(({ claims }: { claims: readonly object[] }) => claims);
}

const standing = { suppressed: 'the desk knows', suppressedBy: 'baseline' };

describe('stet check --update-baseline', () => {
  it('writes all present findings, which then stand', async () => {
    const folder = folderOf();
    const run = await runStet(['check', '--update-baseline'], folder);
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('Nothing to correct in 1 draft');
    expect(run.stderr).toContain('stet-baseline.json: 2 let stand, 2 new, 0 dropped');
    const { version, entries } = JSON.parse(readFileSync(join(folder, NAME), 'utf8'));
    expect(version).toBe(1);
    expect(entries).toMatchObject([
      { path: 'notes/a.txt', statement: 'openai-aws.term', text: 'five-year' },
      { path: 'notes/a.txt', statement: 'openai-aws.value', text: '$40bn' },
    ]);
    expect(entries[0].reason).toBe('present when the baseline was written');
  });

  it('gives the same file when it is run again, from elsewhere too', async () => {
    const folder = await folderWithBaseline();
    const before = readFileSync(join(folder, NAME), 'utf8');
    await runStet(['check', '--update-baseline'], folder);
    expect(readFileSync(join(folder, NAME), 'utf8')).toBe(before);
    const below = join(folder, 'notes');
    await runStet(['check', 'a.txt', '--update-baseline', '--baseline', `../${NAME}`], below);
    expect(readFileSync(join(folder, NAME), 'utf8')).toBe(before);
  });

  it('drops what is of no use any more', async () => {
    const folder = await folderWithBaseline();
    writeFileSync(join(folder, 'notes/a.txt'), DRAFT.replace('$40bn', '$38bn'));
    const run = await runStet(['check', '--update-baseline'], folder);
    expect(run.stderr).toContain('1 let stand, 0 new, 1 dropped');
    rmSync(join(folder, 'notes/a.txt'));
    writeFileSync(join(folder, 'b.md'), 'Nothing.');
    const gone = await runStet(['check', '--update-baseline'], folder);
    expect(gone.stderr).toContain('0 let stand, 0 new, 1 dropped');
  });

  it('touches no baseline that has mistakes', async () => {
    const folder = folderOf({ [NAME]: '{' });
    const run = await runStet(['check', '--update-baseline'], folder);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('stet-baseline.json:1:2: error: This is no JSON');
    expect(readFileSync(join(folder, NAME), 'utf8')).toBe('{');
  });

  it.each([
    [['--update-baseline', '--fix'], '--update-baseline takes no --fix'],
    [['--update-baseline', '--no-baseline'], '--no-baseline goes with no other option'],
    [['--baseline', 'x', '--no-baseline'], '--no-baseline goes with no other option'],
    [['-', '--update-baseline'], '--update-baseline takes files'],
    [['--reason', 'so'], '--reason needs --update-baseline'],
  ])('is refused as in %s', async (options, message) => {
    const run = await runStet(['check', ...options], folderOf());
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain(message);
  });
});

describe('stet check with a baseline', () => {
  it('lets its findings stand, and says so in every format', async () => {
    const folder = await folderWithBaseline();
    expect(await runStet(['check'], folder)).toMatchObject({ status: 0, stderr: '' });
    expect(await claimsOf(folder)).toMatchObject([standing, standing]);
    const verbose = await runStet(['check', '--verbose'], folder);
    expect(verbose.stdout).toContain('the desk knows');
    const { stdout } = await runStet(['check', '--format', 'sarif'], folder);
    const [first] = JSON.parse(stdout).runs[0].results;
    expect(first.suppressions).toEqual([{ kind: 'external', justification: 'the desk knows' }]);
  });

  it('still shows what is new', async () => {
    const folder = await folderWithBaseline();
    writeFileSync(join(folder, 'b.md'), DRAFT);
    const run = await runStet(['check'], folder);
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('2 conflicts in 2 drafts');
    expect(run.stdout).toContain('b.md:1:17');
  });

  it('leaves what stands uncorrected', async () => {
    const folder = await folderWithBaseline();
    const more = `${DRAFT}\nThe OpenAI deal with Amazon Web Services is worth $41bn.\n`;
    writeFileSync(join(folder, 'notes/a.txt'), more);
    const run = await runStet(['check', '--fix'], folder);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(folder, 'notes/a.txt'), 'utf8')).toBe(more.replace('$41bn', '$38bn'));
  });

  it('is left out by --no-baseline, and may be another one', async () => {
    const folder = await folderWithBaseline();
    expect(await claimsOf(folder, '--no-baseline')).not.toMatchObject([standing, standing]);
    const text = readFileSync(join(folder, NAME), 'utf8');
    rmSync(join(folder, NAME));
    writeFileSync(join(folder, 'other.json'), text);
    expect(await claimsOf(folder, '--baseline', 'other.json')).toMatchObject([standing, standing]);
  });

  it('holds for standard input under the name of its draft', async () => {
    const folder = await folderWithBaseline();
    const named = ['check', '-', '--stdin-filename', 'notes/a.txt'];
    expect((await runStet(named, folder, DRAFT)).status).toBe(0);
    expect((await runStet(['check', '-'], folder, DRAFT)).status).toBe(1);
  });

  it('notes the entries that let nothing stand, of the drafts it read', async () => {
    const folder = await folderWithBaseline();
    writeFileSync(join(folder, 'notes/a.txt'), DRAFT.replace('$40bn', '$38bn'));
    writeFileSync(join(folder, 'b.md'), 'Nothing.');
    const run = await runStet(['check'], folder);
    expect(run.status).toBe(0);
    expect(run.stderr).toBe(
      'stet-baseline.json:11:5: note: Nothing in notes/a.txt needs this entry; remove it [unused-entry]\n',
    );
    expect((await runStet(['check', 'b.md'], folder)).stderr).toBe('');
  });

  it('ends with 2 where it cannot be read, and checks without it', async () => {
    const folder = folderOf({ [NAME]: '{"version": 1, "entries": 3}' });
    const run = await runStet(['check'], folder);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('stet-baseline.json:1:27: error: Found 3; expected a list');
    expect(run.stdout).toContain('2 conflicts');
    const missing = await runStet(['check', '--baseline', 'no.json'], folder);
    expect(missing.status).toBe(2);
    expect(missing.stderr).toContain('no.json: error: No such baseline');
  });
});
