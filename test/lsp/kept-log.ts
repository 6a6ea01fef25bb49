import type { Log } from '../../server/lsp/log.ts';

/** A log that keeps its lines, each after its level; the trace, which tells of every request, is left out. */
export function keptLog(): { readonly log: Log; readonly lines: readonly string[] } {
  const lines: string[] = [];
  const keep = (level: string) => (message: string) => {
    lines.push(`${level}: ${message}`);
  };
  const log: Log = {
    error: keep('error'),
    warn: keep('warn'),
    info: keep('info'),
    debug: keep('debug'),
    trace() {},
  };
  return { log, lines };
}
