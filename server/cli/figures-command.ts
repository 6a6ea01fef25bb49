import { indexLines } from '../core/text/line-map.ts';
import { toFiguresReport } from '../service/figures-report.ts';
import { describeFigure } from '../service/index.ts';
import { type Command, DRAFT_HELP, DRAFT_OPTIONS } from './command.ts';
import { harmless } from './display-width.ts';
import { drawTable } from './draw-table.ts';
import {
  type CommandLine,
  lastWord,
  type UsageProblem,
  unknownValue,
} from './parse-command-line.ts';
import { type DraftFile, readInputs } from './read-inputs.ts';
import { hasErrors, reportIssues } from './report-issues.ts';
import type { ExitStatus, Terminal } from './terminal.ts';

const FORMATS = ['pretty', 'json'];

export const figuresCommand: Command = {
  summary: 'list every figure as it was read, on record or not',
  help: `Usage: stet figures [PATH…|-] [options]

Lists the figures of drafts with what was made of each.

  --format FORMAT        ${FORMATS.join(', ')} (default pretty)
${DRAFT_HELP}`,
  options: { ...DRAFT_OPTIONS, format: 'word' },
  run,
};

async function run(line: CommandLine, terminal: Terminal): Promise<ExitStatus | UsageProblem> {
  const format = lastWord(line, 'format') ?? 'pretty';
  if (!FORMATS.includes(format)) return unknownValue('format', format, FORMATS);
  const inputs = await readInputs(line.positionals, line, terminal);
  if (inputs.kind === 'usage') return inputs;
  reportIssues(inputs.issues, terminal);
  if (format === 'json') {
    terminal.print(`${JSON.stringify(toFiguresReport(inputs.drafts), null, 2)}\n`);
  } else {
    for (const draft of inputs.drafts) terminal.print(`${figuresTable(draft, terminal)}\n`);
  }
  return hasErrors(inputs.issues) ? 2 : 0;
}

function figuresTable({ path, draft }: DraftFile, terminal: Terminal): string {
  const { paint } = terminal;
  const { text, figures, claims } = draft.reading;
  const lines = indexLines(text);
  const rows = figures.map(({ figure, claim }) => {
    const { line, character } = lines.position(figure.span.start);
    const bound = claim === null ? undefined : claims[claim];
    return [
      paint.bold(harmless(`${path}:${line + 1}:${character + 1}`)),
      figure.kind,
      harmless(figure.surface.replace(/\s+/g, ' ')),
      paint.dim(harmless(describeFigure(figure, draft.facts))),
      bound === undefined ? '' : `${bound.verdict} ${bound.statement}`,
    ];
  });
  return rows.length === 0 ? `No figure in ${harmless(path)}` : drawTable(rows);
}
