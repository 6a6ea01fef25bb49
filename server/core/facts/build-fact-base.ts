import type { z } from 'zod';
import { calendarDay, readIsoDay, readPeriod } from '../figures/calendar.ts';
import { MONTH_NAMES } from '../figures/english.ts';
import { buildUnits } from './build-units.ts';
import type {
  Entity,
  EntityType,
  FactBase,
  PackFile,
  PackIssue,
  Property,
  Source,
} from './fact-base.ts';
import { indexFacts } from './index-facts.ts';
import { PackReport } from './pack-report.ts';
import {
  type EntityData,
  type PropertyData,
  packHeader,
  packSections,
  type StatementData,
  statementSchema,
  type TypeData,
  type UnitData,
} from './pack-schema.ts';
import { rankStatements, type UnrankedStatement } from './rank-statements.ts';
import { readGoodFor } from './read-good-for.ts';
import { readStatementFigures } from './read-statement-figures.ts';

/** The day an undated draft is read as of when no loaded pack gives one. */
const NO_REFERENCE_DATE = '2000-01-01';

/**
 * Build one immutable fact base from parsed pack files. Good entries load whatever is wrong beside them.
 * An entity, property, source or statement with the id of an earlier pack's replaces it; twice in one pack is an error.
 *
 * Errors: as issues, each with the path of its node in its file; nothing is thrown for what a pack says.
 */
export function buildFactBase(files: readonly PackFile[]): {
  facts: FactBase;
  issues: readonly PackIssue[];
} {
  const report = new PackReport();
  const sections = readSections(files, report);
  const entities = mapValues(sections.entities, toEntity);
  const properties = mapValues(sections.properties, toProperty);
  checkEntities(sections.entities, entities, sections.types, report);
  const units = buildUnits([...sections.units].map(([unit, entry]) => [unit, entry.data]));
  const referenceDate = sections.referenceDate ?? NO_REFERENCE_DATE;
  const sources: ReadonlyMap<string, Source> = mapValues(sections.sources, (source, { data }) => ({
    id: source,
    ...data,
  }));
  const types: ReadonlyMap<string, EntityType> = mapValues(sections.types, (type, { data }) => ({
    id: type,
    ...data,
  }));
  const base = { entities, properties, sources, units, referenceDate };
  const read = sections.statements.flatMap((entry) => readStatement(entry, base, report) ?? []);
  const { statements, groups } = rankStatements(read, properties);
  const facts = {
    revision: revisionOf(files),
    referenceDate,
    units,
    types,
    entities,
    properties,
    sources,
    statements: new Map(statements.map((statement) => [statement.id, statement])),
    groups,
  };
  return {
    facts: { ...facts, ...indexFacts(facts, cuesOf(sections.properties)) },
    issues: report.issues,
  };
}

/** An entry of a pack with the place it was read from. */
interface Entry<T> {
  readonly data: T;
  readonly file: string;
  readonly pack: string;
  readonly path: readonly (string | number)[];
}

interface Sections {
  readonly types: Map<string, Entry<TypeData>>;
  readonly units: Map<string, Entry<UnitData>>;
  readonly properties: Map<string, Entry<PropertyData>>;
  readonly entities: Map<string, Entry<EntityData>>;
  readonly sources: Map<string, Entry<z.output<(typeof packSections)['sources']>>>;
  readonly statements: Entry<StatementData>[];
  referenceDate: string | undefined;
}

function readSections(files: readonly PackFile[], report: PackReport): Sections {
  const sections: Sections = {
    types: new Map(),
    units: new Map(),
    properties: new Map(),
    entities: new Map(),
    sources: new Map(),
    statements: [],
    referenceDate: undefined,
  };
  for (const file of files) readFile(file, sections, report);
  return sections;
}

function readFile(file: PackFile, sections: Sections, report: PackReport): void {
  if (file.data === null || file.data === undefined) return;
  if (typeof file.data !== 'object' || Array.isArray(file.data)) {
    report.error(
      file.file,
      [],
      'not-a-mapping',
      'Expected a mapping with keys such as "entities" or "statements"',
    );
    return;
  }
  for (const [key, value] of Object.entries(file.data)) {
    if (key === 'statements') readStatements(file, value, sections, report);
    else if (isSection(key)) readEntries(file, key, value, sections, report);
    else if (isHeader(key)) readHeader(file, key, value, sections, report);
    else
      report.error(file.file, [key], 'unknown-key', `Unknown key "${key}"; expected ${KNOWN_KEYS}`);
  }
}

