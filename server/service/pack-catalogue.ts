import type { PackFile } from '../core/facts/fact-base.ts';
import { packSections } from '../core/facts/pack-schema.ts';
import type { SectionName } from '../core/facts/read-sections.ts';

/** What packs define, by section and id, as it is written: nothing in it is trusted. */
export interface PackCatalogue {
  /** Every id of a section, in the order of the packs. */
  ids(section: SectionName): Iterable<string>;
  /** The entry of an id; a later pack's takes the place of an earlier one's. Undefined for an unknown id. */
  find(section: SectionName, id: string): unknown;
}

/** Catalogue what `files` define. A file that holds something else than sections adds nothing. */
export function catalogue(files: readonly PackFile[]): PackCatalogue {
  const sections = new Map<string, Map<string, unknown>>();
  for (const section of sectionNames) sections.set(section, entriesOf(files, section));
  return {
    ids: (section) => sections.get(section)?.keys() ?? [],
    find: (section, id) => sections.get(section)?.get(id),
  };
}

/** A catalogue with further entries on top, which stand in a buffer and not on disk yet. */
export function withEntries(base: PackCatalogue, added: PackCatalogue): PackCatalogue {
  return {
    ids: (section) => new Set([...base.ids(section), ...added.ids(section)]),
    find: (section, id) => added.find(section, id) ?? base.find(section, id),
  };
}

/** What an entry has under `key`; undefined where there is no such entry or key. */
export function entryKey(
  base: PackCatalogue,
  section: SectionName,
  id: string,
  key: string,
): unknown {
  const entry = base.find(section, id);
  return isRecord(entry) ? entry[key] : undefined;
}

/** The kind of a property's values: `money`, `name` …; undefined for an unknown property. */
export function propertyKind(base: PackCatalogue, property: string): unknown {
  return entryKey(base, 'properties', property, 'kind');
}

/** SI and binary prefixes, as symbols and as words; the base of what is left decides whether it was one. */
const PREFIX = /^(?:nano|micro|milli|centi|kilo|mega|giga|tera|peta|exa|[KMGTP]i|[nµμmckMGTPE])/;

/** The id of the unit that is written so: by id, name or symbol, with a prefix or without; else as it is written. */
export function unitId(base: PackCatalogue, written: string): string {
  if (base.find('units', written) !== undefined) return written;
  const bare = written.replace(PREFIX, '');
  const ids = [...base.ids('units')];
  const named = (form: string): string | undefined =>
    ids.find((id) => id === form || formsOf(base, id).includes(form));
  return named(written) ?? (bare === '' ? undefined : named(bare)) ?? written;
}

function formsOf(base: PackCatalogue, id: string): readonly unknown[] {
  return ['names', 'symbols'].flatMap((key) => {
    const forms = entryKey(base, 'units', id, key);
    return Array.isArray(forms) ? forms : [];
  });
}

const sectionNames: readonly string[] = Object.keys(packSections);

function entriesOf(files: readonly PackFile[], section: string): Map<string, unknown> {
  const entries = new Map<string, unknown>();
  for (const { data } of files) {
    const found = isRecord(data) ? data[section] : undefined;
    if (!isRecord(found)) continue;
    for (const [id, entry] of Object.entries(found)) entries.set(id, entry);
  }
  return entries;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
