import { calendarDay, readIsoDay, readPeriod } from '../figures/calendar.ts';
import { MONTH_NAMES } from '../figures/english.ts';
import { nearestWord } from '../text/nearest-word.ts';
import { checkStatement } from './check-statement.ts';
import type { FactBase, Property, Statement } from './fact-base.ts';
import type { PackReport } from './pack-report.ts';
import type { StatementData } from './pack-schema.ts';
import { type Entry, NOUNS, type Sections } from './read-sections.ts';
import { readStatementFigures } from './read-statement-figures.ts';

/** What a statement refers to and is read with. */
export type StatementContext = Pick<
  FactBase,
  'entities' | 'properties' | 'sources' | 'units' | 'referenceDate'
> &
  Pick<Sections, 'broken'>;

/**
 * One statement with its value read by the grammar, or undefined when it cannot be used. It is preferred, being
 * alone, until it is ranked among others; a rank that the pack gives stands.
 * Errors: as one issue, the first; none where what it refers to has an issue of its own.
 */
export function readStatement(
  { data, file, pack, path }: Entry<StatementData>,
  context: StatementContext,
  report: PackReport,
): Statement | undefined {
  const missing = missingReference(data, context);
  if (missing) {
    const { section, id, at } = missing;
    if (!context.broken.has(section, id))
      report.error(
        file,
        [...path, ...at],
        `unknown-${NOUNS[section]}`,
        `Unknown ${NOUNS[section]} "${id}"${didYouMean(id, context[section])}`,
      );
    return undefined;
  }
  const property = context.properties.get(data.property);
  if (!property) return undefined;
  if (data.time !== null && readPeriod(data.time) === undefined) {
    report.error(file, [...path, 'time'], 'impossible-date', `No such day as "${data.time}"`);
    return undefined;
  }
  const figures = readStatementFigures(data, property, context);
  if (!figures.ok) {
    const isEcho = figures.entity !== undefined && context.broken.has('entities', figures.entity);
    if (!isEcho) report.error(file, [...path, ...figures.path], figures.code, figures.message);
    return undefined;
  }
  checkStatement({ data, file, pack, path }, property, context, report);
  return {
    id: data.id,
    subject: data.subject,
    property: data.property,
    value: shownValue(data.value, property, context),
    containers: figures.value.flatMap(({ entities }) =>
      entities.flatMap((id) => containersOf(id, context.entities)),
    ),
    synonyms: data.synonyms,
    opposites: data.opposites,
    figures: figures.value,
    time: data.time,
    timeBasis: data.timeBasis,
    rank: data.rank ?? 'preferred',
    qualifiers: data.qualifiers,
    references: data.references,
    file,
  };
}

interface Reference {
  readonly section: 'entities' | 'properties' | 'sources';
  readonly id: string;
  readonly at: readonly (string | number)[];
}

/** In a pack larger than this the nearest id is not looked for: a thousand mistakes would take minutes. */
const MOST_IDS = 5_000;

function didYouMean(id: string, known: ReadonlyMap<string, unknown>): string {
  const near = known.size > MOST_IDS ? undefined : nearestWord(id, [...known.keys()]);
  return near === undefined ? '' : `; did you mean "${near}"?`;
}

/** The first id in a statement that nothing stands behind. */
function missingReference(
  { subject, property, references }: StatementData,
  { entities, properties, sources }: StatementContext,
): Reference | undefined {
  if (!entities.has(subject)) return { section: 'entities', id: subject, at: ['subject'] };
  if (!properties.has(property)) return { section: 'properties', id: property, at: ['property'] };
  const index = references.findIndex(({ source }) => !sources.has(source));
  const id = references[index]?.source;
  return id === undefined
    ? undefined
    : { section: 'sources', id, at: ['references', index, 'source'] };
}

/** What an entity is part of, the nearest first. */
function containersOf(id: string, entities: FactBase['entities']): readonly string[] {
  const chain: string[] = [];
  for (let at = entities.get(id)?.partOf; at; at = entities.get(at)?.partOf) chain.push(at);
  return chain;
}

/** The value as people read it: names for entity ids, the members of a set joined. */
function shownValue(
  value: string | string[],
  property: Property,
  { entities }: StatementContext,
): string {
  const shown = (one: string): string => {
    if (property.kind === 'date') return shownDay(one);
    return property.kind === 'name' ? (entities.get(one)?.name ?? one) : one;
  };
  return Array.isArray(value) ? value.map(shown).join(' and ') : shown(value);
}

/** `3 November 2025` for `2025-11-03`; anything else as it is written. */
function shownDay(text: string): string {
  const number = readIsoDay(text);
  if (number === undefined) return text;
  const { year, month, day } = calendarDay(number);
  return `${day} ${MONTH_NAMES[month - 1]} ${year}`;
}
