// The VS Code workbench as a server on this machine: a process group of its own, fresh folders.
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STARTS_WITHIN = 60_000;
const STOPS_WITHIN = 5_000;

const settings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'breadcrumbs.enabled': false,
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'git.enabled': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.scrollbar.vertical': 'hidden',
  'editor.overviewRulerBorder': false,
  'editor.wordWrap': 'on',
  'editor.cursorBlinking': 'solid',
  'editor.lightbulb.enabled': 'on',
  'files.autoSave': 'off',
};

/**
 * Install the given VSIX files into a fresh workbench below `folder` and start it.
 * `onInstalled` is given the folder of the installed extensions before any of them runs.
 * Returns `{ origin, stop }`. Errors: an Error with what the workbench said.
 */
export async function startWorkbench(
  tools,
  { folder, extensions, port = 0, userSettings = {}, onInstalled = () => {} },
) {
  mkdirSync(join(folder, 'user-data/User'), { recursive: true });
  const allSettings = { ...settings, ...userSettings };
  writeFileSync(join(folder, 'user-data/User/settings.json'), JSON.stringify(allSettings, null, 2));
  for (const vsix of extensions) installExtension(tools, folder, vsix);
  onInstalled(join(folder, 'extensions'));

  const args = ['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-workspace-trust'];
  const child = spawn(tools.node, commandLine(tools, folder, args), {
    detached: true, // its own process group, so that stop() ends its children too
    env: environment(folder),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // However this process ends, the workbench does not outlive it.
  process.once('exit', () => signalGroup(child.pid, 'SIGKILL'));
  const log = createWriteStream(join(folder, 'workbench.log'));
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const stop = () => stopGroup(child);
  try {
    return { origin: await listening(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address that opens `workspace` with `file` in the editor; `logLevel` as `publisher.name=trace`. */
export function addressOf(origin, workspace, file, logLevel) {
  const address = new URL(origin);
  address.searchParams.set('folder', workspace);
  const payload = [];
  if (file) payload.push(['openFile', `vscode-remote://${address.host}${join(workspace, file)}`]);
  if (logLevel) payload.push(['logLevel', logLevel]);
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

function installExtension(tools, folder, vsix) {
  const done = spawnSync(tools.node, commandLine(tools, folder, ['--install-extension', vsix]), {
    env: environment(folder),
    encoding: 'utf8',
  });
  if (done.status !== 0)
    throw new Error(`${vsix} could not be installed:\n${done.stdout}${done.stderr}`);
}

function commandLine(tools, folder, args) {
  return [
    tools.codeServer,
    ...[
      '--user-data-dir',
      join(folder, 'user-data'),
      '--extensions-dir',
      join(folder, 'extensions'),
    ],
    ...['--config', join(folder, 'config.yaml')],
    ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
    ...args,
  ];
}

/** Nothing of the person's own workbench, and nothing written outside `folder`. */
function environment(folder) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|npm_)/.test(name)),
  );
  return { ...env, XDG_CONFIG_HOME: join(folder, 'config'), XDG_DATA_HOME: join(folder, 'data') };
}

function listening(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why) => reject(new Error(`The workbench ${why}. It said:\n${said}`));
    const timer = setTimeout(() => fail('did not start in time'), STARTS_WITHIN);
    const listen = (chunk) => {
      said += chunk;
      const address = /listening on (http:\/\/[\d.]+:\d+)/.exec(said)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', (error) => fail(`could not be started (${error.message})`));
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with status ${code}`);
    });
  });
}

async function stopGroup(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child.pid, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), STOPS_WITHIN);
  await ended;
  clearTimeout(timer);
  signalGroup(child.pid, 'SIGKILL'); // children that outlived it
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}
