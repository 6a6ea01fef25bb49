import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import type { Span } from '../core/text/span.ts';
import { supportedMarks } from '../service/index.ts';
import type { Checked } from './drafts.ts';
import { linesOf } from './to-lsp.ts';

/** A quiet mark behind each supported figure of the range that was asked for; `isShown` leaves some out. */
export function inlayHints(
  check: Checked,
  { range }: InlayHintParams,
  isShown: (span: Span) => boolean,
): InlayHint[] {
  const lines = linesOf(check);
  const within = { start: lines.offset(range.start), end: lines.offset(range.end) };
  return supportedMarks(check.snapshot, within)
    .filter(({ span }) => isShown(span))
    .map(({ span, note }) => ({
      position: lines.position(span.end),
      label: '✓',
      tooltip: note,
      paddingLeft: true,
    }));
}
