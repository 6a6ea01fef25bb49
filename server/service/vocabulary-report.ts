import type { PackFile } from '../core/facts/fact-base.ts';
import { PackReport } from '../core/facts/pack-report.ts';
import type { PropertyData, TypeData, UnitData } from '../core/facts/pack-schema.ts';
import { type Entry, readSections } from '../core/facts/read-sections.ts';

type WithId<T> = T & { readonly id: string };

/** The words that packs are written in, as `stet facts vocabulary` gives them; version 1, to which fields may be added. */
export interface VocabularyReport {
  readonly version: 1;
  readonly types: readonly WithId<TypeData>[];
  readonly units: readonly WithId<UnitData>[];
  readonly properties: readonly WithId<PropertyData>[];
}

/**
 * The types, units and properties of some packs as they are written, those that all of `words` occur in.
 * Errors: none; what is broken is left out, as it is from the fact base.
 */
export function toVocabularyReport(
  packFiles: readonly PackFile[],
  words: readonly string[],
): VocabularyReport {
  const wanted = words.flatMap((word) => word.toLowerCase().split(/\s+/)).filter(Boolean);
  const listed = <T extends object>(entries: ReadonlyMap<string, Entry<T>>): WithId<T>[] =>
    [...entries]
      .map(([id, { data }]) => ({ id, ...data }))
      .filter((entry) => hasWords(entry, wanted));
  const { types, units, properties } = readSections(packFiles, new PackReport());
  return {
    version: 1,
    types: listed(types),
    units: listed(units),
    properties: listed(properties),
  };
}

function hasWords(entry: object, wanted: readonly string[]): boolean {
  const text = Object.values(entry).flat().join('\n').toLowerCase();
  return wanted.every((word) => text.includes(word));
}
