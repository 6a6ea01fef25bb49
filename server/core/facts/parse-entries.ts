import type * as z from 'zod';
import { schemaMessage } from './schema-messages.ts';

type Answers<Schema extends z.ZodType> = readonly z.ZodSafeParseResult<z.output<Schema>>[];

/** By section, not by entry: weak references to as many objects as a large pack has entries slow the collector down. */
const known = new WeakMap<object, { readonly schema: z.ZodType; readonly answers: unknown }>();

/**
 * Hold every entry of a list or mapping against its schema, in their order.
 * A section that was asked about before gets the answers given then: a pack that is built again after a change to one
 * of its files hands over the sections of all others unchanged.
 */
export function parseEntries<Schema extends z.ZodType>(
  schema: Schema,
  section: object,
): Answers<Schema> {
  const last = known.get(section);
  // Answers are kept beside the schema that gave them, which the type checker cannot follow.
  if (last?.schema === schema) return last.answers as Answers<Schema>;
  const answers = Object.values(section).map((data: unknown) =>
    schema.safeParse(data, { error: schemaMessage }),
  );
  known.set(section, { schema, answers });
  return answers;
}

/** Keep what a schema gave for the entries of a section elsewhere, all of them without a mistake. */
export function keepEntries(schema: z.ZodType, section: object, entries: readonly unknown[]): void {
  known.set(section, { schema, answers: entries.map((data) => ({ success: true, data })) });
}
