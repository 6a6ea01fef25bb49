import { basename, extname, join, resolve } from 'node:path';
import { nearestWord } from '../core/text/nearest-word.ts';
import { fileIssue, type LocatedIssue } from '../host/located-issue.ts';
import { planPackChanges } from '../host/plan-pack-changes.ts';
import { readCsv } from '../host/read-csv.ts';
import { readTextFile } from '../host/read-text-file.ts';
import { type PackAddition, toPackYaml } from '../host/write-pack.ts';
import { writeTextFiles } from '../host/write-text-files.ts';
import { counted } from '../service/counted.ts';
import type { DraftedTable, RowProblem } from '../service/drafted-statement.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../service/export-statements.ts';
import type { FactBase } from '../service/index.ts';
import { type ImportPlan, planImport } from '../service/plan-import.ts';
import { readJsonLines } from '../service/read-json-lines.ts';
import { headerProblem, readStatementRows } from '../service/read-statement-rows.ts';
import { STATEMENT_COLUMNS } from '../service/statement-columns.ts';
import { harmless } from './display-width.ts';
import { idHint } from './id-hint.ts';
import { packTarget, withTarget } from './pack-target.ts';
import {
  type CommandLine,
  lastWord,
  type UsageProblem,
  unknownValue,
  usageProblem,
} from './parse-command-line.ts';
import { loadWantedFacts, shownPath } from './read-inputs.ts';
import { hasErrors, reportIssues } from './report-issues.ts';
import type { ExitStatus, Terminal } from './terminal.ts';

/** A table is read as a whole. */
const MAX_TABLE_BYTES = 50_000_000;

/**
 * Write the statements of a table into a pack. Rows that cannot be read are reported and left out; the others are written,
 * into a file named after the table.
 * Ends with 1 when a row was refused, with 2 when the table or the pack cannot be read or written.
 */
export async function importFacts(
  words: readonly string[],
  line: CommandLine,
  terminal: Terminal,
): Promise<ExitStatus | UsageProblem> {
  const [path, ...others] = words;
  const into = lastWord(line, 'into');
  if (path === undefined || others.length > 0)
    return usageProblem('import takes one file: a table with a header');
  if (into === undefined)
    return usageProblem('import needs --into DIR, the folder of the pack that is written to');
  const format = formatOf(path, line);
  if (typeof format !== 'string') return format;

  const table = await readTable(path, format, terminal);
  const target = await packTarget(into, terminal);
  const unreadable = [table, target].flatMap((one) => ('code' in one ? [one] : []));
  reportIssues(unreadable, terminal);
  if ('code' in table || 'code' in target) return 2;

  const loaded = await loadWantedFacts(withTarget(line, target), terminal);
  reportIssues(loaded.issues, terminal);
  const plan = planImport(table.drafts, { ...loaded, pack: target.folder });
  const problems = [...table.problems, ...plan.problems].sort((one, other) => one.row - other.row);
  for (const problem of problems) terminal.complain(describeProblem(problem, path, loaded.facts));

  const file = join(target.folder, `${basename(path, extname(path))}.yaml`);
  const { changes, issues } = await planPackChanges(additionsOf(plan, file, loaded.facts), target);
  const isDry = line.flags.has('dry-run');
  const failures = issues.length > 0 || isDry ? issues : await writeTextFiles(changes);
  reportIssues(failures, terminal);
  if (failures.length > 0) return 2;
  if (isDry && plan.statements.length > 0) terminal.print(toPackYaml(plan.statements));
  const shown = changes.map((change) => shownPath(change.file, terminal.cwd));
  terminal.complain(outcome(plan, problems, shown, isDry));
  if (problems.length > 0) return 1;
  return hasErrors(loaded.issues) ? 2 : 0;
}

function formatOf(path: string, line: CommandLine): ExportFormat | UsageProblem {
  const given = lastWord(line, 'format') ?? (path.endsWith('.jsonl') ? 'jsonl' : 'csv');
  return (
    EXPORT_FORMATS.find((one) => one === given) ?? unknownValue('format', given, EXPORT_FORMATS)
  );
}

async function readTable(
  path: string,
  format: ExportFormat,
  { cwd }: Terminal,
): Promise<DraftedTable | LocatedIssue> {
  const file = resolve(cwd, path);
  const read = await readTextFile(file, MAX_TABLE_BYTES);
  if (read.kind === 'issue') return read.issue;
  if (format === 'jsonl') return readJsonLines(read.text);
  const { header, rows, problems } = readCsv(read.text);
  const problem = headerProblem(header);
  if (problem !== undefined) return fileIssue('unreadable-header', file, describeHeader(problem));
  const drafted = readStatementRows(header, rows);
  const unread = problems.map((one) => ({ ...one, column: null, code: 'unreadable-row' }));
  return { drafts: drafted.drafts, problems: [...unread, ...drafted.problems] };
}

function describeHeader(problem: NonNullable<ReturnType<typeof headerProblem>>): string {
  if ('message' in problem) return problem.message;
  const near = nearestWord(problem.unknown, STATEMENT_COLUMNS);
  const hint =
    near === undefined
      ? `the columns are ${STATEMENT_COLUMNS.join(', ')}`
      : `did you mean "${near}"?`;
  return `Unknown column "${problem.unknown}"; ${hint}`;
}

function describeProblem(problem: RowProblem, path: string, facts: FactBase): string {
  const { row, line, column, code, message, unknown } = problem;
  const where = column === null ? '' : `, column "${column}"`;
  const hint =
    unknown === undefined || message.includes('did you mean')
      ? ''
      : idHint(unknown.section, unknown.id, facts);
  return harmless(`${path}:${line}: error: Row ${row}${where}: ${message}${hint} [${code}]`);
}

/** New statements go to the file of the table, further references to where their statement stands. */
function additionsOf(
  { statements, references }: ImportPlan,
  file: string,
  facts: FactBase,
): ReadonlyMap<string, readonly PackAddition[]> {
  const additions = new Map<string, PackAddition[]>();
  const add = (to: string, addition: PackAddition): void => {
    additions.set(to, [...(additions.get(to) ?? []), addition]);
  };
  for (const { statement, reference } of references) {
    const there = facts.statements.get(statement);
    if (there) add(there.file, { kind: 'reference', statement, reference });
  }
  if (statements.length > 0) add(file, { kind: 'statements', statements });
  return additions;
}

function outcome(
  { statements, references, known }: ImportPlan,
  problems: readonly RowProblem[],
  files: readonly string[],
  isDry: boolean,
): string {
  const refused = new Set(problems.map(({ row }) => row)).size;
  const parts = [
    counted(statements.length, 'statement'),
    ...(references.length > 0 ? [`${counted(references.length, 'further reference')}`] : []),
  ];
  const where =
    files.length === 0 ? '' : ` ${isDry ? 'would go to' : 'written to'} ${files.join(', ')}`;
  return [
    `${parts.join(' and ')}${where}`,
    ...(known > 0 ? [`${counted(known, 'row')} on record already`] : []),
    ...(refused > 0 ? [`${counted(refused, 'row')} refused`] : []),
  ].join('; ');
}
