import type { Paint } from './paint.ts';

/** The process as a command sees it, so that a command can be run in a test. */
export interface Terminal {
  readonly cwd: string;
  /** Absolute path of a folder for what can be made again; null for none. */
  readonly cacheFolder: string | null;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Columns to fill; a fixed width where the output is no terminal. */
  readonly columns: number;
  readonly paint: Paint;
  /** Results, to standard output, as they are. */
  print(text: string): void;
  /** Messages, to standard error; a line end is added. */
  complain(text: string): void;
  /** Ask whoever sits there; undefined when they end the input. Absent where nobody does. */
  readonly ask?: (prompt: string) => Promise<string | undefined>;
}

/** What a command ends with: 0 nothing found, 1 findings, 2 bad usage, unreadable input or an invalid pack. */
export type ExitStatus = 0 | 1 | 2;
