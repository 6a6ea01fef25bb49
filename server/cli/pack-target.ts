import { resolve } from 'node:path';
import type { LocatedIssue } from '../host/located-issue.ts';
import { findPackTarget, type PackTarget } from '../host/pack-target.ts';
import type { CommandLine } from './parse-command-line.ts';
import type { Terminal } from './terminal.ts';

/** The pack in `folder` that is written to, or why it cannot be. */
export function packTarget(folder: string, { cwd }: Terminal): Promise<PackTarget | LocatedIssue> {
  return findPackTarget(resolve(cwd, folder));
}

/** The command line with the pack that is written to among those that are loaded. */
export function withTarget(line: CommandLine, { folder, isNew }: PackTarget): CommandLine {
  if (isNew) return line;
  const facts = [...(line.words.get('facts') ?? []), folder];
  return { ...line, words: new Map([...line.words, ['facts', facts]]) };
}
