import { buildEntities } from './build-entities.ts';
import { buildProperties, widenSubjects } from './build-properties.ts';
import { buildSources } from './build-sources.ts';
import type { EntityType, FactBase, PackFile, PackIssue, Statement } from './fact-base.ts';
import { indexFacts } from './index-facts.ts';
import { digestOfPacks } from './pack-digest.ts';
import { PackReport } from './pack-report.ts';
import { type RankClash, rankStatements } from './rank-statements.ts';
import { type Entry, readSections, type Sections } from './read-sections.ts';
import { readStatement } from './read-statement.ts';
import { resolveUnits } from './resolve-units.ts';

/** The day an undated draft is read as of when no loaded pack gives one. */
const NO_REFERENCE_DATE = '2000-01-01';

/**
 * Build one immutable fact base from parsed pack files. Good entries load whatever is wrong beside them.
 * An entity, property, source or statement with the id of an earlier pack's replaces it; twice in one pack is an error.
 * Where `last`, an earlier build, was made of some of the same data objects, what was read of them is not read again;
 * the outcome is the same without it.
 *
 * Errors: as issues, each with the path of its node in its file; nothing is thrown for what a pack says. One mistake
 * is one issue: what refers to a broken entry is left out with it and says nothing.
 */
export function buildFactBase(
  files: readonly PackFile[],
  last?: FactBase,
): {
  facts: FactBase;
  issues: readonly PackIssue[];
} {
  const report = new PackReport();
  const sections = readSections(files, report);
  const units = resolveUnits(sections, report, last?.units);
  const properties = buildProperties(sections, units, report);
  const entities = buildEntities(sections, report);
  const sources = buildSources(sections, report);
  const types: ReadonlyMap<string, EntityType> = withIds(sections.types);
  const referenceDate = sections.referenceDate ?? NO_REFERENCE_DATE;
  const base = { entities, properties, sources, types, units: units.table, referenceDate };
  const context = { ...base, broken: sections.broken };
  const read = [...sections.statements.values()].flatMap(
    (entry) => readStatement(entry, context, report) ?? [],
  );
  widenSubjects(properties, read, entities);
  const hasRank = ({ id }: Statement): boolean =>
    sections.statements.get(id)?.data.rank !== undefined;
  const { statements, groups, clashes } = rankStatements(read, properties, hasRank);
  for (const clash of clashes) reportClash(clash, sections, report);
  const facts = {
    ...base,
    revision: digestOfPacks(files),
    statements: new Map(statements.map((statement) => [statement.id, statement])),
    groups,
  };
  return {
    facts: { ...facts, ...indexFacts(facts, cuesOf(sections, properties)) },
    issues: report.issues,
  };
}

function withIds<T>(
  entries: ReadonlyMap<string, Entry<T>>,
): Map<string, T & { readonly id: string }> {
  return new Map([...entries].map(([id, { data }]) => [id, { ...data, id }]));
}

function reportClash(
  { first, second }: RankClash,
  { statements }: Sections,
  report: PackReport,
): void {
  const entry = statements.get(second);
  if (!entry) return;
  const message = `"${first}" is preferred for the same question with another value; expected one preferred value`;
  report.error(entry.file, [...entry.path, 'rank'], 'two-preferred', message);
}

function cuesOf(sections: Sections, properties: FactBase['properties']) {
  return [...sections.properties]
    .filter(([property]) => properties.has(property))
    .map(([property, { data }]) => ({ property, cues: data.cues, weak: data.weak }));
}
