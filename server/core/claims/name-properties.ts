import type { Property } from '../facts/fact-base.ts';
import type { Figure } from '../figures/figure.ts';
import { FALLS, isFunctionWord, RISES } from '../mentions/english.ts';
import { sortBy } from '../text/sort-by.ts';
import type { Token } from '../text/tokens.ts';
import type { PlacedFigure } from './attachment.ts';
import { sortOfFigure } from './cues.ts';
import { type Cue, distance, type Scope } from './scope.ts';

/** A property that the words near a figure name, whether or not anything is on record for it. */
export interface NamedProperty {
  readonly property: Property;
  readonly cost: number;
  readonly cue: Cue;
  /** How many cues near the figure name it. */
  readonly count: number;
}

const WEAK = 5;
const LONG_CUE = 1.5;
const MORE_CUES = 2.5;
export const CUE_REACH = 30;

/** What it costs that a clause of its own begins between a figure and a cue after it. */
const BEHIND = 8;

/** How near a cue must stand to bear out another. */
const COUNT_REACH = 14;

/** A cue goes on holding for the figures of a list: each one between costs little. */
const LISTED = 2;

/** The properties that the cues near a figure name, nearest first. */
export function propertiesNamed(scope: Scope, figure: PlacedFigure): readonly NamedProperty[] {
  const cues = scope.cues.ofSort(sortOfFigure(figure.figure));
  if (cues.length === 0) return [];
  const best: NamedSoFar[] = [];
  const isChange = isAmountOfChange(scope, figure);
  const rivals = scope.figures.filter((other) => isRival(scope, figure, other));
  let word: PlacedWord | undefined;
  for (const cue of cues) {
    const property = scope.facts.properties.get(cue.property);
    if (!property || !takes(property, figure.figure) || (isChange && isLevel(property))) continue;
    if (!word || !isSameWord(word.cue, cue)) word = placeWord(scope, cue, figure, rivals);
    const { base, owner } = word;
    if (base > CUE_REACH) continue;
    const isGrammar = cue.strength === 'weak' && isGrammarCue(cue);
    if (isGrammar && (base > 1 || cue.to > figure.from)) continue;
    const cost =
      base + owner + (cue.strength === 'weak' ? WEAK : 0) - (cue.to - cue.from - 1) * LONG_CUE;
    const known = namedAlready(best, property);
    if (known && cue.isEarlier && !known.cue.isEarlier) {
      // "Its share is 29%. It had 43% in 2022": what the sentence before is about bears out a verb that says nothing itself.
      const isBorneOut =
        scope.pointsBack && cue.strength === 'strong' && EMPTY_VERBS.has(known.cue.surface);
      if (isBorneOut) known.count++;
      continue;
    }
    const isFresh = known?.cue.isEarlier && !cue.isEarlier;
    // Two prepositions say no more than one.
    const isMoreGrammar = isGrammar && known !== undefined && isGrammarCue(known.cue);
    const counted = base <= COUNT_REACH && !isMoreGrammar ? 1 : 0;
    const count = isFresh ? 1 : (known?.count ?? 0) + counted;
    if (!known) {
      best.push({ property, cost, cue, count });
      continue;
    }
    known.count = count;
    if (isFresh || cost < known.cost) {
      known.cost = cost;
      known.cue = cue;
    }
  }
  if (best.length === 0) return [];
  const named = withoutMereGrammar(best);
  for (const one of named) one.cost -= Math.min(2, one.count - 1) * MORE_CUES;
  return sortBy(named, ({ cost }) => cost);
}

/** A property as far as the cues for it are counted. */
type NamedSoFar = { -readonly [key in keyof NamedProperty]: NamedProperty[key] };

/** What is known of a property; few are named near a figure. */
function namedAlready(best: readonly NamedSoFar[], property: Property): NamedSoFar | undefined {
  for (const one of best) if (one.property === property) return one;
  return undefined;
}

/** The word of a cue as it stands to a figure: the properties that it names share that. */
interface PlacedWord {
  readonly cue: Cue;
  readonly base: number;
  /** What it costs that another figure has the better claim to it. */
  readonly owner: number;
}

function placeWord(
  scope: Scope,
  cue: Cue,
  figure: PlacedFigure,
  rivals: readonly PlacedFigure[],
): PlacedWord {
  const apart = distance(scope, cue, figure, cue.to <= figure.from ? LISTED : undefined);
  const isBehind =
    cue.from >= figure.to && isBehindClause(scope.reading.tokens, figure.to, cue.from);
  const near = isBehind ? apart + BEHIND : apart;
  const base = Number.isFinite(apart) ? (cue.flat ?? near) : apart;
  const owner = cue.flat === null && isOwned(scope, cue, figure, rivals, base) ? OWNED : 0;
  return { cue, base, owner };
}

function isGrammarCue({ surface }: Cue): boolean {
  return isFunctionWord(surface);
}

function isSameWord(one: Cue, other: Cue): boolean {
  return (
    one.from === other.from &&
    one.to === other.to &&
    one.flat === other.flat &&
    one.surface === other.surface
  );
}

