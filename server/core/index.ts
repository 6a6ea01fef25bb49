import {
  type CheckedBlock,
  checkBlock,
  type LeadIn,
  namesDeal,
  type ReadBlock,
} from './check-block.ts';
import type { Claim, DraftReading, FigureReading } from './claims/claim.ts';
import { atBlock, type Discourse, discourseKey, NOTHING_SAID } from './claims/discourse.ts';
import { cuesIn } from './claims/scope.ts';
import type { FactBase } from './facts/fact-base.ts';
import { daySpan, isoDay, readIsoDay } from './figures/calendar.ts';
import { readFigures } from './figures/read-figures.ts';
import type { BlockReading } from './mentions/mention.ts';
import { readBlockMentions } from './mentions/read-block-mentions.ts';
import type { BlockPlace } from './prose/block.ts';
import { readBlock } from './prose/read-block.ts';
import { type DraftLanguage, type Outline, readOutline } from './prose/read-outline.ts';
import { type Span, shift } from './text/span.ts';
import { readTokens } from './text/tokens.ts';
import { applySuppressions, readSuppressions } from './verdicts/suppressions.ts';

/** What the caller knows of a draft that its text does not say. */
export interface DraftOptions {
  readonly language: DraftLanguage;
  /** ISO date of a draft whose front matter carries none; the pack's reference date when absent. */
  readonly asOf?: string;
}

/** What the next check of the same draft may use again. */
interface Memory {
  readonly facts: FactBase;
  readonly asOf: number;
  readonly outline: Outline;
  readonly read: ReadonlyMap<string, ReadBlock>;
  readonly checked: CheckedBlocks;
}

/** Readings remember what they were made from; nothing else holds on to it. */
const memories = new WeakMap<DraftReading, Memory>();

/**
 * Check one draft against one revision of the fact base.
 * Pass the last reading of the same draft to re-read only what changed; the result equals a fresh check.
 * Offsets: every span of the result is in UTF-16 code units of `text`.
 * Errors: none; any text is a draft.
 */
export function checkDraft(
  text: string,
  facts: FactBase,
  options: DraftOptions,
  previous?: DraftReading,
): DraftReading {
  const last = previous && memories.get(previous);
  const outline = readOutline(
    text,
    options.language,
    last?.outline.language === options.language ? last.outline : undefined,
  );
  const { asOf, basis } = dateOf(outline, facts, options);
  const memory = last?.facts === facts && last.asOf === asOf ? last : undefined;
  const read = readBlocks(outline, facts, asOf, memory);
  const checked = checkBlocks(outline, read, facts, asOf, memory);
  const comments = outline.blocks.flatMap((place) => {
    const found = read.blocks.get(keyOf(outline, place))?.prose.comments ?? [];
    return found.map((span) => shift(span, place.span.start));
  });
  const suppressions = readSuppressions(
    text,
    [...outline.comments, ...comments],
    outline.blocks.map(({ span }) => span),
  );
  const { claims, hints } = applySuppressions(checked.claims, suppressions, facts);
  const reading: DraftReading = {
    text,
    asOf: isoDay(asOf),
    asOfBasis: basis,
    claims,
    figures: checked.figures,
    suppressionHints: hints,
    work: { blocks: outline.blocks.length, blocksRead: read.fresh, blocksChecked: checked.fresh },
  };
  memories.set(reading, { facts, asOf, outline, read: read.blocks, checked: checked.blocks });
  return reading;
}

function dateOf(
  outline: Outline,
  facts: FactBase,
  options: DraftOptions,
): { asOf: number; basis: DraftReading['asOfBasis'] } {
  const reference = readIsoDay(facts.referenceDate) ?? 0;
  const printed = outline.date === null ? undefined : readDay(outline.date, facts, reference);
  if (printed !== undefined) return { asOf: printed, basis: 'front-matter' };
  const given = options.asOf === undefined ? undefined : readIsoDay(options.asOf);
  return given === undefined
    ? { asOf: reference, basis: 'reference-date' }
    : { asOf: given, basis: 'option' };
}

