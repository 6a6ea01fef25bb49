import type { Candidate } from '../core/claims/claim.ts';
import type { LineMap } from '../core/text/line-map.ts';
import { blockAt } from '../service/block-at.ts';
import type { Comparison, DraftSnapshot, FigureExplanation } from '../service/index.ts';
import { harmless } from './display-width.ts';
import { drawExcerpt } from './draw-excerpt.ts';
import { drawTable } from './draw-table.ts';
import type { Paint } from './paint.ts';
import { wrapText } from './wrap-text.ts';

/** How an explanation is dressed. */
export interface ExplanationDress {
  readonly path: string;
  readonly lines: LineMap;
  readonly paint: Paint;
  readonly columns: number;
}

const LABEL_COLUMNS = 12;
const GUTTER = 3;

/** Statements that hardly matched say little; the rest are counted. */
const CANDIDATES_LISTED = 4;

/** The whole way of one figure on one screen: the line, the reading, the candidates, the arithmetic, the verdict. */
export function formatExplanation(
  explanation: FigureExplanation,
  draft: DraftSnapshot,
  dress: ExplanationDress,
): string {
  const { facts, reading } = draft;
  const { paint, lines, path, columns } = dress;
  const { line, character } = lines.position(explanation.span.start);
  const { figure, candidates, claim, comparisons, outcome } = explanation;
  const verdict = claim === null ? 'none' : `${claim.verdict}: ${claim.message}`;
  const basis = {
    'front-matter': 'its front matter',
    option: '--as-of',
    'reference-date': 'the pack',
  };
  const details = [
    entry('block', blockLines(draft, explanation.span.start, lines), dress),
    entry('figure', [`${figure.kind}, read as ${explanation.reading}`], dress),
    entry('as of', [`${reading.asOf}, from ${basis[reading.asOfBasis]}`], dress),
    entry(
      'candidates',
      candidateLines(candidates, (id) => facts.statements.get(id)?.value, dress),
      dress,
    ),
    entry('outcome', [outcome], dress),
    entry('arithmetic', comparisons.map(comparisonLine), dress),
    entry('verdict', [verdict], dress),
  ];
  const place = `${path}:${line + 1}:${character + 1}`;
  return [
    `${paint.bold(harmless(place))}: “${harmless(explanation.surface.replace(/\s+/g, ' '))}”`,
    ...drawExcerpt(lines, explanation.span, {
      paint,
      mark: paint.cyan,
      columns,
      gutter: GUTTER,
      label: '',
    }),
    ...details.flat(),
  ].join('\n');
}

function blockLines(draft: DraftSnapshot, offset: number, lines: LineMap): readonly string[] {
  const block = blockAt(draft, offset);
  if (block === undefined) return [];
  const first = lines.position(block.span.start).line + 1;
  const last = lines.position(block.span.end).line + 1;
  const extent = first === last ? `line ${first}` : `lines ${first} to ${last}`;
  return [`${block.kind.replace('-', ' ')}, ${extent}`];
}

function entry(
  label: string,
  texts: readonly string[],
  { paint, columns }: ExplanationDress,
): string[] {
  const lines = texts.flatMap((text) => wrapText(text, columns - LABEL_COLUMNS - 2));
  return lines.map((line, index) => {
    const head = index === 0 ? label : '';
    return `  ${paint.dim(head.padEnd(LABEL_COLUMNS))}${line}`;
  });
}

function candidateLines(
  candidates: readonly Candidate[],
  recordedValue: (statement: string) => string | undefined,
  { paint }: ExplanationDress,
): readonly string[] {
  if (candidates.length === 0) return ['none: nothing on record came near'];
  const listed = candidates.slice(0, CANDIDATES_LISTED).flatMap(({ statement, score, reasons }) => {
    const rows = reasons.map(({ weight, text, code }) => [
      paint.dim(paint.signs.bullet),
      weight === 0 ? '' : signed(weight),
      `${harmless(text)} ${paint.dim(code)}`,
    ]);
    const value = recordedValue(statement);
    const head = `${score.toFixed(1)}  ${paint.bold(statement)}${value === undefined ? '' : `  ${harmless(value)}`}`;
    return [head, ...(rows.length === 0 ? [] : drawTable(rows).split('\n'))];
  });
  const more = candidates.length - CANDIDATES_LISTED;
  return more > 0 ? [...listed, `and ${more} more`] : listed;
}

function signed(weight: number): string {
  return `${weight < 0 ? '-' : '+'}${Math.abs(weight).toFixed(1)}`;
}

function comparisonLine(comparison: Comparison): string {
  const { statement, value, draftAllows, recordAllows, difference } = comparison;
  if (draftAllows === null || recordAllows === null) return `against ${value} (${statement})`;
  const apart = difference === null ? '' : `: ${difference}`;
  return `${draftAllows} against ${recordAllows} (${value}, ${statement})${apart}`;
}
