import type { Claim, SuppressionHint } from '../claims/claim.ts';
import { letStand } from '../claims/make-claim.ts';
import type { FactBase } from '../facts/fact-base.ts';
import { nearestWord } from '../text/nearest-word.ts';
import type { Span } from '../text/span.ts';

/** A `stet` comment of the draft. Offsets are into the draft. */
export interface Suppression {
  readonly span: Span;
  /** What it covers. */
  readonly covers: Span;
  /** The statement it names; null for any. */
  readonly statement: string | null;
  readonly reason: string;
}

const COMMENT =
  /^<!--\s*(stet|stet-line|stet-disable|stet-enable)(?:\s+([\w.-]+))?\s*(?::\s*([\s\S]*?))?\s*-->$/;
const KINDS = ['stet', 'stet-line', 'stet-disable', 'stet-enable'];
/** The first word of a comment that is meant for Stet. */
const ADDRESSED = /^<!--\s*(stet(?:[-_][\w-]*)?)(?=[\s:]|-->)/;

/**
 * Read the `stet` comments of a draft: `<!-- stet ID: reason -->` for the next block (or the block it stands in),
 * `<!-- stet-line ID: reason -->` for its line, `<!-- stet-disable: reason -->` to `<!-- stet-enable -->`.
 */
export function readSuppressions(
  text: string,
  comments: readonly Span[],
  blocks: readonly Span[],
): readonly Suppression[] {
  const suppressions: Suppression[] = [];
  let disabled: Suppression | undefined;
  for (const span of [...comments].sort((one, other) => one.start - other.start)) {
    const match = COMMENT.exec(text.slice(span.start, span.end).trim());
    if (!match) continue;
    const [, kind, statement = null, reason = ''] = match;
    if (kind === 'stet-enable') {
      if (disabled)
        suppressions.push({ ...disabled, covers: { start: disabled.span.end, end: span.start } });
      disabled = undefined;
    } else if (kind === 'stet-disable') {
      disabled ??= { span, covers: { start: span.end, end: text.length }, statement, reason };
    } else {
      const covers = kind === 'stet-line' ? lineOf(text, span) : nextBlock(span, blocks);
      suppressions.push({ span, covers, statement, reason });
    }
  }
  return disabled ? [...suppressions, disabled] : suppressions;
}

/** Hints about comments that are meant for Stet and cannot be read: a misspelt word, a reason without its colon. */
export function unreadComments(
  text: string,
  comments: readonly Span[],
): readonly SuppressionHint[] {
  return comments.flatMap((span) => {
    const comment = text.slice(span.start, span.end).trim();
    const word = COMMENT.test(comment) ? undefined : ADDRESSED.exec(comment)?.[1];
    if (word === undefined) return [];
    const near = nearestWord(word, KINDS);
    const message = KINDS.includes(word)
      ? `This comment lets nothing stand: write "<!-- ${word}: reason -->", or the id of a statement before the colon`
      : `"${word}" lets nothing stand${near === undefined ? '' : `; did you mean "${near}"?`}`;
    return [{ span, kind: 'unread', message }];
  });
}

function lineOf(text: string, { start, end }: Span): Span {
  const before = text.lastIndexOf('\n', start - 1) + 1;
  const after = text.indexOf('\n', end);
  return { start: before, end: after < 0 ? text.length : after };
}

/** The block the comment stands in, or the first one after it. */
function nextBlock(span: Span, blocks: readonly Span[]): Span {
  const own = blocks.find(({ start, end }) => start <= span.start && span.end <= end);
  return own ?? blocks.find(({ start }) => start >= span.end) ?? { start: span.end, end: span.end };
}

/** Mark the claims that a suppression lets stand, and say which suppressions are of no use or lack a reason. */
export function applySuppressions(
  claims: readonly Claim[],
  suppressions: readonly Suppression[],
  facts: FactBase,
): { claims: readonly Claim[]; hints: readonly SuppressionHint[] } {
  if (suppressions.length === 0) return { claims, hints: [] };
  const used = new Set<Suppression>();
  const marked = claims.map((claim) => {
    if (claim.verdict === 'supported') return claim;
    const suppression = suppressions.find((one) => isCovered(claim, one));
    if (!suppression) return claim;
    used.add(suppression);
    return letStand(claim, suppression.reason);
  });
  return {
    claims: marked,
    hints: suppressions.flatMap((one) => hintFor(one, used.has(one), facts) ?? []),
  };
}

function isCovered(claim: Claim, { covers, statement }: Suppression): boolean {
  const isInside = covers.start <= claim.span.start && claim.span.end <= covers.end;
  const isMeant =
    statement === null ||
    statement === claim.statement ||
    claim.record.some((entry) => entry.statement === statement);
  return isInside && isMeant;
}

function hintFor(
  { span, statement, reason }: Suppression,
  isUsed: boolean,
  facts: FactBase,
): SuppressionHint | undefined {
  if (statement !== null && !facts.statements.has(statement)) {
    return { span, kind: 'unknown-statement', message: `No statement "${statement}" is on record` };
  }
  if (!isUsed)
    return {
      span,
      kind: 'unused',
      message: 'Nothing here needs to be let stand; remove this comment',
    };
  if (reason === '')
    return { span, kind: 'without-reason', message: 'Say after a colon why this may stand' };
  return undefined;
}
