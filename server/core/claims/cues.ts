import type { FactBase, Property } from '../facts/fact-base.ts';
import type { Meaning } from '../facts/lexicon.ts';
import type { Figure, FigureKind } from '../figures/figure.ts';
import type { BlockReading, Mention } from '../mentions/mention.ts';
import type { TokenRange } from './attachment.ts';
import { type Cue, hedgesIn, isCueWord, surfaceOf } from './scope.ts';

/**
 * The cues that hold for a sentence, by what they name. A word names thirty properties and a figure can be a value of two
 * of them, so a cue is made when its sort is asked for.
 */
export interface Cues {
  /** Those of the properties whose values are of a sort, in the order of the text. */
  ofSort(sort: ValueSort): readonly Cue[];
  /** Those of one property. */
  of(property: Property): readonly Cue[];
}

/**
 * What the values of a property are, as far as a figure's own kind tells: amounts of money, counts, names of a type of entity.
 * A number for each, so that a sentence knows by a sum of powers of two which sorts its words name.
 */
export type ValueSort = number;

const sortNumbers = new Map<string, ValueSort>();

function sortNumber(key: string): ValueSort {
  const known = sortNumbers.get(key);
  if (known !== undefined) return known;
  sortNumbers.set(key, sortNumbers.size);
  return sortNumbers.size - 1;
}

/** The sort of a property's values. */
function sortOf({ kind, valueType }: Pick<Property, 'kind' | 'valueType'>): ValueSort {
  return kind === 'name' ? sortOfNames(valueType ?? '') : sortOfKind(kind);
}

const sortsOfNames = new Map<string, ValueSort>();

/** The sort of the properties whose values are names of entities of a type. */
export function sortOfNames(type: string): ValueSort {
  const known = sortsOfNames.get(type);
  if (known !== undefined) return known;
  const sort = sortNumber(`name ${type}`);
  sortsOfNames.set(type, sort);
  return sort;
}

/** The sort of the properties that a figure may be a value of. */
export function sortOfFigure({ kind, nameType }: Figure): ValueSort {
  return kind === 'name' ? sortOfNames(nameType) : sortOfKind(kind);
}

/** Kinds of figures that properties of another kind take too share its sort. */
function sortOfKind(kind: FigureKind): ValueSort {
  if (kind === 'number') return sortNumber('count');
  return sortNumber(kind === 'percentage-point' || kind === 'ratio' ? 'percent' : kind);
}

/** The sort of the properties whose values are dates. */
export const DATES: ValueSort = sortOfKind('date');

/** The power of two that stands for a sort; past the thirtieth they share those, and a search finds nothing. */
function signOfSort(sort: ValueSort): number {
  return 1 << (sort % 30);
}

/** A mention that names properties. */
export interface CueWord {
  readonly mention: Mention;
  readonly surface: string;
  readonly meanings: CueMeanings;
}

/** The cues of a sentence's own words, of the words of the sentence before, and those that were found elsewhere. */
export interface CueSources {
  readonly own: () => readonly CueWord[];
  readonly earlier: () => readonly CueWord[];
  /** Where the words of the sentence before count as standing. */
  readonly end: number;
  readonly given: readonly Cue[];
}

/** Look for cues among words, first to last. */
export function findCues({ own, earlier, end, given }: CueSources, facts: FactBase): Cues {
  const known: (readonly Cue[])[] = [];
  let signs: number | undefined;
  const find = (sort: ValueSort): readonly Cue[] => {
    signs ??= signsOf(own()) | signsOf(earlier());
    const isNamed = (signs & signOfSort(sort)) !== 0;
    if (!isNamed && given.length === 0) return NONE;
    const cues: Cue[] = [];
    if (isNamed) {
      for (const word of own()) addCues(cues, word, sort, word.mention, OWN);
      for (const word of earlier()) addCues(cues, word, sort, { from: end, to: end }, EARLIER);
    }
    for (const cue of given) {
      const property = facts.properties.get(cue.property);
      if (property && sortOf(property) === sort) cues.push(cue);
    }
    known[sort] = cues;
    return cues;
  };
  const ofSort = (sort: ValueSort): readonly Cue[] => known[sort] ?? find(sort);
  return {
    ofSort,
    of: (property) => ofSort(sortOf(property)).filter((cue) => cue.property === property.id),
  };
}

const NONE: readonly Cue[] = [];

function signsOf(words: readonly CueWord[]): number {
  let signs = 0;
  for (const { meanings } of words) signs |= meanings.signs;
  return signs;
}

/** How a cue counts: `flat` is what it costs wherever it stands. */
type Standing = Pick<Cue, 'flat' | 'isEarlier'>;

const OWN: Standing = { flat: null, isEarlier: false };
/** Of the sentence before. */
const EARLIER: Standing = { flat: 10, isEarlier: true };

/** The words of a sentence that name properties. */
export function cueWordsIn(
  mentions: readonly Mention[],
  reading: BlockReading,
  facts: FactBase,
): readonly CueWord[] {
  const found: CueWord[] = [];
  const hedges = hedgesIn(reading);
  for (const mention of mentions) {
    const meanings = cueMeanings(mention, facts);
    if (meanings && isCueWord(mention, reading.tokens, hedges))
      found.push({ mention, surface: surfaceOf(reading, mention), meanings });
  }
  return found;
}

function addCues(
  cues: Cue[],
  { surface, meanings }: CueWord,
  sort: ValueSort,
  { from, to }: TokenRange,
  { flat, isEarlier }: Standing,
): void {
  const named = (meanings.signs & signOfSort(sort)) === 0 ? undefined : meanings.bySort.get(sort);
  if (!named) return;
  for (const { property, strength } of named)
    cues.push({ from, to, property, strength, surface, flat, isEarlier });
}

type CueMeaning = Extract<Meaning, { kind: 'cue' }>;

interface CueMeanings {
  /** Of which sorts there are any. */
  readonly signs: number;
  readonly bySort: ReadonlyMap<ValueSort, readonly CueMeaning[]>;
}

/** By the meanings of a phrase of the lexicon, which every mention of it shares; null where none is a cue. */
const sorted = new WeakMap<readonly Meaning[], CueMeanings | null>();

/** What a mention means as a cue, by sort; null where it is none. */
function cueMeanings({ kind, meanings }: Mention, facts: FactBase): CueMeanings | null {
  if (kind === 'unknown') return null;
  const known = sorted.get(meanings);
  if (known !== undefined) return known;
  const bySort = sortMeanings(meanings, facts);
  sorted.set(meanings, bySort);
  return bySort;
}

function sortMeanings(meanings: readonly Meaning[], { properties }: FactBase): CueMeanings | null {
  const bySort = new Map<ValueSort, CueMeaning[]>();
  let signs = 0;
  for (const meaning of meanings) {
    const property = meaning.kind === 'cue' ? properties.get(meaning.property) : undefined;
    if (meaning.kind !== 'cue' || !property) continue;
    const sort = sortOf(property);
    signs |= signOfSort(sort);
    const alike = bySort.get(sort);
    if (alike) alike.push(meaning);
    else bySort.set(sort, [meaning]);
  }
  return bySort.size === 0 ? null : { signs, bySort };
}
