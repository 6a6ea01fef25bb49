import {
  type Attachment,
  type PlacedFigure,
  placeFigures,
  type TokenRange,
  weighTokens,
} from './claims/attachment.ts';
import { type Binding, bindFigures } from './claims/bind-figures.ts';
import { bindParties } from './claims/bind-parties.ts';
import { bindPeople } from './claims/bind-people.ts';
import { bindPhrases } from './claims/bind-phrases.ts';
import type { Claim, FigureReading, Fix } from './claims/claim.ts';
import { type CueWord, cueWordsIn, findCues } from './claims/cues.ts';
import {
  afterHeading,
  afterItem,
  afterSentence,
  type Discourse,
  dealsIn,
  type Ref,
  resolveRefs,
  withDay,
} from './claims/discourse.ts';
import { makeClaim } from './claims/make-claim.ts';
import { type Cue, cellRanges, countLabels, type Scope, subjectsInScope } from './claims/scope.ts';
import {
  dealNounsIn,
  isLedByStranger,
  isNameplate,
  namesDeal,
  opensWithDeal,
  opensWithThing,
  pointsToStranger,
  speaksOfNewDeal,
  speaksOfPastDeal,
} from './claims/spoken-of.ts';
import type { StatedTime } from './claims/stated-time.ts';
import { readHeader } from './claims/table-header.ts';
import { headsCorrections, isTakenBack } from './claims/taken-back.ts';
import type { FactBase } from './facts/fact-base.ts';
import { daySpan } from './figures/calendar.ts';
import type { Figure } from './figures/figure.ts';
import { isVerbForm } from './mentions/english.ts';
import type { BlockReading, Mention, Sentence } from './mentions/mention.ts';
import type { BlockPlace, Prose } from './prose/block.ts';
import { buildFixes, type Move, moveOf } from './rewriting/build-fixes.ts';
import { once } from './text/once.ts';
import { sortBy } from './text/sort-by.ts';
import { type Span, shift } from './text/span.ts';
import type { Token } from './text/tokens.ts';
import { toSourceFix } from './to-source-fix.ts';
import { type Judgement, judge } from './verdicts/judge.ts';
import { messageOf } from './verdicts/messages.ts';
import { recordEntry } from './verdicts/record.ts';

/** A block's prose with what it says by itself. */
export interface ReadBlock {
  readonly prose: Prose;
  readonly reading: BlockReading;
}

/** A block in the light of what the draft said before it. */
export interface PlacedBlock {
  /** What its figures are bound by, a sentence each. */
  readonly scopes: readonly Scope[];
  /** What later blocks may point back to. */
  readonly discourse: Discourse;
}

/** What became of a block's figures; offsets are into the draft. */
export interface ExplainedBlock {
  readonly figures: readonly FigureReading[];
  /** For each claim the reckoning that bound it. */
  readonly reasons: readonly Claim['reasons'][];
}

/** All that a block is checked by. */
export interface BlockInput {
  /** The block as the draft has it, and nothing around it. */
  readonly source: string;
  readonly place: BlockPlace;
  readonly block: ReadBlock;
  /** The header of the table that it is a row of. */
  readonly header: ReadBlock | null;
  readonly lead: LeadIn;
  readonly before: Discourse;
  readonly facts: FactBase;
  readonly asOf: number;
}

/** What the block before a list or a table says of it: "Where OpenAI's cloud money goes:". */
export interface LeadIn {
  readonly cues: readonly Cue[];
  readonly times: readonly StatedTime[];
  /** Whether a noun of a deal stands in it. */
  readonly speaksOfDeal: boolean;
}

/** Place one block in the draft: what its figures are bound by, and what it says to the block after it. */
export function placeBlock({
  source,
  place,
  block,
  header,
  lead,
  before,
  facts,
  asOf,
}: BlockInput): PlacedBlock {
  const own = isHeadline(source, place) ? ofItself(before) : before;
  const placed = readScopes(place, block, header, lead, own, facts, asOf);
  return own === before ? placed : { ...placed, discourse: before };
}

/** "- [Norvik buys Halden](…)": one of a list of headlines, each of a story of its own. */
function isHeadline(source: string, { kind }: BlockPlace): boolean {
  return kind === 'list-item' && HEADLINE.test(source);
}

