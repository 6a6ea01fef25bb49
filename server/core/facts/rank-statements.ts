import { digitsOf } from '../figures/interval.ts';
import type { Property, Statement } from './fact-base.ts';

/** A statement as read, with whether its pack gave it a rank. */
export type UnrankedStatement = Statement & { readonly isRanked: boolean };

/**
 * Put statements that answer the same question into groups and rank them: preferred is what more independent sources
 * state; on a tie nobody is preferred. A rank that the pack gives stands.
 */
export function rankStatements(
  statements: readonly UnrankedStatement[],
  properties: ReadonlyMap<string, Property>,
): { statements: readonly Statement[]; groups: ReadonlyMap<string, readonly string[]> } {
  const byQuestion = new Map<string, UnrankedStatement[]>();
  for (const statement of statements) {
    const key = questionOf(statement, properties.get(statement.property));
    byQuestion.set(key, [...(byQuestion.get(key) ?? []), statement]);
  }
  const ranked = [...byQuestion.values()].map(rankGroup);
  const groups = new Map(
    ranked.flatMap((group) => group.map(({ id }) => [id, group.map((other) => other.id)] as const)),
  );
  const rankOf = new Map(ranked.flat().map((statement) => [statement.id, statement]));
  return { statements: statements.flatMap(({ id }) => rankOf.get(id) ?? []), groups };
}

/** Subject, property, time and qualifiers; the time only where the value moves with it. */
function questionOf(
  { subject, property, time, qualifiers }: Statement,
  definition: Property | undefined,
): string {
  const moves = definition?.varies !== 'fixed';
  return JSON.stringify([
    subject,
    property,
    moves ? time : null,
    Object.entries(qualifiers).sort(),
  ]);
}

/** The group with its ranks, preferred first, then in the order of the pack. */
function rankGroup(group: readonly UnrankedStatement[]): readonly Statement[] {
  const given = group.some(({ isRanked }) => isRanked);
  const counts = new Map<string, Set<string>>();
  for (const statement of group) {
    const sources = counts.get(valueKey(statement)) ?? new Set();
    for (const { source } of statement.references) sources.add(source);
    counts.set(valueKey(statement), sources);
  }
  const most = Math.max(...[...counts.values()].map((sources) => sources.size));
  const leaders = [...counts.values()].filter((sources) => sources.size === most).length;
  const rank = (statement: UnrankedStatement): Statement => {
    const { isRanked, ...plain } = statement;
    if (given) return plain;
    const leads = leaders === 1 && counts.get(valueKey(statement))?.size === most;
    return { ...plain, rank: leads ? 'preferred' : 'normal' };
  };
  const ranked = group.map(rank);
  return [
    ...ranked.filter((one) => one.rank === 'preferred'),
    ...ranked.filter((one) => one.rank !== 'preferred'),
  ];
}

/** Statements of the same value, however written, count their sources together. */
function valueKey({ figures, value }: Statement): string {
  const [first] = figures;
  return first?.interval
    ? `${digitsOf(first.interval.min)}..${digitsOf(first.interval.max)}`
    : value;
}
