import * as z from 'zod';
import { packFileSchema } from '../core/facts/pack-schema.ts';
import type { SectionName } from '../core/facts/read-sections.ts';
import type { NodePath } from './parse-pack-file.ts';

/** What ids of packs stand for: an entry of a section, or a statement. */
export type PackThing = SectionName | 'statements';

/** What the pack schema wants at a place of a pack file. */
export interface PackShape {
  /** For the writer of a pack, from the schema; '' where it has none. */
  readonly description: string;
  /** The keys of a mapping that the schema lists, in its order; undefined for a mapping of ids and for what is none. */
  readonly keys: readonly KeyShape[] | undefined;
  readonly isMapping: boolean;
  readonly isList: boolean;
  /** The values that there are to choose from; empty where any will do. */
  readonly choices: readonly string[];
}

/** A key of a mapping. */
export interface KeyShape {
  readonly name: string;
  readonly description: string;
  readonly isRequired: boolean;
  readonly value: Pick<PackShape, 'isMapping' | 'isList'>;
}

/** What is wanted at a path from the root of a pack file; undefined where the schema knows no such place. */
export function shapeAt(path: NodePath): PackShape | undefined {
  let found: Found | undefined = unwrap(packFileSchema);
  for (const step of path) found = found && inner(found, step);
  return found && shapeOf(found);
}

/**
 * The sections whose ids a value may be, by where it stands: `*` is any id, key or index.
 * A statement's value is an entity where its property's kind is `name`; a qualifier's may be an entity or words.
 */
const REFERENCES: ReadonlyMap<string, SectionName> = new Map([
  ['properties.*.subject.*', 'types'],
  ['properties.*.valueType', 'types'],
  ['properties.*.unit', 'units'],
  ['units.*.unit', 'units'],
  ['entities.*.type', 'types'],
  ['entities.*.partOf', 'entities'],
  ['entities.*.parties.*', 'entities'],
  ['statements.*.subject', 'entities'],
  ['statements.*.property', 'properties'],
  ['statements.*.value', 'entities'],
  ['statements.*.value.*', 'entities'],
  ['statements.*.qualifiers.*', 'entities'],
  ['statements.*.references.*.source', 'sources'],
]);

/** Every place where an id may stand, for a look at whether the schema still has it. */
export const referencePatterns: readonly string[] = [...REFERENCES.keys()];

/** The section that the value at `path` may name an entry of. */
export function referredSection(path: NodePath): SectionName | undefined {
  return REFERENCES.get(patternOf(path));
}

/** What the key or value at `path` defines: a key right below a section, or a statement's id. */
export function definedThing(path: NodePath, role: 'key' | 'value'): PackThing | undefined {
  const [section, , last] = path;
  if (role === 'value')
    return patternOf(path) === 'statements.*.id' && last ? 'statements' : undefined;
  return path.length === 2 ? sectionNames.find((name) => name === section) : undefined;
}

/** The sections of a pack whose entries have ids that others refer to. */
export const sectionNames: readonly SectionName[] = [
  'entities',
  'properties',
  'sources',
  'types',
  'units',
];

/** `statements.*.references.*.source`: ids and indices left open. */
function patternOf(path: NodePath): string {
  const isOpen = (step: string | number, depth: number): boolean =>
    depth === 1 || typeof step === 'number' || path[depth - 1] === 'qualifiers';
  return path.map((step, depth) => (isOpen(step, depth) ? '*' : step)).join('.');
}

/** A schema without what is wrapped around it, and the outermost description found on the way. */
interface Found {
  readonly schema: z.core.$ZodType;
  readonly description: string;
  readonly isRequired: boolean;
}

function unwrap(outer: z.core.$ZodType): Found {
  let schema = outer;
  let description = '';
  let isRequired = true;
  for (;;) {
    description ||= z.globalRegistry.get(schema)?.description ?? '';
    if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) isRequired = false;
    const next = wrapped(schema);
    if (next === undefined) return { schema, description, isRequired };
    schema = next;
  }
}

function wrapped(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  )
    return schema.unwrap();
  return schema instanceof z.ZodPipe ? schema.in : undefined;
}

function inner({ schema }: Found, step: string | number): Found | undefined {
  if (schema instanceof z.ZodUnion) {
    const branches = schema.options.map((option) => inner(unwrap(option), step));
    return branches.find((branch) => branch !== undefined);
  }
  if (schema instanceof z.ZodArray) {
    return typeof step === 'number' ? unwrap(schema.element) : undefined;
  }
  if (typeof step === 'number') return undefined;
  if (schema instanceof z.ZodRecord) return unwrap(schema.valueType);
  if (!(schema instanceof z.ZodObject)) return undefined;
  const child = Object.hasOwn(schema.shape, step) ? schema.shape[step] : undefined;
  return child && unwrap(child);
}

function shapeOf({ schema, description }: Found): PackShape {
  return { description, keys: keysOf(schema), ...formOf(schema), choices: choicesOf(schema) };
}

function formOf(schema: z.core.$ZodType): Pick<PackShape, 'isMapping' | 'isList'> {
  return {
    isMapping: schema instanceof z.ZodObject || schema instanceof z.ZodRecord,
    isList: schema instanceof z.ZodArray,
  };
}

function keysOf(schema: z.core.$ZodType): readonly KeyShape[] | undefined {
  if (!(schema instanceof z.ZodObject)) return undefined;
  return Object.entries(schema.shape).map(([name, value]) => {
    const { schema: child, description, isRequired } = unwrap(value);
    return { name, description, isRequired, value: formOf(child) };
  });
}

function choicesOf(schema: z.core.$ZodType): readonly string[] {
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  return schema instanceof z.ZodBoolean ? ['true', 'false'] : [];
}
