import type { Claim, RecordEntry, Slip, Verdict } from '../core/claims/claim.ts';
import type { Figure } from '../core/figures/figure.ts';
import { type Span, touches } from '../core/text/span.ts';
import { type CardDress, markdownDress, plainDress } from './card-dress.ts';
import {
  citeSources,
  describeLines,
  describePlaces,
  describePublication,
  type SourceCitation,
} from './cite-sources.ts';
import { describeDifference } from './describe-difference.ts';
import { describeFigure } from './describe-figure.ts';
import { describeEntryTime, describeValue } from './describe-record.ts';
import { describeTime } from './describe-time.ts';
import type { DraftSnapshot } from './draft-store.ts';

/** The citation card of one claim, in both forms that editors show. */
export interface HoverCard {
  /** The claim's place in the draft, UTF-16 code units. */
  readonly span: Span;
  readonly markdown: string;
  readonly plain: string;
}

/** A verdict in a word, for people. */
const verdictWords: Readonly<Record<Verdict, string>> = {
  supported: 'Supported',
  conflict: 'Conflict',
  disputed: 'Disputed',
  outdated: 'Outdated',
  overprecise: 'Overprecise',
};

const slipWords: Readonly<Record<Slip, string>> = {
  scale: 'wrong scale',
  sign: 'wrong direction',
  transposed: 'digits swapped',
  points: 'per cent or percentage points',
  period: 'another period',
  person: 'another person',
  model: 'another model',
  attribution: 'someone else’s figure',
};

/** More sources than this are counted, not listed. */
const sourcesListed = 6;

/**
 * The citation card of the claim at `offset`: the verdict, how the figure was read, what the record
 * says as of when, who says it and where, and who dissents. Undefined where no claim is.
 * Offsets: UTF-16 code units of the draft; the end of a claim counts as inside.
 */
export function hoverCard(draft: DraftSnapshot, offset: number): HoverCard | undefined {
  const claim = claimAt(draft, offset);
  if (claim === undefined) return undefined;
  return {
    span: claim.span,
    markdown: writeCard(claim, draft, markdownDress),
    plain: writeCard(claim, draft, plainDress),
  };
}

/** The narrowest claim at `offset`, so that a claim inside another can be reached. */
export function claimAt(draft: DraftSnapshot, offset: number): Claim | undefined {
  const length = ({ span }: Claim): number => span.end - span.start;
  const inside = draft.reading.claims.filter((claim) => touches(claim.span, offset));
  return inside.sort((one, other) => length(one) - length(other))[0];
}

function writeCard(claim: Claim, draft: DraftSnapshot, dress: CardDress): string {
  const [first, ...others] = claim.record;
  const agreed = first !== undefined && first.rank === 'preferred';
  const paragraphs = [
    heading(claim, draft, dress),
    readingLine(claim, draft, dress),
    saysMoreThanTheRecord(claim) ? dress.text(claim.message) : '',
    ...(agreed ? [recordLine(first, dress), sourceList(first, dress)] : []),
    ...(agreed && others.length > 0 ? [dress.text('Others say:'), dissent(others, dress)] : []),
    ...(agreed || first === undefined
      ? []
      : [dress.text('Sources say:'), dissent(claim.record, dress)]),
    suppressionLine(claim, dress),
  ];
  return dress.paragraphs(paragraphs.filter((paragraph) => paragraph !== ''));
}

/** `**Conflict** (someone else’s figure) · OpenAI–AWS deal, value` */
function heading(claim: Claim, { facts }: DraftSnapshot, dress: CardDress): string {
  const statement = facts.statements.get(claim.statement);
  const slip = claim.slip === null ? '' : dress.text(` (${slipWords[claim.slip]})`);
  const verdict = dress.bold(verdictWords[claim.verdict]) + slip;
  if (statement === undefined) return verdict;
  const subject = facts.entities.get(statement.subject)?.name ?? statement.subject;
  const property = facts.properties.get(statement.property)?.label ?? statement.property;
  return `${verdict} · ${dress.text(`${subject}, ${property}`)}`;
}

/** Whose figure it is, or of which period, stands in the message alone; editors show that beside the card. */
function saysMoreThanTheRecord({ slip }: Claim): boolean {
  return slip === 'attribution' || slip === 'period';
}

/** `Read as USD 40 billion (USD 39.5–40.5 billion); 5.3 % above the record` */
function readingLine(claim: Claim, { facts }: DraftSnapshot, dress: CardDress): string {
  const reading = describeFigure(claim.figure, facts);
  if (reading === claim.text) return '';
  const difference = isAboutSize(claim)
    ? differenceFrom(claim, facts.statements.get(claim.statement)?.figures)
    : undefined;
  return dress.text(`Read as ${reading}${difference === undefined ? '' : `; ${difference}`}`);
}

/** How far a supported, a swapped or a foreign figure is from the record says nothing. */
function isAboutSize({ verdict, slip }: Claim): boolean {
  if (verdict === 'supported') return false;
  return slip !== 'attribution' && slip !== 'sign' && slip !== 'points';
}

function differenceFrom(claim: Claim, recorded: readonly Figure[] = []): string | undefined {
  const differences = recorded.map((figure) => describeDifference(claim.figure, figure));
  return differences.find((difference) => difference !== undefined);
}

function recordLine(entry: RecordEntry, dress: CardDress): string {
  const value = dress.bold(describeValue(entry));
  return dress.text('The record says ') + value + dress.text(describeEntryTime(entry));
}

function sourceList({ references }: RecordEntry, dress: CardDress): string {
  const sources = citeSources(references);
  const lines = sources
    .slice(0, sourcesListed)
    .map((source) =>
      [
        dress.italic(source.title),
        ...[...describePublication(source), describePlaces(source)].map(dress.text),
      ].join(', '),
    );
  const more = sources.length - sourcesListed;
  return dress.list(more > 0 ? [...lines, dress.text(`and ${more} more`)] : lines);
}

function dissent(entries: readonly RecordEntry[], dress: CardDress): string {
  const rows = entries.map((entry) => [
    dress.bold(describeValue(entry)),
    dress.text(entry.time === null ? '' : describeTime(entry.time)),
    citeSources(entry.references)
      .map((source) => citation(source, dress))
      .join('; '),
  ]);
  return dress.table(['Value', 'As of', 'Who says so'], rows);
}

function citation(source: SourceCitation, dress: CardDress): string {
  const lines = source.places.flatMap((place) => place.lines);
  return `${dress.italic(source.title)}${dress.text(`, ${describeLines(lines)}`)}`;
}

function suppressionLine({ suppressed }: Claim, dress: CardDress): string {
  if (suppressed === null) return '';
  return dress.text(suppressed === '' ? 'Let stand, without a reason' : `Let stand: ${suppressed}`);
}
