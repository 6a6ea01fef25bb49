import type { Property, Statement } from '../facts/fact-base.ts';
import { statementsAbout } from '../facts/index-facts.ts';
import type { Figure } from '../figures/figure.ts';
import { FALLS, NEUTRAL_MODIFIERS, FUNCTION_WORDS, RISES } from '../mentions/english.ts';
import type { PlacedFigure } from './attachment.ts';
import type { Reason } from './claim.ts';
import { participationOf, strangerBetween } from './evidence.ts';
import { type Direction, type Fit, fitOf } from './fits.ts';
import { rateOf } from './modality.ts';
import { type Cue, distance, type Scope } from './scope.ts';
import { timeFitOf, type TimeFit, type TimeWords } from './stated-time.ts';

/** A statement considered for a figure: how far the words are from naming it, and whether they name it beyond doubt. */
export interface BoundCandidate {
  readonly statement: Statement;
  readonly property: Property;
  /** The lower, the nearer. */
  readonly cost: number;
  readonly cueCost: number;
  readonly fit: Fit;
  readonly time: TimeFit;
  /** What forbids to call the figure wrong; empty when it may be. */
  readonly doubts: readonly string[];
  readonly reasons: readonly Reason[];
}

/** A property that the words near a figure name, whether or not anything is on record for it. */
export interface NamedProperty {
  readonly property: Property;
  readonly cost: number;
  readonly cue: Cue;
}

const WEAK = 5;
const LONG_CUE = 1.5;
const MORE_CUES = 2.5;
const CUE_REACH = 30;

/** The properties that the cues near a figure name, nearest first. */
export function propertiesNamed(scope: Scope, figure: PlacedFigure): readonly NamedProperty[] {
  const best = new Map<string, NamedProperty & { count: number }>();
  for (const cue of scope.cues) {
    const property = scope.facts.properties.get(cue.property);
    if (!property || !takes(property, figure.figure)) continue;
    const base = cue.flat ?? distance(scope, cue, figure);
    const isGrammar = cue.strength === 'weak' && FUNCTION_WORDS.has(cue.surface.toLowerCase());
    if (base > CUE_REACH || (isGrammar && (base > 1 || cue.to > figure.from))) continue;
    const cost = Math.max(0, base + (cue.strength === 'weak' ? WEAK : 0) - (cue.to - cue.from - 1) * LONG_CUE);
    const known = best.get(property.id);
    const count = (known?.count ?? 0) + 1;
    if (!known || cost < known.cost) best.set(property.id, { property, cost, cue, count });
    else best.set(property.id, { ...known, count });
  }
  return [...best.values()]
    .map(({ count, ...named }) => ({ ...named, cost: Math.max(0, named.cost - Math.min(2, count - 1) * MORE_CUES) }))
    .sort((one, other) => one.cost - other.cost);
}

/** Whether a property's values are of a figure's kind and unit. */
function takes(property: Property, figure: Figure): boolean {
  if (property.kind === 'name') return figure.kind === 'name' && figure.nameType === property.valueType && property.valueType !== 'person';
  if (property.kind === 'quantity') return figure.kind === 'quantity' && (property.unit === '' || property.unit === figure.unit);
  if (property.kind === 'count' || property.kind === 'number') return figure.kind === 'count' || figure.kind === 'number';
  if (property.kind === 'percent') return figure.kind === 'percent' || figure.kind === 'percentage-point';
  return property.kind === figure.kind;
}

/** Every statement that the words around a figure may mean, nearest first. */
export function findCandidates(
  scope: Scope,
  figure: PlacedFigure,
  named: readonly NamedProperty[],
  words: TimeWords,
): readonly BoundCandidate[] {
  const subjects = subjectsInScope(scope);
  const direction = directionOf(scope, figure);
  const rate = rateOf(scope.reading.tokens, scope.sentence, figure);
  const candidates: BoundCandidate[] = [];
  for (const one of named) {
    for (const subject of subjects) {
      for (const statement of statementsAbout(scope.facts, subject, one.property.id)) {
        const candidate = weigh(scope, figure, one, statement, words, direction, rate);
        if (candidate) candidates.push(candidate);
      }
    }
  }
  return candidates.sort((one, other) => one.cost - other.cost);
}

/** Everyone named or described in the sentence or before it, their parts and their deals. */
function subjectsInScope({ refs, discourse, deals, facts }: Scope): ReadonlySet<string> {
  const named = [
    ...refs.flatMap(({ entities }) => entities),
    ...discourse.heard.flatMap(({ entities }) => entities),
    ...discourse.headings.flatMap(({ entities }) => entities),
  ];
  const own = named.flatMap((id) => [id, ...(facts.partsOf.get(id) ?? [])]);
  const inFocus = deals.filter((deal) => deal !== null);
  return new Set([...own, ...own.flatMap((id) => facts.dealsByParty.get(id) ?? []), ...inFocus]);
}