const KNOWN_KEYS = [...Object.keys(packHeader), ...Object.keys(packSections), 'statements'].join(
  ', ',
);

function isSection(key: string): key is keyof typeof packSections {
  return Object.hasOwn(packSections, key);
}

function isHeader(key: string): key is keyof typeof packHeader {
  return Object.hasOwn(packHeader, key);
}

function readHeader(
  { file }: PackFile,
  key: keyof typeof packHeader,
  value: unknown,
  sections: Sections,
  report: PackReport,
): void {
  const parsed = packHeader[key].safeParse(value);
  if (!parsed.success) report.schema(file, [key], parsed.error);
  else if (key === 'referenceDate') {
    if (readIsoDay(parsed.data) === undefined) {
      report.error(file, [key], 'impossible-date', `No such day as "${parsed.data}"`);
    } else sections.referenceDate = parsed.data;
  }
}

function readEntries(
  file: PackFile,
  section: keyof typeof packSections,
  value: unknown,
  sections: Sections,
  report: PackReport,
): void {
  if (value === null) return;
  if (typeof value !== 'object' || Array.isArray(value)) {
    report.error(
      file.file,
      [section],
      'not-a-mapping',
      `Expected "${section}" to be a mapping from ids to entries`,
    );
    return;
  }
  for (const [id, data] of Object.entries(value)) {
    const path = [section, id];
    const parsed = packSections[section].safeParse(data);
    if (!parsed.success) {
      report.schema(file.file, path, parsed.error);
      continue;
    }
    const known = sections[section].get(id);
    if (known?.pack === file.pack) {
      report.error(
        file.file,
        path,
        'duplicate-id',
        `"${id}" stands in ${known.file} already; ids must be unique`,
      );
      continue;
    }
    const entry = { data: parsed.data, file: file.file, pack: file.pack, path };
    // The section's own schema has just parsed the data, which the type checker cannot follow through the index.
    (sections[section] as Map<string, Entry<unknown>>).set(id, entry);
  }
}

function readStatements(
  { file, pack }: PackFile,
  value: unknown,
  sections: Sections,
  report: PackReport,
): void {
  if (value === null) return;
  if (!Array.isArray(value)) {
    report.error(file, ['statements'], 'not-a-list', 'Expected "statements" to be a list');
    return;
  }
  for (const [index, data] of value.entries()) {
    const path = ['statements', index];
    const parsed = statementSchema.safeParse(data);
    if (!parsed.success) {
      report.schema(file, path, parsed.error);
      continue;
    }
    const at = sections.statements.findIndex((entry) => entry.data.id === parsed.data.id);
    const entry = { data: parsed.data, file, pack, path };
    if (at < 0) sections.statements.push(entry);
    else if (sections.statements[at]?.pack === pack) {
      const where = sections.statements[at]?.file;
      report.error(
        file,
        [...path, 'id'],
        'duplicate-id',
        `"${parsed.data.id}" stands in ${where} already; ids must be unique`,
      );
    } else sections.statements[at] = entry;
  }
}

function toEntity(id: string, { data }: Entry<EntityData>): Entity {
  return { id, ...data };
}

function toProperty(id: string, { data }: Entry<PropertyData>): Property {
  return {
    id,
    label: data.label,
    subjectTypes: data.subject,
    kind: data.kind,
    unit: data.unit,
    valueType: data.valueType,
    cardinality: data.cardinality,
    varies: data.varies,
    goodForDays: data.goodFor === undefined ? null : readGoodFor(data.goodFor),
    signed: data.signed,
    per: data.per,
    requires: data.requires,
  };
}

