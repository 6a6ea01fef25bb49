import type { FactBase, Property, Statement } from '../facts/fact-base.ts';
import { family, statementsAbout } from '../facts/index-facts.ts';
import { readIsoDay } from '../figures/calendar.ts';
import { isFunctionWord } from '../mentions/english.ts';
import { once } from '../text/once.ts';
import { sortBy } from '../text/sort-by.ts';
import type { PlacedFigure } from './attachment.ts';
import { type CandidateDoubt, candidateDoubts } from './candidate-doubts.ts';
import type { Reason } from './claim.ts';
import { DATES } from './cues.ts';
import {
  type Participation,
  participationOf,
  type Surroundings,
  surroundingsOf,
} from './evidence.ts';
import { type Fit, fitOf } from './fits.ts';
import { rateOf } from './modality.ts';
import { movementOf } from './movement.ts';
import { CUE_REACH, type NamedProperty } from './name-properties.ts';
import { type Cue, distance, type Scope } from './scope.ts';
import { type TimeFit, type TimeWords, timeFitOf } from './stated-time.ts';
import { periodOf } from './statement-period.ts';
import { strangerBetween } from './strangers.ts';
import { signOf, signsIn } from './word-signs.ts';

/** A statement considered for a figure: how far the words are from naming it, and whether they name it beyond doubt. */
export interface BoundCandidate {
  readonly statement: Statement;
  readonly property: Property;
  /** The lower, the nearer. */
  readonly cost: number;
  readonly cueCost: number;
  readonly cue: Cue;
  readonly fit: Fit;
  readonly time: TimeFit;
  /** Whether it is about a deal, all of whose parties are then named where there is no doubt. */
  readonly isDeal: boolean;
  /** Whether not everyone it is about is named, and whether somebody else stands nearer: two of the doubts. */
  readonly isUnnamed: boolean;
  readonly isBesideStranger: boolean;
  /** What forbids to call the figure wrong; empty when it may be. Like the reasons, looked for when first asked for. */
  readonly doubts: () => readonly CandidateDoubt[];
  readonly reasons: () => readonly Reason[];
}

/** Every statement that the words around a figure may mean, nearest first. */
export function findCandidates(
  scope: Scope,
  figure: PlacedFigure,
  named: readonly NamedProperty[],
  words: TimeWords,
): readonly BoundCandidate[] {
  const rate = rateFor(scope, figure);
  const right = named.filter((one) => isRateRight(scope, one, rate));
  const stated = right.length > 0 ? statedFor(scope, right) : [];
  if (stated.length === 0) return [];
  const { direction } = movementOf(scope, figure);
  const candidates: BoundCandidate[] = [];
  const doubtsOf: DoubtsOf[] = []; // by property, once they are asked for
  const bySubject = subjectPlacings(scope, figure);
  const isOfItsDay = dayOfEvents(scope, figure);
  for (const { index, statements } of stated) {
    const one = right[index];
    if (!one) continue;
    const doubts: DoubtsOf = (statement, stand) => {
      doubtsOf[index] ??= candidateDoubts(scope, figure, one);
      return doubtsOf[index](statement, stand);
    };
    const placing = bySubject();
    for (const statement of statements) {
      const fit = fitOf(figure.figure, direction, statement, one.property);
      if (fit === 'incomparable') continue;
      const candidate = weigh(scope, one, doubts, statement, words, fit, placing, isOfItsDay);
      if (candidate) candidates.push(candidate);
    }
  }
  return sortBy(candidates, ({ cost }) => cost);
}

/** What is on record of one subject and property. */
interface Stated {
  /** Where the subject stands among those of the scope. */
  readonly at: number;
  /** Index of the property among those that are named. */
  readonly index: number;
  readonly statements: readonly Statement[];
}

/** What is on record of those whom the sentence may be about and of what is named: by subject, then by property. */
function statedFor(
  { facts: { about }, subjects }: Scope,
  named: readonly NamedProperty[],
): readonly Stated[] {
  const known = rememberedOf(about, subjects);
  const found: Stated[] = [];
  for (const [index, { property }] of named.entries()) {
    let stated = known.get(property.id);
    if (!stated) {
      stated = statedOf(about, subjects, property.id);
      known.set(property.id, stated);
    }
    for (const { at, statements } of stated) found.push({ at, index, statements });
  }
  return named.length > 1 ? sortBy(found, ({ at }) => at) : found;
}

