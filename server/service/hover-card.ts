import type { Claim, RecordEntry, Slip, Verdict } from '../core/claims/claim.ts';
import type { FactBase } from '../core/facts/fact-base.ts';
import type { Span } from '../core/text/span.ts';
import { type CardDress, markdownDress, plainDress } from './card-dress.ts';
import { type CardLinks, noLinks } from './card-links.ts';
import {
  citeSources,
  describeLines,
  describePublication,
  type SourceCitation,
} from './cite-sources.ts';
import { claimAt } from './claim-at.ts';
import { describeDifference } from './describe-difference.ts';
import { describeReading } from './describe-figure.ts';
import { describeQuestion } from './describe-question.ts';
import { describeEntryTime, describeValue } from './describe-record.ts';
import { describeTime } from './describe-time.ts';
import type { DraftSnapshot } from './draft-store.ts';
import { listWords } from './list-words.ts';

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

/** More values than this are left to the table below. */
const valuesInHeading = 3;

/** What a card is written with. */
interface CardWriter {
  readonly facts: FactBase;
  readonly dress: CardDress;
  readonly links: CardLinks;
}

/**
 * The citation card of the claim at `offset`: the verdict and what the record says as of when in the first line, then
 * how the figure was read and how far it is off, who says it and where, and who dissents. Undefined where no claim is.
 * Offsets: UTF-16 code units of the draft; the end of a claim counts as inside.
 */
export function hoverCard(
  draft: DraftSnapshot,
  offset: number,
  links: CardLinks = noLinks,
): HoverCard | undefined {
  const claim = claimAt(draft, offset);
  if (claim === undefined) return undefined;
  const { facts } = draft;
  return {
    span: claim.span,
    markdown: writeCard(claim, { facts, links, dress: markdownDress }),
    plain: writeCard(claim, { facts, links: noLinks, dress: plainDress }),
  };
}

function writeCard(claim: Claim, writer: CardWriter): string {
  const { dress } = writer;
  const preferred = preferredOf(claim);
  const others = claim.record.filter((entry) => entry !== preferred);
  const paragraphs = [
    dress.lines([heading(claim, writer), readingLine(claim, writer)]),
    saysMoreThanTheRecord(claim) ? dress.text(claim.message) : '',
    preferred === undefined ? '' : sourceList(preferred, writer),
    others.length === 0 ? '' : dissent(others, preferred, writer),
    suppressionLine(claim, dress),
    linkLine(claim, writer),
  ];
  return dress.paragraphs(paragraphs.filter((paragraph) => paragraph !== ''));
}

/** The value that the record stands by; undefined where it leaves the question open. */
function preferredOf({ record: [first] }: Claim): RecordEntry | undefined {
  return first?.rank === 'preferred' ? first : undefined;
}

/** `**Conflict** (wrong scale) · the record says **$38 billion**, as of 3 November 2025` */
function heading(claim: Claim, { dress }: CardWriter): string {
  const { slip, verdict, suppressed } = claim;
  const remarks = [slip === null ? '' : slipWords[slip], suppressed === null ? '' : 'let stand'];
  const remark = remarks.filter((words) => words !== '').join(', ');
  const head = dress.bold(verdictWords[verdict]) + dress.text(remark === '' ? '' : ` (${remark})`);
  return `${head} · ${answer(claim, dress)}`;
}

function answer(claim: Claim, dress: CardDress): string {
  const preferred = preferredOf(claim);
  if (preferred !== undefined) {
    const time = dress.text(describeEntryTime(preferred));
    return `the record says ${dress.bold(describeValue(preferred))}${time}`;
  }
  const values = [...new Set(claim.record.map(describeValue))];
  const named = values.slice(0, valuesInHeading).map(dress.bold);
  const rest = values.length > named.length ? ['another value'] : [];
  return `sources say ${listWords([...named, ...rest], 'or')}`;
}

/** Whose figure it is, or of which period, stands in the message alone; editors show that beside the card. */
function saysMoreThanTheRecord({ slip }: Claim): boolean {
  return slip === 'attribution' || slip === 'period';
}

/** `OpenAI–AWS deal, deal value · read as USD 40 billion → USD 39.5–40.5 billion · 5.3 % above the record` */
function readingLine(claim: Claim, { facts, dress }: CardWriter): string {
  const reading = describeReading(claim.figure, facts);
  const difference = isAboutSize(claim) ? differenceFromRecord(claim, facts) : undefined;
  const parts = [
    describeQuestion(claim.statement, facts),
    reading === undefined ? '' : `read as ${reading}`,
    difference ?? '',
  ];
  return dress.text(parts.filter((part) => part !== '').join(' · '));
}