/** A link of five words or more, with hardly a word behind it. */
const HEADLINE =
  /^\s*(?:(?:[-*+]|\d+[.)])\s+)?\[(?:[^\]\s]+\s+){4}[^\]]*\]\([^)]*\)[^.!?\n]{0,30}\s*$/;

/** What was said before, without anyone whom a story of its own could point back to. */
function ofItself(before: Discourse): Discourse {
  return { ...before, heard: [], headings: [], lead: [], deals: [], dealsAge: 0 };
}

/**
 * Bind and judge the figures of one block. Of what they were weighed against nothing is kept: it was three fifths of what a
 * checked draft holds in memory, and `explainBlock` finds it again.
 * Offsets: those of the result are into the draft. `explained` is asked for the reasons of a claim.
 */
export function claimsOf(
  input: BlockInput,
  { scopes }: PlacedBlock,
  explained: () => ExplainedBlock,
): readonly Claim[] {
  const claims: Claim[] = [];
  for (const one of bindBlock(input, scopes)) {
    const index = claims.length;
    const claim = toClaim(input, one, () => explained().reasons[index] ?? []);
    if (claim) claims.push(claim);
  }
  return claims;
}

/** Why each figure of a block was bound, or left alone: the whole reckoning, made anew. */
export function explainBlock(input: BlockInput): ExplainedBlock {
  const figures: FigureReading[] = [];
  const reasons: Claim['reasons'][] = [];
  for (const { binding, inBlock } of bindBlock(input, placeBlock(input).scopes)) {
    const { bound, candidates } = binding;
    const claim = bound ? reasons.length : null;
    if (bound) reasons.push(bound.candidate.reasons());
    const figure = inDraft(input, binding.figure.figure, inBlock);
    figures.push({ figure, claim, candidates: candidates(), outcome: outcomeOf(binding) });
  }
  return { figures, reasons };
}

function outcomeOf({ bound, outcome }: Binding): string {
  if (!bound || outcome !== null) return outcome ?? '';
  const { statement, reasons } = bound.candidate;
  return `Bound to ${statement.id}: ${reasons()[0]?.text ?? ''}`;
}

/** A figure as it was bound or left alone. */
interface BoundInBlock {
  readonly binding: Binding;
  readonly scope: Scope;
  /** Where it stands in the block's source. */
  readonly inBlock: Span;
}

/** Bind the figures of a block; they come in the order of the text, each place that holds a name once. */
function bindBlock({ block }: BlockInput, scopes: readonly Scope[]): readonly BoundInBlock[] {
  const all: BoundInBlock[] = [];
  for (const scope of scopes) {
    for (const binding of bindScope(scope)) {
      const inBlock = block.prose.map.toSource(binding.figure.figure.span);
      all.push({ binding, scope, inBlock });
    }
  }
  if (all.length < 2) return all;
  sortBy(all, ({ binding }) => binding.figure.from);
  const named = new Set<number>();
  const isFirst = ({ binding, inBlock: { start } }: BoundInBlock): boolean => {
    if (named.has(start)) return false;
    if (binding.figure.figure.kind === 'name') named.add(start);
    return true;
  };
  return all.filter(isFirst);
}

function bindScope(scope: Scope): readonly Binding[] {
  const figures = [...bindFigures(scope), ...bindPeople(scope)];
  const phrases = bindPhrases(scope, figures);
  const parties = bindParties(scope, phrases);
  return [...figures, ...parties, ...phrases];
}

/**
 * What the figures of a block are bound by: a scope for each sentence that may claim anything, and the discourse after the
 * last. A sentence without figures, and without a word that makes a figure of a name or a phrase, claims nothing.
 */
