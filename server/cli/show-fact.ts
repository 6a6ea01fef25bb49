import { relative } from 'node:path';
import type {
  Entity,
  FactBase,
  Property,
  Reference,
  Source,
  Statement,
} from '../core/facts/fact-base.ts';
import { nearestWord } from '../core/text/nearest-word.ts';
import type { LoadedFacts } from '../host/load-facts.ts';
import type { Place } from '../host/located-issue.ts';
import { describeFigure, describeTime } from '../service/index.ts';
import { harmless } from './display-width.ts';
import { statementTable } from './statement-table.ts';
import type { Terminal } from './terminal.ts';
import { wrapText } from './wrap-text.ts';

const LABEL_COLUMNS = 12;

/** Everything known of a statement, entity, property or source; `undefined` for an id that none of them has. */
export function showFact(id: string, loaded: LoadedFacts, terminal: Terminal): string | undefined {
  const { statements, entities, properties, sources } = loaded.facts;
  const statement = statements.get(id);
  if (statement !== undefined) return showStatement(statement, loaded, terminal);
  const entity = entities.get(id);
  if (entity !== undefined) return showEntity(entity, loaded.facts, terminal);
  const source = sources.get(id);
  if (source !== undefined) return showSource(source, loaded, terminal);
  const property = properties.get(id);
  return property && showProperty(property, loaded.facts, terminal);
}

/** What to say of an id that is not on record. */
export function suggestFact(id: string, facts: FactBase): string {
  const known = [facts.statements, facts.entities, facts.sources, facts.properties];
  const near = nearestWord(
    id,
    known.flatMap((map) => [...map.keys()]),
  );
  const hint = near === undefined ? 'see stet facts list' : `did you mean "${near}"?`;
  return `There is no statement, entity, property or source "${id}"; ${hint}`;
}

function showStatement(statement: Statement, loaded: LoadedFacts, terminal: Terminal): string {
  const { facts } = loaded;
  const { id, subject, property, value, figures, time, timeBasis, rank, references } = statement;
  const qualifiers = Object.entries(statement.qualifiers).map(([name, text]) => `${name}: ${text}`);
  return page(id, terminal, [
    ['subject', [`${facts.entities.get(subject)?.name ?? subject} (${subject})`]],
    ['property', [`${facts.properties.get(property)?.label ?? property} (${property})`]],
    ['value', [value]],
    ['synonyms', [statement.synonyms.join('; ')]],
    ['opposites', [statement.opposites.join('; ')]],
    ['read as', figures.map((figure) => describeFigure(figure, facts))],
    ['as of', time === null ? [] : [`${describeTime(time)}, ${timeBasis}`]],
    ['qualifiers', qualifiers],
    ['rank', [rank]],
    ['sources', saidBySource(references, facts)],
    ['written', places(loaded.statementPlace(id), terminal)],
  ]);
}

/** Each source by its title, and below it every line that says so. */
function saidBySource(references: readonly Reference[], { sources }: FactBase): readonly string[] {
  const named = [...new Set(references.map(({ source }) => source))];
  return named.flatMap((source) => [
    `“${sources.get(source)?.title ?? source}”`,
    ...references.filter((one) => one.source === source).map(describeLine),
  ]);
}

function describeLine({ line, exact, note }: Reference): string {
  return `line ${line}: “${exact}”${note === null ? '' : ` (${note})`}`;
}

function showEntity(entity: Entity, facts: FactBase, terminal: Terminal): string {
  const { id, name, type, aliases, called, partOf, parties } = entity;
  const about = [...facts.statements.values()].filter(({ subject }) => subject === id);
  const head = page(id, terminal, [
    ['name', [name]],
    ['type', [type]],
    ['aliases', [aliases.join(', ')]],
    ['called', [called.join(', ')]],
    ['part of', [partOf ?? '']],
    ['parties', [parties.join(', ')]],
  ]);
  return withStatements(head, about, terminal);
}

function showSource(source: Source, loaded: LoadedFacts, terminal: Terminal): string {
  const { id, title, publisher, date, url, digest } = source;
  const reported = [...loaded.facts.statements.values()].filter(({ references }) =>
    references.some((reference) => reference.source === id),
  );
  const head = page(id, terminal, [
    ['title', [title]],
    ['publisher', [publisher ?? 'unknown']],
    ['date', [date === null ? 'unknown' : describeTime(date)]],
    ['url', [url ?? '']],
    ['digest', [digest ?? 'unknown']],
    ['written', places(loaded.sourcePlace(id), terminal)],
  ]);
  return withStatements(head, reported, terminal);
}

function showProperty(property: Property, facts: FactBase, terminal: Terminal): string {
  const { id, label, kind, cardinality, varies, goodForDays, requires } = property;
  const stated = [...facts.statements.values()].filter((one) => one.property === id);
  const head = page(id, terminal, [
    ['label', [label]],
    ['kind', [kind]],
    ['cardinality', [cardinality]],
    ['varies', [varies]],
    ['good for', goodForDays === null ? [] : [`${goodForDays} days`]],
    ['requires', [requires.join(', ')]],
  ]);
  return withStatements(head, stated, terminal);
}

/** A heading and labelled lines; empty ones are left out. */
function page(
  heading: string,
  { paint, columns }: Terminal,
  entries: readonly (readonly [string, readonly string[]])[],
): string {
  const lines = entries.flatMap(([label, texts]) => {
    const shown = texts.filter((text) => text !== '').map(harmless);
    const wrapped = shown.flatMap((text) => wrapText(text, columns - LABEL_COLUMNS - 2));
    return wrapped.map((text, index) => {
      const head = index === 0 ? label : '';
      return `  ${paint.dim(head.padEnd(LABEL_COLUMNS))}${text}`;
    });
  });
  return [paint.bold(harmless(heading)), ...lines].join('\n');
}

function withStatements(
  head: string,
  statements: readonly Statement[],
  { paint }: Terminal,
): string {
  return statements.length === 0 ? head : `${head}\n\n${statementTable(statements, paint)}`;
}

function places(place: Place | undefined, { cwd }: Terminal): readonly string[] {
  if (place === undefined) return [];
  const { line, column } = place.position;
  return [`${relative(cwd, place.file)}:${line}:${column}`];
}
