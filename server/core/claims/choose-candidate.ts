import type { Property, Statement } from '../facts/fact-base.ts';
import { family, statementsAbout } from '../facts/index-facts.ts';
import { daySpan } from '../figures/calendar.ts';
import type { Figure } from '../figures/figure.ts';
import { FALLS, isFunctionWord, RISES } from '../mentions/english.ts';
import { once } from '../text/once.ts';
import type { PlacedFigure } from './attachment.ts';
import type { CandidateDoubt } from './candidate-doubts.ts';
import { termThatEndsAt } from './derived-end.ts';
import { hasTwoDigits, isTellingSlip } from './digit-slips.ts';
import type { Ref } from './discourse.ts';
import type { BoundCandidate } from './find-candidates.ts';
import { type Direction, fitOf, isCompatible } from './fits.ts';
import { isMisremembered } from './like-values.ts';
import type { Doubt } from './modality.ts';
import { movementOf } from './movement.ts';
import type { NamedProperty } from './name-properties.ts';
import type { Cue, Scope } from './scope.ts';
import { OF_ANOTHER_TIME, type TimeWords } from './stated-time.ts';
import { periodOf } from './statement-period.ts';
import { signOf, signsIn } from './word-signs.ts';

/** What a figure states. `standing` says whether it is of the statement's own time or of one that is over. */
export interface BoundFigure {
  readonly candidate: BoundCandidate;
  readonly confidence: number;
  readonly direction: Direction;
  /** Token index of the verb that gives the direction; -1 without one. */
  readonly verb: number;
  /** `past-as-present`: the value of an earlier time is given as if it held now; `derived`: it follows from the record. */
  readonly standing: 'current' | 'past-as-present' | 'derived';
  /** The statement that holds now, for a figure of the past. */
  readonly now: Statement | null;
}

/** Up to this cost the words name a statement well enough for it to be claimed. */
export const ACCEPT = 48;
/** Up to this cost they name it well enough to call another figure wrong. */
const ACCEPT_CONFLICT = 38;
/** The same for a deal, whose parties are all named and each at its distance. */
const ACCEPT_DEAL = 44;
/** The same for the deal that the text is speaking of, without a name. */
const ACCEPT_FOCUS = 27;
/** Candidates nearer to each other than this are tied: the one that fits is meant. */
const MARGIN = 4;
/** How much nearer another property must be named to take a figure away. */
const OTHER_PROPERTY = 3;

/** The same where it stands between the two: "a stake of 27%, worth $135bn". */
const BETWEEN = 1;

/** What becomes of a figure, and why in one sentence. */
export interface Choice {
  /** Null when the figure is left alone. */
  readonly bound: BoundFigure | null;
  /** Null for a bound figure that its candidate's first reason speaks for. */
  readonly outcome: string | null;
}

/** A figure with everything that its binding is chosen from. */
export interface WeighedFigure {
  readonly figure: PlacedFigure;
  readonly named: readonly NamedProperty[];
  readonly words: TimeWords;
  readonly candidates: readonly BoundCandidate[];
  readonly doubts: readonly Doubt[];
}

export function leave(outcome: string): Choice {
  return { bound: null, outcome };
}

/** Doubts under which a figure makes no claim at all. */
const NO_CLAIM: ReadonlySet<Doubt['code']> = new Set([
  'question',
  'conditional',
  'negated',
  'denied',
  'respectively',
]);

/**
 * Choose what a weighed figure states: what it fits among the nearest, else the nearest itself, which it then contradicts
 * when no doubt stands against that, else nothing.
 */
