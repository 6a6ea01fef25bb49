// `npm run code` where there is no `code`: the browser workbench with the packed extension.
// `node test/editor/open.mjs [FOLDER] [--port N]`; without a folder, a copy of the sample draft.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installWorkbench } from './harness/install.mjs';
import { addressOf, startWorkbench } from './harness/workbench.mjs';
import { makeWriterWorkspace, project } from './harness/workspace.mjs';

try {
  await open();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function open() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string', default: '0' } },
  });
  const tools = installWorkbench();
  const folder = mkdtempSync(join(tmpdir(), 'stet-workbench-'));
  const vsix = packExtension(folder);
  const given = positionals[0] && resolve(positionals[0]);
  const workspace = given ?? join(folder, 'draft');
  if (!given) makeWriterWorkspace(workspace);

  const port = Number(values.port);
  const workbench = await startWorkbench(tools, { folder, extensions: [vsix], port });
  const address = addressOf(workbench.origin, workspace, given ? undefined : 'draft.md');
  console.log(`\nVS Code with Stet is at\n\n  ${address}\n\nCtrl+C ends it.`);

  await new Promise((end) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);
  });
  await workbench.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** The extension as it is now, not as it was packed some time ago. */
function packExtension(folder) {
  const vsix = join(folder, 'stet.vsix');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['run', '--silent', 'package', '--', '--out', vsix], {
    cwd: project,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    throw new Error(`The extension was not packed:\n${done.stdout}${done.stderr}`);
  }
  return vsix;
}
