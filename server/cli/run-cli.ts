import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { nearestWord } from '../core/text/nearest-word.ts';
import { stetVersion } from '../host/shipped-files.ts';
import { checkCommand } from './check-command.ts';
import type { Command } from './command.ts';
import { explainCommand } from './explain-command.ts';
import { factsCommand } from './facts-command.ts';
import { figuresCommand } from './figures-command.ts';
import { lspCommand } from './lsp-command.ts';
import { parseCommandLine } from './parse-command-line.ts';
import type { ExitStatus, Terminal } from './terminal.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  check: checkCommand,
  figures: figuresCommand,
  explain: explainCommand,
  facts: factsCommand,
  lsp: lspCommand,
};

/** Run `stet` with the words that follow it. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const [word, ...rest] = args;
  if (word === undefined) return refuse(`No command given\n\n${overview()}`, terminal);
  if (word === '--version') return say(stetVersion(), terminal);
  if (word === '--help' || word === '-h') return say(overview(), terminal);
  if (word === 'help') return say(helpOn(rest[0]), terminal);
  const command = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined;
  if (command === undefined) return refuse(unknownCommand(word, terminal), terminal);
  return runCommand(word, command, rest, terminal);
}

async function runCommand(
  word: string,
  command: Command,
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitStatus> {
  const line = parseCommandLine(args, command.options);
  if (line.kind === 'usage') return refuse(line.message, terminal, word);
  if (line.flags.has('help')) return say(command.help, terminal);
  const outcome = await command.run(line, terminal);
  return typeof outcome === 'number' ? outcome : refuse(outcome.message, terminal, word);
}

function overview(): string {
  const commands = Object.entries(COMMANDS).map(
    ([word, { summary }]) => `  ${word.padEnd(9)}${summary}`,
  );
  return `Usage: stet COMMAND [options]

Checks the figures in a draft against a curated, sourced record.

${commands.join('\n')}

  stet COMMAND --help    what a command takes
  stet --version         which version this is`;
}

function helpOn(word: string | undefined): string {
  return COMMANDS[word ?? '']?.help ?? overview();
}

function unknownCommand(word: string, { cwd }: Terminal): string {
  const known = Object.keys(COMMANDS);
  if (word.startsWith('-')) return `Unknown option "${word}"; see stet --help`;
  if (existsSync(resolve(cwd, word)))
    return `Unknown command "${word}"; did you mean stet check ${word}?`;
  const near = nearestWord(word, known);
  const hint = near === undefined ? `give one of ${known.join(', ')}` : `did you mean "${near}"?`;
  return `Unknown command "${word}"; ${hint}`;
}

function say(text: string, terminal: Terminal): ExitStatus {
  terminal.print(`${text}\n`);
  return 0;
}

function refuse(message: string, terminal: Terminal, command?: string): ExitStatus {
  terminal.complain(`stet${command === undefined ? '' : ` ${command}`}: ${message}`);
  return 2;
}
