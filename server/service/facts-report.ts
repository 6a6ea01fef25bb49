import type { FactBase, Rank, Reference, Source, Statement } from '../core/facts/fact-base.ts';

export interface ReportStatement {
  readonly id: string;
  readonly subject: string;
  readonly property: string;
  readonly value: string;
  readonly time: string | null;
  readonly timeBasis: 'printed' | 'inferred';
  readonly rank: Rank;
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly references: readonly Reference[];
}

/** The result of `stet facts list` as other tools read it; version 1, to which fields may be added. */
export interface FactsReport {
  readonly version: 1;
  readonly revision: string;
  readonly statements: readonly ReportStatement[];
  readonly sources: readonly Source[];
}

/** The fact base, or some of its statements, in the published form. */
export function toFactsReport(
  facts: FactBase,
  statements: Iterable<Statement> = facts.statements.values(),
): FactsReport {
  return {
    version: 1,
    revision: facts.revision,
    statements: [...statements].map(toReportStatement),
    sources: [...facts.sources.values()],
  };
}

function toReportStatement(statement: Statement): ReportStatement {
  const { id, subject, property, value, time, timeBasis, rank, qualifiers } = statement;
  const references = statement.references.map(({ source, line, exact, note }) => ({
    source,
    line,
    exact,
    note,
  }));
  return { id, subject, property, value, time, timeBasis, rank, qualifiers, references };
}
