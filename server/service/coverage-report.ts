import type { FigureKind } from '../core/figures/figure.ts';
import type { Coverage } from './cover-figures.ts';

/** The result of `stet facts coverage` as other tools read it; version 1, to which fields may be added. */
export interface CoverageReport {
  readonly version: 1;
  readonly sources: readonly string[];
  /** Sources whose text was not at hand. */
  readonly leftOut: readonly string[];
  readonly figures: number;
  readonly covered: number;
  readonly notFacts: Readonly<Record<string, number>>;
  /** `line` counts from 1, as in references; `character` from 0, in UTF-16 code units. */
  readonly uncovered: readonly {
    readonly source: string;
    readonly line: number;
    readonly character: number;
    readonly text: string;
    readonly kind: FigureKind;
  }[];
  readonly problems: number;
}

/** How much of the texts is on record, in the published form. */
export function toCoverageReport(coverage: Coverage): CoverageReport {
  const { sources, leftOut, figures, covered, notFacts, uncovered, problems } = coverage;
  return {
    version: 1,
    sources,
    leftOut,
    figures,
    covered,
    notFacts: Object.fromEntries(notFacts),
    uncovered: uncovered.map(({ source, line, column, figure }) => {
      return { source, line, character: column - 1, text: figure.surface, kind: figure.kind };
    }),
    problems: problems.length,
  };
}
