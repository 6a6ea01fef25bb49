import { packJsonSchema } from '../service/index.ts';
import { type CommandLine, type UsageProblem, usageProblem } from './parse-command-line.ts';
import type { ExitStatus, Terminal } from './terminal.ts';

/** The form of a pack file, as the JSON Schema that is published beside the packs. */
export async function printSchema(
  words: readonly string[],
  _line: CommandLine,
  terminal: Terminal,
): Promise<ExitStatus | UsageProblem> {
  if (words.length > 0) return usageProblem('schema takes no words');
  terminal.print(`${JSON.stringify(packJsonSchema(), null, 2)}\n`);
  return 0;
}
