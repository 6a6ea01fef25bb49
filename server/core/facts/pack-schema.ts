import * as z from 'zod';
import { expected } from './schema-messages.ts';

/*
 * The form of a pack file. The descriptions are for writers of packs: the JSON Schema that is published, completion and
 * hovers in the editor all take them from here.
 *
 * zod is imported as a namespace here and elsewhere: of its export `z` a bundle would hold everything, its messages in
 * fifty languages among it, and every start would read that.
 */

const ID_FORM = 'an id: lower-case letters, digits, dots and hyphens';
const id = z.string().regex(/^[a-z0-9][a-z0-9._-]*$/, { error: expected(ID_FORM) });
/** A unit's id is a UCUM code: `km/h`, `Cel`. */
const unitId = z.string().regex(/^\S+$/, { error: expected('a code without spaces: km/h, Cel') });
const text = z
  .union([z.string().min(1), z.number()], { error: expected('text') })
  .transform(String);
/** The id of something else in the packs. Its form is not checked: what is not defined has no right form. */
const reference = text;
const PERIOD = /^\d{4}(-(Q[1-4]|H[12]|\d{2}(-\d{2})?))?$/;
const period = text
  .refine((value) => PERIOD.test(value), {
    error: expected('2025-11-03, 2025-11, 2025-Q3, 2025-H1 or 2025'),
  })
  .meta({ pattern: PERIOD.source });
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const day = text
  .refine((value) => DAY.test(value), { error: expected('a day: 2025-11-03') })
  .meta({ pattern: DAY.source });
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
  'phrase',
  'number',
] as const;

export const typeSchema = z
  .strictObject({
    label: text.describe('What such a thing is called: data centre'),
    nouns: words.describe(
      'What prose calls one after naming it: "the site", "the campus". In the singular; the plural is added',
    ),
    shapes: words.describe(
      'What names of this type look like where no pack lists them all; 0 stands for any digit: H000, K00',
    ),
  })
  .describe('A sort of entity');

export const unitSchema = z
  .strictObject({
    kind: text.describe('What it measures: length, area, power. Units of one kind compare'),
    /** The unit it is a multiple of; itself when absent. */
    unit: reference
      .optional()
      .describe(
        'The base unit that this one is a multiple of; leave it out for a base unit itself',
      ),
    factor: z.number().positive().default(1).describe('How many of the base unit one of it is'),
    names: words.describe('Words for it in the singular: hectare'),
    symbols: words.describe('Signs for it: ha, km². Capitals count'),
    prefixes: z
      .enum(['si', 'iec', 'none'])
      .default('none')
      .describe('si adds kilo, mega, giga and the rest; iec adds kibi and mebi to those'),
  })
  .describe('A unit of quantities; its id is its UCUM code');

export const propertySchema = z
  .strictObject({
    label: text.describe('What messages call it: "the label of the subject"'),
    subject: z
      .array(reference)
      .default([])
      .describe('The types of entity it is stated of; any type when empty'),
    kind: z
      .enum(figureKinds)
      .describe(
        'What its values are: money, a count, a date … name: an entity (a person, a model). phrase: words that say it, with synonyms and opposites',
      ),
    unit: reference
      .default('')
      .describe(
        'For a quantity: its unit, by id, symbol or name. Values in any unit of that kind compare',
      ),
    valueType: reference
      .nullable()
      .default(null)
      .describe('For a name: the type of entity that its value is'),
    cardinality: z
      .enum(['one', 'set', 'open'])
      .default('one')
      .describe(
        'one: another value is wrong. set: the members listed are all there are. open: there may be more, so nothing can conflict',
      ),
    varies: z
      .enum(['fixed', 'by-period', 'over-time'])
      .default('fixed')
      .describe(
        'fixed: it never changes. by-period: each period has its own value, so each statement needs its time. over-time: it moves from day to day',
      ),
    goodFor: text
      .optional()
      .describe(
        'With over-time: how long after its time a value may be held against a draft: 7 days, 4 months. For ever when absent',
      ),
    signed: z
      .boolean()
      .default(false)
      .describe('Whether its values go up or down, which a verb may say: grew, fell'),
    potential: z
      .boolean()
      .default(false)
      .describe(
        'Whether it is what something could or would do: "would power 25 million homes" states it',
      ),
    per: z
      .enum(['s', 'min', 'h', 'd', 'wk', 'mo', 'a'])
      .optional()
      .describe('For a rate: the stretch of time that a draft must name too: "52 GW a year"'),
    cues: words.describe(
      'Words that name the property on their own. Singular and base form; plurals, -s, -ed and -ing are added, irregular forms are not',
    ),
    weak: words.describe('Words that name it only where nothing fits better: worth, take, in'),
    requires: words.describe(
      'Names of qualifiers that a draft must name before anything is bound: forecaster, investee',
    ),
  })
  .describe('What is stated of entities: how it is recognised in prose and compared');

