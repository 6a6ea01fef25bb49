import type { VerdictCounts } from '../../server/lsp/protocol.ts';

/** Counts as the server sends them, all others nought. */
export function countsOf(counts: Partial<VerdictCounts>): VerdictCounts {
  const none = {
    supported: 0,
    conflict: 0,
    disputed: 0,
    outdated: 0,
    overprecise: 0,
    suppressed: 0,
  };
  return { ...none, ...counts };
}
