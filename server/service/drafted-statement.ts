/** Where in a file a row or a line of data stands, both from 1. */
export interface RowPlace {
  /** As a spreadsheet counts, the header being row 1. */
  readonly row: number;
  readonly line: number;
}

/** A statement as somebody hands it in: nothing of it is checked yet. */
export interface DraftedStatement {
  readonly data: Readonly<Record<string, unknown>>;
  /** The row that each of its references comes from; the first is also where it begins. */
  readonly rows: readonly RowPlace[];
}

/** Why a row is refused. */
export interface RowProblem extends RowPlace {
  /** The column at fault; null for the row as a whole. */
  readonly column: string | null;
  /** Stable kebab code. */
  readonly code: string;
  /** Capital, no full stop. */
  readonly message: string;
  /** The id that nothing stands behind, where that is the matter. */
  readonly unknown?: {
    readonly section: 'entities' | 'properties' | 'sources';
    readonly id: string;
  };
}

/** What could be read of a table, and what not. */
export interface DraftedTable {
  readonly drafts: readonly DraftedStatement[];
  readonly problems: readonly RowProblem[];
}