export function choose(
  scope: Scope,
  { figure, candidates, named, doubts, words }: WeighedFigure,
): Choice {
  const silent = doubts.find(({ code }) => NO_CLAIM.has(code));
  if (silent) return leave(`No claim: ${silent.text}`);
  const open = candidates.filter(({ cost, time }) => cost <= ACCEPT && !OF_ANOTHER_TIME.has(time));
  const [nearest] = open;
  const [first] = candidates;
  if (!nearest || (first && isOnlyOfOtherTime(first, nearest)))
    return leave(whyNothing(candidates, named));
  const { direction, verb } = movementOf(scope, figure);
  const bind = (candidate: BoundCandidate, extra?: Partial<BoundFigure>): Choice => ({
    bound: {
      candidate,
      confidence: confidenceOf(candidate),
      direction,
      verb,
      standing: 'current',
      now: null,
      ...extra,
    },
    outcome: null,
  });
  const base =
    figure.figure.kind === 'date'
      ? undefined
      : doubts.find(({ code }) => code === 'comparison-base');
  if (base) return chooseBase(scope, figure, base, open, named, words, doubts, bind);
  const rival = nearerProperty(scope, named, nearest);
  const rivals = open.filter(
    ({ property, cue, isUnnamed }) =>
      rival !== undefined &&
      !isUnnamed &&
      (property.id === rival.property.id || isSameSpan(cue, rival.cue)),
  );
  const [contender] = rivals;
  const isClearer =
    isExactly(nearest) || (contender !== undefined && isStrangers(contender, nearest));
  const best = isClearer ? nearest : (contender ?? nearest);
  if (rival && rivals.length === 0 && !isExactly(nearest)) {
    return leave(
      `"${rival.cue.surface}" names the ${rival.property.label}, of which nothing is on record here`,
    );
  }
  const contested = (): readonly NamedProperty[] =>
    named.filter(
      ({ property }) =>
        !open.some((one) => one.property.id === property.id && isStrangers(one, best)),
    );
  const isNear = (one: BoundCandidate): boolean =>
    one.cost <= best.cost + MARGIN || isSameWord(one, best);
  const fitting =
    open.find((one) => isCompatible(one.fit) && !isLooseFit(figure.figure, one) && isNear(one)) ??
    open.find((one) => isSameQuestion(one, best) && isCompatible(one.fit));
  if (fitting) return bindFitting(scope, fitting, open, words, doubts, bind);
  const exact = open.find(
    (one) => one.isDeal && isExactly(one) && one.property.id !== best.property.id,
  );
  if (exact) return bindFitting(scope, exact, open, words, doubts, bind);
  const meant = slipped(figure.figure, best, open) ?? dealNamed(best, open) ?? best;
  const conflict =
    meant.fit === 'coarse'
      ? leave('Rounded too far to be held to the record')
      : bindConflict(scope, figure, meant, () => open.filter(isNear), contested, doubts, bind);
  const derived = asDerived(scope, figure, best, bind);
  if (derived) return derived;
  if (conflict.bound) return asOutdated(figure.figure, candidates, best, doubts, bind) ?? conflict;
  const farther = open.find(
    (one) => isCompatible(one.fit) && !isSomeoneElses(one, best) && !isLooseFit(figure.figure, one),
  );
  return farther ? bindFitting(scope, farther, open, words, doubts, bind) : conflict;
}

/** "Down from 34 per cent in 2022": what a figure is compared with makes a claim where the text names its time. */
function chooseBase(
  scope: Scope,
  figure: PlacedFigure,
  base: Doubt,
  open: readonly BoundCandidate[],
  named: readonly NamedProperty[],
  words: TimeWords,
  doubts: readonly Doubt[],
  bind: (candidate: BoundCandidate) => Choice,
): Choice {
  const dated = open.filter(({ time }) => time === 'named');
  const fitting = dated.find(({ fit }) => isCompatible(fit));
  if (fitting) return bind(fitting);
  const [other] = dated;
  if (!other || !hasOwnTime(words)) return leave(`No claim: ${base.text}`);
  // The word for the change is not what the figure is a figure of.
  const contested = (): readonly NamedProperty[] =>
    named.filter(({ cue }) => !isChange(cue.surface.toLowerCase()));
  const others = doubts.filter((one) => one !== base && one.code !== 'past');
  return bindConflict(scope, figure, other, () => dated, contested, others, bind);
}

function isChange(word: string): boolean {
  return RISES.has(word) || FALLS.has(word);
}

/** "Was valued at $300 billion in March": of another time than the valuation on record, and of no deal that one party alone is named of. */
function isOnlyOfOtherTime(first: BoundCandidate, nearest: BoundCandidate): boolean {
  return OF_ANOTHER_TIME.has(first.time) && nearest.isUnnamed && first.doubts().length === 0;
}

/** Whether a date stands so near to a figure that it is the figure's own. */
function hasOwnTime({ times }: TimeWords): boolean {
  const [nearest] = times;
  return nearest !== undefined && !nearest.isCarried && nearest.cost <= OWN_TIME;
}

const OWN_TIME = 8;

/** Another property that a strong cue names more nearly than the one that was chosen. */
function nearerProperty(
  scope: Scope,
  named: readonly NamedProperty[],
  { property, cueCost, cue, isDeal }: BoundCandidate,
): NamedProperty | undefined {
  const margin = (other: Cue): number =>
    cue.to <= other.from && other.flat === null && cue.flat === null ? BETWEEN : OTHER_PROPERTY;
  return named.find(
    (other) =>
      other.cue.strength === 'strong' &&
      !other.cue.isEarlier &&
      other.property.id !== property.id &&
      other.cost + margin(other.cue) < cueCost &&
      !isSameSpan(other.cue, cue) &&
      !(isDeal && property.kind !== 'money' && isDealNoun(scope, other.cue)) &&
      !isSaidOf(cue, other.cue) &&
      !property.label.includes(other.cue.surface) &&
      hasSubject(scope, other.property),
  );
}

