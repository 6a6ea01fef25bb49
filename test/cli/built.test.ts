import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
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

function stet(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
  const { FORCE_COLOR: _, ...inherited } = process.env;
  return spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    env: { ...inherited, ...env },
    encoding: 'utf8',
  });
}
