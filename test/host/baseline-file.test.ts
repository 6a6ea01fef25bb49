import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  BASELINE_FILE,
  pathInBaseline,
  readBaseline,
  unusedEntries,
  writeBaseline,
} from '../../server/host/baseline-file.ts';
import type { BaselineEntry } from '../../server/service/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const entry: BaselineEntry = {
  path: 'notes/a.txt',
  statement: 'acme.value',
  text: '$40bn',
  sentence: '0a1b2c3d',
  reason: 'the desk has a newer figure',
};

const written = `{
  "version": 1,
  "entries": [
    {
      "path": "notes/a.txt",
      "statement": "acme.value",
      "text": "$40bn",
      "sentence": "0a1b2c3d",
      "reason": "the desk has a newer figure"
    }
  ]
}
`;

function fileWith(text: string): string {
  return join(temporaryFolder({ [BASELINE_FILE]: text }), BASELINE_FILE);
}

/** What is wrong with a baseline, as the terminal says it. */
async function problems(text: string): Promise<readonly string[]> {
  const { issues } = await readBaseline(fileWith(text));
  return issues.map(
    ({ position: { line, column }, code, message }) => `${line}:${column}: ${message} [${code}]`,
  );
}

describe('readBaseline()', () => {
  it('gives the entries and where they are written', async () => {
    const baseline = await readBaseline(fileWith(written));
    expect(baseline).toMatchObject({ entries: [entry], issues: [], text: written });
    const [read] = baseline.entries;
    expect(read && baseline.place(read).position).toEqual({ line: 4, column: 5 });
  });

  it('takes a file that is not there for an empty one', async () => {
    const file = join(temporaryFolder({}), BASELINE_FILE);
    expect(await readBaseline(file)).toMatchObject({ entries: [], issues: [], text: null });
  });

  it.each([
    ['no JSON', 'so', '1:1: This is no JSON: Unexpected token'],
    ['a comma too many', '{"version": 1, "entries": [],}', '1:30: This is no JSON: Expected'],
    ['half a file', '{\n  "version": 1,\n  "entries": [', '3:15: This is no JSON: Unexpected end'],
    ['nothing', '', '1:1: This is no JSON: '],
    ['an unresolved merge', '{\n<<<<<<< HEAD\n  "version": 1\n}', '2:'],
    ['a list', '[]', '1:1: Empty; expected a mapping [wrong-shape]'],
    ['no entries', '{"version": 1}', '1:1: Missing "entries"; expected a list [wrong-shape]'],
    [
      'another version',
      '{"version": 2, "entries": []}',
      '1:13: Found 2; expected 1, which this Stet reads [wrong-shape]',
    ],
    [
      'an unknown key',
      '{"version": 1, "entries": [], "also": 1}',
      '1:39: Unknown key "also"; expected version or entries [unknown-key]',
    ],
  ])('says where %s goes wrong, and takes nothing from it', async (_, text, problem) => {
    const { entries, issues } = await readBaseline(fileWith(text));
    expect(entries).toEqual([]);
    expect(issues.map(({ severity }) => severity)).toEqual(['error']);
    const [said] = await problems(text);
    expect(said).toContain(problem);
  });

  it('leaves out the entries with a mistake, and says what each is', async () => {
    const text = written
      .replace('"entries": [', '"entries": [\n    { "path": "b.txt", "statement": 3 },')
      .replace('0a1b2c3d', 'so');
    expect(await problems(text)).toEqual([
      '4:37: Found 3; expected text [wrong-shape]',
      '4:5: Missing "text"; expected text [wrong-shape]',
      '4:5: Missing "sentence"; expected text [wrong-shape]',
      '4:5: Missing "reason"; expected text [wrong-shape]',
      '9:19: Found "so"; expected eight hexadecimal digits [wrong-shape]',
    ]);
  });

  it('notes what lacks a reason', async () => {
    const text = written.replace('the desk has a newer figure', '');
    const { entries, issues } = await readBaseline(fileWith(text));
    expect(entries).toEqual([{ ...entry, reason: '' }]);
    expect(issues).toMatchObject([{ code: 'entry-without-reason', severity: 'information' }]);
  });

  it('reads tabs, two-character line ends and a byte order mark', async () => {
    const text = `\ufeff${written.replaceAll('  ', '\t').replaceAll('\n', '\r\n')}`;
    const baseline = await readBaseline(fileWith(text));
    expect(baseline).toMatchObject({ entries: [entry], issues: [] });
    const [read] = baseline.entries;
    expect(read && baseline.place(read).position).toEqual({ line: 4, column: 3 });
  });
});

describe('writeBaseline()', () => {
  it('writes what is read again, and nothing where nothing has changed', async () => {
    const file = join(temporaryFolder({}), BASELINE_FILE);
    expect(await writeBaseline(await readBaseline(file), [entry])).toEqual([]);
    expect(readFileSync(file, 'utf8')).toBe(written);
    expect(await writeBaseline(await readBaseline(file), [entry])).toEqual([]);
    expect((await readBaseline(file)).entries).toEqual([entry]);
  });

  it('makes no file for no entries', async () => {
    const baseline = await readBaseline(join(temporaryFolder({}), BASELINE_FILE));
    expect(await writeBaseline(baseline, [])).toEqual([]);
    expect((await readBaseline(baseline.file)).text).toBeNull();
  });

  it('keeps the line ends', async () => {
    const file = fileWith(written.replaceAll('\n', '\r\n'));
    await writeBaseline(await readBaseline(file), [{ ...entry, text: '$41bn' }]);
    const after = readFileSync(file, 'utf8');
    expect(after).toBe(written.replace('$40bn', '$41bn').replaceAll('\n', '\r\n'));
  });

  it('touches no file with a mistake in it', async () => {
    const text = `${written}<<<<<<< HEAD`;
    const file = fileWith(text);
    const baseline = await readBaseline(file);
    expect(await writeBaseline(baseline, [entry])).toEqual(baseline.issues);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('touches no file that was changed meanwhile', async () => {
    const file = fileWith(written);
    const baseline = await readBaseline(file);
    writeFileSync(file, `${written}\n`);
    expect(await writeBaseline(baseline, [])).toMatchObject([{ code: 'changed' }]);
    expect(readFileSync(file, 'utf8')).toBe(`${written}\n`);
  });
});

describe('unusedEntries()', () => {
  it('are notes at their places', async () => {
    const baseline = await readBaseline(fileWith(written));
    expect(unusedEntries(baseline, baseline.entries)).toMatchObject([
      { code: 'unused-entry', severity: 'information', position: { line: 4, column: 5 } },
    ]);
  });
});

describe('pathInBaseline()', () => {
  it('leads from the folder of the baseline', () => {
    const file = join('/work', BASELINE_FILE);
    expect(pathInBaseline(file, '/work/notes/a.txt')).toBe('notes/a.txt');
    expect(pathInBaseline(file, '/elsewhere/a.txt')).toBe('../elsewhere/a.txt');
  });
});