/** "Acme has signed a $61 billion deal with Borealis": not of all that Acme signed, as the deal of the two is named without doubt. */
function isStrangers(one: BoundCandidate, nearest: BoundCandidate): boolean {
  return nearest.isDeal && one.isBesideStranger && nearest.doubts().length === 0;
}

/** "Announced their merger on 12 March": the word for the deal names no other date of it. */
function isDealNoun({ facts, mentions }: Scope, { from, to }: Cue): boolean {
  return mentions.some(
    (one) =>
      one.from === from &&
      one.to === to &&
      one.meanings.some((meaning) => meaning.kind === 'noun' && facts.dealTypes.has(meaning.type)),
  );
}

export function isSameSpan(one: Cue, other: Cue): boolean {
  return one.from === other.from && one.to === other.to && one.flat === other.flat;
}

/** Whether anyone that a property is stated of is spoken of: no deal value without a deal. */
function hasSubject(
  { facts, refs, discourse, deals, speaksOfDeal }: Scope,
  { subjectTypes }: Property,
): boolean {
  if (subjectTypes.length === 0) return true;
  if (subjectTypes.some((type) => facts.dealTypes.has(type))) {
    if (speaksOfDeal || deals.length > 0) return true;
  }
  if (refs.some(({ via }) => via === 'unknown')) return true;
  return [...refs, ...discourse.heard, ...discourse.headings].some(({ entities }) =>
    entities.some((id) => subjectTypes.includes(facts.entities.get(id)?.type ?? '')),
  );
}

/** "A single ticket costs €2.80": a verb that any price may have says nothing against the noun that it is said of. */
function isSaidOf(noun: Cue, verb: Cue): boolean {
  return (
    /^costs?$/i.test(verb.surface) &&
    noun.strength === 'strong' &&
    noun.flat === null &&
    noun.to <= verb.from
  );
}

/**
 * The deal whose parties are all named, where the word for it names something of one party as well ("a commitment to …"), or
 * where the nearest has no period that it could be held to, or a weak word alone.
 */
function dealNamed(
  best: BoundCandidate,
  open: readonly BoundCandidate[],
): BoundCandidate | undefined {
  if (best.isDeal) return undefined;
  const isLike = (one: BoundCandidate): boolean =>
    one.cost <= best.cost + MARGIN && (isSameWord(one, best) || best.cue.strength === 'weak');
  return open.find(
    (one) =>
      one.isDeal &&
      one.cueCost <= best.cueCost + (isLoose(best) ? FAR_CUE : NEAR_CUE) &&
      one.doubts().length === 0 &&
      (isLoose(best) || isLike(one)),
  );
}

/** The one question on record whose value a figure slipped from, where it did not slip from that of the nearest. */
function slipped(
  figure: Figure,
  best: BoundCandidate,
  open: readonly BoundCandidate[],
): BoundCandidate | undefined {
  if (isSlipOf(figure, best)) return undefined;
  const [first, ...others] = open.filter(
    (one) =>
      !one.isUnnamed &&
      !one.cue.isEarlier &&
      isSlipOf(figure, one) &&
      (one.cue.strength === 'strong' || isSureOf(one)),
  );
  return first && others.every((one) => isSameQuestion(one, first)) ? first : undefined;
}

/** Whether a slip may be of what a candidate is, doubtful as its words are: all of it is named, or there is more than a digit. */
function isSlipOfIt(scope: Scope, figure: Figure, best: BoundCandidate): boolean {
  const codes = new Set(best.doubts().map(({ code }) => code));
  if (codes.has('weak-cue') && codes.has('narrowed')) return false;
  const isNobodys = codes.has('stranger') && codes.has('unsure');
  if (isNobodys && (best.cost > ACCEPT_DEAL || scope.cells.length > 1)) return false;
  return !best.isUnnamed || (hasTwoDigits(figure) && best.cost <= ONE_NAMED);
}

/** Up to this cost a deal of which one party alone is named is named by it in its own sentence. */
const ONE_NAMED = 32;

/** Whether it is certain whom a candidate is about, whatever else is in doubt. */
function isSureOf({ doubts }: BoundCandidate): boolean {
  return doubts().every(({ code }) => code !== 'unsure');
}

