import type { FactBase } from '../facts/fact-base.ts';
import type { Meaning } from '../facts/lexicon.ts';
import type { BlockReading, Mention, Sentence } from '../mentions/mention.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Attachment, PlacedFigure, TokenRange } from './attachment.ts';
import type { Cues } from './cues.ts';
import type { Discourse, Ref } from './discourse.ts';
import type { StatedTime } from './stated-time.ts';

/** A cue with where it was found; `flat` replaces the distance for cues outside the sentence (headers, lead-ins). */
export interface Cue extends TokenRange {
  readonly property: string;
  readonly strength: 'strong' | 'weak';
  readonly surface: string;
  readonly flat: number | null;
  /** Whether it stands in an earlier sentence: enough to support a figure, not to call it wrong. */
  readonly isEarlier: boolean;
}

/** Everything that the figures of one sentence are bound by. */
export interface Scope {
  readonly facts: FactBase;
  readonly asOf: number;
  readonly reading: BlockReading;
  readonly sentence: Sentence;
  readonly figures: readonly PlacedFigure[];
  readonly mentions: readonly Mention[];
  readonly attachment: Attachment;
  readonly refs: readonly Ref[];
  readonly cues: Cues;
  /** The dates of what leads in a list or a table. */
  readonly times: readonly StatedTime[];
  /** For table rows: the dates of the columns' headers, each at its cell. */
  readonly columnTimes: readonly (StatedTime & TokenRange)[];
  /** Whether it is an item of a list, which goes on about what led the list in. */
  readonly isListed: boolean;
  readonly discourse: Discourse;
  /** Everyone named or described in the sentence or before it, their parts and their deals. */
  readonly subjects: ReadonlySet<string>;
  /** The deals that the sentence is about; null stands for one between others. */
  readonly deals: readonly (string | null)[];
  /** Whether a noun of a deal stands in the sentence. */
  readonly speaksOfDeal: boolean;
  /** Whether it speaks of "a deal", one that nothing has named yet. */
  readonly speaksOfNewDeal: boolean;
  /** Whether those deals are the ones in focus and not named by their parties. */
  readonly dealsFromFocus: boolean;
  /** Whether the sentence opens with "it", "its", "they". */
  readonly pointsBack: boolean;
  /** Whether that means one of a kind, or a deal: "A tram weighs 41 tonnes. It is …", "The contract runs for seven years. It is …". */
  readonly pointsToThing: boolean;
  /** Whether it speaks of a deal that is over: "the contract that lapsed". */
  readonly isOfPastDeal: boolean;
  /** Whether the text calls it wrong itself. */
  readonly isTakenBack: boolean;
  /** For table rows: the cells, as token ranges. */
  readonly cells: readonly TokenRange[];
  /** How many of them say what the row is about. */
  readonly labels: number;
}

/** The cues among the mentions of a sentence, one for each property they name. */
export function cuesIn(mentions: readonly Mention[], reading: BlockReading): readonly Cue[] {
  const cues: Cue[] = [];
  const hedges = hedgesIn(reading);
  for (const mention of mentions) {
    const { kind, from, to, meanings } = mention;
    if (kind === 'unknown' || !meanings.some(isCue)) continue;
    if (!isCueWord(mention, reading.tokens, hedges)) continue;
    const surface = surfaceOf(reading, { from, to });
    for (const meaning of meanings) {
      if (meaning.kind !== 'cue') continue;
      cues.push({
        from,
        to,
        property: meaning.property,
        strength: meaning.strength,
        surface,
        flat: null,
        isEarlier: false,
      });
    }
  }
  return cues;
}

/** Whether a mention that means a property names it where it stands; `hedges` are those of the block. */
export function isCueWord(
  { from, to }: TokenRange,
  tokens: readonly Token[],
  hedges: readonly Span[],
): boolean {
  return !isHalfOfWord(tokens, to) && !isInHedge(tokens, from, hedges);
}

/** "Close to $31 billion" closes nothing. */
function isInHedge(tokens: readonly Token[], from: number, hedges: readonly Span[]): boolean {
  const at = tokens[from]?.start ?? 0;
  for (const { start, end } of hedges) if (start <= at && at < end) return true;
  return false;
}

/** Where the hedges of a block's figures stand. */
export function hedgesIn({ figures }: BlockReading): readonly Span[] {
  const hedges: Span[] = [];
  for (const { hedge } of figures) if (hedge) hedges.push(hedge.span);
  return hedges;
}

function isCue({ kind }: Meaning): boolean {
  return kind === 'cue';
}

