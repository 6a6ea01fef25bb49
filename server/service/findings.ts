import type { Claim, RecordEntry, Slip, SuppressionHint, Verdict } from '../core/claims/claim.ts';
import type { FactBase } from '../core/facts/fact-base.ts';
import type { Span } from '../core/text/span.ts';
import { describeRecordEntry } from './describe-record.ts';
import type { DraftSnapshot } from './draft-store.ts';
import { remembered } from './remembered.ts';

/** A verdict that is shown in the text. */
export type FindingVerdict = Exclude<Verdict, 'supported'>;

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** How each verdict is shown; `off` hides it. */
export type Severities = Readonly<Record<FindingVerdict, Severity | 'off'>>;

/** Stable codes of findings: the verdict, or what is wrong with a suppression. */
type FindingCode = FindingVerdict | `suppression-${SuppressionHint['kind']}`;

/** One value on record behind a finding, for an editor's "related information". */
interface RecordNote {
  readonly statement: string;
  /** The pack file that states it, as its loader named it; null when the statement is not known. */
  readonly file: string | null;
  readonly message: string;
}

/** What an editor underlines. `span` is in UTF-16 code units of the draft. */
export interface Finding {
  readonly span: Span;
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
  /** The statement the claim rests on; null for a suppression. */
  readonly statement: string | null;
  readonly slip: Slip | null;
  readonly record: readonly RecordNote[];
  /** Whether the text may be shown faded because it does nothing. */
  readonly unnecessary: boolean;
}

/** How many claims of a draft have each verdict; suppressed claims are counted apart. */
export type VerdictCounts = Readonly<Record<Verdict | 'suppressed', number>>;

/**
 * Everything an editor underlines in a draft, in the order of the text.
 * Supported and suppressed claims, and verdicts set to `off`, give no finding.
 */
export function findings(draft: DraftSnapshot, severities: Severities): readonly Finding[] {
  const { claims, suppressionHints } = draft.reading;
  const found = [
    ...claims.flatMap((claim) => claimFinding(claim, draft, severities)),
    ...suppressionHints.map(suppressionFinding),
  ];
  return found.sort((one, other) => one.span.start - other.span.start);
}

/** The level a claim is shown at, or undefined where it is not shown. */
export function shownSeverity(claim: Claim, severities: Severities): Severity | undefined {
  if (claim.verdict === 'supported' || claim.suppressed !== null) return undefined;
  const severity = severities[claim.verdict];
  return severity === 'off' ? undefined : severity;
}

/** The verdicts of a draft, counted; `isCounted` leaves claims out, by their place. */
export function countVerdicts(
  draft: DraftSnapshot,
  isCounted: (span: Span) => boolean = () => true,
): VerdictCounts {
  const counts = { ...noVerdicts };
  for (const claim of draft.reading.claims) {
    if (!isCounted(claim.span)) continue;
    counts[claim.suppressed === null ? claim.verdict : 'suppressed'] += 1;
  }
  return counts;
}

/** The sum of two counts, verdict by verdict. */
export function addCounts(one: VerdictCounts, other: VerdictCounts): VerdictCounts {
  return {
    supported: one.supported + other.supported,
    conflict: one.conflict + other.conflict,
    disputed: one.disputed + other.disputed,
    outdated: one.outdated + other.outdated,
    overprecise: one.overprecise + other.overprecise,
    suppressed: one.suppressed + other.suppressed,
  };
}

/** The counts of a draft that was not checked. */
export const noVerdicts: VerdictCounts = {
  supported: 0,
  conflict: 0,
  disputed: 0,
  outdated: 0,
  overprecise: 0,
  suppressed: 0,
};

function claimFinding(
  claim: Claim,
  draft: DraftSnapshot,
  severities: Severities,
): readonly Finding[] {
  const severity = shownSeverity(claim, severities);
  if (severity === undefined || claim.verdict === 'supported') return [];
  return [
    {
      span: claim.span,
      code: claim.verdict,
      severity,
      message: claim.message,
      statement: claim.statement,
      slip: claim.slip,
      record: claim.record.map((entry) => recordNote(draft, entry)),
      unnecessary: false,
    },
  ];
}

function recordNote({ facts }: DraftSnapshot, entry: RecordEntry): RecordNote {
  const { statement } = entry;
  return notes(facts, statement, () => ({
    statement,
    file: facts.statements.get(statement)?.file ?? null,
    message: describeRecordEntry(entry),
  }));
}

/** By statement. */
const notes = remembered<FactBase, RecordNote>();

function suppressionFinding(hint: SuppressionHint): Finding {
  return {
    span: hint.span,
    code: `suppression-${hint.kind}`,
    severity: 'hint',
    message: hint.message,
    statement: null,
    slip: null,
    record: [],
    unnecessary: hint.kind === 'unused',
  };
}