type StatedBySubject = readonly Omit<Stated, 'index'>[];
type StatedByProperty = Map<string, StatedBySubject>;

/** By the facts, and by the subjects of a scope, which are the same all through a draft. */
const statedAround = new WeakMap<
  FactBase['about'],
  WeakMap<ReadonlySet<string>, StatedByProperty>
>();

function rememberedOf(about: FactBase['about'], subjects: ReadonlySet<string>): StatedByProperty {
  const bySubjects =
    statedAround.get(about) ?? new WeakMap<ReadonlySet<string>, StatedByProperty>();
  statedAround.set(about, bySubjects);
  const known = bySubjects.get(subjects) ?? new Map<string, StatedBySubject>();
  bySubjects.set(subjects, known);
  return known;
}

/** What is on record of a property for those whom the sentence may be about, one after the other. */
function statedOf(
  about: FactBase['about'],
  subjects: ReadonlySet<string>,
  property: string,
): StatedBySubject {
  const found: Omit<Stated, 'index'>[] = [];
  let at = 0;
  for (const subject of subjects) {
    const statements = about.get(subject)?.get(property);
    if (statements) found.push({ at, statements });
    at++;
  }
  return found;
}

/** The rate of a figure, or of the last one of its kind before it: "52GW a year; the industry adds 30–40GW". */
function rateFor(scope: Scope, figure: PlacedFigure): string {
  const { tokens } = scope.reading;
  const own = rateOf(tokens, scope.sentence, figure);
  if (own !== '' || figure.figure.kind !== 'quantity') return own;
  const before = scope.figures.filter(
    (one) =>
      scope.sentence.from <= one.from &&
      one.to <= figure.from &&
      one.figure.unit === figure.figure.unit,
  );
  const last = before.at(-1);
  return last ? rateOf(tokens, scope.sentence, last) : '';
}

/** Who a figure is about by a statement, and who else stands nearer. */
interface Placing {
  readonly participation: Participation;
  readonly stranger: { readonly name: string; readonly cost: number } | undefined;
}

type Placings = (statement: Statement, property: Property) => Placing;

/**
 * The placings of a figure, made anew for each subject and property, and for each statement that a qualifier tells from
 * others. A subject that the sentence names beyond doubt is placed once, whatever is stated of it.
 */
function subjectPlacings(scope: Scope, figure: PlacedFigure): () => Placings {
  let around: Surroundings | undefined;
  const settled = new Map<string, Placing>();
  return () => {
    let shared: Placing | undefined;
    return (statement, { requires }) => {
      const isOwn = requires.length > 0;
      const known = isOwn ? undefined : (shared ?? settled.get(statement.subject));
      if (known) return known;
      around ??= surroundingsOf(scope, figure);
      const participation = participationOf(scope, statement, around);
      const stranger = strangerBetween(scope, participation, statement, around);
      const placing = { participation, stranger };
      if (!isOwn) shared = placing;
      const isSettled = around.isCertain && !participation.isContext;
      if (!isOwn && isSettled) settled.set(statement.subject, placing);
      return placing;
    };
  };
}

type DoubtsOf = ReturnType<typeof candidateDoubts>;

