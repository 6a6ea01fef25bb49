import type * as z from 'zod';
import { readIsoDay } from '../figures/calendar.ts';
import type { PackFile } from './fact-base.ts';
import type { PackReport } from './pack-report.ts';
import {
  type EntityData,
  type PropertyData,
  packHeader,
  packSections,
  type StatementData,
  sectionIds,
  statementSchema,
  type TypeData,
  type UnitData,
} from './pack-schema.ts';
import { parseEntries } from './parse-entries.ts';
import { expected, schemaMessage } from './schema-messages.ts';

/** An entry of a pack with the place it was read from. */
export interface Entry<T> {
  readonly data: T;
  readonly file: string;
  readonly pack: string;
  readonly path: readonly (string | number)[];
}

/** A section whose entries have ids that others refer to. */
export type SectionName = keyof typeof packSections;

/** Everything that all pack files hold, by section; later packs have replaced entries of earlier ones. */
export interface Sections {
  readonly types: ReadonlyMap<string, Entry<TypeData>>;
  readonly units: ReadonlyMap<string, Entry<UnitData>>;
  readonly properties: ReadonlyMap<string, Entry<PropertyData>>;
  readonly entities: ReadonlyMap<string, Entry<EntityData>>;
  readonly sources: ReadonlyMap<string, Entry<z.output<(typeof packSections)['sources']>>>;
  readonly statements: ReadonlyMap<string, Entry<StatementData>>;
  readonly referenceDate: string | undefined;
  /** The ids of entries that are left out for a mistake of their own: what refers to them is not wrong as well. */
  readonly broken: BrokenIds;
}

/** Ids that a pack defines and that cannot be used. */
export class BrokenIds {
  readonly #ids = new Set<string>();

  add(section: SectionName, id: string): void {
    this.#ids.add(`${section}/${id}`);
  }

  /** Another pack has defined it rightly. */
  delete(section: SectionName, id: string): void {
    this.#ids.delete(`${section}/${id}`);
  }

  has(section: SectionName, id: string): boolean {
    return this.#ids.has(`${section}/${id}`);
  }
}

/**
 * Sort the content of pack files into sections, each entry with its place.
 * Errors: as issues at their nodes; an entry of a wrong form is left out and its id kept as broken.
 */
export function readSections(files: readonly PackFile[], report: PackReport): Sections {
  const draft: Draft = {
    entries: {
      types: new Map(),
      units: new Map(),
      properties: new Map(),
      entities: new Map(),
      sources: new Map(),
    },
    statements: new Map(),
    broken: new BrokenIds(),
    referenceDate: undefined,
  };
  for (const file of files) readFile(file, draft, report);
  const { entries, ...rest } = draft;
  // Each map was filled by its own section's schema, which the type checker cannot follow through the index.
  return { ...rest, ...(entries as Pick<Sections, SectionName>) };
}

/** The sections while they are read. */
interface Draft {
  readonly entries: Record<SectionName, Map<string, Entry<unknown>>>;
  readonly statements: Map<string, Entry<StatementData>>;
  readonly broken: BrokenIds;
  referenceDate: string | undefined;
}

function readFile(file: PackFile, draft: Draft, report: PackReport): void {
  if (file.data === null || file.data === undefined) return;
  if (typeof file.data !== 'object' || Array.isArray(file.data)) {
    const message = expected('a mapping with keys such as "entities" or "statements"');
    report.error(file.file, [], 'not-a-mapping', message({ input: file.data }));
    return;
  }
  for (const [key, value] of Object.entries(file.data)) {
    if (key === 'statements') readStatements(file, value, draft, report);
    else if (isSection(key)) readEntries(file, key, value, draft, report);
    else if (isHeader(key)) readHeader(file, key, value, draft, report);
    else
      report.error(file.file, [key], 'unknown-key', `Unknown key "${key}"; expected ${KNOWN_KEYS}`);
  }
}

const KNOWN_KEYS = [...Object.keys(packHeader), ...Object.keys(packSections), 'statements'].join(
  ', ',
);

function isSection(key: string): key is SectionName {
  return Object.hasOwn(packSections, key);
}

function isHeader(key: string): key is keyof typeof packHeader {
  return Object.hasOwn(packHeader, key);
}

