import type { FactBase, Property } from '../facts/fact-base.ts';
import type { Meaning } from '../facts/lexicon.ts';
import type { Figure } from '../figures/figure.ts';
import type { BlockReading, Mention } from '../mentions/mention.ts';
import { type Cue, isCueWord, surfaceOf } from './scope.ts';

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

/** What the values of a property are, as far as a figure's own kind tells: `money`, `count`, `name gpu`. */
export type ValueSort = string;

/** The sort of a property's values. */
function sortOf({ kind, valueType }: Pick<Property, 'kind' | 'valueType'>): ValueSort {
  return kind === 'name' ? sortOfNames(valueType ?? '') : (SHARED_SORTS[kind] ?? kind);
}

/** The sort of the properties whose values are names of entities of a type. */
export function sortOfNames(type: string): ValueSort {
  return `name ${type}`;
}

/** The sort of the properties that a figure may be a value of. */
export function sortOfFigure({ kind, nameType }: Figure): ValueSort {
  return kind === 'name' ? sortOfNames(nameType) : (SHARED_SORTS[kind] ?? kind);
}

/** Kinds of figures that properties of another kind take too. */
const SHARED_SORTS: Readonly<Record<string, ValueSort>> = {
  number: 'count',
  'percentage-point': 'percent',
  ratio: 'percent',
};

/** The words that cues may be among, and where they count as standing when that is elsewhere. */
export interface CueWords {
  readonly reading: BlockReading;
  readonly mentions: readonly Mention[];
  readonly place?: Partial<Cue>;
}

/** Look for cues among words, first to last; `given` are those that were found elsewhere and stand behind them. */
export function findCues(words: readonly CueWords[], given: readonly Cue[], facts: FactBase): Cues {
  const known = new Map<ValueSort, readonly Cue[]>();
  let found: readonly CueWord[] | undefined;
  const find = (sort: ValueSort): readonly Cue[] => {
    found ??= words.flatMap((some) => cueWordsIn(some, facts));
    const cues: Cue[] = [];
    for (const word of found) addCues(cues, word, sort);
    for (const cue of given) {
      const property = facts.properties.get(cue.property);
      if (property && sortOf(property) === sort) cues.push(cue);
    }
    known.set(sort, cues);
    return cues;
  };
  const ofSort = (sort: ValueSort): readonly Cue[] => known.get(sort) ?? find(sort);
  return {
    ofSort,
    of: (property) => ofSort(sortOf(property)).filter((cue) => cue.property === property.id),
  };
}

/** A mention that names properties. */
interface CueWord {
  readonly words: CueWords;
  readonly mention: Mention;
  readonly bySort: NonNullable<CueMeanings>;
}

function cueWordsIn(words: CueWords, facts: FactBase): readonly CueWord[] {
  const found: CueWord[] = [];
  for (const mention of words.mentions) {
    const bySort = cueMeanings(mention, facts);
    if (bySort && isCueWord(mention, words.reading)) found.push({ words, mention, bySort });
  }
  return found;
}

function addCues(cues: Cue[], { words, mention, bySort }: CueWord, sort: ValueSort): void {
  const meanings = bySort.get(sort);
  if (!meanings) return;
  const { from, to } = mention;
  const surface = surfaceOf(words.reading, mention);
  const place = { from, to, flat: null, isEarlier: false, ...words.place };
  for (const { property, strength } of meanings)
    cues.push({
      from: place.from,
      to: place.to,
      property,
      strength,
      surface,
      flat: place.flat,
      isEarlier: place.isEarlier,
    });
}

type CueMeaning = Extract<Meaning, { kind: 'cue' }>;
type CueMeanings = ReadonlyMap<ValueSort, readonly CueMeaning[]> | undefined;

/** By the meanings of a phrase of the lexicon, which every mention of it shares. */
const sorted = new WeakMap<readonly Meaning[], { readonly bySort: CueMeanings }>();

/** What a mention means as a cue, by sort; undefined where it is none. */
function cueMeanings({ kind, meanings }: Mention, facts: FactBase): CueMeanings {
  if (kind === 'unknown') return undefined;
  const known = sorted.get(meanings);
  if (known) return known.bySort;
  const bySort = sortMeanings(meanings, facts);
  sorted.set(meanings, { bySort });
  return bySort;
}

function sortMeanings(meanings: readonly Meaning[], { properties }: FactBase): CueMeanings {
  const bySort = new Map<ValueSort, CueMeaning[]>();
  for (const meaning of meanings) {
    const property = meaning.kind === 'cue' ? properties.get(meaning.property) : undefined;
    if (meaning.kind !== 'cue' || !property) continue;
    const alike = bySort.get(sortOf(property));
    if (alike) alike.push(meaning);
    else bySort.set(sortOf(property), [meaning]);
  }
  return bySort.size === 0 ? undefined : bySort;
}
