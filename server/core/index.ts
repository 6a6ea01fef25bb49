import { type KeyedOutline, keyBlocks } from './block-keys.ts';
import { type BlockMemory, type CheckedBlocks, checkBlocks } from './check-blocks.ts';
import type { DraftReading } from './claims/claim.ts';
import { ReadingOnDemand, type Said } from './claims/draft-reading.ts';
import type { FactBase } from './facts/fact-base.ts';
import { daySpan, isoDay, readIsoDay } from './figures/calendar.ts';
import { readFigures } from './figures/read-figures.ts';
import { type DraftLanguage, type Outline, readOutline } from './prose/read-outline.ts';
import { readTokens } from './text/tokens.ts';
import { applySuppressions, readSuppressions, unreadComments } from './verdicts/suppressions.ts';

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
  readonly keyed: KeyedOutline;
  readonly blocks: BlockMemory;
}

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
  const memory = previous && RememberingReading.memoryOf(previous);
  const last = memory?.keyed.outline.language === options.language ? memory : undefined;
  const outline = readOutline(text, options.language, last?.keyed.outline);
  const keyed = keyBlocks(outline, last?.keyed);
  const { asOf, basis } = dateOf(outline, facts, options);
  const isSame = last?.facts === facts && last.asOf === asOf;
  const checked = checkBlocks(keyed, facts, asOf, isSame ? last.blocks : undefined);
  const comments = [...outline.comments, ...checked.comments];
  const suppressions = readSuppressions(
    text,
    comments,
    outline.blocks.map(({ span }) => span),
  );
  const { claims, hints } = applySuppressions(checked.claims, suppressions, facts);
  const said: Said = {
    text,
    asOf: isoDay(asOf),
    asOfBasis: basis,
    claims,
    suppressionHints: [...hints, ...unreadComments(text, comments)],
    work: {
      blocks: outline.blocks.length,
      blocksRead: checked.read,
      blocksChecked: checked.checked,
    },
  };
  const remembered = { facts, asOf, keyed, blocks: checked.memory };
  return new RememberingReading(said, checked.figures, remembered);
}

/**
 * A reading that remembers what it was made from, in a field that nobody else can see; nothing else holds on to it.
 */
class RememberingReading extends ReadingOnDemand {
  readonly #memory: Memory;

  constructor(said: Said, figures: CheckedBlocks['figures'], memory: Memory) {
    super(said, figures);
    this.#memory = memory;
  }

  static memoryOf(reading: DraftReading): Memory | undefined {
    return #memory in reading ? reading.#memory : undefined;
  }
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
