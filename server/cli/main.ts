import { homedir } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { cacheFolder } from '../host/cache-folder.ts';
import { canShowUnicode, createPaint, wantsColour } from './paint.ts';
import { runCli } from './run-cli.ts';
import type { Terminal } from './terminal.ts';

/** A report in a file or a pipe has no width of its own. */
const COLUMNS_WITHOUT_TERMINAL = 100;

const { stdout, stderr, stdin, env, platform } = process;

const terminal: Terminal = {
  cwd: process.cwd(),
  cacheFolder: cacheFolder({ env, platform, home: homedir() }),
  stdin,
  columns: stdout.columns ?? COLUMNS_WITHOUT_TERMINAL,
  paint: createPaint({
    colour: wantsColour(env, stdout.isTTY),
    unicode: canShowUnicode(env, platform),
  }),
  print: (text) => stdout.write(text),
  complain: (text) => stderr.write(`${text}\n`),
  ...(stdin.isTTY && stderr.isTTY ? { ask } : {}),
};

/** One line of the keyboard; questions are messages, so that results can be piped on. */
async function ask(prompt: string): Promise<string | undefined> {
  const lines = createInterface({ input: stdin, output: stderr });
  try {
    const ended = new Promise<undefined>((resolve) =>
      lines.once('close', () => resolve(undefined)),
    );
    return await Promise.race([lines.question(prompt), ended]);
  } finally {
    lines.close();
  }
}

// A reader that has seen enough (`| head`) closes the pipe; that is no error.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

/** A check runs what every command needs, and most of what any does. */
export const mayKeepCode = (): boolean => process.argv[2] === 'check';

runCli(process.argv.slice(2), terminal).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const detail = error instanceof Error ? error.stack : String(error);
    terminal.complain(`stet: This is a mistake in Stet itself; please report it\n${detail}`);
    process.exitCode = 2;
  },
);
