import type { Claim, Fix, Slip, SuppressionHint, Verdict } from '../core/claims/claim.ts';
import type { FactBase, Rank } from '../core/facts/fact-base.ts';
import { indexLines, type LineMap } from '../core/text/line-map.ts';
import type { Span } from '../core/text/span.ts';
import type { DraftSnapshot } from './draft-store.ts';
import { addCounts, countVerdicts, noVerdicts, type VerdictCounts } from './findings.ts';

/** A draft that was checked, under the name it is reported by. */
export interface CheckedDraft {
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  readonly draft: DraftSnapshot;
}

/** Lines and characters count from 0, all in UTF-16 code units. */
export interface ReportPosition {
  readonly line: number;
  readonly character: number;
  readonly offset: number;
}

export interface ReportRange {
  readonly start: ReportPosition;
  readonly end: ReportPosition;
}

export interface ReportReference {
  readonly source: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly line: number;
  readonly exact: string;
  readonly note: string | null;
}

export interface ReportRecord {
  readonly statement: string;
  readonly value: string;
  readonly rank: Rank;
  readonly time: string | null;
  readonly references: readonly ReportReference[];
}

/** Replaces the claim's range, or its own where it has one. */
export interface ReportFix {
  readonly text: string;
  readonly preferred: boolean;
  readonly range?: ReportRange;
  /** For one of several disputed values: who says so. */
  readonly source?: string;
}

export interface ReportClaim {
  readonly range: ReportRange;
  readonly text: string;
  readonly verdict: Verdict;
  readonly slip: Slip | null;
  readonly statement: string;
  readonly message: string;
  readonly confidence: number;
  /** The reason for which it stands all the same; '' where none was given. */
  readonly suppressed?: string;
  /** Where that is said. */
  readonly suppressedBy?: 'comment' | 'baseline';
  readonly record: readonly ReportRecord[];
  readonly fixes: readonly ReportFix[];
}

export interface ReportHint {
  readonly range: ReportRange;
  readonly kind: SuppressionHint['kind'];
  readonly message: string;
}

export interface ReportFile {
  readonly path: string;
  /** ISO date the draft was read as of. */
  readonly asOf: string;
  readonly claims: readonly ReportClaim[];
  /** Suppressions that let nothing stand or lack a reason. */
  readonly hints: readonly ReportHint[];
}

/** The counts of the verdicts are of the claims that do not stand by a suppression. */
export interface ReportSummary extends VerdictCounts {
  readonly files: number;
  readonly claims: number;
}

/** The result of `stet check` as other tools read it; version 1, to which fields may be added. */
export interface CheckReport {
  readonly version: 1;
  readonly facts: {
    readonly statements: number;
    readonly sources: number;
    readonly revision: string;
  };
  readonly files: readonly ReportFile[];
  readonly summary: ReportSummary;
}

/** Put the readings of some drafts into the published form. */
export function toCheckReport(checked: readonly CheckedDraft[], facts: FactBase): CheckReport {
  return {
    version: 1,
    facts: {
      statements: facts.statements.size,
      sources: facts.sources.size,
      revision: facts.revision,
    },
    files: checked.map(toReportFile),
    summary: summariseCheck(checked),
  };
}

/** The counts of a check: drafts, claims, and the claims of each verdict. */
export function summariseCheck(checked: readonly CheckedDraft[]): ReportSummary {
  const counts = checked.map(({ draft }) => countVerdicts(draft)).reduce(addCounts, noVerdicts);
  const claims = checked.reduce((sum, { draft }) => sum + draft.reading.claims.length, 0);
  return { files: checked.length, claims, ...counts };
}

/** The positions of a span, in the published form. */
export function toReportRange(span: Span, lines: LineMap): ReportRange {
  const position = (offset: number): ReportPosition => ({ ...lines.position(offset), offset });
  return { start: position(span.start), end: position(span.end) };
}

function toReportFile({ path, draft }: CheckedDraft): ReportFile {
  const { text, asOf, claims, suppressionHints } = draft.reading;
  const lines = indexLines(text);
  return {
    path,
    asOf,
    claims: claims.map((claim) => toReportClaim(claim, draft, lines)),
    hints: suppressionHints.map(({ span, kind, message }) => ({
      range: toReportRange(span, lines),
      kind,
      message,
    })),
  };
}

function toReportClaim(claim: Claim, { baselined }: DraftSnapshot, lines: LineMap): ReportClaim {
  const { text, verdict, slip, statement, message, confidence, suppressed } = claim;
  return {
    range: toReportRange(claim.span, lines),
    text,
    verdict,
    slip,
    statement,
    message,
    confidence,
    ...(suppressed === null
      ? {}
      : { suppressed, suppressedBy: baselined?.has(claim) ? 'baseline' : 'comment' }),
    record: claim.record.map((entry) => ({
      statement: entry.statement,
      value: entry.value,
      rank: entry.rank,
      time: entry.time,
      references: entry.references.map((reference) => ({
        source: reference.source,
        title: reference.title,
        publisher: reference.publisher,
        date: reference.date,
        line: reference.line,
        exact: reference.exact,
        note: reference.note,
      })),
    })),
    fixes: claim.fixes.map((fix) => toReportFix(fix, claim.span, lines)),
  };
}

function toReportFix(
  { span, text, preferred, source }: Fix,
  claim: Span,
  lines: LineMap,
): ReportFix {
  const hasOwnRange = span.start !== claim.start || span.end !== claim.end;
  return {
    text,
    preferred,
    ...(hasOwnRange ? { range: toReportRange(span, lines) } : {}),
    ...(source === null ? {} : { source }),
  };
}
