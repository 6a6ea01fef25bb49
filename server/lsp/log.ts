import type { Connection } from 'vscode-languageserver';

/** The server's log, a line at a time, at the levels that its editor's log has. */
export interface Log {
  /** What went wrong, and should not have. */
  error(message: string): void;
  /** What a person has to put right: a setting, a pack. */
  warn(message: string): void;
  info(message: string): void;
  debug(message: string): void;
  /** Each request; sent only while the client traces. */
  trace(message: string): void;
}

/** The log of the client at the other end. */
export function logOf({ console, tracer }: Connection): Log {
  return {
    error: (message) => console.error(message),
    warn: (message) => console.warn(message),
    info: (message) => console.info(message),
    debug: (message) => console.debug(message),
    trace: (message) => tracer.log(message),
  };
}
