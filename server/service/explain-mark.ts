import type { Claim, Verdict } from '../core/claims/claim.ts';
import type { Span } from '../core/text/span.ts';
import { blockAt } from './block-at.ts';
import { claimAt } from './claim-at.ts';
import type { DraftSnapshot } from './draft-store.ts';
import { explainFigure } from './explain-figure.ts';
import { type Severities, shownSeverity } from './findings.ts';

/** Why something is, or is not, underlined at a place of a draft. */
interface MarkExplanation {
  /** The figure, UTF-16 code units of the draft; null where none was read. */
  readonly span: Span | null;
  /** In one sentence, for people, without mark-up. */
  readonly summary: string;
}

const verdictNouns: Readonly<Record<Verdict, string>> = {
  supported: 'supported',
  conflict: 'a conflict',
  disputed: 'disputed',
  outdated: 'outdated',
  overprecise: 'overprecise',
};

/** How reasons of the sentence begin; "is not checked" says so already. */
const noClaim = /^No claim: /;

/**
 * Why the figure at `offset` is underlined, or why nothing is there.
 * Offsets: UTF-16 code units of the draft; the end of a figure counts as inside.
 */
export function explainMark(
  draft: DraftSnapshot,
  offset: number,
  severities: Severities,
): MarkExplanation {
  const claim = claimAt(draft, offset);
  if (claim !== undefined) return { span: claim.span, summary: explainClaim(claim, severities) };
  const found = explainFigure(draft, offset);
  if (found === undefined) return { span: null, summary: explainNoFigure(draft, offset) };
  const why = found.outcome.replace(noClaim, '');
  return { span: found.span, summary: `${quote(found.surface)} is not checked: ${why}` };
}

function explainClaim(claim: Claim, severities: Severities): string {
  const { text, verdict, message, suppressed } = claim;
  const figure = quote(text);
  if (verdict === 'supported') return `${figure} is supported: ${message}`;
  if (suppressed !== null) {
    const reason = suppressed === '' ? 'without a reason' : `because: ${suppressed}`;
    return `${figure} is ${verdictNouns[verdict]}, and let stand ${reason}`;
  }
  if (shownSeverity(claim, severities) === undefined) {
    return `${figure} is ${verdictNouns[verdict]}, which the setting "stet.severity.${verdict}" hides: ${message}`;
  }
  return `${figure} is underlined as ${verdictNouns[verdict]}: ${message}`;
}

function explainNoFigure(draft: DraftSnapshot, offset: number): string {
  return blockAt(draft, offset) === undefined
    ? 'Nothing is checked here: this is no prose, but code, a comment, a blank line or front matter'
    : 'Nothing is checked here: no amount, date or name that the record is about is read at the cursor';
}

/** A figure that goes over a line end is shown on one line. */
function quote(text: string): string {
  return `"${text.replace(/\s+/g, ' ')}"`;
}