/** "Back" in "back-end" is no word of its own. */
function isHalfOfWord(tokens: readonly Token[], to: number): boolean {
  const [hyphen, next] = [tokens[to], tokens[to + 1]];
  return hyphen?.text === '-' && !hyphen.spaced && next?.kind === 'word' && !next.spaced;
}

export function surfaceOf({ text, tokens }: BlockReading, { from, to }: TokenRange): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}

/** Everyone whom a figure of a sentence may be about: those named in it or before it, their parts and their deals. */
export function subjectsInScope(
  refs: readonly Ref[],
  { heard, headings, lead }: Discourse,
  deals: Discourse['deals'],
  facts: FactBase,
): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { entities } of refs) for (const id of entities) named.add(id);
  for (const { entities } of heard) for (const id of entities) named.add(id);
  for (const { entities } of headings) for (const id of entities) named.add(id);
  for (const id of lead) named.add(id);
  return knownSubjects(named, deals, facts);
}

/** A draft goes on about the same few in one sentence after the other: equal subjects are one object. */
const subjectsOf = new WeakMap<FactBase, Map<string, ReadonlySet<string>>>();

/** Past so many the memory starts anew, as the drafts of a server may be about ever others. */
const MOST_SUBJECTS = 1000;

function knownSubjects(
  named: ReadonlySet<string>,
  deals: Discourse['deals'],
  facts: FactBase,
): ReadonlySet<string> {
  let known = subjectsOf.get(facts);
  if (!known || known.size > MOST_SUBJECTS) {
    known = new Map();
    subjectsOf.set(facts, known);
  }
  let key = '';
  for (const id of named) key += `${id}\n`;
  for (const deal of deals) key += `\n${deal ?? ''}`;
  const before = known.get(key);
  if (before) return before;
  const subjects = withTheirs(named, deals, facts);
  known.set(key, subjects);
  return subjects;
}

function withTheirs(
  named: ReadonlySet<string>,
  deals: Discourse['deals'],
  facts: FactBase,
): ReadonlySet<string> {
  const subjects = new Set<string>();
  const add = (id: string): void => {
    if (subjects.has(id)) return;
    subjects.add(id);
    for (const deal of facts.dealsByParty.get(id) ?? []) subjects.add(deal);
    for (const part of facts.partsOf.get(id) ?? []) add(part);
  };
  named.forEach(add);
  for (const deal of deals) if (deal !== null) subjects.add(deal);
  return subjects;
}

/** Those of a sentence's names and descriptions that a pack knows. */
export function knownRefs({ refs }: Scope): readonly Ref[] {
  return refs.filter(({ via }) => via !== 'unknown');
}

/** Cells of a table row as token ranges. */
export function cellRanges(
  { tokens }: BlockReading,
  cells: readonly Span[],
): readonly TokenRange[] {
  let at = 0;
  const seek = (offset: number): number => {
    while (at < tokens.length && (tokens[at]?.start ?? 0) < offset) at++;
    return at;
  };
  return cells.map(({ start, end }) => ({ from: seek(start), to: seek(end) }));
}

/**
 * The distance of a mention from a figure. In a table row the cells of its label belong to every figure of the row and the
 * other cells to none but their own.
 */
export function distance(
  scope: Scope,
  mention: TokenRange,
  figure: PlacedFigure,
  crossing?: number,
): number {
  if (scope.cells.length < 2) return scope.attachment.cost(mention, figure, crossing);
  const [own, other] = [cellOf(scope, figure), cellOf(scope, mention)];
  if (own === other) return scope.attachment.cost(mention, figure, crossing);
  return isLabelCell(scope, other) ? FIRST_CELL : Number.POSITIVE_INFINITY;
}

function cellOf({ cells }: Scope, { from, to }: TokenRange): number {
  return cells.findIndex((cell) => cell.from <= from && to <= cell.to);
}

/** How many cells say what a row is about: the first one, and names that stand right behind it ("Acme | Borealis | $3bn"). */
export function countLabels(cells: readonly TokenRange[], refs: readonly TokenRange[]): number {
  const named = new Set(refs.map(({ from, to }) => `${from} ${to}`));
  const other = cells.findIndex(({ from, to }) => !named.has(`${from} ${to}`));
  return Math.max(1, other < 0 ? cells.length : other);
}

/** Whether a name in a table row is part of what the row is about. */
export function isRowLabel(scope: Scope, ref: TokenRange): boolean {
  return scope.cells.length > 1 && isLabelCell(scope, cellOf(scope, ref));
}

function isLabelCell({ labels }: Scope, index: number): boolean {
  return 0 <= index && index < labels;
}

const FIRST_CELL = 2;
