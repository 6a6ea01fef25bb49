import { RATE_OPENERS, RATE_UNITS, RATE_WORDS } from '../figures/english.ts';
import type { FactBase, Property, Statement } from './fact-base.ts';
import type { PackReport } from './pack-report.ts';
import type { PropertyData } from './pack-schema.ts';
import { readGoodFor } from './read-good-for.ts';
import type { Entry, Sections } from './read-sections.ts';
import type { Units } from './resolve-units.ts';

/**
 * The properties of all packs, each with its unit led to the base unit.
 * Errors: as issues. A property whose unit or time nobody could compare with is left out, and its id kept as broken;
 * an unknown type is reported and never matches.
 */
export function buildProperties(
  sections: Sections,
  { baseOf }: Units,
  report: PackReport,
): Map<string, Property> {
  const properties = new Map<string, Property>();
  for (const [id, entry] of sections.properties) {
    checkTypes(entry, sections, report);
    const unit = unitOf(entry, baseOf);
    const goodForDays = entry.data.goodFor === undefined ? null : readGoodFor(entry.data.goodFor);
    const isUnreadable = entry.data.goodFor !== undefined && goodForDays === null;
    if (isUnreadable) {
      const message = `Cannot read "${entry.data.goodFor}" as a length of time; expected one such as "12 months"`;
      report.error(entry.file, [...entry.path, 'goodFor'], 'unreadable-time', message);
    }
    const isUnitKnown = unit !== undefined;
    if (!isUnitKnown && !sections.broken.has('units', entry.data.unit)) {
      report.error(entry.file, [...entry.path, 'unit'], 'unknown-unit', unitMessage(entry.data));
    }
    if (isUnreadable || !isUnitKnown) sections.broken.add('properties', id);
    else properties.set(id, toProperty(id, entry.data, { unit, goodForDays }));
  }
  return properties;
}

/**
 * A property is stated of whatever the packs state it of: a pack with a type of its own ("club") uses the revenue of
 * companies as it is.
 */
export function widenSubjects(
  properties: Map<string, Property>,
  statements: readonly Pick<Statement, 'subject' | 'property'>[],
  entities: FactBase['entities'],
): void {
  for (const { subject, property: id } of statements) {
    const property = properties.get(id);
    const type = entities.get(subject)?.type;
    if (!property || type === undefined || property.subjectTypes.length === 0) continue;
    if (property.subjectTypes.includes(type)) continue;
    properties.set(id, { ...property, subjectTypes: [...property.subjectTypes, type] });
  }
}

function toProperty(
  id: string,
  data: PropertyData,
  { unit, goodForDays }: Pick<Property, 'unit' | 'goodForDays'>,
): Property {
  const {
    label,
    kind,
    valueType,
    cardinality,
    varies,
    signed,
    potential,
    per = '',
    requires,
  } = data;
  return {
    id,
    label,
    subjectTypes: data.subject,
    kind,
    unit,
    valueType,
    cardinality,
    varies,
    goodForDays,
    signed,
    potential,
    per,
    rates: ratesIn([label, ...data.cues]),
    requires,
  };
}

/** The units of time that phrases name a rate by: "a month", "monthly fee", and not "from a year earlier". */
function ratesIn(phrases: readonly string[]): readonly string[] {
  const rates = new Set<string>();
  for (const phrase of phrases) {
    const [first = '', second = '', ...others] = phrase.toLowerCase().split(' ');
    const isBare = others.length === 0 && RATE_OPENERS.has(first);
    const unit = isBare ? RATE_UNITS.get(second) : RATE_WORDS.get(first);
    if (unit !== undefined) rates.add(unit);
  }
  return [...rates];
}

function checkTypes(
  { data, file, path }: Entry<PropertyData>,
  { types, broken }: Sections,
  report: PackReport,
): void {
  const check = (type: string, at: readonly (string | number)[]): void => {
    if (types.has(type) || broken.has('types', type)) return;
    report.error(file, [...path, ...at], 'unknown-type', unknownType(type));
  };
  for (const [index, type] of data.subject.entries()) check(type, ['subject', index]);
  if (data.valueType !== null) check(data.valueType, ['valueType']);
}

/** What to say of a type that no pack defines. */
export function unknownType(type: string): string {
  return `Unknown type "${type}"; define it under "types"`;
}

/** The base unit of a quantity; the unit as it stands for a kind whose units are built in. */
function unitOf({ data }: Entry<PropertyData>, baseOf: Units['baseOf']): string | undefined {
  if (data.unit === '' || data.kind === 'money' || data.kind === 'duration') return data.unit;
  return data.kind === 'quantity' ? baseOf(data.unit) : undefined;
}

function unitMessage({ kind, unit }: PropertyData): string {
  return kind === 'quantity'
    ? `Unknown unit "${unit}"; define it under "units"`
    : `A ${kind} has no unit; expected kind "quantity" for one in "${unit}"`;
}
