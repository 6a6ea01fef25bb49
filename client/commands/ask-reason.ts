import * as vscode from 'vscode';
import type { ExecuteCommandSignature } from 'vscode-languageclient/node';
import type { FindingCommand, FindingReference } from '../../server/lsp/protocol.ts';

/** The commands that want a reason, with what the box that asks for it says. */
const prompts: Partial<Record<string, string>> = {
  'stet.letStand': 'Why may this figure stand? The reason goes into a comment of the draft',
  'stet.dismiss': 'Why may this figure stand? The reason goes into stet-baseline.json',
} satisfies Partial<Record<FindingCommand, string>>;

/**
 * Ask the writer why a finding may stand, where the command does not say so already, and send the command on.
 * Nothing is done when the writer gives up; an empty reason is one that a hint will ask for.
 */
export async function askReason(
  command: string,
  args: unknown[],
  next: ExecuteCommandSignature,
): Promise<unknown> {
  const prompt = prompts[command];
  const [finding] = args;
  if (prompt === undefined || !isWithoutReason(finding)) return next(command, args);
  const reason = await vscode.window.showInputBox({
    title: 'Let Stand',
    prompt,
    placeHolder: 'the desk has a newer figure',
    ignoreFocusOut: true,
  });
  return reason === undefined ? undefined : next(command, [{ ...finding, reason }]);
}

function isWithoutReason(value: unknown): value is FindingReference {
  return typeof value === 'object' && value !== null && !('reason' in value);
}
