import { writeFile } from 'node:fs/promises';
import Mocha from 'mocha';
import * as vscode from 'vscode';

/** The file in the workspace that asks for a run, and says where its result goes. */
const ORDER = 'stet-suite.json';
const TEST_ENDS_WITHIN = 30_000;

export interface SuiteResult {
  readonly passed: readonly string[];
  /** First attempts that failed, of tests that were then run a second time. */
  readonly again: readonly Failure[];
  readonly failed: readonly Failure[];
}

interface Failure {
  readonly title: string;
  readonly error: string;
}

/** How the workbench of the editor tests runs the suite: as an extension whose workspace asks for it. */
export async function activate(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) return;
  const order = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder.uri, ORDER));
  const { result } = JSON.parse(new TextDecoder().decode(order));
  await writeFile(result, JSON.stringify(await runSuite()));
}

/** How `@vscode/test-electron` runs the suite; it takes a rejection for a failure. */
export async function run(): Promise<void> {
  const { passed, again, failed } = await runSuite();
  for (const { title, error } of again) console.log(`again   ${title}\n${error}`);
  for (const title of passed) console.log(`ok      ${title}`);
  for (const { title, error } of failed) console.log(`FAILED  ${title}\n${error}`);
  console.log(`${passed.length} passed, ${failed.length} failed`);
  if (failed.length > 0) throw new Error(`${failed.length} failed`);
}

async function runSuite(): Promise<SuiteResult> {
  // A machine that stands still for a moment fails a test that waits; a second attempt is said, not hidden.
  const mocha = new Mocha({ ui: 'bdd', timeout: TEST_ENDS_WITHIN, retries: 1, reporter: 'min' });
  // mocha gives `describe` and `it` their meaning for the modules that are loaded after this.
  mocha.suite.emit('pre-require', globalThis, null, mocha);
  await import('./draft.test.ts');
  await import('./settings.test.ts');
  await import('./pack.test.ts');
  await import('./pack-writing.test.ts');
  await import('./record-fact.test.ts');
  await import('./commands.test.ts');
  await import('./correct.test.ts');
  await import('./notice.test.ts');
  await import('./understand.test.ts');
  await import('./write.test.ts');
  await import('./resilience.test.ts');

  const passed: string[] = [];
  const again: Failure[] = [];
  const failed: Failure[] = [];
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on('pass', (test) => passed.push(test.fullTitle()))
      .on('retry', (test, error) => again.push(failureOf(test, error)))
      .on('fail', (test, error) => failed.push(failureOf(test, error)));
  });
  return { passed, again, failed };
}

function failureOf(test: { fullTitle(): string }, error: Error | undefined): Failure {
  return { title: test.fullTitle(), error: error?.stack ?? String(error) };
}
