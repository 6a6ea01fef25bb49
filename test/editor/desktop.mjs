// The suite over the `vscode` API in a desktop VS Code: the one named by VSCODE_EXECUTABLE, else a download.
// `node test/editor/desktop.mjs [--if-possible]`; with the flag, no VS Code to be had is no failure.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { installModules } from './harness/install.mjs';
import { bundleSuite } from './harness/suite-extension.mjs';
import { makeSuiteWorkspace, project } from './harness/workspace.mjs';

const OLDEST = '1.95.0'; // engines.vscode; the browser workbench of run.mjs is a recent one
const isOptional = process.argv.includes('--if-possible');

const executable = await findExecutable();
process.exitCode = executable ? await runSuite(executable) : sayWhy();

async function findExecutable() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  try {
    return await downloadAndUnzipVSCode({
      version: OLDEST,
      cachePath: join(project, '.cache/vscode'),
    });
  } catch {
    return undefined;
  }
}

function sayWhy() {
  console.log(
    'No desktop VS Code is to be had: VSCODE_EXECUTABLE names none, and none could be downloaded.\n' +
      'The suite was not run here; npm run test:editor runs the same one in the browser workbench.',
  );
  return isOptional ? 0 : 1;
}

async function runSuite(vscodeExecutablePath) {
  const folder = mkdtempSync(join(tmpdir(), 'stet-desktop-'));
  const suite = join(folder, 'suite.cjs');
  const workspace = join(folder, 'workspace');
  try {
    await bundleSuite(installModules(), suite);
    makeSuiteWorkspace(workspace);
    return await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: project,
      extensionTestsPath: suite,
      launchArgs: [
        workspace,
        '--disable-extensions',
        '--disable-workspace-trust',
        '--log=stet.stet=trace',
        `--user-data-dir=${join(folder, 'user-data')}`,
      ],
    });
  } catch (error) {
    console.error(error.message);
    return 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
