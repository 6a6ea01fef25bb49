import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeAction } from 'vscode-languageserver/node';

const root = join(import.meta.dirname, '../..');

const neovim = 'nvim';

/** A diagnostic as Neovim keeps it: lines from 0, columns in bytes of UTF-8. */
export interface NeovimDiagnostic {
  readonly lnum: number;
  readonly col: number;
  readonly end_lnum: number;
  readonly end_col: number;
  readonly severity: number;
  readonly message: string;
  readonly source: string;
  readonly lsp: {
    readonly code: string;
    readonly data: { statement: string; slip: string | null };
  };
}

/** What session.lua saw. */
export interface NeovimSession {
  readonly failure?: string;
  readonly diagnostics: readonly NeovimDiagnostic[];
  /** For each diagnostic. */
  readonly actions: readonly (readonly CodeAction[])[];
  /** The lines of the window that hovering the first diagnostic opened. */
  readonly hover: readonly string[];
  /** The draft after "correct all". */
  readonly corrected: string;
  readonly left: readonly NeovimDiagnostic[];
}

/** A finding as `stet check --format json` prints it, as far as it is compared. */
export interface PrintedClaim {
  readonly range: { readonly start: { offset: number }; readonly end: { offset: number } };
  readonly text: string;
  readonly verdict: string;
  readonly slip: string | null;
  readonly statement: string;
  readonly message: string;
  readonly suppressed?: string;
  readonly fixes: readonly { readonly text: string; readonly preferred: boolean }[];
}

/** The first line of `nvim --version`; undefined where Neovim is not installed. */
export function neovimVersion(): string | undefined {
  const { stdout } = spawnSync(neovim, ['--version'], { encoding: 'utf8' });
  return stdout?.split('\n')[0];
}

/** Have a real Neovim open `draft` with the built server, and tell what it shows. */
export function runSession(draft: string): NeovimSession {
  const result = `${draft}.json`;
  const { stderr } = spawnSync(
    neovim,
    ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', 'lua dofile(os.getenv("STET_SCRIPT"))'],
    {
      encoding: 'utf8',
      timeout: 50_000,
      env: {
        ...process.env,
        STET_SCRIPT: join(import.meta.dirname, 'session.lua'),
        STET_DRAFT: draft,
        STET_RESULT: result,
        STET_NODE: process.execPath,
        STET_SERVER: join(root, 'dist/server.js'),
      },
    },
  );
  if (!existsSync(result)) throw new Error(`Neovim wrote no result: ${stderr}`);
  const session: NeovimSession = JSON.parse(readFileSync(result, 'utf8'));
  rmSync(result);
  if (session.failure !== undefined) throw new Error(`${session.failure}: ${stderr}`);
  return session;
}

/** What the command line finds in the same draft, the supported and suppressed left out. */
export function printedFindings(draft: string): readonly PrintedClaim[] {
  const cli = join(root, 'dist/cli.js');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'check', '--format', 'json', draft],
    { encoding: 'utf8' },
  );
  if (stderr !== '') throw new Error(`stet check said: ${stderr}`);
  const report: { files: { claims: PrintedClaim[] }[] } = JSON.parse(stdout);
  const claims = report.files.flatMap((file) => file.claims);
  return claims.filter(
    ({ verdict, suppressed }) => verdict !== 'supported' && suppressed === undefined,
  );
}
