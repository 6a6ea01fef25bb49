import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packJsonSchema } from '../../server/core/facts/pack-json-schema.ts';

const FILE = 'facts/pack-file.schema.json';

/** A schema by its path: keys and, of a choice, the branch that is no null. */
interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** Every key that a writer may write, with its description. */
function keysOf(schema: Schema, path = ''): readonly (readonly [string, string | undefined])[] {
  const { properties = {}, additionalProperties, items, anyOf = [] } = schema;
  return [
    ...Object.entries(properties).flatMap(([key, value]) => [
      [`${path}${key}`, value.description] as const,
      ...keysOf(value, `${path}${key}/`),
    ]),
    ...(typeof additionalProperties === 'object' ? keysOf(additionalProperties, `${path}*/`) : []),
    ...(items ? keysOf(items, `${path}-/`) : []),
    ...anyOf.flatMap((branch) => keysOf(branch, path)),
  ];
}

describe('the published schema of pack files', () => {
  it(`is what the reader checks by; renew it with: stet facts schema > ${FILE}`, () => {
    const published = readFileSync(join(import.meta.dirname, '../..', FILE), 'utf8');
    expect(published).toBe(`${JSON.stringify(packJsonSchema(), null, 2)}\n`);
  });

  it('describes every key', () => {
    const keys = keysOf(packJsonSchema() as Schema);
    expect(keys.map(([key]) => key)).toEqual(
      expect.arrayContaining([
        'referenceDate',
        'entities/*/partOf',
        'properties/*/cues',
        'units/*/prefixes',
        'statements/-/references/-/exact',
        'statements/-/opposites',
      ]),
    );
    expect(keys.filter(([, description]) => !description)).toEqual([]);
  });
});
