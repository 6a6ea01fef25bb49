import type { Claim, Fix, SuppressionHint } from '../core/claims/claim.ts';
import { indexLines } from '../core/text/line-map.ts';
import { overlaps, type Span } from '../core/text/span.ts';
import { clip } from './clip.ts';
import type { DraftSnapshot } from './draft-store.ts';
import { type Severities, shownSeverity } from './findings.ts';
import { placeSuppression } from './place-suppression.ts';

/** A replacement of `span` by `text` in the draft that the action was computed from. */
export interface DraftEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * What an action does: correct a figure (or every one of the same claim), let it stand by a comment, dismiss it into
 * the baseline, cite who states it, drop an idle comment or entry, correct them all.
 */
type ActionKind =
  | 'correct'
  | 'suppress'
  | 'cite'
  | 'dismiss'
  | 'unsuppress'
  | 'undismiss'
  | 'fix-all';

/**
 * Something the writer can do about a finding. The edits do not overlap and are in the order of the text; there are
 * none where it is the baseline that changes.
 */
export interface DraftAction {
  readonly kind: ActionKind;
  readonly title: string;
  /** The version of the draft that the edits fit. */
  readonly version: number;
  readonly edits: readonly DraftEdit[];
  /** Whether it is what most writers would do. */
  readonly preferred: boolean;
  /** The finding it takes away; null for those of the whole draft. */
  readonly target: Span | null;
  /** The statement that its claim rests on; absent where it is about no claim. */
  readonly statement?: string;
}

/** What there is beside the draft. */
export interface ActionSurroundings {
  /** Whether the draft has a baseline, or may have one. */
  readonly hasBaseline: boolean;
}

/** What the writer is asked to complete where the editor cannot ask for it. */
const placeholderReason = 'checked with …';

/** Longer texts are cut in titles, where menus have little room. */
const longestInTitle = 60;

/** Of those who say so, as many are named, and each in so much room at least. */
const mostNames = 3;
const shortestName = 28;

/**
 * What can be done about the findings that `span` touches: correct each (or choose among disputed values), correct the
 * same claim wherever it is made, let each stand, dismiss it, and correct the whole draft. An empty span is a caret.
 * Offsets: UTF-16 code units of the draft.
 */
export function actionsAt(
  draft: DraftSnapshot,
  span: Span,
  severities: Severities,
  { hasBaseline }: ActionSurroundings = { hasBaseline: false },
): readonly DraftAction[] {
  const claims = draft.reading.claims.filter(
    (claim) => meets(claim.span, span) && shownSeverity(claim, severities) !== undefined,
  );
  const hints = draft.reading.suppressionHints.filter((hint) => meets(hint.span, span));
  const all = claims.length === 0 ? undefined : fixAll(draft, severities);
  return [
    ...claims.flatMap((claim) => corrections(claim, draft)),
    ...oncePerStatement(claims).flatMap((claim) => correctEverywhere(claim, draft, severities)),
    ...claims.flatMap((claim) => letStand(claim, draft)),
    ...(hasBaseline ? claims.map((claim) => dismissal(claim, draft)) : []),
    ...hints.flatMap((hint) => removal(hint, draft)),
    ...undismissals(draft, span),
    ...(all === undefined ? [] : [all]),
  ];
}

/**
 * Every preferred correction of the draft as one action; undefined where there is none.
 * A figure with only disputed values is left to the writer.
 */
export function fixAll(draft: DraftSnapshot, severities: Severities): DraftAction | undefined {
  const edits = fixAllEdits(draft, (claim) => shownSeverity(claim, severities) !== undefined);
  if (edits.length === 0) return undefined;
  const figures = edits.length === 1 ? 'the figure' : `all ${edits.length} figures`;
  return {
    kind: 'fix-all',
    title: `Correct ${figures} in this draft`,
    version: draft.version,
    edits,
    preferred: false,
    target: null,
  };
}

/**
 * The preferred corrections of the claims that `isMeant` picks, in the order of the text: of what the record
 * contradicts, not of figures that are finer than it, nor of those that the sources dispute.
 * Of two that overlap, the one that starts first is taken; the other shows again on the next check.
 */
export function fixAllEdits(
  draft: DraftSnapshot,
  isMeant: (claim: Claim) => boolean,
): readonly DraftEdit[] {
  const fixes = draft.reading.claims
    .filter((claim) => isWrong(claim) && isMeant(claim))
    .flatMap((claim) => claim.fixes.find((fix) => fix.preferred) ?? [])
    .sort((one, other) => one.span.start - other.span.start);
  const edits: DraftEdit[] = [];
  let free = 0;
  for (const { span, text } of fixes) {
    if (span.start < free) continue;
    edits.push({ span, text });
    free = span.end;
  }
  return edits;
}

/** Whether the record contradicts a claim that nothing lets stand, so that it may be corrected without a look at it. */
function isWrong({ verdict, suppressed }: Claim): boolean {
  return suppressed === null && (verdict === 'conflict' || verdict === 'outdated');
}

/** Whether a span or a caret meets the claim; a caret right after the last character does. */
function meets(claim: Span, span: Span): boolean {
  if (span.start === span.end) return claim.start <= span.start && span.start <= claim.end;
  return overlaps(claim, span);
}