/** How far a supported, a swapped or a foreign figure is from the record says nothing, nor from one value of several. */
function isAboutSize(claim: Claim): boolean {
  const { verdict, slip } = claim;
  if (verdict === 'supported' || preferredOf(claim) === undefined) return false;
  return slip !== 'attribution' && slip !== 'sign' && slip !== 'points';
}

/** Measured by the value that the record stands by, though a disputed figure rests on another. */
function differenceFromRecord(claim: Claim, facts: FactBase): string | undefined {
  const recorded = facts.statements.get(preferredOf(claim)?.statement ?? '')?.figures ?? [];
  const differences = recorded.map((figure) => describeDifference(claim.figure, figure));
  return differences.find((difference) => difference !== undefined);
}

function sourceList({ references }: RecordEntry, writer: CardWriter): string {
  const { dress } = writer;
  // How a reference was resolved is left to the explanation.
  const sources = citeSources(references.map((reference) => ({ ...reference, note: null })));
  const lines = sources
    .slice(0, sourcesListed)
    .map((source) =>
      [
        title(source, writer),
        ...describePublication(source).map(dress.text),
        places(source, writer),
      ].join(', '),
    );
  const more = sources.length - sourcesListed;
  return dress.list(more > 0 ? [...lines, dress.text(`and ${more} more`)] : lines);
}

/** The values that the record does not stand by, with who says so; all of them where it stands by none. */
function dissent(
  entries: readonly RecordEntry[],
  preferred: RecordEntry | undefined,
  writer: CardWriter,
): string {
  const { dress, links } = writer;
  const rows = entries.map((entry) => [
    dress.link(dress.bold(describeValue(entry)), links.statement(entry.statement)),
    dress.text(entry.time === null ? '' : describeTime(entry.time)),
    citeSources(entry.references)
      .map((source) => [title(source, writer), linesOf(source, writer)].join(', '))
      .join('; '),
  ]);
  return dress.table([dissentHead(entries, preferred), 'As of', 'Who says so'], rows);
}

/** What held before or later contradicts nobody. */
function dissentHead(entries: readonly RecordEntry[], preferred: RecordEntry | undefined): string {
  if (preferred === undefined) return 'Value';
  const isOfAnotherTime = entries.every(({ time }) => time !== preferred.time);
  return isOfAnotherTime ? 'At other times' : 'Others say';
}

function title({ source, title }: SourceCitation, { facts, dress }: CardWriter): string {
  return dress.link(dress.italic(title), webAddress(facts.sources.get(source)?.url));
}

/** `line 1: “$38 Billion”, lines 3 and 6: “$38 billion”` */
function places(citation: SourceCitation, writer: CardWriter): string {
  const { dress } = writer;
  return citation.places
    .map(
      ({ lines, exact }) => `${linkedLines(lines, citation, writer)}${dress.text(`: “${exact}”`)}`,
    )
    .join(', ');
}

function linesOf(citation: SourceCitation, writer: CardWriter): string {
  const lines = citation.places.flatMap((place) => place.lines);
  const inOrder = [...new Set(lines)].sort((one, other) => one - other);
  return linkedLines(inOrder, citation, writer);
}

function linkedLines(
  lines: readonly number[],
  { source }: SourceCitation,
  { dress, links }: CardWriter,
): string {
  return describeLines(lines, (line) => dress.link(String(line), links.sourceLine(source, line)));
}

/** What a pack calls the address of a source; anything but a web page is not followed. */
function webAddress(url: string | null | undefined): string | undefined {
  return url && /^https?:\/\//i.test(url) ? url : undefined;
}

function suppressionLine({ suppressed }: Claim, dress: CardDress): string {
  if (suppressed === null) return '';
  return dress.text(suppressed === '' ? 'Let stand, without a reason' : `Let stand: ${suppressed}`);
}

/** Where to go on from here: the statement, and what the editor can do with the claim. */
function linkLine({ statement, span }: Claim, { dress, links }: CardWriter): string {
  const ways = [['Statement', links.statement(statement)] as const, ...links.commands(span)];
  return ways
    .flatMap(([label, address]) => (address === undefined ? [] : dress.link(label, address)))
    .join(' · ');
}