const EMPTY_VERBS: ReadonlySet<string> = new Set('had has have held stood was were is'.split(' '));

/** How far before "by" the verb of a change may stand, in tokens. */
const CHANGE_REACH = 10;

/** "Revenue rose by $3bn": how much it changed, and not what it came to. */
function isAmountOfChange(
  { reading: { tokens }, sentence }: Scope,
  { figure, from }: PlacedFigure,
): boolean {
  if (!/^(?:money|count|number|quantity)$/.test(figure.kind)) return false;
  const start =
    figure.hedge && figure.hedge.span.start < figure.span.start ? from - HEDGE_WORDS : from - 1;
  let by = from - 1;
  while (by > start && tokens[by]?.lower !== 'by') by--;
  if (tokens[by]?.lower !== 'by') return false;
  for (let at = by - 1; at >= Math.max(sentence.from, by - CHANGE_REACH); at--) {
    const { lower = '' } = tokens[at] ?? {};
    if (RISES.has(lower) || FALLS.has(lower)) return true;
  }
  return false;
}

const HEDGE_WORDS = 4;

function isLevel({ signed, kind }: Property): boolean {
  return !signed && kind !== 'percent';
}

/** What a property costs that no word names. */
const IMPLIED = 18;

/**
 * The properties that a figure may be of by its kind alone: those of the one deal that a sentence speaks of, and, for what is
 * measured in a unit, those of whom it names. Only the very number on record is ever bound by them.
 */
export function propertiesImplied(scope: Scope, figure: PlacedFigure): readonly NamedProperty[] {
  const { kind } = figure.figure;
  const [deal, ...others] = scope.deals;
  const isOfDeal = deal && others.length === 0 && /^(?:money|duration|name|quantity)$/.test(kind);
  const named = kind === 'quantity' ? scope.refs.filter(({ sure }) => sure) : [];
  const subjects = [...(isOfDeal ? [deal] : []), ...named.flatMap(({ entities }) => entities)];
  const ids = new Set(subjects.flatMap((id) => [...(scope.facts.about.get(id)?.keys() ?? [])]));
  return [...ids].flatMap((id) => {
    const property = scope.facts.properties.get(id);
    if (!property || !takes(property, figure.figure)) return [];
    const cue: Cue = {
      ...{ from: figure.to, to: figure.to, property: id, strength: 'weak' },
      ...{ surface: figure.figure.surface, flat: IMPLIED, isEarlier: false },
    };
    return [{ property, cost: IMPLIED, cue, count: 1 }];
  });
}

/** "Restructuring, completed in October": "in" names nothing where a word of substance does. */
function withoutMereGrammar(named: NamedSoFar[]): NamedSoFar[] {
  const isGrammar = ({ cue }: NamedProperty): boolean =>
    cue.strength === 'weak' && /^(?:in|on|at|of|for)$/i.test(cue.surface);
  const isSubstance = ({ cue, cost }: NamedProperty): boolean =>
    cue.strength === 'strong' && !cue.isEarlier && cost <= SUBSTANCE_REACH;
  return named.some(isSubstance) ? named.filter((one) => !isGrammar(one)) : named;
}

const SUBSTANCE_REACH = 12;

/**
 * Whether a cue stands nearer to another figure of the same kind, which then has the better claim to it; a cue before a
 * list of figures is shared by all of them.
 */
function isOwned(
  scope: Scope,
  cue: Cue,
  figure: PlacedFigure,
  rivals: readonly PlacedFigure[],
  cost: number,
): boolean {
  for (const other of rivals) {
    const isListed = cue.to <= other.from && other.to <= figure.from;
    if (!isListed && distance(scope, cue, other) + 1 < cost) return true;
  }
  return false;
}

/** Whether another figure of the sentence may have a cue for itself. */
function isRival({ sentence }: Scope, figure: PlacedFigure, other: PlacedFigure): boolean {
  if (other.index === figure.index || other.figure.kind !== figure.figure.kind) return false;
  return sentence.from <= other.from && other.to <= sentence.to;
}

/** What it costs to take a cue that another figure stands nearer to. */
const OWNED = 6;

/** Whether a property's values are of a figure's kind and unit. */
function takes(property: Property, figure: Figure): boolean {
  if (property.kind === 'name')
    return (
      figure.kind === 'name' &&
      figure.nameType === property.valueType &&
      property.valueType !== 'person'
    );
  if (property.kind === 'quantity')
    return figure.kind === 'quantity' && (property.unit === '' || property.unit === figure.unit);
  if (property.kind === 'count' || property.kind === 'number')
    return figure.kind === 'count' || figure.kind === 'number';
  if (property.kind === 'percent')
    return (
      figure.kind === 'percent' || figure.kind === 'percentage-point' || figure.kind === 'ratio'
    );
  return property.kind === figure.kind;
}

/** "In almost three years, and the contract …": a clause of its own begins before the cue. */
export function isBehindClause(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to - 1; at++) {
    const mark = tokens[at]?.text;
    const opens = mark === ',' || mark === ';';
    if (opens && /^(?:and|but|while|whereas|so)$/.test(tokens[at + 1]?.lower ?? '')) return true;
  }
  return false;
}
