import type { Claim, RecordEntry, SuppressionHint } from '../core/claims/claim.ts';
import { indexLines, type LineMap } from '../core/text/line-map.ts';
import type { Span } from '../core/text/span.ts';
import { type CheckedDraft, type ReportSummary, summariseCheck } from '../service/check-report.ts';
import { counted } from '../service/counted.ts';
import {
  citeSources,
  describeCitation,
  describeTime,
  type FindingVerdict,
  fixAllEdits,
  type SourceCitation,
} from '../service/index.ts';
import type { CheckResult } from './check-formats.ts';
import { displayWidth, harmless } from './display-width.ts';
import { drawExcerpt } from './draw-excerpt.ts';
import type { Paint } from './paint.ts';
import { VERDICTS_BY_GRAVITY } from './severities.ts';

/** More sources than this are counted, not listed; `stet facts show` has them all. */
const SOURCES_LISTED = 3;

/** However long the rest of its line is, this much of a title is shown. */
const MIN_TITLE = 24;

/** Columns of the words before a record or a correction. */
const LABEL_COLUMNS = 9;

/**
 * The report for people: each finding with its line, the record, who says it and where, and the correction.
 * Supported claims are counted, and listed where that is asked for.
 */
export function formatPretty(result: CheckResult): string {
  const blocks = result.checked.flatMap((draft) => draftBlocks(draft, result));
  return [...blocks, summary(result)].join('\n\n');
}

interface Block {
  readonly at: number;
  readonly text: string;
}

function draftBlocks(checked: CheckedDraft, result: CheckResult): readonly string[] {
  const { text, claims, suppressionHints } = checked.draft.reading;
  const lines = indexLines(text);
  const blocks: Block[] = [
    ...claims
      .filter((claim) => isListed(claim, result))
      .map((claim) => ({ at: claim.span.start, text: claimBlock(claim, checked, lines, result) })),
    ...suppressionHints.map((hint) => ({
      at: hint.span.start,
      text: hintBlock(hint, checked, lines, result),
    })),
  ];
  return blocks.sort((one, other) => one.at - other.at).map((block) => block.text);
}

function isListed({ verdict, suppressed }: Claim, { listsSupported }: CheckResult): boolean {
  return listsSupported || (verdict !== 'supported' && suppressed === null);
}

function claimBlock(
  claim: Claim,
  { path }: CheckedDraft,
  lines: LineMap,
  result: CheckResult,
): string {
  const { paint, columns } = result;
  const mark = colourOf(claim, paint);
  const gutter = gutterOf(claim.span, lines);
  const fix = claim.fixes.find(({ preferred }) => preferred);
  const isOfTheWhole = fix?.span.start === claim.span.start && fix.span.end === claim.span.end;
  const label = fix && isOfTheWhole ? `${paint.signs.arrow} ${harmless(fix.text)}` : '';
  const lead = `${' '.repeat(gutter)} ${paint.dim(paint.signs.bar)} `;
  const details = [
    ...claim.record.flatMap((entry, index) => recordLines(entry, index === 0, result, gutter)),
    ...fixLines(claim, lines, paint),
    ...standsLines(claim, paint),
  ];
  return [
    heading(placeOf(path, claim.span, lines), mark(verdictLabel(claim)), claim.message, paint),
    ...drawExcerpt(lines, claim.span, { paint, mark, columns, gutter, label }),
    ...details.map((line) => `${lead}${line}`),
  ].join('\n');
}

function hintBlock(
  hint: SuppressionHint,
  { path }: CheckedDraft,
  lines: LineMap,
  { paint, columns }: CheckResult,
): string {
  const gutter = gutterOf(hint.span, lines);
  const dress = { paint, mark: paint.dim, columns, gutter, label: '' };
  return [
    heading(placeOf(path, hint.span, lines), paint.dim('hint'), hint.message, paint),
    ...drawExcerpt(lines, hint.span, dress),
  ].join('\n');
}

/** `draft.md:3:28: conflict: …`, a form that terminals and editors turn into a link. */
function heading(place: string, label: string, message: string, paint: Paint): string {
  return `${paint.bold(harmless(place))}: ${label}: ${harmless(message)}`;
}

function placeOf(path: string, span: Span, lines: LineMap): string {
  const { line, character } = lines.position(span.start);
  return `${path}:${line + 1}:${character + 1}`;
}

function verdictLabel({ verdict, slip, suppressed }: Claim): string {
  const label = slip === null ? verdict : `${verdict} (${slip})`;
  return suppressed === null ? label : `${label}, let stand`;
}

function gutterOf(span: Span, lines: LineMap): number {
  const MIN_DIGITS = 3;
  return Math.max(MIN_DIGITS, String(lines.position(span.end).line + 1).length);
}

