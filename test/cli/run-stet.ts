import { Readable } from 'node:stream';
import { createPaint } from '../../server/cli/paint.ts';
import { runCli } from '../../server/cli/run-cli.ts';
import type { Terminal } from '../../server/cli/terminal.ts';

export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Run a command in `cwd` without a process of its own; `stdin` is what would be piped into it, `ask` who answers. */
export async function runStet(
  args: readonly string[],
  cwd: string,
  stdin: string | Uint8Array = '',
  ask?: Terminal['ask'],
): Promise<Run> {
  let stdout = '';
  let stderr = '';
  const status = await runCli(args, {
    cwd,
    cacheFolder: null,
    stdin: Readable.from([Buffer.from(stdin)]),
    columns: 100,
    paint: createPaint({ colour: false, unicode: true }),
    print: (text) => {
      stdout += text;
    },
    complain: (text) => {
      stderr += `${text}\n`;
    },
    ...(ask === undefined ? {} : { ask }),
  });
  return { status, stdout, stderr };
}
