import type { Candidate, Claim, DraftReading, RecordEntry } from '../core/claims/claim.ts';
import type { FigureKind } from '../core/figures/figure.ts';
import { type Span, shift } from '../core/text/span.ts';
import { blockAt } from './block-at.ts';
import { markdownDress as dress } from './card-dress.ts';
import { claimSentence } from './claim-sentence.ts';
import { describeReading } from './describe-figure.ts';
import { describeQuestion } from './describe-question.ts';
import { describeEntryTime, describeValue } from './describe-record.ts';
import { describeTime } from './describe-time.ts';
import type { DraftSnapshot } from './draft-store.ts';
import type { FigureExplanation } from './explain-figure.ts';
import { listSources } from './list-sources.ts';

const kindWords: Readonly<Record<FigureKind, string>> = {
  money: 'an amount of money',
  percent: 'a percentage',
  'percentage-point': 'percentage points',
  count: 'a count',
  duration: 'a length of time',
  date: 'a date',
  quantity: 'a measured quantity',
  ratio: 'a ratio',
  version: 'a version',
  name: 'a name',
  phrase: 'words that the record knows',
  number: 'a number',
};

/** Where the date comes from that a draft is read as of. */
const bases: Readonly<Record<DraftReading['asOfBasis'], string>> = {
  'front-matter': 'the date in its front matter',
  option: 'the date in the settings',
  'reference-date': 'the reference date of the record, as the draft has no date of its own',
};

/**
 * The reckoning of one figure as a page of Markdown to be read: the sentence, `summary` (why it is, or is not,
 * underlined), the reading, what it was weighed against and why, the comparison, and the record with its sources.
 */
export function explanationPage(
  explanation: FigureExplanation,
  draft: DraftSnapshot,
  summary: string,
): string {
  const { surface, span, claim } = explanation;
  return dress.paragraphs([
    `# ${dress.text(`“${surface}”`)}`,
    dress.text(`${summary}.`),
    `> ${dress.text(sentenceAround(span, draft))}`,
    ...readingSection(explanation, draft),
    ...candidateSection(explanation, draft),
    ...comparisonSection(explanation),
    ...(claim === null ? [] : recordSection(claim)),
  ]);
}

/** The sentence of a figure, without what stands before its block: a comment, say. */
function sentenceAround(span: Span, draft: DraftSnapshot): string {
  const { text } = draft.reading;
  const block = blockAt(draft, span.start)?.span ?? { start: 0, end: text.length };
  return claimSentence(text.slice(block.start, block.end), shift(span, -block.start));
}

function readingSection({ figure }: FigureExplanation, draft: DraftSnapshot): readonly string[] {
  const { asOf, asOfBasis } = draft.reading;
  const reading = describeReading(figure, draft.facts);
  return [
    '## How it was read',
    dress.list([
      dress.text(`As ${kindWords[figure.kind]}${reading === undefined ? '' : `: ${reading}`}`),
      dress.text(`As of ${describeTime(asOf)}, ${bases[asOfBasis]}`),
    ]),
  ];
}

function candidateSection(
  { candidates, outcome, claim }: FigureExplanation,
  draft: DraftSnapshot,
): readonly string[] {
  const heading = '## What it was weighed against';
  if (candidates.length === 0) {
    return [heading, dress.text(`Nothing on record came near. ${outcome}.`)];
  }
  return [
    heading,
    'The better the words around the figure fit a statement, the higher its number. A reason adds to it, takes from it, or speaks against the statement as such.',
    ...candidates.flatMap((candidate) => describeCandidate(candidate, claim, draft)),
    dress.text(`${outcome}.`),
  ];
}

/** A line and a list: the page is often half an editor wide, and a table would squeeze the reasons. */
function describeCandidate(
  { statement, score, reasons }: Candidate,
  claim: Claim | null,
  { facts }: DraftSnapshot,
): readonly string[] {
  const recorded = facts.statements.get(statement);
  const value = recorded === undefined ? '' : `: ${describeValue(recorded)}`;
  const words = `${describeQuestion(statement, facts)}${value}`;
  const fit = score.toFixed(1);
  return [
    claim?.statement === statement
      ? `${dress.bold(words)} (${fit}, taken)`
      : `${dress.text(words)} (${fit})`,
    dress.list(
      reasons.map(({ text, weight }) =>
        dress.text(weight === 0 ? text : `${text} (${signed(weight)})`),
      ),
    ),
  ];
}

/** With a minus as it is printed: `−3.0`, `+0.5`. */
function signed(weight: number): string {
  return `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`;
}

function comparisonSection({ comparisons }: FigureExplanation): readonly string[] {
  const rows = comparisons.flatMap(({ value, draftAllows, recordAllows, difference }) =>
    draftAllows === null || recordAllows === null
      ? []
      : [[value, recordAllows, draftAllows, difference ?? ''].map(dress.text)],
  );
  if (rows.length === 0) return [];
  return [
    '## The comparison',
    dress.table(['On record', 'It allows', 'The draft allows', 'Difference'], rows),
  ];
}

function recordSection({ record, suppressed }: Claim): readonly string[] {
  const letStand = suppressed === '' ? 'Let stand, without a reason.' : `Let stand: ${suppressed}.`;
  return [
    '## The record',
    ...record.flatMap((entry) => [entryHead(entry), listSources(entry, dress)]),
    ...(suppressed === null ? [] : [dress.text(letStand)]),
  ];
}

/** `**$38 billion**, as of 3 November 2025 (preferred, openai-aws.value)` */
function entryHead(entry: RecordEntry): string {
  const time = dress.text(describeEntryTime(entry));
  return `${dress.bold(describeValue(entry))}${time} ${dress.text(`(${entry.rank}, ${entry.statement})`)}`;
}
