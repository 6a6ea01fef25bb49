import { indexLines, type LineMap } from '../core/text/line-map.ts';
import type { Span } from '../core/text/span.ts';
import { blockAt } from '../service/block-at.ts';
import { explainFigure, explainFigures } from '../service/index.ts';
import { noSuchLine } from '../service/no-such-line.ts';
import { type Command, DRAFT_HELP, DRAFT_OPTIONS } from './command.ts';
import { formatExplanation } from './format-explanation.ts';
import { type CommandLine, type UsageProblem, usageProblem } from './parse-command-line.ts';
import { type DraftFile, readInputs } from './read-inputs.ts';
import { hasErrors, reportIssues } from './report-issues.ts';
import type { ExitStatus, Terminal } from './terminal.ts';

export const explainCommand: Command = {
  summary: 'say why a figure was, or was not, bound, and to what',
  help: `Usage: stet explain FILE:LINE[:COL] [options]

Prints the whole way of a figure: how it was read, what was considered and why, the arithmetic, the verdict.
Without COL, of every figure on the line. Lines and columns count from 1.

${DRAFT_HELP}`,
  options: DRAFT_OPTIONS,
  run,
};

async function run(line: CommandLine, terminal: Terminal): Promise<ExitStatus | UsageProblem> {
  const [typed = '', ...others] = line.positionals;
  const place = readPlace(typed);
  if (place === undefined || others.length > 0) {
    return usageProblem(
      `explain takes one place as FILE:LINE or FILE:LINE:COL, not "${line.positionals.join(' ')}"`,
    );
  }
  const inputs = await readInputs([place.path], line, terminal);
  if (inputs.kind === 'usage') return inputs;
  reportIssues(inputs.issues, terminal);
  const [draft] = inputs.drafts;
  if (draft === undefined) return 2;
  const lines = indexLines(draft.draft.reading.text);
  if (place.line > lines.printedLineCount)
    return usageProblem(noSuchLine(draft.path, place.line, lines));
  terminal.print(`${explain(draft, lines, place, terminal)}\n`);
  return hasErrors(inputs.issues) ? 2 : 0;
}

/** Said of a place that is in no block. */
const NOT_PROSE = ', which is not read as prose: code, a comment, a blank line or front matter';

/** A place as typed, counted from 1. */
interface PlaceTyped {
  readonly path: string;
  readonly line: number;
  readonly column: number | undefined;
}

function readPlace(typed: string): PlaceTyped | undefined {
  const match = /^(?<path>.+?):(?<line>[1-9]\d{0,8})(?::(?<column>[1-9]\d{0,8}))?$/.exec(typed);
  if (!match?.groups) return undefined;
  const { path = '', line, column } = match.groups;
  return { path, line: Number(line), column: column === undefined ? undefined : Number(column) };
}

function explain(
  { path, draft }: DraftFile,
  lines: LineMap,
  { line, column }: PlaceTyped,
  terminal: Terminal,
): string {
  const span = lineSpan(lines, line - 1);
  const at = lines.offset({ line: line - 1, character: (column ?? 1) - 1 });
  const found = column === undefined ? undefined : explainFigure(draft, at);
  const explanations = found === undefined ? explainFigures(draft, span) : [found];
  const dress = { path, lines, paint: terminal.paint, columns: terminal.columns };
  const texts = explanations.map((one) => formatExplanation(one, draft, dress));
  if (column !== undefined && found === undefined) {
    const why = blockAt(draft, at) === undefined ? NOT_PROSE : '';
    const rest = texts.length === 0 ? '' : '; the figures of the line:';
    texts.unshift(`No figure is read at ${path}:${line}:${column}${why}${rest}`);
  } else if (texts.length === 0) {
    const why = blockAt(draft, span.start) === undefined ? NOT_PROSE : '';
    texts.push(`No figure is read on line ${line} of ${path}${why}`);
  }
  return texts.join('\n\n');
}

function lineSpan(lines: LineMap, line: number): Span {
  const start = lines.offset({ line, character: 0 });
  return { start, end: start + lines.lineText(line).length };
}