function checkEntities(
  entries: ReadonlyMap<string, Entry<EntityData>>,
  entities: ReadonlyMap<string, Entity>,
  types: ReadonlyMap<string, unknown>,
  report: PackReport,
): void {
  for (const { data, file, path } of entries.values()) {
    if (!types.has(data.type)) {
      report.error(
        file,
        [...path, 'type'],
        'unknown-type',
        `Unknown type "${data.type}"; define it under "types"`,
      );
    }
    if (data.partOf !== null && !entities.has(data.partOf)) {
      report.error(file, [...path, 'partOf'], 'unknown-entity', `Unknown entity "${data.partOf}"`);
    }
    for (const [index, party] of data.parties.entries()) {
      if (!entities.has(party)) {
        report.error(
          file,
          [...path, 'parties', index],
          'unknown-entity',
          `Unknown entity "${party}"`,
        );
      }
    }
  }
}

type StatementContext = Pick<
  FactBase,
  'entities' | 'properties' | 'sources' | 'units' | 'referenceDate'
>;

/** One statement with its value read by the grammar, or undefined when it cannot be used. */
function readStatement(
  { data, file, path }: Entry<StatementData>,
  context: StatementContext,
  report: PackReport,
): UnrankedStatement | undefined {
  const property = context.properties.get(data.property);
  if (!context.entities.has(data.subject)) {
    report.error(file, [...path, 'subject'], 'unknown-entity', `Unknown entity "${data.subject}"`);
    return undefined;
  }
  if (!property) {
    report.error(
      file,
      [...path, 'property'],
      'unknown-property',
      `Unknown property "${data.property}"`,
    );
    return undefined;
  }
  if (data.time !== null && readPeriod(data.time) === undefined) {
    report.error(file, [...path, 'time'], 'impossible-date', `No such day as "${data.time}"`);
    return undefined;
  }
  for (const [index, { source }] of data.references.entries()) {
    if (context.sources.has(source)) continue;
    report.error(
      file,
      [...path, 'references', index, 'source'],
      'unknown-source',
      `Unknown source "${source}"`,
    );
    return undefined;
  }
  const figures = readStatementFigures(data, property, context);
  if (!figures.ok) {
    report.error(file, [...path, ...figures.path], figures.code, figures.message);
    return undefined;
  }
  return {
    id: data.id,
    subject: data.subject,
    property: data.property,
    value: shownValue(data.value, property, context),
    containers: figures.value.flatMap(({ entities }) =>
      entities.flatMap((id) => containersOf(id, context.entities)),
    ),
    figures: figures.value,
    time: data.time,
    timeBasis: data.timeBasis,
    rank: data.rank ?? 'normal',
    isRanked: data.rank !== undefined,
    qualifiers: data.qualifiers,
    references: data.references,
    file,
  };
}

/** `3 November 2025` for `2025-11-03`; anything else as it is written. */
function shownDay(text: string): string {
  const number = readIsoDay(text);
  if (number === undefined) return text;
  const { year, month, day } = calendarDay(number);
  return `${day} ${MONTH_NAMES[month - 1]} ${year}`;
}

/** What an entity is part of, the nearest first; a circle ends the chain. */
function containersOf(id: string, entities: FactBase['entities']): readonly string[] {
  const chain: string[] = [];
  for (let at = entities.get(id)?.partOf; at && !chain.includes(at); at = entities.get(at)?.partOf)
    chain.push(at);
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

function cuesOf(properties: ReadonlyMap<string, Entry<PropertyData>>) {
  return [...properties].map(([property, { data }]) => ({
    property,
    cues: data.cues,
    weak: data.weak,
  }));
}

function mapValues<In, Out>(
  map: ReadonlyMap<string, In>,
  change: (id: string, value: In) => Out,
): Map<string, Out> {
  return new Map([...map].map(([id, value]) => [id, change(id, value)]));
}

/** FNV-1a over everything that was loaded: equal content gives an equal revision, on any machine. */
function revisionOf(files: readonly PackFile[]): string {
  let hash = 0xcbf29ce484222325n;
  const text = JSON.stringify(files.map(({ data }) => data));
  for (let at = 0; at < text.length; at += 4) {
    const chunk =
      text.charCodeAt(at) +
      (text.charCodeAt(at + 1) || 0) * 65_537 +
      (text.charCodeAt(at + 2) || 0) * 131 +
      (text.charCodeAt(at + 3) || 0) * 17_011;
    hash = BigInt.asUintN(64, (hash ^ BigInt(chunk)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
