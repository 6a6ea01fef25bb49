import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { temporaryFolder } from '../temporary-folder.ts';
import { startServer } from './start-server.ts';

const root = join(import.meta.dirname, '../..');

/** A finding as both the editor and the command line know it. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly verdict: string;
  readonly slip: string | null;
  readonly statement: string;
  readonly message: string;
}

it('the server and the command line find the same in every labelled draft', async () => {
  const drafts = labelledDrafts();
  expect(Object.keys(drafts).length).toBeGreaterThan(50);
  const printed = printedFindings(temporaryFolder(drafts));
  expect(Object.keys(printed).sort()).toEqual(Object.keys(drafts).sort());

  const server = await startServer();
  const shown: Record<string, readonly Found[]> = {};
  for (const [name, text] of Object.entries(drafts)) {
    await server.open(`untitled:${name}`, text);
    const document = TextDocument.create('', '', 0, text);
    const diagnostics = await server.pull(`untitled:${name}`);
    shown[name] = diagnostics
      .filter(({ code }) => !String(code).startsWith('suppression'))
      .map(({ range, code, data, message }) => ({
        start: document.offsetAt(range.start),
        end: document.offsetAt(range.end),
        verdict: String(code),
        slip: data.slip,
        statement: data.statement,
        message: typeof message === 'string' ? message : message.value,
      }));
  }
  expect(await server.stop()).toBe(0);

  expect(shown).toEqual(printed);
  expect(Object.values(shown).flat().length).toBeGreaterThan(20);
});

/** The sample draft and the drafts that accuracy is measured on, by file name. */
function labelledDrafts(): Readonly<Record<string, string>> {
  const lines = readFileSync(join(root, 'test/accuracy/tuning.jsonl'), 'utf8').trim().split('\n');
  const labelled = lines.map((line): [string, string] => {
    const { id, text }: { id: string; text: string } = JSON.parse(line);
    return [`${id}.md`, text];
  });
  const sample = readFileSync(join(root, 'docs/sample-draft.md'), 'utf8');
  return Object.fromEntries([...labelled, ['sample.md', sample]]);
}

/** What the command line prints of the drafts in a folder, by file name. */
function printedFindings(folder: string): Readonly<Record<string, readonly Found[]>> {
  const output = execFileSync(
    process.execPath,
    [join(root, 'dist/cli.js'), 'check', '--format', 'json', '--fail-on', 'never', '.'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 100_000_000 },
  );
  const report: Report = JSON.parse(output);
  const files = report.files.map(({ path, claims }): [string, Found[]] => [
    path,
    claims
      .filter(({ verdict, suppressed }) => verdict !== 'supported' && suppressed === undefined)
      .map(({ range, verdict, slip, statement, message }) => ({
        start: range.start.offset,
        end: range.end.offset,
        verdict,
        slip,
        statement,
        message,
      })),
  ]);
  return Object.fromEntries(files);
}

interface Report {
  readonly files: readonly { readonly path: string; readonly claims: readonly PrintedClaim[] }[];
}

interface PrintedClaim {
  readonly range: { readonly start: { offset: number }; readonly end: { offset: number } };
  readonly verdict: string;
  readonly slip: string | null;
  readonly statement: string;
  readonly message: string;
  readonly suppressed?: string;
}
