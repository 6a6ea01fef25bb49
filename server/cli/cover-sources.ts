import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { LoadedFacts } from '../host/load-facts.ts';
import { type LocatedIssue, type Place, placeIssue } from '../host/located-issue.ts';
import { readSeedRecords, type SeedRecords } from '../host/read-seed-records.ts';
import { shippedFactsFolder } from '../host/shipped-files.ts';
import { counted } from '../service/counted.ts';
import { type Coverage, type CoverEntry, coverFigures } from '../service/cover-figures.ts';
import { toCoverageReport } from '../service/coverage-report.ts';
import { describeFigure } from '../service/index.ts';
import { harmless } from './display-width.ts';
import { drawTable } from './draw-table.ts';
import {
  type CommandLine,
  lastWord,
  type UsageProblem,
  usageProblem,
} from './parse-command-line.ts';
import { reportIssues } from './report-issues.ts';
import { sourceTexts } from './source-texts.ts';
import type { ExitStatus, Terminal } from './terminal.ts';

/**
 * List the figures in the texts of the sources that nothing on record points to.
 * Ends with 1 when there are any, when a text is not at hand, or when an entry of the record points to nothing.
 */
export async function coverSources(
  loaded: LoadedFacts,
  line: CommandLine,
  terminal: Terminal,
): Promise<ExitStatus | UsageProblem> {
  const folder = lastWord(line, 'sources');
  if (folder === undefined)
    return usageProblem('coverage needs --sources DIR, the folder of the texts');
  const { texts, missing, unreadable } = await sourceTexts(folder, loaded, terminal);
  const records = await readSeedRecords(seedFolder(line, terminal));
  const unread = [...unreadable, ...records.issues];
  reportIssues(unread, terminal);
  if (unread.length > 0) return 2;

  const coverage = coverFigures(loaded.facts, texts, records.seeds);
  const problems = coverage.problems.flatMap(({ entry, code, message }): LocatedIssue[] => {
    const place = placeOf(entry, loaded, records);
    return place === undefined ? [] : [placeIssue(code, place, message)];
  });
  reportIssues([...missing, ...problems], terminal);
  const isWhole = coverage.uncovered.length + missing.length + problems.length === 0;
  terminal.print(
    lastWord(line, 'format') === 'json'
      ? `${JSON.stringify(toCoverageReport(coverage), null, 2)}\n`
      : describeCoverage(coverage, { isWhole }, loaded, terminal),
  );
  return isWhole ? 0 : 1;
}

/** The folder that was asked for, else that of the shipped facts; the packaged extension has none. */
function seedFolder(line: CommandLine, { cwd }: Terminal): string | undefined {
  const wanted = lastWord(line, 'seeds');
  if (wanted !== undefined) return resolve(cwd, wanted);
  if (line.flags.has('no-default-facts')) return undefined;
  const beside = join(dirname(shippedFactsFolder()), 'seeds');
  return existsSync(beside) ? beside : undefined;
}

function placeOf(entry: CoverEntry, loaded: LoadedFacts, records: SeedRecords): Place | undefined {
  if (entry.kind === 'reference') {
    return loaded.statementPlace(entry.statement, ['references', entry.index, 'exact']);
  }
  if (entry.kind === 'seed') return records.place(entry.source, ['id']);
  const section = entry.kind === 'report' ? 'reports' : 'notFacts';
  return records.place(entry.source, [section, entry.index, 'exact']);
}

/** Whether every figure is on record, every text at hand and every entry right. */
interface Outcome {
  readonly isWhole: boolean;
}

function describeCoverage(
  coverage: Coverage,
  outcome: Outcome,
  { facts }: LoadedFacts,
  terminal: Terminal,
): string {
  const { paint } = terminal;
  const rows = coverage.uncovered.map(({ source, line, column, figure }) => [
    `${source}:${line}:${column}`,
    paint.dim(figure.kind),
    paint.bold(harmless(figure.surface)),
    harmless(describeFigure(figure, facts)),
  ]);
  const list = rows.length === 0 ? '' : `${drawTable(rows)}\n\n`;
  return `${list}${summarise(coverage, outcome, terminal)}\n`;
}

function summarise(coverage: Coverage, { isWhole }: Outcome, { paint }: Terminal): string {
  const { sources, leftOut, figures, covered, notFacts, uncovered } = coverage;
  const sign = isWhole ? paint.green(paint.signs.tick) : paint.red(paint.signs.cross);
  const extent = `${counted(figures, 'figure')} in ${counted(sources.length, 'source')}`;
  const parts = [`${covered} on record`, ...passed(notFacts), `${uncovered.length} uncovered`];
  const left = leftOut.length === 0 ? '' : `; left out, without a text: ${leftOut.join(', ')}`;
  return `${sign} ${extent}: ${parts.join(', ')}${left}`;
}

/** `8 no facts (4 vague-plural, 4 idiom)`. */
function passed(notFacts: Coverage['notFacts']): readonly string[] {
  if (notFacts.size === 0) return [];
  const all = [...notFacts.values()].reduce((sum, count) => sum + count, 0);
  const classes = [...notFacts].map(([name, count]) => `${count} ${name}`).join(', ');
  return [`${counted(all, 'no fact')} (${classes})`];
}
