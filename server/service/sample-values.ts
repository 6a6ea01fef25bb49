import type { FactBase } from '../core/facts/fact-base.ts';
import { valueWords } from './write-value.ts';

/** A value for each kind and unit that the properties are measured in, in their order: what could stand there. */
export function sampleValues(properties: readonly string[], facts: FactBase): readonly string[] {
  const known = samples.get(facts) ?? collectSamples(facts);
  samples.set(facts, known);
  const forms = new Map<string, string>();
  for (const property of properties)
    for (const [form, words] of known.get(property) ?? [])
      if (!forms.has(form)) forms.set(form, words);
  return [...forms.values()];
}

type Samples = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Found once for each fact base: it takes a look at every statement. */
const samples = new WeakMap<FactBase, Samples>();

function collectSamples(facts: FactBase): Samples {
  const found = new Map<string, Map<string, string>>();
  for (const statement of facts.statements.values()) {
    const [figure] = statement.figures;
    if (!figure) continue;
    const forms = found.get(statement.property) ?? new Map<string, string>();
    found.set(statement.property, forms);
    const form = `${figure.kind} ${figure.unit}`;
    if (!forms.has(form)) forms.set(form, valueWords(statement, facts));
  }
  return found;
}
