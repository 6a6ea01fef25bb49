import { digitsOf } from '../figures/interval.ts';
import type { Property, Rank, Statement } from './fact-base.ts';

/** Whether a statement's pack gives its rank. */
type HasRank = (statement: Statement) => boolean;

/** Two statements of one question that their packs prefer both, though their values differ. */
export interface RankClash {
  readonly first: string;
  readonly second: string;
}

/**
 * Put statements that answer the same question into groups and rank them: preferred is what more independent sources
 * state; on a tie nobody is preferred. A rank that the pack gives stands, unless it prefers two values: then neither is.
 * Statements come preferred where their pack gives no rank, and leave so where nothing else answers their question.
 */
export function rankStatements(
  statements: readonly Statement[],
  properties: ReadonlyMap<string, Property>,
  hasRank: HasRank,
): {
  statements: readonly Statement[];
  groups: ReadonlyMap<string, readonly string[]>;
  clashes: readonly RankClash[];
} {
  const byQuestion = groupByQuestion(statements, properties);
  const clashes = byQuestion.flatMap((group) => clashesIn(group, hasRank));
  const contested = new Set(clashes.flatMap(({ first, second }) => [first, second]));
  const groups = new Map<string, readonly string[]>();
  const rerankedById = new Map<string, Statement>();
  for (const group of byQuestion) {
    const ranked = group.length === 1 ? group : rankGroup(group, contested, hasRank);
    const ids = ranked.map(({ id }) => id);
    for (const statement of ranked) {
      groups.set(statement.id, ids);
      if (ranked !== group) rerankedById.set(statement.id, statement);
    }
  }
  const inOrder = statements.map((statement) => rerankedById.get(statement.id) ?? statement);
  return { statements: inOrder, groups, clashes };
}

function groupByQuestion(
  statements: readonly Statement[],
  properties: ReadonlyMap<string, Property>,
): readonly (readonly Statement[])[] {
  const byQuestion = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = questionOf(statement, properties.get(statement.property));
    const group = byQuestion.get(key);
    if (group) group.push(statement);
    else byQuestion.set(key, [statement]);
  }
  return [...byQuestion.values()];
}

/** Subject, property, time and qualifiers; the time only where the value moves with it. */
function questionOf(
  { subject, property, time, qualifiers }: Statement,
  definition: Property | undefined,
): string {
  const moves = definition?.varies !== 'fixed';
  const question = `${subject} ${property} ${moves ? time : null}`;
  const entries = Object.entries(qualifiers);
  return entries.length === 0 ? question : `${question} ${JSON.stringify(entries.sort())}`;
}

/** The first preferred statement of a group beside each further one that has another value. */
function clashesIn(group: readonly Statement[], hasRank: HasRank): readonly RankClash[] {
  if (group.length === 1) return [];
  const [first, ...others] = group.filter((one) => one.rank === 'preferred' && hasRank(one));
  if (!first) return [];
  return others
    .filter((other) => valueKey(other) !== valueKey(first))
    .map((other) => ({ first: first.id, second: other.id }));
}

/** How many sources state each value. */
function countSources(group: readonly Statement[]): ReadonlyMap<string, ReadonlySet<string>> {
  const counts = new Map<string, Set<string>>();
  for (const statement of group) {
    const key = valueKey(statement);
    const sources = counts.get(key) ?? new Set();
    for (const { source } of statement.references) sources.add(source);
    counts.set(key, sources);
  }
  return counts;
}

/** The group with its ranks, preferred first, then in the order of the pack. */
function rankGroup(
  group: readonly Statement[],
  contested: ReadonlySet<string>,
  hasRank: HasRank,
): readonly Statement[] {
  const isGiven = group.some(hasRank);
  const counts = countSources(group);
  const sizes = [...counts.values()].map((sources) => sources.size);
  const most = sizes.reduce((one, other) => Math.max(one, other));
  const leaders = sizes.filter((size) => size === most).length;
  const rankOf = (statement: Statement): Rank => {
    if (contested.has(statement.id)) return 'normal';
    if (isGiven) return hasRank(statement) ? statement.rank : 'normal';
    const leads = leaders === 1 && counts.get(valueKey(statement))?.size === most;
    return leads ? 'preferred' : 'normal';
  };
  const ranked = group.map((statement) => ({ ...statement, rank: rankOf(statement) }));
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
