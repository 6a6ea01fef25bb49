import { explainMark } from '../service/index.ts';
import type { Check } from './drafts.ts';
import type { ExplainParams, ExplainResult } from './protocol.ts';
import { linesOf, toLspRange } from './to-lsp.ts';

/** Why something is, or is not, underlined at the place that was asked for. */
export function explain(check: Check, { position }: ExplainParams): ExplainResult {
  if (check.kind === 'unchecked') return noFigure(`Nothing is checked here: ${check.reason}`);
  const lines = linesOf(check);
  const { severity } = check.scope.settings;
  const { span, summary } = explainMark(check.snapshot, lines.offset(position), severity);
  if (span === null) return noFigure(summary);
  return { summary, markdown: summary, range: toLspRange(span, lines) };
}

function noFigure(summary: string): ExplainResult {
  return { summary, markdown: summary, range: null };
}
