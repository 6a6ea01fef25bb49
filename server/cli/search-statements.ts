import type { FactBase, Statement } from '../core/facts/fact-base.ts';

/** The statements that all of `words` occur in, whatever their case: in ids, names, labels, values and printed figures. */
export function searchStatements(facts: FactBase, words: readonly string[]): readonly Statement[] {
  const wanted = words.flatMap((word) => word.toLowerCase().split(/\s+/)).filter(Boolean);
  return [...facts.statements.values()].filter((statement) => {
    const text = searchable(statement, facts).join('\n').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

function searchable(statement: Statement, facts: FactBase): readonly string[] {
  const subject = facts.entities.get(statement.subject);
  const qualifiers = Object.values(statement.qualifiers);
  return [
    statement.id,
    statement.value,
    statement.time ?? '',
    subject?.name ?? '',
    ...(subject?.aliases ?? []),
    facts.properties.get(statement.property)?.label ?? '',
    ...qualifiers,
    ...qualifiers.map((qualifier) => facts.entities.get(qualifier)?.name ?? ''),
    ...statement.references.flatMap(({ source, exact }) => [
      exact,
      facts.sources.get(source)?.title ?? '',
    ]),
  ];
}