/** The day of a front-matter date in any usual form; a time of day after it is passed over. */
function readDay(text: string, facts: FactBase, reference: number): number | undefined {
  const iso = readIsoDay(text.slice(0, 10));
  if (iso !== undefined) return iso;
  const figures = readFigures(text, readTokens(text), {
    units: facts.units,
    asOf: reference,
    side: 'draft',
  });
  const date = figures.find(
    ({ kind, yearInferred, dateParts }) =>
      kind === 'date' && !yearInferred && dateParts.some(({ part }) => part === 'month'),
  );
  return date?.interval ? daySpan(date.interval).start : undefined;
}

/** Blocks of equal kind and text say the same by themselves. */
function keyOf({ text }: Outline, { kind, level, span }: BlockPlace): string {
  return `${kind}${level}\n${text.slice(span.start, span.end)}`;
}

interface Blocks<T> {
  readonly blocks: ReadonlyMap<string, T>;
  /** How many were not in memory. */
  readonly fresh: number;
}

function readBlocks(
  outline: Outline,
  facts: FactBase,
  asOf: number,
  memory: Memory | undefined,
): Blocks<ReadBlock> {
  const blocks = new Map<string, ReadBlock>();
  let fresh = 0;
  for (const place of outline.blocks) {
    const key = keyOf(outline, place);
    if (blocks.has(key)) continue;
    const known = memory?.read.get(key);
    if (!known) fresh++;
    blocks.set(key, known ?? readFresh(outline, place, facts, asOf));
  }
  return { blocks, fresh };
}

function readFresh(outline: Outline, place: BlockPlace, facts: FactBase, asOf: number): ReadBlock {
  const prose = readBlock(outline, place);
  return { prose, reading: readBlockMentions(prose.text, facts, asOf) };
}

/** Checked blocks by what they were read as, then by the context they stood in. */
type CheckedBlocks = ReadonlyMap<ReadBlock, ReadonlyMap<string, KnownBlock>>;

/** A checked block, with what the next one starts from and its claims where it last stood. */
interface KnownBlock {
  readonly checked: CheckedBlock;
  /** The discourse for an item of the same list, and for a block of its own. */
  readonly goesOn: KeyedDiscourse;
  readonly startsAnew: KeyedDiscourse;
  readonly placed: PlacedClaims;
}

interface KeyedDiscourse {
  readonly discourse: Discourse;
  /** Equal keys mean equal discourse. */
  readonly key: string;
}

function keyed(discourse: Discourse): KeyedDiscourse {
  return { discourse, key: discourseKey(discourse) };
}

interface Checked {
  readonly blocks: CheckedBlocks;
  /** How many blocks were not in memory. */
  readonly fresh: number;
  readonly claims: readonly Claim[];
  readonly figures: readonly FigureReading[];
}

function checkBlocks(
  outline: Outline,
  { blocks: read }: Blocks<ReadBlock>,
  facts: FactBase,
  asOf: number,
  memory: Memory | undefined,
): Checked {
  const blocks = new Map<ReadBlock, Map<string, KnownBlock>>();
  const claims: Claim[] = [];
  const figures: FigureReading[] = [];
  let last: Pick<KnownBlock, 'goesOn' | 'startsAnew'> = NOTHING_BEFORE;
  let leader: ReadBlock | undefined;
  let fresh = 0;
  for (const place of outline.blocks) {
    const block = read.get(keyOf(outline, place));
    if (!block) continue;
    const header = place.header && read.get(keyOf(outline, { ...place, span: place.header }));
    const isLed = place.kind === 'list-item' || place.kind === 'table-row';
    const lead = isLed && leader ? leadOf(leader, facts) : NO_LEAD;
    const before = isLed ? last.goesOn : last.startsAnew;
    const context = `${header?.prose.text ?? ''}\n${lead.key}\n${before.key}`;
    const contexts = blocks.get(block) ?? new Map<string, KnownBlock>();
    const known = contexts.get(context) ?? memory?.checked.get(block)?.get(context);
    if (!known) fresh++;
    const now = known
      ? placedAt(known, place.span.start)
      : newlyKnown(
          checkBlock(
            outline.text,
            place,
            block,
            header ?? null,
            lead,
            before.discourse,
            facts,
            asOf,
          ),
          place.span.start,
        );
    blocks.set(block, contexts.set(context, now));
    append(claims, figures, now.placed);
    last = now;
    if (!isLed) leader = block;
  }
  return { blocks, fresh, claims, figures };
}

