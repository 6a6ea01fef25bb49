import type { FactBase } from '../core/facts/fact-base.ts';

/** What a statement answers: `OpenAI–AWS deal, deal value`; '' for an unknown one. */
export function describeQuestion(id: string, facts: FactBase): string {
  const statement = facts.statements.get(id);
  if (statement === undefined) return '';
  const subject = facts.entities.get(statement.subject)?.name ?? statement.subject;
  const property = facts.properties.get(statement.property)?.label ?? statement.property;
  return `${subject}, ${property}`;
}
