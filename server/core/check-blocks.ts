import { type KeyedOutline, sourceIn } from './block-keys.ts';
import {
  type BlockInput,
  claimsOf,
  type ExplainedBlock,
  explainBlock,
  type PlacedBlock,
  placeBlock,
  type ReadBlock,
} from './check-block.ts';
import type { Claim, FigureReading } from './claims/claim.ts';
import { atBlock, type Discourse, discourseKey, NOTHING_SAID } from './claims/discourse.ts';
import { movedClaim } from './claims/make-claim.ts';
import type { FactBase } from './facts/fact-base.ts';
import { type Lead, NO_LEAD, readLead } from './lead-in.ts';
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

/** A checked block. */
interface KnownBlock {
  readonly context: Context;
  /** Where it stood when it was checked: all its spans are of that time. */
  readonly checkedAt: number;
  /** None until all blocks around it are placed. */
  claims: readonly Claim[];
  /** `claim` counts within the block. Made of all that the block was checked by, for whoever asks. */
  readonly explained: () => ExplainedBlock;
  /** The discourse for an item of the same list, and for a block of its own. */
  readonly goesOn: Discourse;
  readonly startsAnew: Discourse;
}

/** A block repeated in more contexts than this is checked again in those past them: the search stays short. */
const MOST_CONTEXTS = 16;

/**
 * So many blocks are read, then placed, then bound: the code of one of these leaves the processor's memory while the others
 * run. Done block by block, a check was measured to take a sixth more time; what the figures are bound by is held for these.
 */
const AT_ONCE = 250;

/** Check the blocks of an outline in their order, as far as the last check of the draft does not know them already. */
export function checkBlocks(
  { outline, keys }: KeyedOutline,
  facts: FactBase,
  asOf: number,
  last: BlockMemory | undefined,
): CheckedBlocks {
  const memory = new Map<string, RememberedBlock>();
  const blocks: KnownBlock[] = [];
  const claims: Claim[] = [];
  const comments: Span[] = [];
  const fresh = { read: 0, checked: 0 };
  let around = NOTHING_AROUND;
  for (let from = 0; from < outline.blocks.length; from += AT_ONCE) {
    const places = outline.blocks.slice(from, from + AT_ONCE);
    const stretch = readStretch(outline, places, from, keys, [memory, last], facts, asOf);
    fresh.read += stretch.read;
    const unbound: FreshBlock[] = [];
    for (const [index, place] of places.entries()) {
      const key = keys[from + index] ?? '';
      const block = stretch.blocks[index];
      if (!block) continue;
      const remembered = last?.get(key);
      const own = memory.get(key);
      around = withLead(around, place, facts);
      const repeated = own && knownIn(own, around, place);
      let known = repeated ?? (remembered && knownIn(remembered, around, place));
      if (!known) {
        const context = contextOf(around, place);
        const input = { source: sourceIn(key), place, block, ...context, facts, asOf };
        const placed = placeFresh(input, context);
        unbound.push(placed);
        known = placed.known;
      }
      if (!repeated) memory.set(key, withKnown(own, block, known, remembered));
      blocks.push(known);
      for (const span of block.prose.comments) comments.push(shift(span, place.span.start));
      around = after(around, place, block, known);
    }
    fresh.checked += unbound.length;
    for (const { input, placed, known } of unbound)
      known.claims = claimsOf(input, placed, known.explained);
  }
  for (const [index, known] of blocks.entries()) {
    const start = outline.blocks[index]?.span.start ?? known.checkedAt;
    for (const claim of known.claims) claims.push(claimAt(start, known, claim));
  }
  return {
    claims,
    figures: once(() => figuresIn(outline.blocks, blocks)),
    comments,
    ...fresh,
    memory,
  };
}

/** Blocks that follow each other, read where none of the memories has them; `read` counts those. */
function readStretch(
  outline: Outline,
  places: readonly BlockPlace[],
  from: number,
  keys: readonly string[],
  memories: readonly (BlockMemory | undefined)[],
  facts: FactBase,
  asOf: number,
): { readonly blocks: readonly ReadBlock[]; readonly read: number } {
  const fresh = new Map<string, ReadBlock>();
  const blocks = places.map((place, index) => {
    const key = keys[from + index] ?? '';
    const known = memories.find((memory) => memory?.has(key))?.get(key)?.block ?? fresh.get(key);
    const block = known ?? readFresh(outline, place, facts, asOf);
    if (!known) fresh.set(key, block);
    return block;
  });
  return { blocks, read: fresh.size };
}

/** What is remembered of a block with one more context; what the last check remembered of it, where that is the same. */
function withKnown(
  own: RememberedBlock | undefined,
  block: ReadBlock,
  known: KnownBlock,
  last: RememberedBlock | undefined,
): RememberedBlock {
  if (own) return own.known.length < MOST_CONTEXTS ? { block, known: [...own.known, known] } : own;
  return last?.known.length === 1 && last.known[0] === known ? last : { block, known: [known] };
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

/** A block whose figures are still to be bound. */
interface FreshBlock {
  readonly input: BlockInput;
  readonly placed: PlacedBlock;
  readonly known: KnownBlock;
}

function placeFresh(input: BlockInput, context: Context): FreshBlock {
  const placed = placeBlock(input);
  const { discourse } = placed;
  const known: KnownBlock = {
    context,
    checkedAt: input.place.span.start,
    claims: [],
    explained: once(() => explainBlock(input)),
    goesOn: discourse,
    startsAnew: atBlock(discourse),
  };
  return { input, placed, known };
}

/** Of a remembered block, what it claimed in the context that it stands in now. */
function knownIn(
  { known }: RememberedBlock,
  around: Around,
  place: BlockPlace,
): KnownBlock | undefined {
  const { header, lead, before } = contextOf(around, place);
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

/** A claim of a block where that stands now. */
function claimAt(start: number, { checkedAt }: KnownBlock, claim: Claim): Claim {
  return start === checkedAt ? claim : movedClaim(claim, start - checkedAt);
}

/** The figures of all blocks where they stand, with the claims counted through the draft. */
function figuresIn(
  places: readonly BlockPlace[],
  blocks: readonly KnownBlock[],
): readonly FigureReading[] {
  const all: FigureReading[] = [];
  let first = 0;
  for (const [index, { checkedAt, explained, claims }] of blocks.entries()) {
    const by = (places[index]?.span.start ?? checkedAt) - checkedAt;
    for (const reading of explained().figures) {
      const { figure } = reading;
      all.push({
        ...reading,
        figure: { ...figure, span: shift(figure.span, by) },
        claim: reading.claim === null ? null : first + reading.claim,
      });
    }
    first += claims.length;
  }
  return all;
}
