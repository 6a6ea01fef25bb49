import { type KeyedOutline, sourceIn } from './block-keys.ts';
import {
  type BlockInput,
  checkBlock,
  type ExplainedBlock,
  explainBlock,
  type ReadBlock,
} from './check-block.ts';
import type { Claim, FigureReading } from './claims/claim.ts';
import { atBlock, type Discourse, discourseKey, NOTHING_SAID } from './claims/discourse.ts';
import type { FactBase } from './facts/fact-base.ts';
import { type Lead, NO_LEAD, readLead } from './lead-in.ts';
import { movedClaim } from './make-claim.ts';
import { readBlockMentions } from './mentions/read-block-mentions.ts';
import type { BlockPlace } from './prose/block.ts';
import { readBlock } from './prose/read-block.ts';
import type { Outline } from './prose/read-outline.ts';
import { once } from './text/once.ts';
import { type Span, shift } from './text/span.ts';

/** What the blocks of a draft claim. Spans are offsets into the draft. */
export interface CheckedBlocks {
  readonly claims: readonly Claim[];
  /** Every figure, put in its place on the first call: an edit moves most of them, and few are looked at. */
  readonly figures: () => readonly FigureReading[];
  /** HTML comments inside blocks. */
  readonly comments: readonly Span[];
  /** How many blocks were not in memory, and how many were not in the context they stand in now. */
  readonly read: number;
  readonly checked: number;
  /** For the next check of the same draft by the same facts and day. */
  readonly memory: BlockMemory;
}

/** The blocks of a draft by key: those of one kind and text say the same by themselves. */
export type BlockMemory = ReadonlyMap<string, RememberedBlock>;

interface RememberedBlock {
  readonly block: ReadBlock;
  /** What it claimed, by the contexts that it was checked in. */
  readonly known: readonly KnownBlock[];
}

/** Everything outside a block that its claims depend on. */
interface Context {
  readonly header: ReadBlock | null;
  readonly lead: Lead;
  readonly before: Discourse;
}

/** A checked block with the offset at which it stands in the draft. */
interface KnownBlock {
  readonly context: Context;
  readonly start: number;
  readonly claims: readonly Claim[];
  /** Where it stood when it was checked: the spans below are of that time. */
  readonly checkedAt: number;
  readonly checked: readonly Claim[];
  /** `claim` counts within the block. Made of all that the block was checked by, for whoever asks. */
  readonly explained: () => ExplainedBlock;
  /** The discourse for an item of the same list, and for a block of its own. */
  readonly goesOn: Discourse;
  readonly startsAnew: Discourse;
}

/** A block repeated in more contexts than this is checked again in those past them: the search stays short. */
const MOST_CONTEXTS = 16;

/** Check the blocks of an outline in their order, as far as the last check of the draft does not know them already. */
export function checkBlocks(
  { outline, keys }: KeyedOutline,
  facts: FactBase,
  asOf: number,
  last: BlockMemory | undefined,
): CheckedBlocks {
  const memory = new Map<string, { block: ReadBlock; known: KnownBlock[] }>();
  const blocks: KnownBlock[] = [];
  const comments: Span[] = [];
  const fresh = { read: 0, checked: 0 };
  let around = NOTHING_AROUND;
  for (const [index, place] of outline.blocks.entries()) {
    const key = keys[index] ?? '';
    const remembered = last?.get(key);
    let own = memory.get(key);
    if (!own) {
      if (!remembered) fresh.read++;
      own = { block: remembered?.block ?? readFresh(outline, place, facts, asOf), known: [] };
      memory.set(key, own);
    }
    const { block } = own;
    around = withLead(around, place, facts);
    const context = contextOf(around, place);
    const repeated = knownIn(own.known, context);
    const known = repeated ?? knownIn(remembered?.known ?? [], context);
    if (!known) fresh.checked++;
    const now = known
      ? movedTo(place.span.start, known)
      : checkFresh({ source: sourceIn(key), place, block, ...context, facts, asOf }, context);
    if (!repeated && own.known.length < MOST_CONTEXTS) own.known.push(now);
    blocks.push(now);
    for (const span of block.prose.comments) comments.push(shift(span, place.span.start));
    around = after(around, place, block, now);
  }
  const claims = blocks.flatMap((block) => block.claims);
  return { claims, figures: once(() => figuresIn(blocks)), comments, ...fresh, memory };
}