function corrections(claim: Claim, draft: DraftSnapshot): readonly DraftAction[] {
  const preferred = claim.fixes.find((fix) => fix.preferred);
  return asWritten(claim.fixes).map((fix) => ({
    ...actionOn(claim, draft),
    kind: 'correct',
    title: correctionTitle(fix),
    edits: [{ span: fix.span, text: fix.text }],
    preferred: fix === preferred,
  }));
}

/** Fixes with those joined that come to the same text in the writer's style: each value is offered once. */
function asWritten(fixes: readonly Fix[]): readonly Fix[] {
  const byText = new Map<string, Fix>();
  for (const fix of fixes) {
    const key = `${fix.span.start} ${fix.span.end} ${fix.text}`;
    const same = byText.get(key);
    const sources = [same?.source, fix.source].filter((source) => typeof source === 'string');
    byText.set(key, same ? { ...same, source: sources.join('; ') || null } : fix);
  }
  return [...byText.values()];
}

function correctionTitle({ text, preferred, source }: Fix): string {
  const verb = preferred ? 'Correct to' : 'Change to';
  return `${verb} “${clip(text, longestInTitle)}”${source === null ? '' : ` (${listed(source)})`}`;
}

/** Who says so, each once and as far as there is room: with commas, unless a title among them has one itself. */
function listed(sources: string): string {
  const all = [...new Set(sources.split('; '))];
  const room = Math.max(shortestName, longestInTitle / Math.min(all.length, mostNames));
  const names = all.slice(0, mostNames).map((name) => clip(name, room));
  const rest = all.length > mostNames ? ` and ${all.length - mostNames} more` : '';
  return names.join(names.some((name) => name.includes(',')) ? '; ' : ', ') + rest;
}

/** The claims, but of those that rest on one statement only the first. */
function oncePerStatement(claims: readonly Claim[]): readonly Claim[] {
  return claims.filter(
    ({ statement }, index) => claims.findIndex((one) => one.statement === statement) === index,
  );
}

/** Every figure that is wrong about the same statement, each in the form it is written in; nothing where it is but one. */
function correctEverywhere(
  claim: Claim,
  draft: DraftSnapshot,
  severities: Severities,
): readonly DraftAction[] {
  if (!isWrong(claim)) return [];
  const edits = fixAllEdits(
    draft,
    (one) => one.statement === claim.statement && shownSeverity(one, severities) !== undefined,
  );
  if (edits.length < 2) return [];
  return [
    {
      ...actionOn(claim, draft),
      kind: 'correct',
      title: `Correct this claim everywhere in this draft (${edits.length} figures)`,
      edits,
    },
  ];
}

function letStand(claim: Claim, draft: DraftSnapshot): readonly DraftAction[] {
  const edit = placeSuppression(claim, draft, placeholderReason);
  if (edit === undefined) return [];
  return [
    {
      ...actionOn(claim, draft),
      kind: 'suppress',
      title: `Let “${clip(claim.text, longestInTitle)}” stand, with a reason`,
      edits: [edit],
    },
  ];
}

function dismissal(claim: Claim, draft: DraftSnapshot): DraftAction {
  return {
    ...actionOn(claim, draft),
    kind: 'dismiss',
    title: `Dismiss “${clip(claim.text, longestInTitle)}” into the baseline`,
  };
}

/** What the baseline lets stand can be taken back; no diagnostic shows where, so the caret has to be at the figure. */
function undismissals(draft: DraftSnapshot, span: Span): readonly DraftAction[] {
  const claims = [...(draft.baselined?.keys() ?? [])].filter((claim) => meets(claim.span, span));
  return claims.map((claim) => ({
    ...actionOn(claim, draft),
    kind: 'undismiss',
    title: `Take “${clip(claim.text, longestInTitle)}” out of the baseline`,
  }));
}

/** What the actions on a claim have in common. */
function actionOn(claim: Claim, { version }: DraftSnapshot) {
  const { span: target, statement } = claim;
  return { version, target, statement, edits: [], preferred: false } as const;
}

/** Take out a comment that lets nothing stand, with its line where it has one to itself. */
function removal(hint: SuppressionHint, draft: DraftSnapshot): readonly DraftAction[] {
  if (hint.kind !== 'unused') return [];
  const span = withItsLine(hint.span, draft.reading.text);
  return [
    {
      kind: 'unsuppress',
      title: 'Remove the comment that lets nothing stand',
      version: draft.version,
      edits: [{ span, text: '' }],
      preferred: true,
      target: hint.span,
    },
  ];
}

/** The whole lines of a span that has them to itself, with their line end; else the span. */
function withItsLine(span: Span, text: string): Span {
  const lines = indexLines(text);
  const first = lines.position(span.start);
  const last = lines.position(span.end);
  const before = lines.lineText(first.line).slice(0, first.character);
  const after = lines.lineText(last.line).slice(last.character);
  if (before.trim() !== '' || after.trim() !== '') return span;
  return {
    start: span.start - before.length,
    end: lines.offset({ line: last.line + 1, character: 0 }),
  };
}
