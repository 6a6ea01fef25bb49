import { surfaceOf } from '../core/claims/scope.ts';
import type { FactBase, Property } from '../core/facts/fact-base.ts';
import { describeFigure } from './describe-figure.ts';
import { describeTime } from './describe-time.ts';
import type { PassageFigure } from './read-passage.ts';
import { isKindOf, isStatedOf, namedIn, type Supposed } from './suppose-statements.ts';

/** One of the answers to a question. */
export interface Option {
  /** What is handed back. */
  readonly value: string;
  readonly label: string;
  readonly detail: string;
}

/** Something that cannot be read from the passage. */
export interface Question {
  /** `figure`, `subject`, `property`, `time`, or `qualifier` with the name in `qualifier`. */
  readonly about: 'figure' | 'subject' | 'property' | 'time' | 'qualifier';
  readonly qualifier?: string;
  readonly prompt: string;
  /** The likeliest first. */
  readonly options: readonly Option[];
  /** Whether an answer may be something else than one of the options. */
  readonly isOpen: boolean;
}

/** More than anyone would look through. */
const MOST_OPTIONS = 500;

export function figureQuestion(figures: readonly PassageFigure[], facts: FactBase): Question {
  const isTwice = ({ value }: PassageFigure): boolean =>
    figures.filter((one) => one.value === value).length > 1;
  const options = figures.map((one, index) => ({
    value: isTwice(one) ? String(index + 1) : one.value,
    label: one.value,
    detail: describeFigure(one.figure.figure, facts),
  }));
  return { about: 'figure', prompt: 'Which figure?', options, isOpen: false };
}

/** The properties that the words near the figure name, then all that have such figures. */
export function propertyQuestion(
  { figure }: PassageFigure,
  supposed: readonly Supposed[],
  subject: string | undefined,
  facts: FactBase,
): Question {
  const near = supposed.map(({ property }) => property);
  const fitting = [...facts.properties.values()]
    .filter((one) => isKindOf(one, figure.figure))
    .filter((one) => subject === undefined || isStatedOf(one, subject, facts))
    .sort((one, other) => (one.label < other.label ? -1 : 1));
  const options = unique([...near, ...fitting]).map(({ id, label, kind }) => ({
    value: id,
    label,
    detail: `${id} · ${kind}`,
  }));
  return { about: 'property', prompt: `What is ${figure.figure.surface}?`, options, isOpen: false };
}

/** Who the sentence names, then everyone of whom such a thing is stated. */
export function subjectQuestion(
  { figure, scope }: PassageFigure,
  supposed: readonly Supposed[],
  property: string | undefined,
  facts: FactBase,
): Question {
  const near = [
    ...supposed.map(({ statement }) => statement.subject),
    ...namedIn(scope),
    ...scope.subjects,
  ];
  const likely = [...facts.properties.values()].filter((one) =>
    property === undefined ? isKindOf(one, figure.figure) : one.id === property,
  );
  const isFit = (id: string): boolean => likely.some((one) => isStatedOf(one, id, facts));
  const ids = [...near, ...facts.entities.keys()].filter(isFit);
  const strangers = scope.refs
    .filter(({ via }) => via === 'unknown')
    .map((ref) => surfaceOf(scope.reading, ref));
  const unknown = strangers.length === 0 ? '' : ` (not on record: ${strangers.join(', ')})`;
  const prompt = `Who or what is ${figure.figure.surface} about?${unknown}`;
  return { about: 'subject', prompt, options: entityOptions(ids, facts), isOpen: false };
}

export function qualifierQuestion(
  name: string,
  named: readonly string[],
  facts: FactBase,
): Question {
  const options = entityOptions([...named, ...facts.entities.keys()], facts);
  return { about: 'qualifier', qualifier: name, prompt: `Which ${name}?`, options, isOpen: true };
}

export function timeQuestion(periods: readonly string[]): Question {
  const options = periods.map((value) => ({ value, label: value, detail: describeTime(value) }));
  const prompt = 'When does it hold? 2025-11-03, 2025-11, 2025-Q3, 2025-H1 or 2025';
  return { about: 'time', prompt, options, isOpen: true };
}

function entityOptions(ids: readonly string[], { entities, types }: FactBase): readonly Option[] {
  return [...new Set(ids)].slice(0, MOST_OPTIONS).flatMap((id) => {
    const entity = entities.get(id);
    if (!entity) return [];
    const type = types.get(entity.type)?.label ?? entity.type;
    return [{ value: id, label: entity.name, detail: `${id} · ${type}` }];
  });
}

function unique(properties: readonly Property[]): readonly Property[] {
  return [...new Map(properties.map((one) => [one.id, one])).values()];
}