function isSlipOf(figure: Figure, { statement }: BoundCandidate): boolean {
  return statement.figures.some((value) => isTellingSlip(figure, value));
}

/** What goes by periods of which the text names none: it can be held to nothing. */
function isLoose({ property, time }: BoundCandidate): boolean {
  return property.varies === 'by-period' && time !== 'named';
}

/** How much farther off the word for a deal may stand. */
const NEAR_CUE = 5;

/** The same where what stands nearer can be held to nothing: "has signed a $45bn, seven-year pact with". */
const FAR_CUE = 12;

/** The very number on record, of those who are named without doubt. */
function isExactly({ fit, doubts }: BoundCandidate): boolean {
  return fit === 'equal' && doubts().every(({ code }) => code === 'weak-cue');
}

/** Whether one word names both properties ("commits": to a deal, or in all): what fits is meant. */
function isSameWord(one: BoundCandidate, best: BoundCandidate): boolean {
  return (
    one.property.id !== best.property.id &&
    one.cue.from === best.cue.from &&
    one.cue.to === best.cue.to &&
    one.doubts().length === 0
  );
}

/** "More than $140 billion" fits much: a weak word alone does not make it a figure of something else. */
function isLooseFit({ hedge }: Figure, { fit, cue }: BoundCandidate): boolean {
  const isWide = hedge?.kind === 'over' || hedge?.kind === 'under' || hedge?.kind === 'vague';
  return isWide && fit === 'within' && cue.strength === 'weak';
}

/** The same property of someone whom the words name less surely than the one that does not fit. */
function isSomeoneElses(one: BoundCandidate, best: BoundCandidate): boolean {
  return (
    one.property.id === best.property.id &&
    (one.isBesideStranger || !isSureOf(one)) &&
    (one.isDeal || best.doubts().every(({ code }) => code === 'earlier-cue'))
  );
}

/** A figure that was right at an earlier time and is stated of the present is not wrong but old. */
function asOutdated(
  { hedge }: Figure,
  candidates: readonly BoundCandidate[],
  best: BoundCandidate,
  doubts: readonly Doubt[],
  bind: (candidate: BoundCandidate, extra?: Partial<BoundFigure>) => Choice,
): Choice | undefined {
  if (best.property.varies !== 'over-time' || doubts.some(({ code }) => code === 'past'))
    return undefined;
  const earlier = candidates.find(
    (one) =>
      isSameQuestion(one, best) &&
      (one.fit === 'equal' || (isCompatible(one.fit) && hedge === null)) &&
      isBefore(one.statement, best.statement),
  );
  return earlier && bind(earlier, { standing: 'past-as-present', now: best.statement });
}

/** An end that follows from a start and a term on record is right although no source prints it. */
function asDerived(
  { facts }: Scope,
  { figure }: PlacedFigure,
  best: BoundCandidate,
  bind: (candidate: BoundCandidate, extra: Partial<BoundFigure>) => Choice,
): Choice | undefined {
  const term = termThatEndsAt(figure, best.statement, best.property, facts);
  const property = term && facts.properties.get(term.property);
  if (!property) return undefined;
  const text = `It follows from the start and the ${property.label} on record`;
  const reasons = () => [{ code: 'derived', text, weight: 0 }, ...best.reasons()];
  return bind(
    { ...best, statement: term, property, fit: 'within', reasons },
    { standing: 'derived' },
  );
}

function isBefore(one: Statement, other: Statement): boolean {
  return startOf(one) < startOf(other);
}

/** Somebody whom a statement is about is not named, or somebody else is named more nearly. */
const WHOSE: ReadonlySet<CandidateDoubt['code']> = new Set(['unnamed', 'stranger']);

