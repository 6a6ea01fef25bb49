import { canShowUnicode, createPaint, wantsColour } from './paint.ts';
import { runCli } from './run-cli.ts';
import type { Terminal } from './terminal.ts';

/** A report in a file or a pipe has no width of its own. */
const COLUMNS_WITHOUT_TERMINAL = 100;

const { stdout, stderr, stdin, env, platform } = process;

const terminal: Terminal = {
  cwd: process.cwd(),
  stdin,
  columns: stdout.columns ?? COLUMNS_WITHOUT_TERMINAL,
  paint: createPaint({
    colour: wantsColour(env, stdout.isTTY),
    unicode: canShowUnicode(env, platform),
  }),
  print: (text) => stdout.write(text),
  complain: (text) => stderr.write(`${text}\n`),
};

// A reader that has seen enough (`| head`) closes the pipe; that is no error.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

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
