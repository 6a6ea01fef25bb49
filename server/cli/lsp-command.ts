import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Command } from './command.ts';
import { type CommandLine, type UsageProblem, usageProblem } from './parse-command-line.ts';
import type { ExitStatus } from './terminal.ts';

/** The language server is a bundle of its own beside this one, so that it is neither loaded nor shipped twice. */
const SERVER = join(import.meta.dirname, 'server.js');

export const lspCommand: Command = {
  summary: 'run the language server, for editors',
  help: `Usage: stet lsp --stdio

Speaks the Language Server Protocol over standard input and output.

  --stdio                required
  -h, --help             show this help`,
  // Some clients add their process id to the command.
  options: { stdio: 'flag', clientProcessId: 'word', help: 'flag' },
  run,
};

async function run(line: CommandLine): Promise<ExitStatus | UsageProblem> {
  if (!line.flags.has('stdio'))
    return usageProblem('lsp speaks over standard input and output: add --stdio');
  createRequire(SERVER)(SERVER);
  return 0;
}