export function readScopes(
  place: BlockPlace,
  { prose, reading }: ReadBlock,
  header: ReadBlock | null,
  leadIn: LeadIn,
  before: Discourse,
  facts: FactBase,
  asOf: number,
): PlacedBlock {
  const placed = placeFigures(reading);
  let weighed: Attachment | undefined;
  const attachment = (): Attachment => {
    weighed ??= weighTokens(reading, placed);
    return weighed;
  };
  const isRow = place.kind === 'table-row' && reading.tokens.length <= LONGEST_ROW;
  const cells = isRow ? cellRanges(reading, prose.cells) : [];
  const columns =
    header &&
    readHeader(
      header.reading,
      cellRanges(header.reading, header.prose.cells),
      cells,
      before,
      facts,
    );
  let discourse = columns?.discourse ?? before;
  let next = discourse;
  let earlier: readonly Mention[] = [];
  let earlierWords: () => readonly CueWord[] = noWords;
  let end = 0;
  let earlierTimes: readonly StatedTime[] = [];
  let isOfPastDeal = false;
  let isOfThing = false;
  const scopes: Scope[] = [];
  const mentionsIn = inOrder(reading.mentions);
  const figuresIn = inOrder(placed);
  const sentences = isRow ? [wholeRow(reading)] : reading.sentences;
  const isUnderDeal =
    leadIn.speaksOfDeal ||
    (header !== null && namesDeal(header.reading.mentions, header.reading.tokens, facts));
  const given = columns ? [...columns.cues, ...leadIn.cues] : leadIn.cues;
  const isUnderNaming = given.some(({ property }) => facts.naming.has(property));
  for (const [index, sentence] of sentences.entries()) {
    const mentions = mentionsIn(sentence);
    const figures = figuresIn(sentence);
    const cueWords = once(() => cueWordsIn(mentions, reading, facts));
    const dealNouns = dealNounsIn(mentions, reading.tokens, facts);
    const own = resolveRefs(reading.tokens, sentence, mentions, discourse, facts);
    const refs = columns ? [...own, ...columns.refs] : own;
    const pointsBack = POINTS_BACK.test(reading.tokens[sentence.from]?.lower ?? '');
    isOfThing =
      opensWithThing(reading, sentence, refs) ||
      opensWithDeal(sentence, mentions, dealNouns, refs) ||
      (isOfThing && pointsBack);
    const speaksOfDeal =
      isUnderDeal || dealNouns.length > 0 || isNameplate(reading.tokens, sentence, refs);
    const isItem = place.kind === 'list-item' || isField(reading.tokens, sentence, figures);
    const isPersons = /^(?:he|she)$/.test(reading.tokens[sentence.from]?.lower ?? '');
    const goesOn =
      (pointsBack && !isPersons) ||
      (isItem && refs.every(isBeside)) ||
      (mentions.length === 0 && isFragment(reading.tokens, sentence, figures));
    isOfPastDeal = speaksOfPastDeal(reading, dealNouns) || (isOfPastDeal && pointsBack);
    const deals = isOfPastDeal
      ? [null]
      : dealsIn(reading.tokens, refs, { speaksOfDeal, pointsBack: goesOn }, discourse, facts);
    const isFocus =
      deals.length > 0 &&
      deals.every((deal) => discourse.deals.includes(deal)) &&
      !namesParties(deals, refs, facts);
    const mayClaim =
      figures.length > 0 ||
      isUnderNaming ||
      hasNamingCue(mentions, facts) ||
      hasNamingCue(earlier, facts) ||
      opensPhrase(reading, sentence, facts);
    if (mayClaim) {
      scopes.push({
        facts,
        asOf,
        reading,
        sentence,
        figures,
        mentions,
        attachment: attachment(),
        refs,
        cues: findCues({ own: cueWords, earlier: earlierWords, end, given }, facts),
        times: [...leadIn.times, ...timesMeant(reading, sentence, earlierTimes)],
        columnTimes: columns?.times ?? [],
        isListed: isItem,
        discourse,
        subjects: subjectsInScope(refs, discourse, deals, facts),
        deals,
        speaksOfDeal,
        speaksOfNewDeal:
          pointsToStranger(reading, dealNouns, discourse, facts) ||
          (isItem && isLedByStranger(discourse)) ||
          ((discourse.dealsAge > 1 || discourse.deals.length === 0) &&
            speaksOfNewDeal(reading, dealNouns)),
        dealsFromFocus: isFocus,
        pointsBack,
        pointsToThing: isOfThing && pointsBack,
        isOfPastDeal,
        isTakenBack: isTakenBack(
          reading.tokens,
          sentence,
          sentences[index + 1],
          discourse.corrects,
        ),
        cells,
        labels: countLabels(cells, refs),
      });
    }
    earlier = mentions;
    earlierWords = cueWords;
    end = sentence.to;
    earlierTimes = carriedTimes(figures) ?? earlierTimes;
    // "It" may mean the deal in focus, and may not; that two partners are named side by side makes no deal of it: neither moves it.
    const isSpokenOf = speaksOfDeal || (!isFocus && discourse.deals.length === 0);
    // "Deals with Acme, Borealis and Corvin": a look around, from which the text comes back to its own.
    const isAround = deals.length > 2 && discourse.deals.length === 1;
    const named = isSpokenOf && !isAround ? deals : [];
    next = withDay(afterwards(place, next, refs, named), figures);
    // Within an item its own sentences follow each other; what they named is behind what led the list in for the next item.
    discourse =
      place.kind === 'list-item' ? withDay(afterSentence(discourse, refs, named), figures) : next;
  }
  const isHeading = place.kind === 'heading' || headsCorrections(reading);
  if (isHeading) next = { ...next, corrects: headsCorrections(reading) };
  return { scopes, discourse: columns ? before : next };
}