function weigh(
  scope: Scope,
  figure: PlacedFigure,
  { property, cost: cueCost, cue }: NamedProperty,
  statement: Statement,
  words: TimeWords,
  direction: Direction,
  rate: string,
): BoundCandidate | undefined {
  const fit = fitOf(figure.figure, direction, statement, property);
  if (fit === 'incomparable') return undefined;
  const time = timeFitOf(statement, property, words, scope.asOf);
  const participation = participationOf(scope, statement, figure);
  const required = property.requires.some((name) => statement.qualifiers[name] === undefined);
  if (required || (participation.missing && !isWeaklyNamed(participation.nearest))) return undefined;
  if (!isRateRight(property, rate, cue)) return undefined;
  const stranger = strangerBetween(scope, participation, statement, figure);
  const narrowing = narrowedBy(scope, cue);
  const reasons: Reason[] = [
    { code: `cue-${cue.strength}`, text: `"${cue.surface}" names the ${property.label}`, weight: -cueCost },
    ...participation.reasons,
    ...timeReasons(time, statement),
  ];
  const doubts = [
    ...(participation.sure ? [] : ['it is not certain whom the sentence is about']),
    ...(participation.missing ? ['not everyone it is about is named'] : []),
    ...(stranger ? [`"${stranger.name}" stands nearer to the figure`] : []),
    ...(narrowing ? [`"${narrowing}" narrows it to a part`] : []),
  ];
  const missingCost = participation.missing ? MISSING : 0;
  const subjectCost = participation.missing ? participation.nearest : participation.cost;
  const cost = cueCost + subjectCost + missingCost + (time === 'named' ? -NAMED_TIME : 0) + (stranger ? STRANGER : 0);
  return { statement, property, cost, cueCost, fit, time, doubts, reasons };
}

const MISSING = 12;
const NAMED_TIME = 4;
const STRANGER = 6;

/** A deal of which one party alone is named may still be meant: enough to support a figure, never to call it wrong. */
function isWeaklyNamed(nearest: number): boolean {
  return nearest <= CUE_REACH;
}

/**
 * "$5 billion a year" is no value of the whole contract, and a yearly goal needs its "a year". What is reported by the
 * quarter may be called quarterly.
 */
function isRateRight({ per, varies }: Property, rate: string, { surface }: Cue): boolean {
  const stated = rate === 'qtr' && varies === 'by-period' ? '' : rate;
  return stated === per || /week|year|annual|month|day|daily/.test(surface.toLowerCase());
}

function timeReasons(time: TimeFit, statement: Statement): readonly Reason[] {
  if (time === 'named') return [{ code: 'time-named', text: `The text names its time, ${statement.time}`, weight: NAMED_TIME }];
  return [];
}

/** The word before a noun cue that narrows it to a part ("advertising sales"), or undefined. */
function narrowedBy({ reading }: Scope, cue: Cue): string | undefined {
  if (cue.flat !== null || cue.strength === 'weak') return undefined;
  const before = reading.tokens[cue.from - 1];
  if (before?.kind !== 'word' || before.text !== before.lower || !before.spaced) return undefined;
  if (FUNCTION_WORDS.has(before.lower) || NEUTRAL_MODIFIERS.has(before.lower)) return undefined;
  if (RISES.has(before.lower) || FALLS.has(before.lower) || /(?:ed|ly|ing)$/.test(before.lower)) return undefined;
  const isMentioned = reading.mentions.some(({ from, to }) => from < cue.from && cue.from - 1 < to);
  const isFigure = reading.figures.some(({ span }) => span.start <= before.start && before.end <= span.end);
  return isMentioned || isFigure || !NARROWED_NOUNS.test(cue.surface.toLowerCase()) ? undefined : before.text;
}

/** Nouns of money that parts of a business have as well as the whole. */
const NARROWED_NOUNS = /(?:revenue|revenues|sales|income|profit|profits|turnover|growth|spending|loss|losses|earnings)$/;

/** How far before a figure the verb of its move may stand, in tokens. */
const VERB_REACH = 7;

/** Whether the words before a figure say it fell or rose; the word itself is at `verb`. */
export function movementOf({ reading, sentence }: Scope, figure: PlacedFigure): { direction: Direction; verb: number } {
  for (let at = figure.from - 1; at >= Math.max(sentence.from, figure.from - VERB_REACH); at--) {
    const word = reading.tokens[at]?.lower ?? '';
    if (/^[,;—–|]$/.test(word)) break;
    if (FALLS.has(word)) return { direction: -1, verb: at };
    if (RISES.has(word)) return { direction: 1, verb: at };
  }
  return { direction: 0, verb: -1 };
}

function directionOf(scope: Scope, figure: PlacedFigure): Direction {
  return movementOf(scope, figure).direction;
}
