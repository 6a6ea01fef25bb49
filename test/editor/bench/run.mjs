// The benchmark in the real workbench: how long extensions take to activate and to show their first marks.
// `node test/editor/bench/run.mjs`; needs `npm run package` before.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { newPage, startBrowser } from '../harness/browser.mjs';
import { installWorkbench } from '../harness/install.mjs';
import { packExtension } from '../harness/small-extension.mjs';
import { bundleForEditor } from '../harness/suite-extension.mjs';
import { waitUntil } from '../harness/wait-until.mjs';
import { addressOf, startWorkbench } from '../harness/workbench.mjs';
import { project, sampleDraft } from '../harness/workspace.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const ROUND_ENDS_WITHIN = 240_000;
const vsix = join(project, 'stet.vsix');

/** Each with two files of about the sample's size that it marks. CSS is VS Code's own extension. */
const contenders = [
  { name: 'Stet', extension: 'stet.stet', first: 'first.md', next: 'next.md' },
  { name: 'YAML', extension: 'stet-tests.bench-yaml', first: 'first.yaml', next: 'next.yaml' },
  {
    name: 'CSS',
    extension: 'vscode.css-language-features',
    first: 'first.css',
    next: 'next.css',
  },
];

/** Opened before anything is measured. */
const warmUp = ['warm.md', 'warm.yaml'];

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

try {
  await bench();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function bench() {
  if (!existsSync(vsix)) throw new Error('stet.vsix is missing; run npm run package first');
  const tools = installWorkbench();
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const extensions = [vsix, await packProbe(folder), await packYaml(folder)];
  const schema = pathToFileURL(join(project, 'facts/pack-file.schema.json')).href;
  const userSettings = { 'yaml.schemas': { [schema]: '*.yaml' }, 'yaml.schemaStore.enable': false };
  const workbench = await startWorkbench(tools, { folder, extensions, userSettings, onInstalled });
  const browser = await startBrowser(tools);
  try {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push(await runRound({ folder, browser, origin: workbench.origin, round }));
    }
    print(rounds);
  } finally {
    await browser.close();
    await workbench.stop();
    if (process.env.KEEP)
      cpSync(join(folder, 'user-data/logs'), process.env.KEEP, { recursive: true });
  }
}

/** Stet is started by the probe alone, and not by a file of its languages. */
function onInstalled(extensions) {
  const [name] = readdirSync(extensions).filter((one) => one.startsWith('stet.stet-'));
  const file = join(extensions, name, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...manifest, activationEvents: [] }));
}

function packProbe(folder) {
  return packExtension(folder, {
    name: 'bench-probe',
    manifest: { activationEvents: ['workspaceContains:stet-probe.json'] },
    bundle: (outfile) => bundleForEditor('bench/probe.ts', outfile),
  });
}

function packYaml(folder) {
  const install = join(project, 'test/bench/peer/install.mjs');
  const module = execFileSync(process.execPath, [install], { encoding: 'utf8' }).trim();
  return packExtension(folder, {
    name: 'bench-yaml',
    manifest: { activationEvents: [], server: { module } },
    bundle: (outfile) => bundleForEditor('bench/yaml-client.ts', outfile),
  });
}

/** A page has an extension host of its own: every round starts everything anew. */
async function runRound({ folder, browser, origin, round }) {
  const workspace = join(folder, `round-${round}`);
  const result = join(folder, `round-${round}.json`);
  // Whoever comes first pays for more than itself: each does in its turn.
  const turn = round % contenders.length;
  const order = [...contenders.slice(turn), ...contenders.slice(0, turn)];
  writeWorkspace(workspace);
  writeFileSync(
    join(workspace, 'stet-probe.json'),
    JSON.stringify({ result, contenders: order, warmUp }),
  );
  const page = await newPage(browser);
  await page.goto(addressOf(origin, workspace));
  const read = () => {
    try {
      return JSON.parse(readFileSync(result, 'utf8'));
    } catch {
      return undefined;
    }
  };
  const measures = await waitUntil('the measures of a round', read, ROUND_ENDS_WITHIN);
  await page.context().close();
  if (typeof measures === 'string') throw new Error(measures);
  return measures;
}

function writeWorkspace(workspace) {
  mkdirSync(workspace);
  for (const name of warmUp) writeFileSync(join(workspace, name), '# Nothing\n');
  const size = readFileSync(sampleDraft, 'utf8').length;
  for (const which of ['first', 'next']) {
    cpSync(sampleDraft, join(workspace, `${which}.md`));
    writeFileSync(join(workspace, `${which}.yaml`), linesUpTo(size, yamlEntry, 'statements:\n'));
    writeFileSync(join(workspace, `${which}.css`), linesUpTo(size, cssEntry, ''));
  }
}

/** An entry again and again, up to a length. */
function linesUpTo(size, entry, start) {
  let text = start;
  for (let number = 0; text.length < size; number++) text += entry(number);
  return text;
}

/** Every fourth with a key that the schema does not have. */
function yamlEntry(number) {
  const property = number % 4 === 0 ? 'propriety' : 'property';
  return `  - id: a${number}.value\n    subject: a${number}\n    ${property}: valuation\n    value: $${number} billion\n    references: [{ source: a, line: ${number + 1}, exact: $${number} billion }]\n`;
}

/** Every fourth with nothing in it, which is warned of. */
function cssEntry(number) {
  return `.a${number} {${number % 4 === 0 ? '' : ` width: ${number}px; color: rgb(${number}, 0, 0);`} }\n`;
}

function print(rounds) {
  const median = (extension, what) => {
    const values = rounds.map((round) => round.find((one) => one.extension === extension)[what]);
    return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  };
  const rows = [
    ['activation', 'activated', 'under 100 ms'],
    ['activation to first diagnostics', 'firstMarks', 'at most 0.5 of YAML'],
    ['open to diagnostics, next file', 'nextMarks', 'at most 0.5 of YAML'],
  ];
  const line = (cells) =>
    console.log(
      cells
        .map((cell, index) => cell.padEnd(index === 0 ? 34 : 10))
        .join('')
        .trimEnd(),
    );
  console.log(`In the workbench, milliseconds, medians of ${rounds.length} rounds`);
  line(['', ...contenders.map(({ name }) => name), 'goal']);
  for (const [title, what, goal] of rows) {
    const cells = contenders.map(({ extension }) => median(extension, what).toFixed(0));
    line([title, ...cells, goal]);
  }
}
