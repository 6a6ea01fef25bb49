import * as vscode from 'vscode';
import { type CommandId, commandTitles } from './manifest-source.ts';

/** Show a message with a button for each of some commands, and run the one that is pressed. */
export async function offerCommands(
  level: 'warning' | 'error',
  message: string,
  ...commands: CommandId[]
): Promise<void> {
  const buttons = commands.map((command) => ({ title: commandTitles[command], command }));
  const { showWarningMessage, showErrorMessage } = vscode.window;
  const show = level === 'error' ? showErrorMessage : showWarningMessage;
  const pressed = await show(message, ...buttons);
  if (pressed !== undefined) await vscode.commands.executeCommand(pressed.command);
}
