import type { LocatedIssue, Place } from '../host/located-issue.ts';
import { harmless } from './display-width.ts';
import { shownPath } from './read-inputs.ts';
import type { Terminal } from './terminal.ts';

/** Say what was wrong with the inputs, one message a line: `facts/deals.yaml:12:5: error: … [unknown-source]`. */
export function reportIssues(issues: readonly LocatedIssue[], terminal: Terminal): void {
  const notes = issues.filter(({ severity }) => severity === 'information');
  const unsaid = new Set(notes.slice(MOST_NOTES));
  for (const issue of issues) {
    if (!unsaid.has(issue)) terminal.complain(describeIssue(issue, terminal.cwd));
  }
  if (unsaid.size > 0) terminal.complain(`note: ${unsaid.size} more notes like these`);
}

/** A pack that overrides a whole other one should not bury its mistakes. */
const MOST_NOTES = 20;

/** Whether anything is wrong enough to end with status 2. */
export function hasErrors(issues: readonly LocatedIssue[]): boolean {
  return issues.some(({ severity }) => severity === 'error');
}

function describeIssue(issue: LocatedIssue, cwd: string): string {
  const place = issue.scope === 'file' ? nameOf(issue.file, cwd) : placeName(issue, cwd);
  const other = issue.other === undefined ? '' : ` (see ${placeName(issue.other, cwd)})`;
  return harmless(`${place}: ${LEVELS[issue.severity]}: ${issue.message}${other} [${issue.code}]`);
}

/** As compilers call them. */
const LEVELS: Readonly<Record<LocatedIssue['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
};

function placeName({ file, position }: Place, cwd: string): string {
  return `${nameOf(file, cwd)}:${position.line}:${position.column}`;
}

/** Standard input has a name but no path. */
function nameOf(file: string, cwd: string): string {
  return file.startsWith('<') ? file : shownPath(file, cwd);
}
