import { explainFigure, explainMark, explanationPage } from '../service/index.ts';
import type { Check } from './drafts.ts';
import type { ExplainParams, ExplainResult } from './protocol.ts';
import { linesOf, toLspRange } from './to-lsp.ts';

/** The answer where there is none: the document is not open, or its text is another one meanwhile. */
export const noExplanation: ExplainResult = noFigure(
  'Nothing can be said of this place now; ask again',
);

/** Why something is, or is not, underlined at the place that was asked for. */
export function explain(check: Check, { position }: ExplainParams): ExplainResult {
  if (check.kind === 'unchecked') return noFigure(`Nothing is checked here: ${check.reason}`);
  const lines = linesOf(check);
  const { severity } = check.scope.settings;
  const offset = lines.offset(position);
  const { span, summary } = explainMark(check.snapshot, offset, severity);
  if (span === null) return noFigure(summary);
  const found = explainFigure(check.snapshot, offset);
  const markdown = found === undefined ? summary : explanationPage(found, check.snapshot, summary);
  return { summary, markdown, range: toLspRange(span, lines) };
}

function noFigure(summary: string): ExplainResult {
  return { summary, markdown: summary, range: null };
}
