import type { Candidate, Claim, FigureReading } from '../core/claims/claim.ts';
import type { Figure } from '../core/figures/figure.ts';
import { overlaps, type Span, touches } from '../core/text/span.ts';
import { describeInterval } from './describe-amount.ts';
import { describeDifference } from './describe-difference.ts';
import { describeFigure } from './describe-figure.ts';
import type { DraftSnapshot } from './draft-store.ts';

/** One interval against another: the arithmetic of a verdict. */
export interface Comparison {
  readonly statement: string;
  /** The record's value as its pack writes it. */
  readonly value: string;
  /** What the figure allows, in words; null for names. */
  readonly draftAllows: string | null;
  /** What the record allows, in words; null for names. */
  readonly recordAllows: string | null;
  /** How far apart they are, in words; null where it cannot be said or does not differ. */
  readonly difference: string | null;
}

/** The whole way of one figure, from its reading to its verdict, for `stet explain`. */
export interface FigureExplanation {
  /** The figure's place, UTF-16 code units of the draft. */
  readonly span: Span;
  readonly surface: string;
  readonly figure: Figure;
  /** How it was read, for people. */
  readonly reading: string;
  /** What was considered, best first. */
  readonly candidates: readonly Candidate[];
  /** In one sentence, why it was bound or left alone. */
  readonly outcome: string;
  /** The claim it makes, or null when unbound. */
  readonly claim: Claim | null;
  /** The figure against every value on record; empty when unbound. */
  readonly comparisons: readonly Comparison[];
}

/** The reckoning of the figure at `offset`; undefined where no figure was read. */
export function explainFigure(draft: DraftSnapshot, offset: number): FigureExplanation | undefined {
  const reading = draft.reading.figures.find(({ figure }) => touches(figure.span, offset));
  return reading === undefined ? undefined : explain(reading, draft);
}

/** The reckoning of every figure in `span` (a line, say), in the order of the text. */
export function explainFigures(draft: DraftSnapshot, span: Span): readonly FigureExplanation[] {
  const inside = draft.reading.figures.filter(({ figure }) => overlaps(figure.span, span));
  return inside.map((reading) => explain(reading, draft));
}

function explain(reading: FigureReading, draft: DraftSnapshot): FigureExplanation {
  const { figure, candidates, outcome } = reading;
  const claim = reading.claim === null ? null : (draft.reading.claims[reading.claim] ?? null);
  return {
    span: figure.span,
    surface: figure.surface,
    figure,
    reading: describeFigure(figure, draft.facts),
    candidates,
    outcome,
    claim,
    comparisons: claim === null ? [] : compare(claim, draft),
  };
}

function compare(claim: Claim, { facts }: DraftSnapshot): readonly Comparison[] {
  return claim.record.flatMap(({ statement, value }) => {
    const figures = facts.statements.get(statement)?.figures ?? [];
    return figures.map((recorded) => ({
      statement,
      value,
      draftAllows: allows(claim.figure),
      recordAllows: allows(recorded),
      difference: describeDifference(claim.figure, recorded) ?? null,
    }));
  });
}

function allows(figure: Figure): string | null {
  return figure.interval === null ? null : describeInterval(figure.interval, figure);
}
