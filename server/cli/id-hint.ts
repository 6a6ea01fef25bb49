import type { FactBase } from '../core/facts/fact-base.ts';
import { nearestWord } from '../core/text/nearest-word.ts';

/** What may be referred to by id. */
export type IdSection = 'entities' | 'properties' | 'sources';

/** `; did you mean "openai"?`, or what to do where nothing is near. */
export function idHint(section: IdSection, text: string, facts: FactBase): string {
  const near = suggestId(section, text, facts);
  return near === undefined ? `; add it under "${section}" first` : `; did you mean "${near}"?`;
}

/** The id that `text` was probably meant to be: of what is called so, or the nearest; undefined when none is near. */
function suggestId(section: IdSection, text: string, facts: FactBase): string | undefined {
  const lower = text.toLowerCase();
  const named = [...namesIn(section, facts)].find(([, names]) =>
    names.some((name) => name.toLowerCase() === lower),
  );
  return named?.[0] ?? nearestWord(text, [...facts[section].keys()]);
}

function* namesIn(section: IdSection, facts: FactBase): Generator<[string, readonly string[]]> {
  if (section === 'entities')
    for (const { id, name, aliases } of facts.entities.values()) yield [id, [name, ...aliases]];
  if (section === 'properties')
    for (const { id, label } of facts.properties.values()) yield [id, [label]];
  if (section === 'sources')
    for (const { id, title } of facts.sources.values()) yield [id, [title]];
}
