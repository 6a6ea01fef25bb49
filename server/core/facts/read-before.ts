import type * as z from 'zod';
import { digestOfData, keepDigest } from './pack-digest.ts';
import { packSections, statementSchema } from './pack-schema.ts';
import { keepEntries, parseEntries } from './parse-entries.ts';

/** What was read of the data of one pack file, as plain data that can be kept. */
export interface PackDataRead {
  readonly digest: string;
  /** By section its entries, as their schema gives them. */
  readonly entries: Readonly<Record<string, readonly unknown[]>>;
}

/** Read what {@link takeAsRead} takes; undefined where an entry has a mistake, which whoever loads it is told. */
export function readAhead(data: object): PackDataRead | undefined {
  const entries: Record<string, readonly unknown[]> = {};
  for (const [name, schema, section] of sectionsOf(data)) {
    const answers = parseEntries(schema, section);
    if (!answers.every(({ success }) => success)) return undefined;
    entries[name] = answers.map((answer) => answer.data);
  }
  return { digest: digestOfData(data), entries };
}

/** Have a fact base that is built of this very object take what was read of equal data, and not read it again. */
export function takeAsRead(data: object, { digest, entries }: PackDataRead): void {
  keepDigest(data, digest);
  for (const [name, schema, section] of sectionsOf(data)) {
    const known = entries[name];
    if (known) keepEntries(schema, section, known);
  }
}

const SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ...Object.entries(packSections),
  ['statements', statementSchema],
]);

function sectionsOf(data: object): readonly (readonly [string, z.ZodType, object])[] {
  return Object.entries(data).flatMap(([name, section]: [string, unknown]) => {
    const schema = SCHEMAS.get(name);
    const isSection = schema !== undefined && typeof section === 'object' && section !== null;
    return isSection ? [[name, schema, section] as const] : [];
  });
}