function readHeader(
  { file }: PackFile,
  key: keyof typeof packHeader,
  value: unknown,
  draft: Draft,
  report: PackReport,
): void {
  const parsed = packHeader[key].safeParse(value, { error: schemaMessage });
  if (!parsed.success) report.schema(file, [key], parsed.error);
  else if (key === 'referenceDate') {
    if (readIsoDay(parsed.data) === undefined) {
      report.error(file, [key], 'impossible-date', `No such day as "${parsed.data}"`);
    } else draft.referenceDate = parsed.data;
  }
}

function readEntries(
  file: PackFile,
  section: SectionName,
  value: unknown,
  { entries, broken }: Draft,
  report: PackReport,
): void {
  if (value === null) return;
  if (typeof value !== 'object' || Array.isArray(value)) {
    const message = expected('a mapping from ids to entries');
    report.error(file.file, [section], 'not-a-mapping', message({ input: value }));
    return;
  }
  const parsed = parseEntries(packSections[section], value);
  for (const [index, id] of Object.keys(value).entries()) {
    const entry = readEntry(file, section, id, parsed[index], report);
    const known = entries[section].get(id);
    if (entry === undefined) {
      if (known === undefined) broken.add(section, id);
    } else if (known !== undefined && known.pack === file.pack) {
      report.error(file.file, entry.path, 'duplicate-id', twice(id, known), known);
    } else {
      if (known) reportOverride(NOUNS[section], id, entry, known, report);
      entries[section].set(id, entry);
      broken.delete(section, id);
    }
  }
}

function readEntry(
  { file, pack }: PackFile,
  section: SectionName,
  id: string,
  parsed: z.ZodSafeParseResult<unknown> | undefined,
  report: PackReport,
): Entry<unknown> | undefined {
  const path = [section, id];
  const name = sectionIds[section].safeParse(id);
  if (!name.success) report.schema(file, path, name.error);
  if (parsed?.success === false) report.schema(file, path, parsed.error);
  return name.success && parsed?.success ? { data: parsed.data, file, pack, path } : undefined;
}

function readStatements(
  { file, pack }: PackFile,
  value: unknown,
  { statements }: Draft,
  report: PackReport,
): void {
  if (value === null) return;
  if (!Array.isArray(value)) {
    const message = expected('a list of statements');
    report.error(file, ['statements'], 'not-a-list', message({ input: value }));
    return;
  }
  for (const [index, parsed] of parseEntries(statementSchema, value).entries()) {
    const path = ['statements', index];
    if (!parsed.success) {
      report.schema(file, path, parsed.error);
      continue;
    }
    const { id } = parsed.data;
    const known = statements.get(id);
    const at = [...path, 'id'];
    if (known !== undefined && known.pack === pack) {
      report.error(file, at, 'duplicate-id', twice(id, known), known);
      continue;
    }
    if (known) reportOverride('statement', id, { file, path: at }, known, report);
    statements.set(id, { data: parsed.data, file, pack, path });
  }
}

function twice(id: string, known: Entry<unknown>): string {
  return `"${id}" stands in ${known.file} already; ids must be unique`;
}

/** What an entry of each section is called. */
export const NOUNS: Readonly<Record<SectionName, string>> = {
  types: 'type',
  units: 'unit',
  properties: 'property',
  entities: 'entity',
  sources: 'source',
};

/** That a pack gives its own entry for an id is no mistake, but nobody should do so unawares. */
function reportOverride(
  noun: string,
  id: string,
  { file, path }: Pick<Entry<unknown>, 'file' | 'path'>,
  known: Entry<unknown>,
  report: PackReport,
): void {
  const message = `This overrides the ${noun} "${id}" of an earlier pack${shownEntry(known.data)}`;
  report.note(file, path, 'override', message, known);
}

/** What people know an entry by: `: $38 billion`; nothing where it has no such key. */
function shownEntry(data: unknown): string {
  if (typeof data !== 'object' || data === null) return '';
  const entries = new Map<string, unknown>(Object.entries(data));
  const shown = ['value', 'name', 'label', 'title'].flatMap((key) => entries.get(key) ?? []);
  return shown.length === 0 ? '' : `: ${shown.join(', ')}`;
}
