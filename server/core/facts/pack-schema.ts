import { z } from 'zod';
import { expected } from './schema-messages.ts';

const ID_FORM = 'an id: lower-case letters, digits, dots and hyphens';
const id = z.string().regex(/^[a-z0-9][a-z0-9._-]*$/, { error: expected(ID_FORM) });
/** A unit's id is a UCUM code: `km/h`, `Cel`. */
const unitId = z.string().regex(/^\S+$/, { error: expected('a code without spaces: km/h, Cel') });
const text = z
  .union([z.string().min(1), z.number()], { error: expected('text') })
  .transform(String);
/** The id of something else in the packs. Its form is not checked: what is not defined has no right form. */
const reference = text;
const period = text.refine((value) => /^\d{4}(-(Q[1-4]|H[12]|\d{2}(-\d{2})?))?$/.test(value), {
  error: expected('2025-11-03, 2025-11, 2025-Q3, 2025-H1 or 2025'),
});
const day = text.refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value), {
  error: expected('a day: 2025-11-03'),
});
const line = expected('the number of a line, from 1');
const words = z.array(text).default([]);

const figureKinds = [
  'money',
  'percent',
  'percentage-point',
  'count',
  'duration',
  'date',
  'quantity',
  'ratio',
  'version',
  'name',
  'number',
] as const;

export const typeSchema = z.strictObject({
  label: text,
  nouns: words,
  shapes: words,
});

export const unitSchema = z.strictObject({
  kind: text,
  /** The unit it is a multiple of; itself when absent. */
  unit: reference.optional(),
  factor: z.number().positive().default(1),
  names: words,
  symbols: words,
  prefixes: z.enum(['si', 'iec', 'none']).default('none'),
});

export const propertySchema = z.strictObject({
  label: text,
  subject: z.array(reference).default([]),
  kind: z.enum(figureKinds),
  unit: reference.default(''),
  valueType: reference.nullable().default(null),
  cardinality: z.enum(['one', 'set', 'open']).default('one'),
  varies: z.enum(['fixed', 'by-period', 'over-time']).default('fixed'),
  goodFor: text.optional(),
  signed: z.boolean().default(false),
  per: z.enum(['s', 'min', 'h', 'd', 'wk', 'mo', 'a']).optional(),
  cues: words,
  weak: words,
  requires: words,
});

export const entitySchema = z.strictObject({
  name: text,
  type: reference,
  aliases: words,
  called: words,
  partOf: reference.nullable().default(null),
  parties: z.array(reference).default([]),
});

const sourceSchema = z.strictObject({
  title: text,
  publisher: text.nullable().default(null),
  date: day.nullable().default(null),
  url: text.nullable().default(null),
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: expected('a SHA-256 digest: 64 hexadecimal digits') })
    .nullable()
    .default(null),
});

const referenceSchema = z.strictObject({
  source: reference,
  line: z.int({ error: line }).positive({ error: line }),
  exact: text,
  note: text.nullable().default(null),
});

export const statementSchema = z.strictObject({
  id,
  subject: reference,
  property: reference,
  value: z.union([text, z.array(text).min(1)], { error: expected('text or a list of it') }),
  also: words,
  time: period.nullable().default(null),
  timeBasis: z.enum(['printed', 'inferred']).default('printed'),
  qualifiers: z.record(z.string(), text).default({}),
  rank: z.enum(['preferred', 'normal', 'deprecated']).optional(),
  references: z
    .array(referenceSchema)
    .min(1, { error: expected('at least one reference: no statement without a source') }),
});

export type TypeData = z.output<typeof typeSchema>;
export type UnitData = z.output<typeof unitSchema>;
export type PropertyData = z.output<typeof propertySchema>;
export type EntityData = z.output<typeof entitySchema>;
export type StatementData = z.output<typeof statementSchema>;

/** The keys that a pack file may have at its root, each with the schema of its entries. */
export const packSections = {
  types: typeSchema,
  units: unitSchema,
  properties: propertySchema,
  entities: entitySchema,
  sources: sourceSchema,
} as const;

/** The form of the ids in each section. */
export const sectionIds = {
  types: id,
  units: unitId,
  properties: id,
  entities: id,
  sources: id,
} as const;

export const packHeader = {
  pack: id,
  title: text,
  referenceDate: day,
  description: text,
} as const;