/** A figure that fits: of the statement's own time, or the value of an earlier time given as if it held now. */
function bindFitting(
  scope: Scope,
  fitting: BoundCandidate,
  open: readonly BoundCandidate[],
  { times, isPresent }: TimeWords,
  doubts: readonly Doubt[],
  bind: (candidate: BoundCandidate, extra?: Partial<BoundFigure>) => Choice,
): Choice {
  const { statement, property } = fitting;
  const isTelling = statement.figures.some(hasTwoDigits);
  const doubt = fitting
    .doubts()
    .find(({ code }) => code !== 'weak-cue' && !(isTelling && code === 'unsure'));
  if (fitting.fit === 'finer' && doubt) return leave(`Finer than the record, but ${doubt.text}`);
  if (fitting.fit === 'finer' && isLoose(fitting))
    return leave('Finer than the record, but no period is named');
  const codes = new Set(fitting.doubts().map(({ code }) => code));
  const isFaint = codes.has('weak-cue') && codes.has('unsure');
  if (
    isFaint &&
    (fitting.fit === 'finer' || (statement.rank !== 'preferred' && fitting.fit !== 'equal'))
  )
    return leave('Like what is on record, but neither whom nor what it is about is certain');
  // The very number of a lesser source is that source's; one that is only like it has to be beyond doubt.
  if (statement.rank !== 'preferred' && fitting.fit !== 'equal' && doubt)
    return leave(`Near what is on record, but ${doubt.text}`);
  // "Reported results in September": a preposition alone puts a day to nobody's account.
  const isMereDate = property.kind === 'date' && isFunctionWord(fitting.cue.surface);
  const whose = fitting.doubts().find(({ code }) => WHOSE.has(code));
  if (isMereDate && whose) return leave(`As on record, but ${whose.text}`);
  if (property.varies !== 'over-time' || fitting.time === 'named') return bind(fitting);
  const now = laterStatement(scope, statement);
  if (!now) return bind(fitting);
  const current = open.find((candidate) => candidate.statement.id === now.id);
  if (current && isCompatible(current.fit)) return bind(current);
  const isPast = doubts.some(({ code }) => code === 'past') || (times.length > 0 && !isPresent);
  if (isPast || fitting.doubts().length > 0) return bind(fitting);
  return bind(fitting, { standing: 'past-as-present', now });
}

/** The statement of the same question that holds at a later time, the latest of them; undefined when this is it. */
function laterStatement(scope: Scope, statement: Statement): Statement | undefined {
  const start = startOf(statement);
  const later = statementsAbout(scope.facts, statement.subject, statement.property).filter(
    (other) => {
      const begins = startOf(other);
      return (
        start < begins &&
        begins <= scope.asOf &&
        other.time?.length === statement.time?.length &&
        JSON.stringify(other.qualifiers) === JSON.stringify(statement.qualifiers)
      );
    },
  );
  return later.sort((one, other) => startOf(one) - startOf(other)).at(-1);
}

/** The first day of a statement's time; far in the past for one that has none. */
function startOf(statement: Statement): number {
  return periodOf(statement)?.start ?? Number.NEGATIVE_INFINITY;
}

/** A figure that fits nothing near: wrong, when it is beyond doubt what it is about and that it is stated as a fact. */
function bindConflict(
  scope: Scope,
  placed: PlacedFigure,
  best: BoundCandidate,
  near: () => readonly BoundCandidate[],
  contested: () => readonly NamedProperty[],
  doubts: readonly Doubt[],
  bind: (candidate: BoundCandidate) => Choice,
): Choice {
  const { figure, to } = placed;
  if (best.property.cardinality === 'open')
    return leave(`${capital(best.property.label)} may have further values`);
  const [doubt] = doubts.filter(({ code }) => !isAnswered(code, best, scope.asOf));
  const isSlip = isSlipOf(figure, best);
  const isOutweighed = (code: Doubt['code']): boolean => isSlip && OUTWEIGHED.has(code);
  if (doubt && !isGoal(best, doubt) && !isOutweighed(doubt.code))
    return leave(`Not held against the record: ${doubt.text}`);
  const isOfSibling = once(() => isSiblings(scope, figure, best));
  const uncertain = best.doubts().find(({ code }) => !SWAPPED.has(code) || !isOfSibling());
  if (
    uncertain !== undefined &&
    !(isSlip && isSlipOfIt(scope, figure, best)) &&
    !isMisremembered(scope, figure, best)
  )
    return leave(`Not held against the record: ${uncertain.text}`);
  if (scope.dealsFromFocus && isOfAnotherDeal(scope, figure, best))
    return leave('It is to the digit what another deal is on record with');
  if (isOfItsDeal(scope, figure, best))
    return leave('It is to the digit what a deal of the same is worth');
  if (!isSlip && isOtherCount(scope, figure, best))
    return leave('It is to the digit what else is on record of the same');
  const nearer = nearerProperty(scope, contested(), best);
  // "Has signed a $45bn, seven-year pact with": of the deal that is named, as no period is that all its deals could be of.
  const isOfDeal =
    best.isDeal && uncertain === undefined && nearer?.property.varies === 'by-period';
  if (nearer && !isOfDeal)
    return leave(`"${nearer.cue.surface}" names the ${nearer.property.label} more nearly`);
  if (figure.kind === 'ratio' && best.property.kind === 'percent')
    return leave('A fraction is too loose to be held against a percentage');
  if (isFarOff(figure, best))
    return leave('It is too far from the record to be about the same thing');
  if (isSumOfDeals(scope, best, figure.kind)) return leave('It may be the sum of several deals');
  if (isSumRow(scope)) return leave('The row sums up others');
  if (
    figure.kind !== 'name' &&
    (isShared(scope, placed, best) || isPair(scope, placed, best.statement))
  )
    return leave('It is the sum of several');
  const between = scope.reading.tokens.slice(to, best.cue.from);
  const isCounting =
    best.cue.flat === null &&
    to <= best.cue.from &&
    between.length <= 2 &&
    between.every(({ kind, lower }) => kind === 'word' && !isFunctionWord(lower));
  const isBareVague =
    figure.hedge?.kind === 'vague' && wordAfter(scope, to) !== 'of' && !isCounting;
  if (isBareVague) return leave('It counts nothing that is named');
  if (best.cost > acceptedFor(scope, best) && !isSlip)
    return leave('The words do not name the statement clearly enough to call the figure wrong');
  if (isLoose(best) && !(isSlip && uncertain === undefined))
    return leave('No period is named, so it may be that of another one');
  const tied = near().find(
    (other) =>
      other.cost < best.cost + MARGIN &&
      !isSameQuestion(other, best) &&
      other.doubts().length === 0 &&
      !(best.isDeal && !other.isDeal && (isSameWord(other, best) || isLoose(other))),
  );
  if (tied && tied.cost - best.cost < TIE)
    return leave(`It may as well be about ${tied.statement.id}, and fits neither`);
  return bind(best);
}

