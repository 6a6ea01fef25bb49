import * as z from 'zod';
import { PackReport } from '../core/facts/pack-report.ts';
import { expected, schemaMessage } from '../core/facts/schema-messages.ts';
import type { NotFactClass, SeedRecord } from '../service/seed-record.ts';
import { findFiles } from './find-files.ts';
import { type LocatedIssue, type Place, placeIssue } from './located-issue.ts';
import { type NodePath, type ParsedPackFile, parsePackFile } from './parse-pack-file.ts';
import { readTextFile, unreadable } from './read-text-file.ts';

/** Our records of articles, and where their entries are written. */
export interface SeedRecords {
  readonly seeds: readonly SeedRecord[];
  readonly issues: readonly LocatedIssue[];
  /** Where a node of the record of a source is written; `undefined` for a source without one. */
  place(source: string, path: NodePath): Place | undefined;
}

const MAX_SEED_BYTES = 5_000_000;

const CLASSES = [
  'idiom',
  'vague-plural',
  'product-name',
  'page-furniture',
  'other-subject',
] as const satisfies readonly NotFactClass[];

const text = z.string().min(1, { error: expected('text') });
const line = z.int({ error: expected('the number of a line, from 1') }).positive();
const maybe = text.nullable().optional();

const seedSchema = z.strictObject({
  id: text,
  file: maybe,
  digest: maybe,
  title: maybe,
  publisher: maybe,
  date: maybe,
  summary: maybe,
  reports: z
    .array(z.strictObject({ statement: text, line, exact: text, gives: text.default('value') }))
    .default([]),
  notFacts: z
    .array(z.strictObject({ line, exact: text, class: z.enum(CLASSES), reason: text }))
    .default([]),
});

/**
 * Read the seed records below `folder`, one YAML file an article; none without a folder.
 * Errors: an issue for each mistake, at its place; a record with a mistake is left out.
 */
export async function readSeedRecords(folder: string | undefined): Promise<SeedRecords> {
  const files = new Map<string, ParsedPackFile>();
  const seeds: SeedRecord[] = [];
  const issues: LocatedIssue[] = [];
  const found = folder === undefined ? [] : await filesIn(folder, issues);
  for (const file of found) {
    const read = await readTextFile(file, MAX_SEED_BYTES);
    if (read.kind === 'issue') {
      issues.push(read.issue);
      continue;
    }
    const parsed = parsePackFile(file, read.text);
    const seed = readSeed(parsed, issues);
    if (seed === undefined) continue;
    const twice = files.get(seed.id);
    if (twice !== undefined) {
      const message = `Source "${seed.id}" has a record already, in ${twice.file}`;
      issues.push(placeIssue('duplicate-id', parsed.place(['id']), message));
      continue;
    }
    files.set(seed.id, parsed);
    seeds.push(seed);
  }
  return { seeds, issues, place: (source, path) => files.get(source)?.place(path) };
}

async function filesIn(folder: string, issues: LocatedIssue[]): Promise<readonly string[]> {
  try {
    return (await findFiles(folder, ['.yaml', '.yml'])).files;
  } catch (error) {
    issues.push(unreadable(folder, error));
    return [];
  }
}

function readSeed(parsed: ParsedPackFile, issues: LocatedIssue[]): SeedRecord | undefined {
  issues.push(...parsed.issues);
  if (parsed.data === undefined) return undefined;
  const read = seedSchema.safeParse(parsed.data, { error: schemaMessage });
  if (read.success) return read.data;
  const report = new PackReport();
  report.schema(parsed.file, [], read.error);
  for (const { code, message, path } of report.issues) {
    issues.push(placeIssue(code, parsed.place(path), message));
  }
  return undefined;
}
