import type { Claim, Fix, SuppressionHint } from '../core/claims/claim.ts';
import { indexLines } from '../core/text/line-map.ts';
import { overlaps, type Span } from '../core/text/span.ts';
import type { DraftSnapshot } from './draft-store.ts';
import { type Severities, shownSeverity } from './findings.ts';
import { placeSuppression } from './place-suppression.ts';

/** A replacement of `span` by `text` in the draft that the action was computed from. */
export interface DraftEdit {
  readonly span: Span;
  readonly text: string;
}

/** What an action does: correct one figure, let it stand, drop an idle comment, correct them all. */
type ActionKind = 'correct' | 'suppress' | 'unsuppress' | 'fix-all';

/** Something the writer can do about a finding. The edits do not overlap and are in the order of the text. */
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
}

/** Longer texts are cut in titles, where menus have little room. */
const longestInTitle = 60;

/**
 * What can be done about the findings that `span` touches: correct each (or choose among disputed
 * values), let each stand, and correct the whole draft. An empty span is a caret.
 * Offsets: UTF-16 code units of the draft.
 */
export function actionsAt(
  draft: DraftSnapshot,
  span: Span,
  severities: Severities,
): readonly DraftAction[] {
  const claims = draft.reading.claims.filter(
    (claim) => meets(claim.span, span) && shownSeverity(claim, severities) !== undefined,
  );
  const hints = draft.reading.suppressionHints.filter((hint) => meets(hint.span, span));
  const all = claims.length === 0 ? undefined : fixAll(draft, severities);
  return [
    ...claims.flatMap((claim) => corrections(claim, draft)),
    ...claims.flatMap((claim) => letStand(claim, draft)),
    ...hints.flatMap((hint) => removal(hint, draft)),
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
 * The preferred corrections of the claims that `isMeant` picks, in the order of the text.
 * Of two that overlap, the one that starts first is taken; the other shows again on the next check.
 */
export function fixAllEdits(
  draft: DraftSnapshot,
  isMeant: (claim: Claim) => boolean,
): readonly DraftEdit[] {
  const fixes = draft.reading.claims
    .filter((claim) => claim.suppressed === null && isMeant(claim))
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

/** Whether a span or a caret meets the claim; a caret right after the last character does. */
function meets(claim: Span, span: Span): boolean {
  if (span.start === span.end) return claim.start <= span.start && span.start <= claim.end;
  return overlaps(claim, span);
}

function corrections(claim: Claim, draft: DraftSnapshot): readonly DraftAction[] {
  const preferred = claim.fixes.find((fix) => fix.preferred);
  return claim.fixes.map((fix) => ({
    kind: 'correct',
    title: correctionTitle(fix),
    version: draft.version,
    edits: [{ span: fix.span, text: fix.text }],
    preferred: fix === preferred,
    target: claim.span,
  }));
}

function correctionTitle({ text, preferred, source }: Fix): string {
  const verb = preferred ? 'Correct to' : 'Change to';
  return `${verb} “${clip(text)}”${source === null ? '' : ` (${clip(source)})`}`;
}

function letStand(claim: Claim, draft: DraftSnapshot): readonly DraftAction[] {
  const edit = placeSuppression(claim, draft);
  if (edit === undefined) return [];
  return [
    {
      kind: 'suppress',
      title: `Let “${clip(claim.text)}” stand, with a reason`,
      version: draft.version,
      edits: [edit],
      preferred: false,
      target: claim.span,
    },
  ];
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

function clip(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= longestInTitle ? line : `${line.slice(0, longestInTitle - 1)}…`;
}