/** `record   $38 billion, as of 3 November 2025`, and below it who says so. */
function recordLines(
  entry: RecordEntry,
  isFirst: boolean,
  { paint, columns }: CheckResult,
  gutter: number,
): readonly string[] {
  const asOf = entry.time === null ? '' : `, as of ${describeTime(entry.time)}`;
  const rank = entry.rank === 'deprecated' ? ' (deprecated)' : '';
  const room = columns - gutter - LABEL_COLUMNS - 5;
  // What a note explains is for who asks: `stet facts show` has it.
  const sources = citeSources(entry.references.map((reference) => ({ ...reference, note: null })));
  const listed = sources.slice(0, SOURCES_LISTED).map((said) => sourceLine(said, room, paint));
  const more = sources.length - listed.length;
  if (more > 0) listed.push(`and ${more} more: stet facts show ${entry.statement}`);
  const value = paint.bold(harmless(entry.value));
  const indent = ' '.repeat(LABEL_COLUMNS);
  return [
    `${label(isFirst ? 'record' : 'also', paint)}${value}${asOf}${rank}`,
    ...listed.map((line) => `${indent}${paint.dim(`${paint.signs.bullet} ${harmless(line)}`)}`),
  ];
}

/** `“Title”, Publisher, line 3: “$38bn”` in one line: the title gives way. */
function sourceLine(citation: SourceCitation, room: number, { signs }: Paint): string {
  const tooMuch = displayWidth(describeCitation(citation)) - room;
  if (tooMuch <= 0) return describeCitation(citation);
  const titleRoom = Math.max(MIN_TITLE, displayWidth(citation.title) - tooMuch);
  return describeCitation({ ...citation, title: clip(citation.title, titleRoom, signs.ellipsis) });
}

function clip(text: string, room: number, ellipsis: string): string {
  if (displayWidth(text) <= room) return text;
  const kept = text.slice(0, Math.max(0, room - ellipsis.length));
  return `${kept.replace(/\s+\S*$/, '')} ${ellipsis}`;
}

/** What the label of the underline cannot say: a correction elsewhere, and values to choose from. */
function fixLines(claim: Claim, lines: LineMap, paint: Paint): readonly string[] {
  return claim.fixes.flatMap((fix) => {
    const isOfTheWhole = fix.span.start === claim.span.start && fix.span.end === claim.span.end;
    if (fix.preferred && isOfTheWhole) return [];
    const place = isOfTheWhole ? '' : ` at ${placeOf('', fix.span, lines).slice(1)}`;
    const source = fix.source === null ? '' : ` (${harmless(fix.source)})`;
    const verb = fix.preferred ? 'correct' : 'or';
    return [`${label(verb, paint)}${paint.green(harmless(fix.text))}${place}${source}`];
  });
}

function standsLines({ suppressed }: Claim, paint: Paint): readonly string[] {
  if (suppressed === null) return [];
  return [`${label('stands', paint)}${harmless(suppressed) || 'no reason given'}`];
}

function label(word: string, paint: Paint): string {
  return paint.dim(word.padEnd(LABEL_COLUMNS));
}

function colourOf({ verdict, suppressed }: Claim, paint: Paint): (text: string) => string {
  if (suppressed !== null) return paint.dim;
  const colours = {
    conflict: paint.red,
    outdated: paint.yellow,
    disputed: paint.blue,
    overprecise: paint.cyan,
    supported: paint.green,
  };
  return colours[verdict];
}

function summary(result: CheckResult): string {
  const { paint, checked, corrected } = result;
  const counts = summariseCheck(checked);
  const found = VERDICTS_BY_GRAVITY.filter((verdict) => counts[verdict] > 0);
  const fixable = checked.reduce(
    (sum, { draft }) => sum + fixAllEdits(draft, () => true).length,
    0,
  );
  const lines = [found.length > 0 ? findingsLine(found, counts, paint) : calmLine(counts, paint)];
  if (corrected > 0) lines.push(`  ${counted(corrected, 'figure')} corrected`);
  if (fixable > 0) lines.push(paint.dim(`  ${fixable} can be corrected with --fix`));
  return lines.join('\n');
}

function findingsLine(
  found: readonly FindingVerdict[],
  counts: ReportSummary,
  paint: Paint,
): string {
  const colours = {
    conflict: paint.red,
    outdated: paint.yellow,
    disputed: paint.blue,
    overprecise: paint.cyan,
  };
  const parts = found.map((verdict) => {
    const noun =
      verdict === 'conflict' ? counted(counts[verdict], verdict) : `${counts[verdict]} ${verdict}`;
    return colours[verdict](noun);
  });
  const sign = counts.conflict > 0 ? paint.red(paint.signs.cross) : paint.yellow('!');
  return `${sign} ${parts.join(', ')} in ${counted(counts.files, 'draft')}${rest(counts)}`;
}

function calmLine(counts: ReportSummary, paint: Paint): string {
  const drafts = counted(counts.files, 'draft');
  if (counts.files === 0) return 'No draft was checked';
  if (counts.claims === 0) return `No figure in ${drafts} is on record`;
  return `${paint.green(paint.signs.tick)} Nothing to correct in ${drafts}${rest(counts)}`;
}

function rest({ supported, suppressed }: ReportSummary): string {
  const stand = suppressed === 0 ? '' : `, ${suppressed} let stand`;
  return `; ${counted(supported, 'figure')} supported${stand}`;
}
