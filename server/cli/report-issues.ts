import type { LocatedIssue } from '../host/located-issue.ts';
import { harmless } from './display-width.ts';
import { shownPath } from './read-inputs.ts';
import type { Terminal } from './terminal.ts';

/** Say what was wrong with the inputs, one message a line: `facts/deals.yaml:12:5: error: … [unknown-source]`. */
export function reportIssues(issues: readonly LocatedIssue[], terminal: Terminal): void {
  for (const issue of issues) terminal.complain(describeIssue(issue, terminal.cwd));
}

/** Whether anything is wrong enough to end with status 2. */
export function hasErrors(issues: readonly LocatedIssue[]): boolean {
  return issues.some(({ severity }) => severity === 'error');
}

function describeIssue(issue: LocatedIssue, cwd: string): string {
  const { line, column } = issue.position;
  const place = issue.scope === 'file' ? '' : `:${line}:${column}`;
  const text = `${nameOf(issue.file, cwd)}${place}: ${issue.severity}: ${issue.message} [${issue.code}]`;
  return harmless(text);
}

/** Standard input has a name but no path. */
function nameOf(file: string, cwd: string): string {
  return file.startsWith('<') ? file : shownPath(file, cwd);
}