/** What later sentences may point back to: a heading starts afresh, an item of a list leaves its lead-in near. */
function afterwards(
  { kind, level }: BlockPlace,
  discourse: Discourse,
  refs: readonly Ref[],
  deals: Discourse['deals'],
): Discourse {
  if (kind === 'heading') return afterHeading(discourse, level, refs, deals);
  if (kind === 'front-matter') return afterHeading(discourse, 0, refs, deals);
  return kind === 'list-item'
    ? afterItem(discourse, refs, deals)
    : afterSentence(discourse, refs, deals);
}

/** Whether a word of a property whose values are names is among the mentions. */
function hasNamingCue(mentions: readonly Mention[], { naming }: FactBase): boolean {
  return mentions.some(({ meanings }) =>
    meanings.some((meaning) => meaning.kind === 'cue' && naming.has(meaning.property)),
  );
}

/** Whether a phrase on record may begin in a sentence. */
function opensPhrase(
  { tokens }: BlockReading,
  { from, to }: Sentence,
  { phraseOpenings }: FactBase,
): boolean {
  for (let at = from; at < to; at++) if (phraseOpenings.has(tokens[at]?.lower ?? '')) return true;
  return false;
}

/** What a time that an earlier sentence of the block has named costs: it goes on until another is named. */
const EARLIER_TIME = 20;

/** "That month", "the same year": a time named before is then the sentence's own. */
function timesMeant(
  { tokens }: BlockReading,
  { from, to }: Sentence,
  earlier: readonly StatedTime[],
): readonly StatedTime[] {
  if (earlier.length === 0) return earlier;
  for (let at = from; at < to - 1; at++) {
    const isBack = tokens[at]?.lower === 'that' || tokens[at]?.lower === 'same';
    if (isBack && /^(?:day|week|month|quarter|year)$/.test(tokens[at + 1]?.lower ?? ''))
      return earlier.map((time) => ({ ...time, cost: SAME_TIME, isCarried: false }));
  }
  return earlier;
}

const SAME_TIME = 8;

/** The times that a sentence names, for the sentences after it; undefined when it names none. */
function carriedTimes(figures: readonly PlacedFigure[]): readonly StatedTime[] | undefined {
  const times = figures.flatMap(({ figure, index }) => {
    if (figure.kind !== 'date' || !figure.interval) return [];
    const { yearInferred, surface } = figure;
    return [
      {
        days: daySpan(figure.interval),
        yearInferred,
        surface,
        cost: EARLIER_TIME,
        limit: null,
        isCarried: true,
        index,
      },
    ];
  });
  return times.length > 0 ? times : undefined;
}

/** "Term: five years": a line of a fact sheet, which goes on about the same as those around it. */
function isField(
  tokens: readonly Token[],
  { from, to }: Sentence,
  figures: readonly PlacedFigure[],
): boolean {
  const [first] = figures;
  if (!first || first.from - from > LONGEST_FIELD) return false;
  let isLabelled = false;
  let colon = from;
  while (colon < first.from && tokens[colon]?.text !== ':')
    if (tokens[colon++]?.kind === 'word') isLabelled = true;
  if (!isLabelled || colon === first.from) return false;
  return !tokens.slice(from, to).some(({ lower }) => isVerbForm(lower));
}

