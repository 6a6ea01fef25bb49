import { ok, strictEqual } from 'node:assert';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, conflicts, diagnosticsWhen, firstConflict, openDraft } from './editor.ts';

describe('A setting', () => {
  afterEach(async () => {
    for (const name of ['severity.conflict', 'enable']) await set(name, undefined);
    await closeAll();
  });

  it('changes how a verdict is shown, at once', async () => {
    const draft = await openDraft('deal.md');
    const before = await firstConflict(draft.uri);
    strictEqual(before.severity, vscode.DiagnosticSeverity.Warning);
    await set('severity.conflict', 'error');
    await diagnosticsWhen(draft.uri, 'Errors', (all) =>
      conflicts(all).every(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
    );
  });

  it('turns the check off and on again', async () => {
    const draft = await openDraft('deal.md');
    ok(await firstConflict(draft.uri));
    await set('enable', false);
    await diagnosticsWhen(draft.uri, 'No mark', (all) => all.length === 0);
    await set('enable', undefined);
    ok(await firstConflict(draft.uri));
  });
});

async function set(name: string, value: unknown): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('stet');
  await configuration.update(name, value, vscode.ConfigurationTarget.Workspace);
}
