// The editor tests: the packed extension in the real VS Code workbench, over its API and through its page.
// `node test/editor/run.mjs [--keep-screenshots]`; needs `npm run package` before, and says what else is missing.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newPage, startBrowser } from './harness/browser.mjs';
import { findChromium, installWorkbench } from './harness/install.mjs';
import { createReport } from './harness/report.mjs';
import { packSuite } from './harness/suite-extension.mjs';
import { waitUntil } from './harness/wait-until.mjs';
import { addressOf, startWorkbench } from './harness/workbench.mjs';
import {
  makePackWorkspace,
  makeSuiteWorkspace,
  makeWriterWorkspace,
  project,
} from './harness/workspace.mjs';
import { checkVsix } from './package/check-vsix.mjs';
import { putAFigureRight } from './pages/put-a-figure-right.mjs';
import { writeAPack } from './pages/write-a-pack.mjs';

const SUITE_ENDS_WITHIN = 240_000;
const vsix = join(project, 'stet.vsix');
const out = join(project, 'test/editor/out');
const keptScreenshots = join(project, 'docs/screenshots');
const keepsScreenshots = process.argv.includes('--keep-screenshots');

// Ending by a signal is ending too: whatever runs below this process is ended on its exit.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

process.exitCode = await main().catch((error) => {
  console.error(error.message);
  console.log('\n0 passed, 1 failed');
  return 1;
});

async function main() {
  if (!existsSync(vsix)) throw new Error('stet.vsix is missing; run npm run package first');
  findChromium(); // said now, not after minutes of installing
  const tools = installWorkbench();
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });

  const report = createReport();
  console.log('The package');
  await report.test('the VSIX holds what it needs and nothing else', () => checkVsix(vsix));

  const folder = mkdtempSync(join(tmpdir(), 'stet-editor-'));
  const extensions = [vsix, await packSuite(tools, folder)];
  const workbench = await startWorkbench(tools, { folder, extensions });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const browser = await startBrowser(tools);
  try {
    await runSuite(report, { folder, browser, origin: workbench.origin });
    await runPages(report, { folder, browser, origin: workbench.origin });
  } finally {
    await browser.close();
    await workbench.stop();
    keepLogs(folder);
  }
  return report.close();
}

/** The suite over the `vscode` API: a page opens the workspace that orders it, and it writes its result. */
async function runSuite(report, { folder, browser, origin }) {
  console.log('Over the vscode API');
  const workspace = join(folder, 'suite');
  const result = join(folder, 'suite-result.json');
  makeSuiteWorkspace(workspace, result);
  const page = await newPage(browser);
  await page.goto(addressOf(origin, workspace, undefined, 'stet.stet=trace'));
  try {
    await waitUntil('the result of the suite', () => readResult(result), SUITE_ENDS_WITHIN);
    const { passed, failed } = readResult(result);
    if (passed.length + failed.length === 0) throw new Error('The suite ran no test');
    for (const title of passed) report.pass(title);
    for (const { title, error } of failed) report.fail(title, error);
  } catch (error) {
    await page.screenshot({ path: join(out, 'suite-failed.png') });
    report.fail('the suite over the vscode API ends', error);
  }
  await page.context().close();
}

/** The result once it is whole. */
function readResult(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

async function runPages(report, { folder, browser, origin }) {
  console.log('In the page');
  const writer = join(folder, 'writer');
  const draft = makeWriterWorkspace(writer);
  await runPage(report, { browser, screenshots: ['hover', 'quick-fix'] }, (tools) =>
    putAFigureRight({ ...tools, origin, workspace: writer, draft }),
  );
  const keeper = join(folder, 'keeper');
  const pack = makePackWorkspace(keeper);
  await runPage(report, { browser, screenshots: ['pack-error', 'pack-completion'] }, (tools) =>
    writeAPack({ ...tools, origin, workspace: keeper, pack }),
  );
}

/** The steps of one page, up to the first that fails; `screenshots` are those that the docs show. */
async function runPage(report, { browser, screenshots }, stepsOf) {
  const page = await newPage(browser);
  const shoot = (name) => page.screenshot({ path: join(out, `${name}.png`) });
  let isReached = true;
  for (const [title, step] of stepsOf({ page, shoot })) {
    if (!isReached) report.fail(title, 'not reached');
    else if (!(await report.test(title, step))) {
      isReached = false;
      await shoot('page-failed');
    }
  }
  if (isReached && keepsScreenshots) keepScreenshots(screenshots);
  await page.context().close();
}

function keepScreenshots(names) {
  for (const name of names) {
    cpSync(join(out, `${name}.png`), join(keptScreenshots, `${name}.png`));
  }
}

/** The workbench's and the extension host's logs, for a look at what went wrong. */
function keepLogs(folder) {
  for (const name of ['workbench.log', 'user-data/logs']) {
    const from = join(folder, name);
    if (existsSync(from))
      cpSync(from, join(out, name.replace('user-data/', '')), { recursive: true });
  }
}