/** The word behind a figure, past the quotation mark that it ends with. */
function wordAfter({ reading: { tokens } }: Scope, at: number): string {
  const isQuote = /^["'”’]$/.test(tokens[at]?.text ?? '');
  return tokens[isQuote ? at + 1 : at]?.lower ?? '';
}

/** Doubts that go where a figure is to the digit what is on record of another deal of the same party. */
const SWAPPED: ReadonlySet<CandidateDoubt['code']> = new Set([
  'weak-cue',
  'unsure',
  'earlier-cue',
  'late-cue',
]);

/** Doubts of a sentence that the digits themselves outweigh: a slip of what is on record is made in any of them. */
const OUTWEIGHED: ReadonlySet<Doubt['code']> = new Set([
  'possibility',
  'forecast',
  'future',
  'past',
]);

/** "The contract is for $38bn", where the text has spoken of the deal that is, and of another one since. */
function isOfAnotherDeal(
  { facts, subjects }: Scope,
  figure: Figure,
  { isDeal, statement, property }: BoundCandidate,
): boolean {
  // Terms and dates are alike by chance.
  if (!isDeal || figure.kind === 'duration' || figure.kind === 'date') return false;
  return [...subjects].some(
    (subject) =>
      subject !== statement.subject &&
      statementsAbout(facts, subject, property.id).some(
        (one) => fitOf(figure, 0, one, property) === 'equal',
      ),
  );
}

/** "Its $250 billion cloud commitment": whether a figure is to the digit that of one deal of whom a statement is about, and the word for it names such a thing too. */
function isOfItsDeal(
  { facts, cues, refs }: Scope,
  figure: Figure,
  { statement, cue }: BoundCandidate,
): boolean {
  const isNamed = (party: string): boolean =>
    refs.some(({ entities }) => family(facts, party).some((id) => entities.includes(id)));
  const deals = facts.dealsByParty.get(statement.subject) ?? [];
  const stated = deals.flatMap((deal) => [...(facts.about.get(deal)?.values() ?? [])].flat());
  return stated.some((one) => {
    const property = facts.properties.get(one.property);
    if (!property || fitOf(figure, 0, one, property) !== 'equal') return false;
    if (cue.strength === 'weak') return true;
    const parties = facts.entities.get(one.subject)?.parties ?? [];
    return parties.every(isNamed) && cues.of(property).some((other) => isSameSpan(other, cue));
  });
}

/** "Cleared for 7,500 satellites", where so many are licensed and fewer in orbit: another count of the same. */
function isOtherCount(
  { facts }: Scope,
  figure: Figure,
  { statement, property }: BoundCandidate,
): boolean {
  if (figure.kind !== 'count') return false;
  const stated = [...(facts.about.get(statement.subject)?.values() ?? [])].flat();
  return stated.some((one) => {
    const other = facts.properties.get(one.property);
    return other && other.id !== property.id && fitOf(figure, 0, one, other) === 'equal';
  });
}

/** What a conflict may cost at most. A deal in focus costs no distance of its parties, which leaves the word for it to be near. */
function acceptedFor(
  { dealsFromFocus, deals }: Scope,
  { isDeal, statement }: BoundCandidate,
): number {
  if (!isDeal) return ACCEPT_CONFLICT;
  return dealsFromFocus && deals.includes(statement.subject) ? ACCEPT_FOCUS : ACCEPT_DEAL;
}

/** Whether a figure is to the digit what is on record of another deal of one of the parties: then it was put to the wrong one. */
function isSiblings(
  { facts, refs }: Scope,
  figure: Figure,
  { isDeal, statement, property }: BoundCandidate,
): boolean {
  if (!isDeal) return false;
  const partiesOf = (deal: string): readonly string[] => facts.entities.get(deal)?.parties ?? [];
  const isNamed = (party: string): boolean =>
    refs.some(({ entities }) => family(facts, party).some((id) => entities.includes(id)));
  const siblings = partiesOf(statement.subject)
    .flatMap((party) => facts.dealsByParty.get(party) ?? [])
    .filter((deal) => deal !== statement.subject)
    .flatMap((deal) => statementsAbout(facts, deal, property.id));
  return siblings.some((one) => {
    const own = partiesOf(statement.subject).filter((id) => !partiesOf(one.subject).includes(id));
    return own.some(isNamed) && fitOf(figure, 0, one, property) === 'equal';
  });
}

/** A forecast on record is stated by words that look ahead, and a gain by words of addition; dates are no bases. */
function isAnswered(
  code: Doubt['code'],
  { statement, property, time, isDeal }: BoundCandidate,
  asOf: number,
): boolean {
  if (code === 'past' && time === 'named') return true;
  if (code === 'over') return !isDeal;
  if (OF_WHAT_IS_AHEAD.has(code) && isAhead(statement, asOf)) return true;
  if (code === 'future') return property.varies !== 'over-time';
  if (code === 'possibility' && property.potential) return true;
  if (code === 'forecast' || code === 'possibility')
    return statement.qualifiers.forecaster !== undefined;
  if (code === 'addition' && isDeal) return true;
  if (code === 'partial' || code === 'addition' || code === 'past') return property.signed;
  return code === 'comparison-base' && property.kind === 'date';
}

/** Doubts that are none where what is on record is itself to come. */
const OF_WHAT_IS_AHEAD: ReadonlySet<Doubt['code']> = new Set(['future', 'forecast', 'possibility']);

/** Whether what is on record is itself a day to come. */
function isAhead({ figures }: Statement, asOf: number): boolean {
  return figures.some(
    ({ kind, interval }) => kind === 'date' && interval !== null && daySpan(interval).start > asOf,
  );
}

/** More than a thousand times too much or too little, and not by the scale word alone, by every value that it can be held to. */
function isFarOff(figure: Figure, { statement }: BoundCandidate): boolean {
  const comparable = statement.figures.filter(({ unit }) => unit === figure.unit);
  return comparable.length > 0 && comparable.every((value) => isFarFrom(figure, value));
}

function isFarFrom(figure: Figure, value: Figure): boolean {
  const [drafted, recorded] = [figure, value].map(({ numbers: [number], interval }) =>
    Number(number?.amount ?? interval?.min ?? 0n),
  );
  if (!drafted || !recorded) return false;
  const factor = Math.max(drafted / recorded, recorded / drafted);
  if (factor <= 1100) return false;
  const digits = factor / 10 ** Math.round(Math.log10(factor));
  // "$38" for $38 billion is as it is written but for the scale.
  const limit = factor > 2_000_000 ? 0.001 : 0.1;
  return Math.abs(digits - 1) > limit;
}

/** One figure for several deals that the sentence names in the plural. */
function isSumOfDeals(
  { deals, figures, facts, reading, sentence }: Scope,
  { statement }: BoundCandidate,
  kind: Figure['kind'],
): boolean {
  const isDeal = (facts.entities.get(statement.subject)?.parties.length ?? 0) > 0;
  const alike = figures.filter(({ figure }) => figure.kind === kind);
  const isPlural = reading.mentions.some(
    ({ from, to, meanings }) =>
      sentence.from <= from &&
      to <= sentence.to &&
      reading.tokens[to - 1]?.lower.endsWith('s') &&
      meanings.some((meaning) => meaning.kind === 'noun' && facts.dealTypes.has(meaning.type)),
  );
  return isDeal && isPlural && deals.length > 1 && alike.length === 1;
}

/** "Between them, Acme and Borealis run 23 ships": one figure for several of a kind. */
function isShared(
  { facts, refs, reading: { tokens }, sentence }: Scope,
  figure: PlacedFigure,
  { statement }: BoundCandidate,
): boolean {
  if ((signsIn(tokens, sentence) & SHARING) === 0) return false;
  const parties = facts.entities.get(statement.subject)?.parties ?? [];
  const type = facts.entities.get(statement.subject)?.type;
  const isAlike = (id: string): boolean => {
    const own = facts.entities.get(id);
    return parties.length > 0 ? facts.partyTypes.has(own?.type ?? '') : own?.type === type;
  };
  const named = new Set(refs.flatMap(({ entities }) => entities.filter(isAlike)));
  const strangers = refs.filter(({ via }) => via === 'unknown').length;
  const isSeveral = named.size + strangers > Math.max(1, parties.length);
  const words = tokens.slice(sentence.from, sentence.to).map(({ lower }) => lower);
  const compared = words.findIndex(
    (word, at) => word === 'than' && sentence.from + at >= figure.to,
  );
  return words.some(
    (word, at) =>
      (compared < 0 || at < compared) &&
      ((isSeveral && TOGETHER.has(word)) ||
        (isSeveral &&
          word === 'add' &&
          words[at + 1] === 'up' &&
          sentence.from + at < figure.from) ||
        (word === 'between' && words[at + 1] === 'them')),
  );
}

const TOGETHER: ReadonlySet<string> = new Set(
  'together jointly collectively combined altogether sum'.split(' '),
);
const SHARING = signOf(TOGETHER, new Set(['add', 'between']));

/** "Acme and Borealis employ 9,000 people": one count for two of a kind, joined. */
function isPair(
  { facts, refs, figures, reading: { tokens } }: Scope,
  { figure, from }: PlacedFigure,
  { subject }: Statement,
): boolean {
  const alike = figures.filter(({ figure: { kind } }) => kind === figure.kind);
  if (!/^(?:count|number|money|quantity)$/.test(figure.kind) || alike.length > 1) return false;
  const type = facts.entities.get(subject)?.type;
  const isAlike = ({ entities }: Ref): boolean =>
    entities.some((id) => facts.entities.get(id)?.type === type);
  return refs.some((ref, index) => {
    const next = refs[index + 1];
    if (!next || next.to > from || !isAlike(ref) || !isAlike(next)) return false;
    const isSubject = ref.entities.includes(subject) || next.entities.includes(subject);
    const isOfLast = tokens
      .slice(next.to, from)
      .some(({ lower }) => /^(?:which|who|\()$/.test(lower));
    return isSubject && !isOfLast && next.from === ref.to + 1 && tokens[ref.to]?.lower === 'and';
  });
}

/** Whether it is the last line of a table, which adds up the others. */
function isSumRow({ cells, reading }: Scope): boolean {
  const [first] = cells;
  const label = first ? reading.tokens.slice(first.from, first.to) : [];
  return (
    label.length > 0 &&
    label.every(({ lower }) => /^(?:sum|total|totals|subtotal|all|together|grand)$/.test(lower))
  );
}

/** Nearer than this, two statements are named equally well. */
const TIE = 2;

/** A goal or a plan on record is stated in words that look ahead. */
function isGoal({ property }: BoundCandidate, { code }: Doubt): boolean {
  const looksAhead = code === 'forecast' || code === 'future';
  return looksAhead && /goal|target|plan|forecast/.test(property.id + property.label);
}

export function isSameQuestion(one: BoundCandidate, other: BoundCandidate): boolean {
  return (
    one.statement.subject === other.statement.subject &&
    one.statement.property === other.statement.property
  );
}

function whyNothing(
  candidates: readonly BoundCandidate[],
  named: readonly NamedProperty[],
): string {
  const [best] = candidates;
  if (best?.time === 'stale')
    return `The record (${best.statement.id}, ${best.statement.time}) is older than the draft can be held to`;
  if (best?.time === 'not-yet')
    return `The draft is older than the record (${best.statement.id}, ${best.statement.time})`;
  if (best?.time === 'other')
    return `It is of another time than ${best.statement.id} (${best.statement.time})`;
  if (best) return 'The words name nothing on record clearly enough';
  if (named.length === 0) return 'No word near it names a property that such a figure could be';
  return `Nothing is on record for the ${named[0]?.property.label} of anyone named here`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** 1 for a figure beside its subject and cue, falling to 0.5 at the edge of what is accepted. */
function confidenceOf({ cost }: BoundCandidate): number {
  return Math.round((1 - Math.min(1, Math.max(0, cost) / ACCEPT) / 2) * 100) / 100;
}