/** "Seven years.": a figure and hardly a word, said of what the text is speaking of. */
function isFragment(
  tokens: readonly Token[],
  { from, to }: Sentence,
  figures: readonly PlacedFigure[],
): boolean {
  const inFigures = figures.reduce((sum, one) => sum + one.to - one.from, 0);
  const words = tokens.slice(from, to).filter(({ kind }) => kind === 'word');
  return (
    figures.length > 0 &&
    to - from - inFigures <= LONGEST_FRAGMENT &&
    !words.some(({ lower }) => isVerbForm(lower))
  );
}

/** What a fragment holds beside its figures, in tokens. */
const LONGEST_FRAGMENT = 4;

/** How far into its sentence the figure of a field stands, in tokens. */
const LONGEST_FIELD = 8;

/** A name that only says whose make a thing is. */
function isBeside({ attributive, possessive }: Ref): boolean {
  return attributive && !possessive;
}

const noWords = (): readonly CueWord[] => [];

const POINTS_BACK = /^(?:it|its|they|their|this|that|he|she)$/;

/** A row longer than this is no table that anyone reads; it is read as prose. */
const LONGEST_ROW = 400;

/** Cuts ordered ranges into those of each sentence, for sentences asked in order. */
function inOrder<T extends TokenRange>(items: readonly T[]): (sentence: Sentence) => readonly T[] {
  let at = 0;
  return ({ from, to }) => {
    while (at < items.length && (items[at]?.from ?? 0) < from) at++;
    const first = at;
    while (at < items.length && (items[at]?.from ?? 0) < to) at++;
    return items.slice(first, at).filter((item) => item.to <= to);
  };
}

function wholeRow({ tokens }: BlockReading): Sentence {
  return { from: 0, to: tokens.length, isQuestion: false };
}

function namesParties(deals: Discourse['deals'], refs: Scope['refs'], facts: FactBase): boolean {
  const named = refs.flatMap(({ entities }) => entities);
  return deals.some((deal) => {
    const parties = deal === null ? [] : (facts.entities.get(deal)?.parties ?? []);
    return (
      parties.length > 0 &&
      parties.every(
        (party) =>
          named.includes(party) || named.includes(facts.entities.get(party)?.partOf ?? party),
      )
    );
  });
}

/**
 * The claim that a bound figure makes; undefined for one that was left alone. What it is told by holds nothing of what the
 * figure was weighed against.
 */
function toClaim(
  input: BlockInput,
  { binding: { bound, figure: placed }, scope, inBlock }: BoundInBlock,
  reasons: () => Claim['reasons'],
): Claim | undefined {
  if (!bound) return undefined;
  const judgement = judge(placed.figure, bound, input.facts, scope.subjects);
  const { verdict, slip, statement } = judgement;
  const span = shift(inBlock, input.place.span.start);
  const text = input.source.slice(inBlock.start, inBlock.end);
  return makeClaim(
    { span, text, verdict, slip, statement: statement.id, confidence: bound.confidence },
    {
      figure: () => inDraft(input, placed.figure, inBlock),
      message: () => messageOf(text, judgement, input.facts),
      record: () => judgement.group.map((one) => recordEntry(one, input.facts)),
      fixes: fixesFor(input, placed.figure, moveOf(bound), judgement),
      reasons,
    },
  );
}

function fixesFor(
  { source, place, block: { prose, reading }, facts }: BlockInput,
  figure: Figure,
  move: Move,
  judgement: Judgement,
): () => readonly Fix[] {
  return once(() =>
    buildFixes(reading.text, reading.tokens, figure, move, judgement, facts).map((fix) =>
      toSourceFix(source, place, prose, fix),
    ),
  );
}

function inDraft({ source, place }: BlockInput, figure: Figure, inBlock: Span): Figure {
  const surface = source.slice(inBlock.start, inBlock.end);
  return { ...figure, span: shift(inBlock, place.span.start), surface };
}
