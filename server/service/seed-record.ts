/** Why a figure of a text is no fact that a record could hold. */
export type NotFactClass =
  | 'idiom'
  | 'vague-plural'
  | 'product-name'
  | 'page-furniture'
  | 'other-subject';

/** A figure of a text that is no fact; `line` counts from 1, `exact` is printed there. */
export interface NotFact {
  readonly line: number;
  readonly exact: string;
  readonly class: NotFactClass;
  readonly reason: string;
}

/** What a text reports of a statement; `line` counts from 1, `exact` is printed there. */
export interface SeedReport {
  readonly statement: string;
  readonly line: number;
  readonly exact: string;
  /** What of the statement those words give: its `value`, its `time` or the name of one of its qualifiers. */
  readonly gives: string;
}

/** Our own record of one article. */
export interface SeedRecord {
  /** The source it is about. */
  readonly id: string;
  readonly reports: readonly SeedReport[];
  readonly notFacts: readonly NotFact[];
}
