import type { Claim, DraftReading, Fix, Verdict } from '../../server/core/claims/claim.ts';
import { overlaps, type Span } from '../../server/core/text/span.ts';
import type { ExpectedClaim, LabelledDraft } from './read-labels.ts';

/** Something got wrong, or worth a look, in one draft. */
export interface Remark {
  readonly kind: 'missed' | 'false-alarm' | 'fix' | 'other-statement';
  /** What was wanted and what came, in one line. */
  readonly text: string;
  /** Why the checker decided as it did, as `stet explain` says it; '' where that adds nothing. */
  readonly reason: string;
}

/** What one labelled draft shows. */
export interface DraftScore {
  readonly id: string;
  readonly category: string;
  readonly text: string;
  /** Each claim that the label expects, with whether a finding of its verdict overlaps it. */
  readonly expected: readonly { readonly verdict: Verdict; readonly isFound: boolean }[];
  /** Findings of conflict or outdated, with whether the label expects them. */
  readonly alarms: readonly { readonly isExpected: boolean }[];
  /** Found claims whose label names a fix, with whether ours gives exactly that text. */
  readonly fixes: readonly { readonly isExact: boolean }[];
  readonly remarks: readonly Remark[];
}

/**
 * Judge what the checker read from a labelled draft against its label.
 * A finding about another statement than the label's is remarked on, not counted; `groupOf` gives the ids of the
 * statements that answer the same question as a statement, `undefined` for an `about` that is no statement's id.
 */
export function scoreDraft(
  draft: LabelledDraft,
  reading: DraftReading,
  groupOf: (id: string) => readonly string[] | undefined,
): DraftScore {
  const { id, category, text, expect } = draft;
  const shown = reading.claims.filter(({ suppressed }) => suppressed === null);
  const results = expect.map((claim) => ({ claim, hit: findingFor(claim, shown) }));
  const alarms = shown.filter(isAlarm).map((finding) => ({
    finding,
    isExpected: expect.some((claim) => meets(finding, claim)),
  }));
  const fixes = results.flatMap((result) => scoreFix(result, draft) ?? []);
  return {
    id,
    category,
    text,
    expected: results.map(({ claim, hit }) => ({
      verdict: claim.verdict,
      isFound: hit !== undefined,
    })),
    alarms: alarms.map(({ isExpected }) => ({ isExpected })),
    fixes: fixes.map(({ isExact }) => ({ isExact })),
    remarks: [
      ...results.filter(({ hit }) => !hit).map(({ claim }) => missed(claim, reading, shown)),
      ...alarms
        .filter(({ isExpected }) => !isExpected)
        .map(({ finding }) => falseAlarm(finding, expect)),
      ...fixes.flatMap(({ remark }) => remark ?? []),
      ...results.flatMap((result) => otherStatement(result, groupOf) ?? []),
    ],
  };
}

interface Result {
  readonly claim: ExpectedClaim;
  readonly hit: Claim | undefined;
}

function isAlarm({ verdict }: Claim): boolean {
  return verdict === 'conflict' || verdict === 'outdated';
}

function meets(finding: Claim, { verdict, span }: ExpectedClaim): boolean {
  return finding.verdict === verdict && overlaps(finding.span, span);
}

/** Where several findings meet the label, the one with its very span is meant. */
function findingFor(claim: ExpectedClaim, findings: readonly Claim[]): Claim | undefined {
  const hits = findings.filter((finding) => meets(finding, claim));
  const isExact = ({ span }: Claim) =>
    span.start === claim.span.start && span.end === claim.span.end;
  return hits.find(isExact) ?? hits[0];
}

function scoreFix({ claim, hit }: Result, { text }: LabelledDraft) {
  if (claim.fix === undefined || !hit) return undefined;
  const offered = hit.fixes.find(({ preferred }) => preferred) ?? hit.fixes[0];
  const wanted = replaced(text, claim.span, claim.fix);
  const own = offered && withoutArticle(text, offered, claim.span);
  const isExact = own !== undefined && replaced(text, own.span, own.text) === wanted;
  if (isExact) return { isExact, remark: null };
  const came = offered ? `${quoted(slice(text, offered.span))} → ${quoted(offered.text)}` : 'none';
  const remark: Remark = {
    kind: 'fix',
    text: `wanted ${quoted(claim.surface)} → ${quoted(claim.fix)}, offered ${came}`,
    reason: '',
  };
  return { isExact, remark };
}

/** A fix without the article that goes with it: "a seven-year" for "an eight-year"; labels name the figure alone. */
function withoutArticle(text: string, fix: Fix, { start }: Span): Pick<Fix, 'span' | 'text'> {
  const before = text.slice(fix.span.start, Math.max(start, fix.span.start));
  if (!/^an?\s+$/i.test(before)) return fix;
  return { span: { start, end: fix.span.end }, text: fix.text.replace(/^an?\s+/i, '') };
}

function replaced(text: string, { start, end }: Span, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

function missed(claim: ExpectedClaim, reading: DraftReading, shown: readonly Claim[]): Remark {
  const { surface, verdict, about, span } = claim;
  const near = shown.find((finding) => overlaps(finding.span, span));
  const came = near ? `${near.verdict} about ${near.statement}` : 'nothing';
  return {
    kind: 'missed',
    text: `wanted ${verdict} ${quoted(surface)} about ${about}, found ${came}`,
    reason: reasonAt(span, reading),
  };
}

/** The outcome of the figure, and of what came nearest how near. */
function reasonAt(span: Span, { figures }: DraftReading): string {
  const read = figures.filter(({ figure }) => overlaps(figure.span, span));
  if (read.length === 0) return 'No figure is read here';
  return read
    .map(({ figure, outcome, candidates: [best] }) => {
      const nearest = best ? ` (nearest: ${best.statement}, ${best.score.toFixed(2)})` : '';
      return `${quoted(figure.surface)}: ${outcome}${nearest}`;
    })
    .join('; ');
}

function falseAlarm(
  { verdict, text, span, statement, message }: Claim,
  expect: readonly ExpectedClaim[],
): Remark {
  const wanted = expect.find((claim) => overlaps(claim.span, span));
  const label = wanted ? `labelled ${wanted.verdict} about ${wanted.about}` : 'not in the label';
  return {
    kind: 'false-alarm',
    text: `${verdict} ${quoted(text)} about ${statement}, ${label}`,
    reason: message,
  };
}

function otherStatement(
  { claim, hit }: Result,
  groupOf: (id: string) => readonly string[] | undefined,
): Remark | undefined {
  if (!hit || (groupOf(claim.about) ?? [hit.statement]).includes(hit.statement)) return undefined;
  return {
    kind: 'other-statement',
    text: `${hit.verdict} ${quoted(claim.surface)} found about ${hit.statement}, labelled ${claim.about}`,
    reason: '',
  };
}

function quoted(text: string): string {
  return `“${text}”`;
}
