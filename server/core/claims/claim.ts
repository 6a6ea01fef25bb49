import type { Reference } from '../facts/fact-base.ts';
import type { Figure } from '../figures/figure.ts';
import type { Span } from '../text/span.ts';

export type Verdict = 'supported' | 'conflict' | 'disputed' | 'outdated' | 'overprecise';

/** The kind of mistake, where it can be named. */
export type Slip =
  | 'scale'
  | 'sign'
  | 'transposed'
  | 'points'
  | 'period'
  | 'person'
  | 'model'
  | 'attribution';

/** One step of the reckoning that bound (or did not bind) a figure. */
export interface Reason {
  /** Stable kebab code: `subject-in-clause`, `cue-adjacent`, `other-figure-between` … */
  readonly code: string;
  /** For people: `"valued at" names the valuation`. */
  readonly text: string;
  readonly weight: number;
}

/** One value on record, as shown to the writer. */
export interface RecordEntry {
  readonly statement: string;
  readonly value: string;
  readonly rank: 'preferred' | 'normal' | 'deprecated';
  readonly time: string | null;
  readonly references: readonly (Reference & {
    readonly title: string;
    readonly publisher: string | null;
    readonly date: string | null;
  })[];
}

/** A replacement of `span` by `text`. The claim's own span unless a hedge or a verb must change with the figure. */
export interface Fix {
  readonly span: Span;
  readonly text: string;
  readonly preferred: boolean;
  /** For disputed values: who says so, in short; null for the correction. */
  readonly source: string | null;
}

/** A figure bound to a statement and judged. All spans are offsets into the draft. */
export interface Claim {
  readonly span: Span;
  /** The draft between the offsets. */
  readonly text: string;
  readonly figure: Figure;
  readonly verdict: Verdict;
  readonly slip: Slip | null;
  /** The statement it rests on: the preferred one of its group. */
  readonly statement: string;
  readonly message: string;
  /** 0 to 1: how sure the binding is. */
  readonly confidence: number;
  /** Every value on record of that subject, property and time, preferred first. */
  readonly record: readonly RecordEntry[];
  readonly fixes: readonly Fix[];
  readonly reasons: readonly Reason[];
  /** Why it stands all the same, where a suppression covers it; '' where no reason was given; else null. */
  readonly suppressed: string | null;
}

/** A statement that was considered for a figure. */
export interface Candidate {
  readonly statement: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** What became of one figure of the draft: the whole reckoning, for `explain`. */
export interface FigureReading {
  readonly figure: Figure;
  /** Index into the draft's claims, or null when unbound. */
  readonly claim: number | null;
  /** Best first. Empty where nothing on record came near. */
  readonly candidates: readonly Candidate[];
  /** In one sentence, why it was bound or left alone. */
  readonly outcome: string;
}

/** A suppression that let nothing stand, one without a reason, or a comment that is meant as one and cannot be read. */
export interface SuppressionHint {
  readonly span: Span;
  readonly kind: 'unused' | 'without-reason' | 'unknown-statement' | 'unread';
  readonly message: string;
}

/** Everything read from one draft. All spans are UTF-16 offsets into `text`. */
export interface DraftReading {
  readonly text: string;
  /** ISO date the draft was read as of. */
  readonly asOf: string;
  readonly asOfBasis: 'front-matter' | 'option' | 'reference-date';
  readonly claims: readonly Claim[];
  /** Every figure as read, bound or not, in the order of the text. */
  readonly figures: readonly FigureReading[];
  readonly suppressionHints: readonly SuppressionHint[];
  /** How much was read: for tests of incremental checking and for the status item. */
  readonly work: {
    readonly blocks: number;
    readonly blocksRead: number;
    readonly blocksChecked: number;
  };
}
