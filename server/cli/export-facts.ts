import { EXPORT_FORMATS, exportStatements } from '../service/export-statements.ts';
import { writtenStatements } from '../service/written-statements.ts';
import {
  type CommandLine,
  lastWord,
  type UsageProblem,
  unknownValue,
  usageProblem,
} from './parse-command-line.ts';
import { loadWantedFacts } from './read-inputs.ts';
import { hasErrors, reportIssues } from './report-issues.ts';
import type { ExitStatus, Terminal } from './terminal.ts';

/** Print every statement in a form for other programs. */
export async function exportFacts(
  words: readonly string[],
  line: CommandLine,
  terminal: Terminal,
): Promise<ExitStatus | UsageProblem> {
  if (words.length > 0) return usageProblem('export takes no words; it prints every statement');
  const given = lastWord(line, 'format') ?? 'jsonl';
  const format = EXPORT_FORMATS.find((one) => one === given);
  if (format === undefined) return unknownValue('format', given, EXPORT_FORMATS);
  const { facts, packFiles, issues } = await loadWantedFacts(line, terminal);
  reportIssues(issues, terminal);
  const statements = [...writtenStatements(packFiles, facts).values()].map(({ data }) => data);
  terminal.print(exportStatements(statements, format));
  return hasErrors(issues) ? 2 : 0;
}
