import { dirname, relative, resolve, sep } from 'node:path';
import * as z from 'zod';
import { PackReport } from '../core/facts/pack-report.ts';
import { expected, schemaMessage } from '../core/facts/schema-messages.ts';
import { indexLines } from '../core/text/line-map.ts';
import type { BaselineEntry } from '../service/baseline.ts';
import { type LocatedIssue, type Place, placeIssue } from './located-issue.ts';
import { type ParsedPackFile, parsePackFile } from './parse-pack-file.ts';
import { placeIn } from './place-in.ts';
import { readTextFile } from './read-text-file.ts';
import { writeTextFiles } from './write-text-files.ts';

/** The name of the baseline, at the root of a workspace folder or in the working directory. */
export const BASELINE_FILE = 'stet-baseline.json';

/** A baseline as it is on disk. */
export interface Baseline {
  /** Absolute path, whether there is such a file or not. */
  readonly file: string;
  /** In the order of the file; those with a mistake are left out. */
  readonly entries: readonly BaselineEntry[];
  /** Mistakes, and entries without a reason. With an error the file is not to be written. */
  readonly issues: readonly LocatedIssue[];
  /** What the file holds, a byte order mark included; null where there is none. */
  readonly text: string | null;
  /** Where an entry is written. */
  place(entry: BaselineEntry): Place;
}

const MAX_BASELINE_BYTES = 20_000_000;
const VERSION = 1;

const written = z.string().min(1, { error: expected('text') });
const entrySchema = z.strictObject({
  path: written,
  statement: written,
  text: written,
  sentence: z.string().regex(/^[0-9a-f]{8}$/, { error: expected('eight hexadecimal digits') }),
  reason: z.string({ error: expected('text') }),
});
const fileSchema = z.strictObject({
  version: z.literal(VERSION, { error: expected(`${VERSION}, which this Stet reads`) }),
  entries: z.array(z.unknown(), { error: expected('a list') }),
});

/**
 * Read a baseline; one that does not exist has no entries.
 * Errors: an issue for a file that cannot be read or is no JSON, and for each entry with a mistake, at its place.
 */
export async function readBaseline(file: string): Promise<Baseline> {
  const read = await readTextFile(file, MAX_BASELINE_BYTES);
  if (read.kind === 'text') {
    const mark = read.hasByteOrderMark ? '\ufeff' : '';
    return { ...parseBaseline(file, read.text), text: mark + read.text };
  }
  const issues = read.issue.code === 'missing' ? [] : [read.issue];
  return { file, entries: [], issues, text: null, place: () => read.issue };
}

/**
 * Write a baseline with `entries`, in place of what was read; without entries and without a file, none is made.
 * Errors: an issue where it has mistakes, was changed since it was read, or cannot be written.
 */
export async function writeBaseline(
  { file, issues, text }: Baseline,
  entries: readonly BaselineEntry[],
): Promise<readonly LocatedIssue[]> {
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return errors;
  if (text === null && entries.length === 0) return [];
  const after = formatBaseline(entries, text?.includes('\r\n') ? '\r\n' : '\n');
  return after === text ? [] : writeTextFiles([{ file, before: text, after }]);
}

/** The path by which the baseline `file` knows a draft: from its folder, with `/`. */
export function pathInBaseline(file: string, draft: string): string {
  return relative(dirname(file), resolve(draft)).split(sep).join('/');
}

/** Each entry that let nothing stand, as a note at its place. */
export function unusedEntries(
  { place }: Baseline,
  entries: readonly BaselineEntry[],
): readonly LocatedIssue[] {
  return entries.map((entry) =>
    note('unused-entry', place(entry), `Nothing in ${entry.path} needs this entry; remove it`),
  );
}

/** Keys in one order, an entry's mistakes on its own lines: the form that formatters of JSON leave as it is. */
function formatBaseline(entries: readonly BaselineEntry[], lineEnd: string): string {
  const data = {
    version: VERSION,
    entries: entries.map(({ path, statement, text, sentence, reason }) => ({
      path,
      statement,
      text,
      sentence,
      reason,
    })),
  };
  return `${JSON.stringify(data, null, 2)}\n`.replaceAll('\n', lineEnd);
}

function parseBaseline(file: string, text: string): Omit<Baseline, 'text'> {
  const parsed = parseJson(file, text);
  const shape = fileSchema.safeParse(parsed.data, { error: schemaMessage });
  if (parsed.data === undefined || !shape.success) {
    const issues = shape.success ? [] : schemaIssues(parsed, [], shape.error);
    const found = parsed.issues.length > 0 ? parsed.issues : issues;
    return { file, entries: [], issues: found, place: () => parsed.place([]) };
  }
  const issues: LocatedIssue[] = [];
  const paths = new Map<BaselineEntry, number>();
  for (const [index, data] of shape.data.entries.entries()) {
    const entry = entrySchema.safeParse(data, { error: schemaMessage });
    if (entry.success) paths.set(entry.data, index);
    else issues.push(...schemaIssues(parsed, ['entries', index], entry.error));
  }
  const place = (entry: BaselineEntry): Place =>
    parsed.place(['entries', ...[paths.get(entry) ?? []].flat()]);
  for (const entry of paths.keys()) {
    if (entry.reason === '')
      issues.push(note('entry-without-reason', place(entry), 'Say in "reason" why this may stand'));
  }
  return { file, entries: [...paths.keys()], issues, place };
}

/** JSON as data. YAML takes in all of JSON: its parser tells where a mistake is, and where an entry stands. */
function parseJson(file: string, text: string): ParsedPackFile {
  try {
    const data: unknown = JSON.parse(text);
    let parsed: ParsedPackFile | undefined;
    const place: ParsedPackFile['place'] = (path) => {
      parsed ??= parsePackFile(file, text);
      return parsed.place(path);
    };
    return { file, data, issues: [], place };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const message = `This is no JSON: ${detail.replace(/ in JSON at position.*$/s, '')}`;
    const issue = placeIssue('no-json', jsonErrorPlace(file, text, detail), message);
    return { file, data: undefined, issues: [issue], place: () => issue };
  }
}

/** Where a text stops being JSON, as the engine says; it does not always, but then it stops being YAML there as well. */
function jsonErrorPlace(file: string, text: string, detail: string): Place {
  const said = / at position (\d+)/.exec(detail)?.[1];
  const start = said === undefined ? yamlErrorAt(file, text, detail) : Number(said);
  return placeIn(file, indexLines(text), { start, end: Math.min(start + 1, text.length) });
}

function yamlErrorAt(file: string, text: string, detail: string): number {
  if (detail.includes('end of JSON')) return text.length;
  return parsePackFile(file, text).issues[0]?.span.start ?? 0;
}

function schemaIssues(
  { file, place }: ParsedPackFile,
  at: readonly (string | number)[],
  error: z.ZodError,
): readonly LocatedIssue[] {
  const report = new PackReport();
  report.schema(file, at, error);
  return report.issues.map(({ code, message, path }) => placeIssue(code, place(path), message));
}

function note(code: string, place: Place, message: string): LocatedIssue {
  return { ...placeIssue(code, place, message), severity: 'information' };
}
