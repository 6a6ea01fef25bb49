import * as vscode from 'vscode';
import { type LanguageClient, WorkDoneProgress } from 'vscode-languageclient/node';
import type {
  CheckWorkspaceMethod,
  CheckWorkspaceParams,
  CheckWorkspaceResult,
} from '../../server/lsp/protocol.ts';
import { describeWorkspaceCheck } from '../describe-workspace-check.ts';

const checkWorkspaceMethod: CheckWorkspaceMethod = 'stet/checkWorkspace';
const showProblems = 'Show Problems';

// Each run reports to a token of its own, so a late report never reaches the next run's bar.
let runs = 0;

/**
 * Check every draft of the workspace folders, with progress and a cancel button.
 * Returns when the check has ended; the message that says what was found stays until it is dismissed.
 */
export async function checkWorkspace(client: LanguageClient): Promise<CheckWorkspaceResult> {
  const result = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: 'Stet: checking the drafts',
      cancellable: true,
    },
    (report, cancellation) => request(client, report, cancellation),
  );
  void announce(result);
  return result;
}

async function announce(result: CheckWorkspaceResult): Promise<void> {
  const nameOf = (uri: string) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  const { message, hasFindings } = describeWorkspaceCheck(result, nameOf);
  const buttons = hasFindings ? [showProblems] : [];
  const choice = await vscode.window.showInformationMessage(message, ...buttons);
  if (choice !== showProblems) return;
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}

async function request(
  client: LanguageClient,
  report: vscode.Progress<{ message?: string; increment?: number }>,
  cancellation: vscode.CancellationToken,
): Promise<CheckWorkspaceResult> {
  runs += 1;
  const params: CheckWorkspaceParams = { workDoneToken: `stet.checkWorkspace.${runs}` };
  let reached = 0;
  const listener = client.onProgress(WorkDoneProgress.type, params.workDoneToken ?? '', (value) => {
    if (value.kind === 'end') return;
    const percentage = value.percentage ?? reached;
    report.report({
      increment: percentage - reached,
      ...(value.message === undefined ? {} : { message: value.message }),
    });
    reached = percentage;
  });
  try {
    return await client.sendRequest<CheckWorkspaceResult>(
      checkWorkspaceMethod,
      params,
      cancellation,
    );
  } finally {
    listener.dispose();
  }
}