function weigh(
  scope: Scope,
  { property, cost: cueCost, cue }: NamedProperty,
  doubtsOf: DoubtsOf,
  statement: Statement,
  words: TimeWords,
  fit: Fit,
  placing: Placings,
  isOfItsDay: (statement: Statement) => boolean,
): BoundCandidate | undefined {
  if (isIncomplete(property, statement) || isOtherItem(scope, statement)) return undefined;
  const { participation, stranger } = placing(statement, property);
  if (participation.missing && !isWeaklyNamed(participation.nearest)) return undefined;
  const stated = timeFitOf(statement, property, words, scope.asOf);
  const time = stated === 'unstated' && isOfItsDay(statement) ? 'named' : stated;
  const reasons = (): readonly Reason[] => [
    {
      code: `cue-${cue.strength}`,
      text: `"${cue.surface}" names the ${property.label}`,
      weight: -cueCost,
    },
    ...participation.reasons(),
    ...timeReasons(time, statement),
  ];
  const isDated = time === 'named' && words.times.length > 0;
  let found: readonly CandidateDoubt[] | undefined;
  const doubts = (): readonly CandidateDoubt[] => {
    found ??= doubtsOf(statement, { participation, stranger: stranger?.name, isDated });
    return found;
  };
  const missingCost = participation.missing ? MISSING : 0;
  const subjectCost = participation.missing ? participation.nearest : participation.cost;
  const cost =
    cueCost +
    subjectCost +
    missingCost +
    (time === 'named' && property.kind !== 'date' ? -NAMED_TIME : 0) +
    (time === 'named' && isOfFartherTime(statement, words) ? FARTHER_TIME : 0) +
    (isOfOtherQualifier(scope, statement) ? OTHER_QUALIFIER : 0) +
    (stranger ? STRANGER : 0);
  const isDeal = (scope.facts.entities.get(statement.subject)?.parties.length ?? 0) > 0;
  return {
    statement,
    property,
    cost,
    cueCost,
    cue,
    fit,
    time,
    isDeal,
    isUnnamed: participation.missing,
    isBesideStranger: stranger !== undefined,
    doubts,
    reasons,
  };
}

/** Whether a statement has not all the qualifiers that its property requires. */
function isIncomplete({ requires }: Property, { qualifiers }: Statement): boolean {
  for (const name of requires) if (qualifiers[name] === undefined) return true;
  return false;
}

/**
 * Whether the sentence speaks of an event that the record dates to a statement's day: "on the day of the announcement".
 * The event is a deal that is named or in focus, or one of a party named here, by a cue of its date.
 */
function dayOfEvents(scope: Scope, figure: PlacedFigure): (statement: Statement) => boolean {
  const isWithin = once(() => isWithinDay(scope));
  const cues = once(() => eventCues(scope, figure));
  return ({ time, subject }) => {
    if (time === null || time.length !== ISO_DAY_LENGTH) return false;
    const isDay = (): boolean =>
      scope.discourse.day === readIsoDay(time) ||
      [...scope.deals, ...scope.discourse.deals].some((deal) => isDated(scope, deal, time));
    if (isWithin() && isDay()) return true;
    if (cues().length === 0) return false;
    const isOf = (deal: string | null, { property }: Cue): boolean =>
      statementsAbout(scope.facts, deal ?? '', property).some(({ time: day }) => day === time);
    const isOfDay = (deal: string | null): boolean => cues().some((cue) => isOf(deal, cue));
    const isOfPartsDay = (deal: string): boolean =>
      cues().some((cue) => cue.strength === 'strong' && isOf(deal, cue));
    const { dealsByParty, partsOf } = scope.facts;
    const hasDealOfDay = (id: string): boolean =>
      dealsByParty.get(id)?.some(isOfDay) === true ||
      partsOf.get(id)?.some((part) => dealsByParty.get(part)?.some(isOfPartsDay)) === true;
    return (
      scope.deals.some(isOfDay) ||
      hasDealOfDay(subject) ||
      scope.refs.some(({ entities }) => entities.some(hasDealOfDay))
    );
  };
}

/** The words for an event near a figure. */
function eventCues(scope: Scope, figure: PlacedFigure): readonly Cue[] {
  return scope.cues.ofSort(DATES).filter((cue) => {
    if (isFunctionWord(cue.surface)) return false;
    return cue.flat === null ? distance(scope, cue, figure) <= EVENT_REACH : !cue.isEarlier;
  });
}

/** "In a single day", "overnight": the day of what the text is about. */
function isWithinDay({ reading: { tokens }, sentence }: Scope): boolean {
  if ((signsIn(tokens, sentence) & DAY) === 0) return false;
  for (let at = sentence.from; at < sentence.to; at++) {
    const { lower = '' } = tokens[at] ?? {};
    if (lower === 'overnight') return true;
    if (lower !== 'day') continue;
    const before = [tokens[at - 2]?.lower, tokens[at - 1]?.lower];
    const isOne = /^(?:a|one|single|that|same)$/.test(before[1] ?? '');
    if (isOne && /^(?:in|a|one|within|the|on|that|this)$/.test(before[0] ?? '')) return true;
    const isOfEvent = !/^(?:before|after|to|on|in|at)$/.test(tokens[at + 1]?.lower ?? '');
    if (isOfEvent && before[0] === 'on' && before[1] === 'the') return true;
  }
  return false;
}