const NOTHING_BEFORE = { goesOn: keyed(NOTHING_SAID), startsAnew: keyed(NOTHING_SAID) };

function newlyKnown(checked: CheckedBlock, by: number): KnownBlock {
  const { discourse } = checked;
  return {
    checked,
    goesOn: keyed(discourse),
    startsAnew: keyed(atBlock(discourse)),
    placed: placeClaims(checked, by),
  };
}

/** The same block where it stands now; its claims are moved only when an edit before it has moved it. */
function placedAt(known: KnownBlock, by: number): KnownBlock {
  return known.placed.by === by ? known : { ...known, placed: placeClaims(known.checked, by) };
}

interface Lead extends LeadIn {
  readonly key: string;
}

const NO_LEAD: Lead = { cues: [], times: [], speaksOfDeal: false, key: '' };
const LEAD_CUE = 8;

/** A paragraph or heading leads in the list or table that follows it, by its last sentence. */
function leadOf({ reading }: ReadBlock, facts: FactBase): Lead {
  const sentence = reading.sentences.at(-1);
  if (!sentence) return NO_LEAD;
  const mentions = reading.mentions.filter(({ from }) => sentence.from <= from);
  const cues = cuesIn(mentions, reading).map((cue) => ({ ...cue, from: 0, to: 0, flat: LEAD_CUE }));
  const start = reading.tokens[sentence.from]?.start ?? 0;
  return {
    cues,
    times: datesFrom(reading, start),
    speaksOfDeal: namesDeal(mentions, facts),
    key: reading.text.slice(start),
  };
}

/** The dates of a lead-in hold for the figures it leads in. */
function datesFrom({ figures }: BlockReading, start: number): LeadIn['times'] {
  return figures.flatMap(({ kind, span, interval, yearInferred, surface }) => {
    if (kind !== 'date' || !interval || span.start < start) return [];
    return [
      {
        days: daySpan(interval),
        yearInferred,
        surface,
        cost: LEAD_CUE,
        isLimit: false,
        isCarried: false,
        index: -1,
      },
    ];
  });
}

/** A block's claims and figures as offsets into the draft, for a block that begins at `by`. */
interface PlacedClaims {
  readonly by: number;
  readonly claims: readonly Claim[];
  /** `claim` still counts within the block. */
  readonly figures: readonly FigureReading[];
}

function placeClaims({ claims, figures }: CheckedBlock, by: number): PlacedClaims {
  return {
    by,
    claims: claims.map((claim) => moved(claim, by)),
    figures: figures.map((reading) => ({ ...reading, figure: movedFigure(reading.figure, by) })),
  };
}

function append(claims: Claim[], figures: FigureReading[], placed: PlacedClaims): void {
  const first = claims.length;
  claims.push(...placed.claims);
  for (const reading of placed.figures) {
    const isUnmoved = reading.claim === null || first === 0;
    figures.push(isUnmoved ? reading : { ...reading, claim: (reading.claim ?? 0) + first });
  }
}

function moved(claim: Claim, by: number): Claim {
  return {
    ...claim,
    span: shift(claim.span, by),
    figure: movedFigure(claim.figure, by),
    fixes: claim.fixes.map((fix) => ({ ...fix, span: shift(fix.span, by) })),
  };
}

function movedFigure<T extends { readonly span: Span }>(figure: T, by: number): T {
  return { ...figure, span: shift(figure.span, by) };
}
