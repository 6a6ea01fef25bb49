import { describe, expect, it } from 'vitest';
import { CancellationToken, CancellationTokenSource, ResponseError } from 'vscode-languageserver';
import { requestGuard, runInBackground } from '../../server/lsp/boundary.ts';
import { keptLog } from './kept-log.ts';

const request = { textDocument: { uri: 'file:///draft.md' } };

function guarded(handler: () => Promise<string>) {
  const { log, lines } = keptLog();
  const guard = requestGuard(log, (uri) => `${uri}, version 3`);
  return { lines, handle: guard('Hover', 'nothing', handler) };
}

describe('requestGuard()', () => {
  it('passes an answer on', async () => {
    const { handle, lines } = guarded(async () => 'the card');
    expect(await handle(request, CancellationToken.None)).toBe('the card');
    expect(lines).toEqual([]);
  });

  it('logs a failure with the document, and answers with nothing', async () => {
    const { handle, lines } = guarded(() => Promise.reject(new Error('Broken')));
    expect(await handle(request, CancellationToken.None)).toBe('nothing');
    expect(lines[0]).toMatch(
      /^error: Hover failed \(file:\/\/\/draft\.md, version 3\): Error: Broken\n/,
    );
  });

  it('does not begin what is cancelled, and tells so of what was cancelled meanwhile', async () => {
    const source = new CancellationTokenSource();
    let begun = 0;
    const { handle } = guarded(async () => {
      begun += 1;
      source.cancel();
      return 'too late';
    });
    const late = await handle(request, source.token);
    expect(late).toBeInstanceOf(ResponseError);
    expect(await handle(request, source.token)).toBeInstanceOf(ResponseError);
    expect(begun).toBe(1);
  });
});

describe('runInBackground()', () => {
  it('logs what fails', async () => {
    const { log, lines } = keptLog();
    runInBackground('Reading', log, () => Promise.reject('No disk'));
    await Promise.resolve();
    expect(lines).toEqual(['error: Reading failed: No disk']);
  });
});
