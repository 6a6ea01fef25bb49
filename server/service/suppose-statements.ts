import { type BoundCandidate, findCandidates } from '../core/claims/find-candidates.ts';
import { type NamedProperty, propertiesNamed } from '../core/claims/name-properties.ts';
import type { Scope } from '../core/claims/scope.ts';
import { type TimeWords, timesFor } from '../core/claims/stated-time.ts';
import type { FactBase, Property, Statement } from '../core/facts/fact-base.ts';
import type { Figure } from '../core/figures/figure.ts';
import type { PassageFigure } from './read-passage.ts';

/** A statement that a figure may make, weighed as if it were on record. */
export type Supposed = BoundCandidate;

/** The words that say when a figure holds. */
export function timeWordsOf({ figure, scope }: PassageFigure): TimeWords {
  const { reading, sentence, figures, attachment, times, discourse } = scope;
  const { tokens } = reading;
  return timesFor(tokens, sentence, figure, figures, attachment, times, discourse.day);
}

/**
 * What a figure may state: each subject in reach with each property that the words near it name, nearest first. It is what
 * the binding of drafts would make of the figure if all of that were on record.
 * `property` is settled already: then only the subjects are weighed.
 */
export function supposeStatements(
  passage: PassageFigure,
  facts: FactBase,
  property?: Property,
): readonly Supposed[] {
  const { figure, scope } = passage;
  const named = property ? [namedBeyondDoubt(property, passage)] : propertiesNamed(scope, figure);
  const about = new Map(
    [...scope.subjects].map((subject) => {
      const statements = named.map(({ property }): [string, readonly Statement[]] => [
        property.id,
        isStatedOf(property, subject, facts) ? suppositions(passage, subject, property) : [],
      ]);
      return [subject, new Map(statements)];
    }),
  );
  const supposed: Scope = { ...scope, facts: { ...scope.facts, about } };
  return findCandidates(supposed, figure, named, timeWordsOf(passage));
}

/** Whether a property is stated of entities like this one. */
export function isStatedOf(
  { subjectTypes }: Property,
  subject: string,
  { entities }: FactBase,
): boolean {
  const type = entities.get(subject)?.type;
  return type !== undefined && (subjectTypes.length === 0 || subjectTypes.includes(type));
}

/** Whether a figure may be a value of a property. */
export function isKindOf(property: Property, { kind, unit, nameType }: Figure): boolean {
  if (property.kind === 'name') return kind === 'name' && nameType === property.valueType;
  if (property.kind === 'quantity')
    return kind === 'quantity' && [unit, ''].includes(property.unit);
  const isCount = kind === 'count' || kind === 'number';
  return kind === property.kind || (isCount && COUNTED.has(property.kind));
}

const COUNTED: ReadonlySet<string> = new Set(['count', 'number', 'version']);

/** The entities that the sentence names or describes beyond doubt, in its order. */
export function namedIn({ refs }: Scope): readonly string[] {
  return [...new Set(refs.filter(({ sure }) => sure).flatMap(({ entities }) => entities))];
}

function namedBeyondDoubt(
  property: Property,
  { figure: { from, to } }: PassageFigure,
): NamedProperty {
  const cue = {
    from,
    to,
    property: property.id,
    strength: 'strong',
    surface: '',
    flat: 0,
    isEarlier: false,
  } as const;
  return { property, cost: 0, cue, count: 1 };
}

/** One for each entity that the required qualifier may be, so that the nearest is found with the subject. */
function suppositions(
  { figure, scope }: PassageFigure,
  subject: string,
  property: Property,
): readonly Statement[] {
  const suppose = (qualifiers: Statement['qualifiers']): Statement => ({
    ...{ id: '', subject, property: property.id, value: figure.figure.surface, containers: [] },
    ...{ figures: [figure.figure], time: null, timeBasis: 'printed', rank: 'normal' },
    ...{ qualifiers, references: [], synonyms: [], opposites: [], file: '' },
  });
  const [required] = property.requires;
  if (required === undefined) return [suppose({})];
  return namedIn(scope)
    .filter((id) => id !== subject)
    .map((id) => suppose(Object.fromEntries(property.requires.map((name) => [name, id]))));
}
