import type { FactBase, Statement } from '../core/facts/fact-base.ts';
import { dayInterval, readIsoDay, readPeriod } from '../core/figures/calendar.ts';
import { overlap } from '../core/figures/interval.ts';
import { readFigures } from '../core/figures/read-figures.ts';
import { readTokens } from '../core/text/tokens.ts';
import type { SeedReport } from './seed-record.ts';

/** A report that its statement does not bear out. */
export interface ReportProblem {
  readonly code: 'unknown-statement' | 'no-such-reference' | 'other-value';
  /** Capital, no full stop. */
  readonly message: string;
}

/**
 * Hold one report of a seed against its statement: a report of the value is the other side of a reference; a report of
 * the time or of a qualifier reads as the statement has it. Whether the words stand in the text is not asked here.
 */
export function verifyReport(
  report: SeedReport,
  source: string,
  facts: FactBase,
): ReportProblem | undefined {
  const { line, exact, gives } = report;
  const statement = facts.statements.get(report.statement);
  if (statement === undefined) {
    return { code: 'unknown-statement', message: `Unknown statement "${report.statement}"` };
  }
  if (gives === 'value') {
    if (hasReference(statement, source, report)) return undefined;
    const message = `No reference of "${statement.id}" is to line ${line} of this source and "${exact}"`;
    return { code: 'no-such-reference', message };
  }
  const recorded = gives === 'time' ? statement.time : statement.qualifiers[gives];
  if (recorded && isGiven(report, recorded, source, facts)) return undefined;
  const has = recorded ? `which is ${recorded}` : 'which has none';
  return {
    code: 'other-value',
    message: `"${exact}" does not give the ${gives} of "${statement.id}", ${has}`,
  };
}

function hasReference(
  { references }: Statement,
  source: string,
  { line, exact }: SeedReport,
): boolean {
  return references.some(
    (one) => one.source === source && one.line === line && one.exact === exact,
  );
}

function isGiven(
  { gives, exact }: SeedReport,
  recorded: string,
  source: string,
  facts: FactBase,
): boolean {
  if (gives === 'time') return readsAsTime(exact, recorded, source, facts);
  const entity = facts.entities.get(recorded);
  const names = entity ? [entity.name, ...entity.aliases] : [recorded];
  return names.some((name) => exact.includes(name));
}

function readsAsTime(
  exact: string,
  recorded: string,
  source: string,
  { sources, units, referenceDate }: FactBase,
): boolean {
  const days = readPeriod(recorded);
  const asOf = readIsoDay(sources.get(source)?.date ?? referenceDate);
  if (days === undefined || asOf === undefined) return false;
  const printed = readFigures(exact, readTokens(exact), { units, asOf, side: 'draft' });
  return printed.some(({ kind, interval }) =>
    Boolean(kind === 'date' && interval && overlap(interval, dayInterval(days))),
  );
}
