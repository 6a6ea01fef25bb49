import * as z from 'zod';
import { packFileSchema } from './pack-schema.ts';

/**
 * The form of a pack file as JSON Schema (draft 7, which every YAML editor reads), with the description of each key.
 * It is published as `facts/pack-file.schema.json`; a test holds that file to this.
 */
export function packJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    ...z.toJSONSchema(packFileSchema, { target: 'draft-7', io: 'input', override: asPlainText }),
    title: 'A file of a Stet pack',
  };
}

/** Text may be written as a number (`value: 2030`): one type of two names instead of a choice of two schemas. */
function asPlainText({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const [first, second, ...others] = jsonSchema.anyOf ?? [];
  const isText = first?.type === 'string' && second?.type === 'number' && others.length === 0;
  if (!isText) return;
  delete jsonSchema.anyOf;
  Object.assign(jsonSchema, { type: ['string', 'number'], minLength: first.minLength });
}
