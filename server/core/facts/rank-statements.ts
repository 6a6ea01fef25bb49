import { digitsOf } from '../figures/interval.ts';
import type { Property, Statement } from './fact-base.ts';

/** A statement as read, with whether its pack gave it a rank. */
export type UnrankedStatement = Statement & { readonly isRanked: boolean };

/** Two statements of one question that their packs prefer both, though their values differ. */
export interface RankClash {
  readonly first: string;
  readonly second: string;
}

/**
 * Put statements that answer the same question into groups and rank them: preferred is what more independent sources
 * state; on a tie nobody is preferred. A rank that the pack gives stands, unless it prefers two values: then neither is.
 */
export function rankStatements(
  statements: readonly UnrankedStatement[],
  properties: ReadonlyMap<string, Property>,
): {
  statements: readonly Statement[];
  groups: ReadonlyMap<string, readonly string[]>;
  clashes: readonly RankClash[];
} {
  const byQuestion = new Map<string, UnrankedStatement[]>();
  for (const statement of statements) {
    const key = questionOf(statement, properties.get(statement.property));
    const group = byQuestion.get(key);
    if (group) group.push(statement);
    else byQuestion.set(key, [statement]);
  }
  const clashes = [...byQuestion.values()].flatMap(clashesIn);
  const contested = new Set(clashes.flatMap(({ first, second }) => [first, second]));
  const ranked = [...byQuestion.values()].map((group) => rankGroup(group, contested));
  const groups = new Map(
    ranked.flatMap((group) => group.map(({ id }) => [id, group.map((other) => other.id)] as const)),
  );
  const rankOf = new Map(ranked.flat().map((statement) => [statement.id, statement]));
  return { statements: statements.flatMap(({ id }) => rankOf.get(id) ?? []), groups, clashes };
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

/** The first preferred statement of a group beside each further one that has another value. */
function clashesIn(group: readonly UnrankedStatement[]): readonly RankClash[] {
  const [first, ...others] = group.filter(({ isRanked, rank }) => isRanked && rank === 'preferred');
  if (!first) return [];
  return others
    .filter((other) => valueKey(other) !== valueKey(first))
    .map((other) => ({ first: first.id, second: other.id }));
}

/** The group with its ranks, preferred first, then in the order of the pack. */
function rankGroup(
  group: readonly UnrankedStatement[],
  contested: ReadonlySet<string>,
): readonly Statement[] {
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
    if (contested.has(plain.id)) return { ...plain, rank: 'normal' };
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
