import type { FactBase, Statement } from '../core/facts/fact-base.ts';
import { describeTime } from './describe-time.ts';
import { valueWords } from './write-value.ts';

/** How many statements are looked at between two chances to stop. */
const AT_ONCE = 2000;

/**
 * Find the statements whose words hold every word of `query`: those about `subjects` first, then the preferred and the
 * latest. An empty query finds all. It stops after every couple of thousand statements, for the caller to go on or not;
 * what it returns is at most `limit` of them, and how many there are.
 */
export function* searchFigures(
  facts: FactBase,
  query: string,
  { limit, subjects }: { readonly limit: number; readonly subjects: ReadonlySet<string> },
): Generator<undefined, { readonly found: readonly Statement[]; readonly count: number }> {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found: Statement[] = [];
  let looked = 0;
  for (const statement of facts.statements.values()) {
    if (++looked % AT_ONCE === 0) yield;
    const text = words.length === 0 ? '' : textOf(statement, facts);
    if (words.every((word) => text.includes(word))) found.push(statement);
  }
  const order = (statement: Statement): number =>
    (subjects.has(statement.subject) ? 0 : 2) + (statement.rank === 'preferred' ? 0 : 1);
  found.sort(
    (one, other) => order(one) - order(other) || (other.time ?? '').localeCompare(one.time ?? ''),
  );
  return { found: found.slice(0, limit), count: found.length };
}

/** Everything that somebody may look a statement up by, in small letters. */
function textOf(statement: Statement, facts: FactBase): string {
  const known = texts.get(statement);
  if (known !== undefined) return known;
  const { subject, property, time, references } = statement;
  const entity = facts.entities.get(subject);
  const sources = new Set(references.map(({ source }) => source));
  const text = [
    valueWords(statement, facts),
    entity?.name ?? subject,
    ...(entity?.aliases ?? []),
    facts.properties.get(property)?.label ?? property,
    time === null ? '' : `${time} ${describeTime(time)}`,
    ...[...sources].flatMap((id) => {
      const source = facts.sources.get(id);
      return [source?.title ?? id, source?.publisher ?? ''];
    }),
    statement.id,
  ]
    .join(' ')
    .toLowerCase();
  texts.set(statement, text);
  return text;
}

/** Put together once for each statement: a search goes on with every letter that is typed. */
const texts = new WeakMap<Statement, string>();
