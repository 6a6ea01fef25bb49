import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightValues, withRightValues, wrongDraft, wrongValues } from '../lsp/drafts.ts';
import {
  type NeovimDiagnostic,
  type NeovimSession,
  neovimVersion,
  printedFindings,
  runSession,
} from './run-session.ts';

const version = neovimVersion();
const howToInstall = 'Neovim is not installed; install it with "apt-get install neovim"';

if (version === undefined) {
  if (process.env.CI) throw new Error(howToInstall);
  console.warn(`The Neovim tests are left out. ${howToInstall}`);
}

const folder = mkdtempSync(join(tmpdir(), 'stet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(version === undefined)(`${version ?? 'Neovim (left out, not installed)'}`, () => {
  describe('with a draft of seven wrong figures', () => {
    const draft = join(folder, 'wrong.md');
    let session: NeovimSession;

    beforeAll(() => {
      writeFileSync(draft, wrongDraft);
      session = runSession(draft);
    });

    it('shows the seven as diagnostics of stet', () => {
      expect(session.diagnostics.map((one) => textOf(wrongDraft, one))).toEqual(wrongValues);
      expect(new Set(session.diagnostics.map(({ source }) => source))).toEqual(new Set(['stet']));
    });

    it('shows what the command line prints', () => {
      expect(session.diagnostics.map((one) => shown(wrongDraft, one))).toEqual(
        printedFindings(draft).map(printed),
      );
    });

    it('offers the command line’s corrections, and to let each figure stand', () => {
      const corrections = session.actions.map((actions) =>
        actions
          .filter(({ kind }) => kind === 'quickfix.stet.correct')
          .map(({ title }) => title.replace(/^Correct to “(.*)”$/, '$1')),
      );
      expect(corrections).toEqual(rightValues.map((value) => [value]));
      expect(corrections.flat()).toEqual(
        printedFindings(draft).flatMap(({ fixes }) => fixes.map(({ text }) => text)),
      );
      for (const actions of session.actions) {
        expect(actions.map(({ kind }) => kind)).toContain('quickfix.stet.suppress');
      }
    });

    it('opens a hover window with the record and who says it', () => {
      const hover = session.hover.join('\n');
      expect(hover).toContain('seven years');
      expect(hover).toMatch(/lines? \d+/);
    });

    it('corrects the whole draft, and shows nothing more', () => {
      expect(session.corrected).toBe(withRightValues);
      expect(session.left).toEqual([]);
    });
  });

  it('shows what the command line prints of the sample draft', () => {
    const draft = join(folder, 'sample.md');
    copyFileSync(join(import.meta.dirname, '../../docs/sample-draft.md'), draft);
    const text = readFileSync(draft, 'utf8');
    const found = runSession(draft).diagnostics.filter(
      ({ lsp }) => !lsp.code.startsWith('suppression'),
    );
    expect(found.map((one) => shown(text, one))).toEqual(printedFindings(draft).map(printed));
    expect(found.length).toBeGreaterThan(0);
  });
});

/** What both must agree on. */
interface Shown {
  readonly start: number;
  readonly end: number;
  readonly verdict: string;
  readonly statement: string;
  readonly slip: string | null;
  readonly message: string;
}

function shown(text: string, diagnostic: NeovimDiagnostic): Shown {
  const { code, data } = diagnostic.lsp;
  // Lua has no null in a table: what is null in the protocol is absent here.
  const { statement, slip = null } = data;
  return {
    ...offsets(text, diagnostic),
    verdict: code,
    statement,
    slip,
    message: diagnostic.message,
  };
}

function printed(claim: ReturnType<typeof printedFindings>[number]): Shown {
  const { range, verdict, statement, slip, message } = claim;
  return { start: range.start.offset, end: range.end.offset, verdict, statement, slip, message };
}

function textOf(text: string, diagnostic: NeovimDiagnostic): string {
  const { start, end } = offsets(text, diagnostic);
  return text.slice(start, end);
}

/** UTF-16 offsets of a diagnostic, whose columns are bytes. */
function offsets(text: string, { lnum, col, end_lnum, end_col }: NeovimDiagnostic) {
  return { start: offsetOf(text, lnum, col), end: offsetOf(text, end_lnum, end_col) };
}

function offsetOf(text: string, line: number, byte: number): number {
  const lines = text.split('\n');
  const before = lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
  return (
    before +
    Buffer.from(lines[line] ?? '')
      .subarray(0, byte)
      .toString().length
  );
}