/** What a block may look back to. */
interface Around {
  /** The header of the table at hand. */
  readonly header: ReadBlock | null;
  /** The last block that is no part of a list or a table, and what it leads in when one follows. */
  readonly leader: ReadBlock | null;
  readonly lead: Lead | null;
  readonly before: Pick<KnownBlock, 'goesOn' | 'startsAnew'>;
}

const NOTHING_AROUND: Around = {
  header: null,
  leader: null,
  lead: null,
  before: { goesOn: NOTHING_SAID, startsAnew: NOTHING_SAID },
};

function isLed({ kind }: BlockPlace): boolean {
  return kind === 'list-item' || kind === 'table-row';
}

/** The same with the lead-in read, where the block is the first to ask for it. */
function withLead(around: Around, place: BlockPlace, facts: FactBase): Around {
  const { leader, lead } = around;
  if (!isLed(place) || lead || !leader) return around;
  return { ...around, lead: readLead(leader, facts) };
}

function contextOf({ header, lead, before }: Around, place: BlockPlace): Context {
  return {
    header: place.header ? header : null,
    lead: (isLed(place) && lead) || NO_LEAD,
    before: isLed(place) ? before.goesOn : before.startsAnew,
  };
}

function after(
  { header, leader, lead }: Around,
  place: BlockPlace,
  block: ReadBlock,
  before: KnownBlock,
): Around {
  const isHeader = place.kind === 'table-row' && !place.header;
  return isLed(place)
    ? { header: isHeader ? block : header, leader, lead, before }
    : { header, leader: block, lead: null, before };
}

function readFresh(outline: Outline, place: BlockPlace, facts: FactBase, asOf: number): ReadBlock {
  const prose = readBlock(outline, place);
  return { prose, reading: readBlockMentions(prose.text, facts, asOf) };
}

function checkFresh(input: BlockInput, context: Context): KnownBlock {
  const explained = once(() => explainBlock(input));
  const { claims, discourse } = checkBlock(input, explained);
  const { start } = input.place.span;
  return {
    context,
    start,
    claims,
    checkedAt: start,
    checked: claims,
    explained,
    goesOn: discourse,
    startsAnew: atBlock(discourse),
  };
}

function knownIn(known: readonly KnownBlock[], { header, lead, before }: Context) {
  return known.find(
    ({ context }) =>
      context.header === header &&
      context.lead.key === lead.key &&
      isSameDiscourse(context.before, before),
  );
}

/** Mostly it is the same object: what a block that is known says to the next one is known too. */
function isSameDiscourse(one: Discourse, other: Discourse): boolean {
  return one === other || keyOfDiscourse(one) === keyOfDiscourse(other);
}

const discourseKeys = new WeakMap<Discourse, string>();

function keyOfDiscourse(discourse: Discourse): string {
  const key = discourseKeys.get(discourse) ?? discourseKey(discourse);
  discourseKeys.set(discourse, key);
  return key;
}

/**
 * The block where it stands now; its claims are moved only when an edit before it has moved it, and always from where they
 * were checked, so that they hold on to no claim but those.
 */
function movedTo(start: number, known: KnownBlock): KnownBlock {
  if (start === known.start) return known;
  const by = start - known.checkedAt;
  return { ...known, start, claims: known.checked.map((claim) => movedClaim(claim, by)) };
}

/** The figures of all blocks where they stand, with the claims counted through the draft. */
function figuresIn(blocks: readonly KnownBlock[]): readonly FigureReading[] {
  const all: FigureReading[] = [];
  let first = 0;
  for (const { start, checkedAt, explained, claims } of blocks) {
    for (const reading of explained().figures) {
      const { figure } = reading;
      all.push({
        ...reading,
        figure: { ...figure, span: shift(figure.span, start - checkedAt) },
        claim: reading.claim === null ? null : first + reading.claim,
      });
    }
    first += claims.length;
  }
  return all;
}