const DAY = signOf(new Set(['overnight', 'day']));

/** Whether a deal is dated to a day on record. */
function isDated({ facts }: Scope, deal: string | null, day: string): boolean {
  const stated = deal === null ? [] : [...(facts.about.get(deal)?.values() ?? [])].flat();
  return stated.some(
    ({ time, property }) => time === day && facts.properties.get(property)?.kind === 'date',
  );
}

/** "The northern board approved it": of what is on record by board, only what that one did is meant. */
function isOfOtherQualifier({ facts, refs }: Scope, statement: Statement): boolean {
  if (isUnqualified(statement)) return false;
  const isNamed = (id: string | undefined): boolean =>
    id !== undefined && refs.some(({ entities }) => entities.includes(id));
  return Object.entries(statement.qualifiers).some(
    ([name, id]) =>
      facts.entities.has(id) &&
      !isNamed(id) &&
      statementsAbout(facts, statement.subject, statement.property).some(({ qualifiers }) =>
        isNamed(qualifiers[name]),
      ),
  );
}

/**
 * Whether an item of a list or a row of a table names another party than a deal has: "Borealis: $300 billion" under "What Acme
 * owes" is not of the deal that an item before it was about.
 */
function isOtherItem(scope: Scope, { subject }: Statement): boolean {
  if (!scope.isListed && scope.cells.length < 2) return false;
  const parties = scope.facts.entities.get(subject)?.parties ?? [];
  return parties.length > 0 && namesOthers(scope, parties);
}

function namesOthers({ facts, refs }: Scope, parties: readonly string[]): boolean {
  const named = refs.filter(({ sure, attributive }) => sure && !attributive);
  const isParty = (id: string): boolean => family(facts, id).some((one) => parties.includes(one));
  const companies = named
    .flatMap(({ entities }) => entities)
    .filter((id) => family(facts, id).some((one) => facts.dealsByParty.has(one)));
  return companies.length > 0 && !companies.some(isParty);
}

function isUnqualified({ qualifiers }: Statement): boolean {
  for (const _ in qualifiers) return false;
  return true;
}

/** How far from a figure the word for an event may stand for the figure to be of its day. */
const EVENT_REACH = 14;

/** "29% this year, from 34% in 2022": whether another time than a statement's stands nearer to the figure. */
function isOfFartherTime(statement: Statement, { times }: TimeWords): boolean {
  const own = periodOf(statement);
  const [nearest] = times;
  if (!own || !nearest || times.length < 2) return false;
  return nearest.days.end <= own.start || own.end <= nearest.days.start;
}

const ISO_DAY_LENGTH = '2025-11-03'.length;
const MISSING = 20;
const NAMED_TIME = 4;
const FARTHER_TIME = 1;
const STRANGER = 6;
/** What it costs that a sentence names whom the same is on record of, and that is another one. */
const OTHER_QUALIFIER = 14;

/** A deal of which one party alone is named may still be meant: enough to support a figure, never to call it wrong. */
function isWeaklyNamed(nearest: number): boolean {
  return nearest <= CUE_REACH;
}

/**
 * "$5 billion a year" is no value of the whole contract, and a yearly goal needs its "a year". What is reported by the
 * quarter may be called quarterly.
 */
function isRateRight(
  { facts }: Scope,
  { property: { per, rates, varies, subjectTypes }, cue }: NamedProperty,
  rate: string,
): boolean {
  if (rate === 'one') return !subjectTypes.some((type) => facts.dealTypes.has(type));
  const stated = rate === 'qtr' && varies === 'by-period' ? '' : rate;
  return (
    stated === per ||
    rates.includes(stated) ||
    /week|year|annual|month|day|daily/.test(cue.surface.toLowerCase())
  );
}

function timeReasons(time: TimeFit, statement: Statement): readonly Reason[] {
  if (time === 'named')
    return [
      {
        code: 'time-named',
        text: `The text names its time, ${statement.time}`,
        weight: NAMED_TIME,
      },
    ];
  return [];
}