export const entitySchema = z
  .strictObject({
    name: text.describe('Its proper name. A draft must write the capitals as they stand here'),
    type: reference.describe('A type of the vocabulary, or one defined under types'),
    aliases: words.describe(
      'Other proper names and abbreviations. Never a common phrase: the company',
    ),
    called: words.describe(
      'Descriptions that mean this entity alone in the field of the pack, once it was named: cloud arm',
    ),
    partOf: reference
      .nullable()
      .default(null)
      .describe('The entity it belongs to, whose name may stand for it beside a cue'),
    parties: z
      .array(reference)
      .default([])
      .describe('For a deal: who made it. It is found by their names and needs no aliases'),
  })
  .describe('Someone or something that facts are about, or that is a value of one');

export const sourceSchema = z
  .strictObject({
    title: text.describe('Its title as printed'),
    publisher: text.nullable().default(null).describe('null where the text does not say'),
    date: day.nullable().default(null).describe('The day of publication; null where not printed'),
    url: text.nullable().default(null).describe('Where it can be read; used for citations'),
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/, { error: expected('a SHA-256 digest: 64 hexadecimal digits') })
      .nullable()
      .default(null)
      .describe('SHA-256 of the bytes of its text; stet facts verify finds the text by it'),
  })
  .describe('A text that says so');

export const referenceSchema = z
  .strictObject({
    source: reference.describe('The id of a source'),
    line: z
      .int({ error: line })
      .positive({ error: line })
      .describe('The line it is printed on, counted from 1'),
    exact: text.describe('The characters of the figure as printed there, not the sentence'),
    note: text
      .nullable()
      .default(null)
      .describe('How a sign, a time or a year that is not printed there was resolved'),
  })
  .describe('Where a source says it');

export const statementSchema = z
  .strictObject({
    id: id.describe('Stays stable: writers quote it when they let a figure stand'),
    subject: reference.describe('The id of the entity it is about'),
    property: reference.describe('The id of the property that is stated of it'),
    value: z
      .union([text, z.array(text).min(1)], { error: expected('text or a list of it') })
      .describe(
        'As written in prose, hedge included: nearly $10 billion. Entity ids for names; a list for a set; the words themselves for a phrase',
      ),
    also: words.describe('The same value in another currency or unit, where a source prints one'),
    synonyms: words.describe(
      'For a phrase: other ways to say the same. The forms of regular verbs and nouns, articles and "is" need no entry of their own',
    ),
    opposites: words.describe('For a phrase: ways to say the contrary, which a draft gets wrong'),
    time: period
      .nullable()
      .default(null)
      .describe('When the value holds: 2025-11-03, 2025-11, 2025-Q3, 2025-H1 or 2025'),
    timeBasis: z
      .enum(['printed', 'inferred'])
      .default('printed')
      .describe(
        'inferred where the text says "Monday" or "this year"; say how in the note of a reference',
      ),
    qualifiers: z
      .record(z.string(), text)
      .default({})
      .describe('What else pins it down, by name: { forecaster: oecd }'),
    rank: z
      .enum(['preferred', 'normal', 'deprecated'])
      .optional()
      .describe(
        'Leave it out: what more sources state is preferred, on a tie nothing is. Prefer one value of a question at most',
      ),
    references: z
      .array(referenceSchema)
      .min(1, { error: expected('at least one reference: no statement without a source') })
      .describe('Every place where a source says it'),
  })
  .describe('Subject, property and value, with at least one reference');

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
  pack: id.describe('The id of the pack; the other files of its folder belong to it'),
  title: text.describe('What the pack is about'),
  referenceDate: day.describe('The day that a draft without a date of its own is read as of'),
  description: text.describe('What it covers, for people'),
} as const;

/**
 * A whole pack file, as it is published. The reader goes through a file entry by entry instead, so that what is good
 * beside a mistake loads.
 */
export const packFileSchema = z
  .strictObject({
    ...packHeader,
    types: section('types', 'Sorts of entities, by id'),
    units: section('units', 'Units of quantities, by id'),
    properties: section('properties', 'What can be stated, by id'),
    entities: section('entities', 'Who and what facts are about, by id'),
    sources: section('sources', 'The texts that the statements rest on, by id'),
    statements: z.array(statementSchema).nullable().describe('What is on record'),
  })
  .partial()
  .describe('A file of a pack of facts; every key may be left out');

function section<Name extends keyof typeof packSections>(name: Name, description: string) {
  return z.record(sectionIds[name], packSections[name]).nullable().describe(description);
}
