import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';

const CLI = join(import.meta.dirname, '../../dist/cli.js');
const WRONG = "---\ndate: 2025-11-05\n---\n\nOpenAI's deal with AWS is worth $40bn.\n";

describe('dist/cli.js', () => {
  it('checks a draft and ends with the status', () => {
    const cwd = temporaryFolder({ 'draft.md': WRONG });
    const { status, stdout, stderr } = stet(['check', 'draft.md'], cwd);
    expect(stdout).toContain('draft.md:5:33: conflict');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  it('can be called by its name', () => {
    expect(statSync(CLI).mode & 0o111).toBe(0o111);
    expect(execFileSync(CLI, ['--version'], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('reads standard input to its end, and none when there is none', () => {
    const cwd = temporaryFolder();
    const piped = spawnSync(process.execPath, [CLI, 'check', '-'], {
      cwd,
      input: WRONG,
      encoding: 'utf8',
    });
    expect(piped.stdout).toContain('<stdin>:5:33: conflict');
    const closed = spawnSync(process.execPath, [CLI, 'check', '-'], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
    expect(closed.stdout).toContain('No figure in 1 draft is on record');
    expect(closed.status).toBe(0);
  });

  it('colours a pipe only when told to', () => {
    const cwd = temporaryFolder({ 'draft.md': WRONG });
    expect(stet(['check', 'draft.md'], cwd).stdout).not.toContain('\u001b');
    expect(stet(['check', 'draft.md'], cwd, { FORCE_COLOR: '1' }).stdout).toContain('\u001b[31m');
  });

  it('is quiet when its reader leaves early', async () => {
    const paragraph = "OpenAI's deal with AWS is worth $40bn.\n\n";
    const cwd = temporaryFolder({ 'draft.md': WRONG + paragraph.repeat(2000) });
    const child = spawn(process.execPath, [CLI, 'check', 'draft.md'], { cwd });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
  });

  it('serves editors with lsp --stdio', async () => {
    const child = spawn(process.execPath, [CLI, 'lsp', '--stdio'], { cwd: temporaryFolder() });
    const params = { processId: process.pid, rootUri: null, capabilities: {} };
    const request = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(request)}\r\n\r\n${request}`);
    let answer = '';
    for await (const chunk of child.stdout) {
      answer += chunk;
      if (answer.includes('"capabilities"')) break;
    }
    child.kill();
    expect(answer).toContain('hoverProvider');
  });
});

describe('the code that was compiled', () => {
  it('is kept by the first check, and changes nothing but the time of the next', () => {
    const { cwd, cache, check, entries } = ownCache();
    const first = check();
    expect(first.status).toBe(1);
    const [entry = ''] = entries();
    expect(entries()).toEqual([expect.stringMatching(/^cli-program\.js-/)]);
    const kept = readFileSync(join(cache, entry));
    expect(check()).toEqual(first);
    expect(readFileSync(join(cache, entry))).toEqual(kept);
    expect(stet(['lsp'], cwd).status).toBe(2);
  });

  it.each([
    ['nothing', ''],
    ['something else', 'no code'.repeat(100)],
  ])('is compiled again where %s is left of it', (_, left) => {
    const { cache, check, entries } = ownCache();
    const first = check();
    const [entry = ''] = entries();
    writeFileSync(join(cache, entry), left);
    expect(check()).toEqual(first);
    expect(statSync(join(cache, entry)).size).toBeGreaterThan(100_000);
  });

  it('is not kept where that is turned off, or nothing can be written', () => {
    const { check, entries } = ownCache();
    expect(check({ NODE_DISABLE_COMPILE_CACHE: '1' }).status).toBe(1);
    expect(entries()).toEqual([]);
    const noFolder = join(temporaryFolder({ file: '' }), 'file');
    expect(check({ XDG_CACHE_HOME: noFolder })).toEqual(check());
  });
});

/** A draft to be checked with a cache of its own. */
function ownCache() {
  const cwd = temporaryFolder({ 'draft.md': WRONG });
  const home = temporaryFolder();
  const cache = join(home, 'stet', 'code');
  const check = (env: Readonly<Record<string, string>> = {}) => {
    const { status, stdout, stderr } = stet(['check', 'draft.md'], cwd, {
      XDG_CACHE_HOME: home,
      ...env,
    });
    return { status, stdout, stderr };
  };
  const entries = () => (existsSync(cache) ? readdirSync(cache) : []);
  return { cwd, cache, check, entries };
}

function stet(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
  const { FORCE_COLOR: _, NODE_DISABLE_COMPILE_CACHE: __, ...inherited } = process.env;
  return spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    env: { ...inherited, ...env },
    encoding: 'utf8',
  });
}
