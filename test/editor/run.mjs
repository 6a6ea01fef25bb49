// The editor tests: the packed extension in the real VS Code workbench, over its API and through its page.
// `node test/editor/run.mjs [--keep-screenshots] [--page NAME]…`; needs `npm run package` before, and says what else is missing.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { newPage, startBrowser } from './harness/browser.mjs';
import { findChromium, installWorkbench } from './harness/install.mjs';
import { toPalettePng } from './harness/palette-png.mjs';
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
import { fixAllAtNight, nightSettings } from './pages/fix-all-at-night.mjs';
import { followTheWalkthrough } from './pages/follow-the-walkthrough.mjs';
import { putAFigureRight } from './pages/put-a-figure-right.mjs';
import { readADraft, readerSettings } from './pages/read-a-draft.mjs';
import { whatGoesWrong } from './pages/what-goes-wrong.mjs';
import { begunDraft, writeADraft } from './pages/write-a-draft.mjs';
import { writeAPack } from './pages/write-a-pack.mjs';

const SUITE_ENDS_WITHIN = 480_000;
const vsix = join(project, 'stet.vsix');
const out = join(project, 'test/editor/out');
const keptScreenshots = join(project, 'docs/screenshots');
const { values: options } = parseArgs({
  options: {
    'keep-screenshots': { type: 'boolean', default: false },
    /** Leave the suite out, and all pages but these. */
    page: { type: 'string', multiple: true, default: [] },
  },
});
const onlyPages = options.page;

const pages = [
  {
    name: 'writer',
    make: makeWriterWorkspace,
    steps: putAFigureRight,
    screenshots: ['hover', 'quick-fix'],
  },
  {
    name: 'reader',
    make: (folder) => makeWriterWorkspace(folder, { settings: readerSettings }),
    steps: readADraft,
    screenshots: [
      'supported',
      'next-finding',
      'status',
      'why-nothing',
      'explanation',
      'verdict-page',
    ],
  },
  {
    name: 'author',
    make: (folder) => makeWriterWorkspace(folder, { text: begunDraft }),
    steps: writeADraft,
    height: 380,
    screenshots: ['completion', 'insert-figure', 'citation'],
  },
  {
    name: 'night',
    make: (folder) => makeWriterWorkspace(folder, { settings: nightSettings }),
    steps: fixAllAtNight,
    screenshots: ['dark', 'fix-all'],
  },
  {
    name: 'keeper',
    make: makePackWorkspace,
    steps: writeAPack,
    screenshots: ['pack-error', 'pack-completion'],
  },
  {
    name: 'newcomer',
    make: makeWriterWorkspace,
    steps: followTheWalkthrough,
    screenshots: ['walkthrough'],
  },
  {
    name: 'unlucky',
    make: makeWriterWorkspace,
    steps: whatGoesWrong,
    screenshots: [],
  },
].filter(({ name }) => onlyPages.length === 0 || onlyPages.includes(name));

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
    if (onlyPages.length === 0) {
      await runSuite(report, { folder, browser, origin: workbench.origin });
    }
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
    const { passed, again, failed } = readResult(result);
    if (passed.length + failed.length === 0) throw new Error('The suite ran no test');
    for (const { title, error } of again) report.again(title, error);
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

/** Every page with a workspace of its own, and where a step fails once more with another; `screenshots` are those that the docs show. */
async function runPages(report, { folder, browser, origin }) {
  console.log('In the page');
  for (const { name, make, steps, screenshots, height } of pages) {
    const attempt = (workspace) => {
      const draft = make(workspace);
      return runPage({ browser, height }, (tools) =>
        steps({ ...tools, origin, folder, workspace, draft }),
      );
    };
    let results = await attempt(join(folder, name));
    const failure = results.find(({ error }) => error !== undefined);
    if (failure !== undefined) {
      report.again(failure.title, failure.error);
      results = await attempt(join(folder, `${name}-again`));
    }
    for (const { title, error } of results) {
      if (error === undefined) report.pass(title);
      else report.fail(title, error);
    }
    if (options['keep-screenshots'] && results.every(({ error }) => error === undefined))
      keepScreenshots(screenshots);
  }
}

/** What the steps of one page came to; after the first that fails, none is reached. */
async function runPage({ browser, height }, stepsOf) {
  const page = await newPage(browser, { height });
  const shoot = (name) => page.screenshot({ path: join(out, `${name}.png`) });
  const results = [];
  let isReached = true;
  for (const [title, step] of stepsOf({ page, shoot })) {
    const error = isReached ? await step().then(() => undefined, asError) : 'not reached';
    if (isReached && error !== undefined) await shoot('page-failed');
    isReached &&= error === undefined;
    results.push({ title, error });
  }
  await page.context().close();
  return results;
}

/** What was thrown, in any case something. */
function asError(thrown) {
  return thrown ?? new Error('Failed without a word');
}

function keepScreenshots(names) {
  for (const name of names) {
    const picture = readFileSync(join(out, `${name}.png`));
    writeFileSync(join(keptScreenshots, `${name}.png`), toPalettePng(picture));
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
