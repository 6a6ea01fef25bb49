import type { Figure } from '../figures/figure.ts';
import { once } from '../text/once.ts';
import type { PlacedFigure, TokenRange } from './attachment.ts';
import type { CandidateDoubt } from './candidate-doubts.ts';
import {
  ACCEPT,
  type Choice,
  choose,
  isSameQuestion,
  isSameSpan,
  leave,
  type WeighedFigure,
} from './choose-candidate.ts';
import type { Candidate } from './claim.ts';
import { hasTwoDigits } from './digit-slips.ts';
import { type BoundCandidate, findCandidates } from './find-candidates.ts';
import { fitOf, isCompatible, isPartlyIn } from './fits.ts';
import { type Doubt, doubtsAbout, doubtsLeft } from './modality.ts';
import { isLevelOf } from './movement.ts';
import { propertiesImplied, propertiesNamed } from './name-properties.ts';
import { distance, knownRefs, type Scope } from './scope.ts';
import { NO_TIMES, type TimeWords, timesFor } from './stated-time.ts';

/** A figure with what it was bound to, or why it was left alone. */
export interface Binding extends Choice {
  readonly figure: PlacedFigure;
  /** The nearest of them with their reasons, put into words for whoever asks. */
  readonly candidates: () => readonly Candidate[];
}

/** Bind the figures of one sentence, each to at most one statement. */
export function bindFigures(scope: Scope): readonly Binding[] {
  const weighed = scope.figures
    .filter(({ figure }) => figure.nameType !== 'person')
    .map((figure) => weighFigure(scope, figure));
  if (weighed.length === 0) return [];
  const first = weighed.map((one) => bindFigure(scope, one));
  const settled = settledBy(first);
  const bindings = weighed.map((one, index) => {
    const known = first[index] ?? bindFigure(scope, one);
    const strengthened = withoutSettled(one, settled);
    return strengthened ? bindFigure(scope, strengthened) : known;
  });
  return uncrossed(scope, weighed, bindings)
    .map((binding) => asTimeOnly(scope, withoutSecondGuess(scope, binding, bindings), bindings))
    .map((binding) => asStretchOnly(scope, binding, bindings))
    .map((binding, index, all) => asConversion(scope, binding, all[index - 1], all[index + 1]));
}

/**
 * "Acme is down for $250bn and Borealis for $300bn", where the record has it the other way round: each figure fits the other
 * one's deal, but belongs to the name before it.
 */
function uncrossed(
  scope: Scope,
  weighed: readonly WeighedFigure[],
  bindings: readonly Binding[],
): readonly Binding[] {
  return bindings.map((binding, index) => {
    const other = bindings.find((one) => isCrossed(scope, binding, one));
    const meant = other?.bound?.candidate.statement;
    const known = weighed[index];
    if (!meant || !known) return binding;
    const candidates = known.candidates.filter(
      ({ statement }) => statement.subject === meant.subject,
    );
    return candidates.length > 0 ? bindFigure(scope, { ...known, candidates }) : binding;
  });
}

/** Whether the name that tells one deal stands beside the figure of the other, and the other way round. */
function isCrossed(scope: Scope, one: Binding, other: Binding): boolean {
  const [mine, theirs] = [one.bound?.candidate, other.bound?.candidate];
  if (!mine?.isDeal || !theirs?.isDeal || mine.property.id !== theirs.property.id) return false;
  if (mine.statement.subject === theirs.statement.subject) return false;
  const [myName, theirName] = [
    nameOf(scope, mine.statement.subject, theirs.statement.subject),
    nameOf(scope, theirs.statement.subject, mine.statement.subject),
  ];
  const [first, second] = one.figure.from < other.figure.from ? [one, other] : [other, one];
  const [firstName, secondName] = first === one ? [myName, theirName] : [theirName, myName];
  if (!firstName || !secondName) return false;
  return (
    secondName.to <= first.figure.from &&
    first.figure.to <= firstName.from &&
    firstName.to <= second.figure.from
  );
}

/** Where a sentence names the party of a deal that another deal has not; undefined when it does not, or more than once. */
function nameOf({ refs, facts }: Scope, deal: string, other: string): TokenRange | undefined {
  const others = facts.entities.get(other)?.parties ?? [];
  const own = (facts.entities.get(deal)?.parties ?? []).filter((id) => !others.includes(id));
  const named = refs.filter(({ entities }) =>
    own.some(
      (id) => entities.includes(id) || entities.includes(facts.entities.get(id)?.partOf ?? id),
    ),
  );
  return named.length === 1 ? named[0] : undefined;
}

/** "$38bn (£29bn)": what stands in brackets behind a figure states the same in another unit. */
function asConversion(
  scope: Scope,
  binding: Binding,
  ...beside: readonly (Binding | undefined)[]
): Binding {
  if (binding.bound) return binding;
  const other = beside.find((one) => one?.bound && isConversion(scope, one.figure, binding.figure));
  if (!other?.bound) return binding;
  const { candidate } = other.bound;
  const fit = fitOf(binding.figure.figure, 0, candidate.statement, candidate.property);
  if (fit === 'incomparable' || candidate.property.kind !== binding.figure.figure.kind)
    return binding;
  const bound = { ...other.bound, candidate: { ...candidate, fit } };
  return { ...other, figure: binding.figure, bound };
}

/** The subjects that the figures of a sentence leave in no doubt. */
interface Settled {
  /** Stated beyond doubt by one of them. */
  readonly stated: ReadonlySet<string>;
  /** Told by figures of these kinds. */
  readonly told: ReadonlyMap<string, ReadonlySet<Figure['kind']>>;
}

function settledBy(bindings: readonly Binding[]): Settled {
  const stated = new Set<string>();
  const told = new Map<string, Set<Figure['kind']>>();
  for (const { bound, figure } of bindings) {
    if (!bound) continue;
    const { statement, doubts, fit } = bound.candidate;
    if (isCompatible(fit) && doubts().length === 0) stated.add(statement.subject);
    if (!tells(figure.figure, bound.candidate)) continue;
    const kinds = told.get(statement.subject) ?? new Set();
    told.set(statement.subject, kinds.add(figure.figure.kind));
  }
  return { stated, told };
}

/**
 * Whether a figure is so much like what is on record that it tells whom the text is about: the same number, of two digits or
 * more unless everyone is named or was, as for a deal.
 */
function tells(figure: Figure, { fit, statement, doubts, isDeal }: BoundCandidate): boolean {
  const [number] = figure.numbers;
  const isNumber = isDeal ? number !== undefined : hasTwoDigits(figure);
  // "$13 billion" where the record has $13–14 billion.
  const isSame =
    fit === 'equal' ||
    (isCompatible(fit) &&
      statement.figures.some(({ numbers }) =>
        numbers.some(({ amount }) => amount === number?.amount),
      ));
  return isSame && isNumber && doubts().every(({ code }) => TOLD.has(code));
}

/** Doubts that a figure told by another has no more. */
const TOLD: ReadonlySet<CandidateDoubt['code']> = new Set(['unsure', 'weak-cue', 'earlier-cue']);

/**
 * The figure without the doubts that others settle; undefined when that changes nothing. Where another figure of the sentence
 * states a subject beyond doubt, a weaker word does; where one tells whom the text is about ("worth $38bn over ten years"),
 * those of another kind are about that one too. A set of names tells that itself by those of them that are on record.
 */
function withoutSettled(
  weighed: WeighedFigure,
  { stated, told }: Settled,
): WeighedFigure | undefined {
  const { figure, from } = weighed.figure;
  if (stated.size === 0 && told.size === 0 && figure.kind !== 'name') return undefined;
  const isTold = (subject: string): boolean => {
    const kinds = told.get(subject);
    return kinds !== undefined && (kinds.size > 1 || !kinds.has(figure.kind));
  };
  const isSettled = (
    { statement, fit, cue }: BoundCandidate,
    { code }: CandidateDoubt,
  ): boolean => {
    const { subject } = statement;
    if (code === 'earlier-cue') return isPartlyIn(figure, statement);
    if (code !== 'weak-cue' && code !== 'unsure') return false;
    if (isTold(subject) || isPartlyIn(figure, statement))
      return code === 'unsure' ? fit !== 'finer' : figure.kind !== 'date' || cue.to === from;
    return code === 'weak-cue' && stated.has(subject);
  };
  const isDoubtful = (candidate: BoundCandidate): boolean => {
    const { subject } = candidate.statement;
    const isKnown =
      stated.has(subject) || isTold(subject) || isPartlyIn(figure, candidate.statement);
    return isKnown && candidate.doubts().some((doubt) => isSettled(candidate, doubt));
  };
  if (!weighed.candidates.some(isDoubtful)) return undefined;
  const candidates = weighed.candidates.map((candidate) =>
    isDoubtful(candidate)
      ? {
          ...candidate,
          doubts: once(() => candidate.doubts().filter((doubt) => !isSettled(candidate, doubt))),
        }
      : candidate,
  );
  return { ...weighed, candidates };
}

/** Weigh a figure, in the order of price: most figures have no word near them that names anything on record. */
export function weighFigure(scope: Scope, figure: PlacedFigure): WeighedFigure {
  const nothing = { figure, named: [], words: NO_TIMES, candidates: [], doubts: [] };
  if (isRelativeTime(figure) && !isOfMonth(scope, figure)) return nothing;
  const named = propertiesNamed(scope, figure).filter(
    ({ property, cue }) => !(property.signed && isLevelOf(scope, figure, cue)),
  );
  const implied = named.length === 0 ? propertiesImplied(scope, figure) : [];
  if (named.length + implied.length === 0) return nothing;
  const words = timeWordsOf(scope, figure);
  const found = findCandidates(scope, figure, named, words);
  const candidates =
    found.length > 0
      ? found
      : findCandidates(
          scope,
          figure,
          named.length > 0 ? propertiesImplied(scope, figure) : implied,
          words,
        ).filter(isImplied);
  if (candidates.length === 0) return { ...nothing, named, words };
  const { tokens } = scope.reading;
  const doubts = scope.isTakenBack
    ? [TAKEN_BACK]
    : doubtsAbout(tokens, scope.sentence, figure, knownRefs(scope));
  const [nearest] = named;
  const left = nearest ? doubtsLeft(doubts, tokens, figure, nearest.cue) : doubts;
  return { figure, named, words, candidates, doubts: left };
}

/** What no word names has to be the very number on record, of those who are named without doubt. */
function isImplied({ fit, doubts }: BoundCandidate): boolean {
  return fit === 'equal' && doubts().every(({ code }) => code === 'weak-cue');
}

const TAKEN_BACK: Doubt = { code: 'denied', text: 'The text takes it back' };

function timeWordsOf(scope: Scope, figure: PlacedFigure): TimeWords {
  const columnTimes = scope.columnTimes.filter((time) =>
    Number.isFinite(distance(scope, time, figure)),
  );
  return timesFor(
    scope.reading.tokens,
    scope.sentence,
    figure,
    scope.figures,
    scope.attachment,
    [...scope.times, ...columnTimes],
    scope.discourse.day,
  );
}

function isRelativeTime({ figure }: PlacedFigure): boolean {
  return figure.dateParts.some(({ part }) => part === 'relative');
}

/** "Last month" may say what is on record; a week or a year is too short or too long to be told by. */
function isOfMonth({ reading: { tokens } }: Scope, { to }: PlacedFigure): boolean {
  return tokens[to - 1]?.lower === 'month';
}

/** Whether it is what is on record, by a strong word and without a doubt: a relative time claims nothing else. */
function isPlainlyRight({ bound }: Choice): boolean {
  if (!bound) return false;
  const { fit, cue, doubts } = bound.candidate;
  return isCompatible(fit) && cue.strength === 'strong' && doubts().length === 0;
}

/** Bind a figure by what it was weighed against, whatever the others of its sentence say. */
export function bindFigure(scope: Scope, weighed: WeighedFigure): Binding {
  const { figure, candidates } = weighed;
  const chosen = choose(scope, weighed);
  const choice =
    isRelativeTime(figure) && !isPlainlyRight(chosen)
      ? leave('A relative time says when, and claims nothing itself')
      : chosen;
  const { bound, outcome } = choice;
  return { figure, bound, outcome, candidates: () => candidates.slice(0, SHOWN).map(toCandidate) };
}

/** Candidates that `explain` shows. */
const SHOWN = 5;

function toCandidate({ statement, cost, reasons, doubts }: BoundCandidate): Candidate {
  const against = doubts().map(({ code, text }) => ({ code, text, weight: 0 }));
  return { statement: statement.id, score: ACCEPT - cost, reasons: [...reasons(), ...against] };
}

/** How near a date must stand to a figure to be the time of that one and no claim of its own. */
const TIME_OF = 6;

/** A date that does not fit and says when another figure of the sentence holds is no claim of its own. */
function asTimeOnly(scope: Scope, binding: Binding, all: readonly Binding[]): Binding {
  const { bound, figure } = binding;
  if (!bound || figure.figure.kind !== 'date' || isCompatible(bound.candidate.fit)) return binding;
  const before = scope.reading.tokens[figure.from - 1]?.lower ?? '';
  const { cue, doubts } = bound.candidate;
  const isGap = /^(?:in|on|by)$/.test(scope.reading.tokens[cue.to]?.lower ?? '');
  const isLed =
    cue.strength === 'strong' && cue.flat === null && cue.to + (isGap ? 1 : 0) === figure.from;
  if ((before === 'since' || isLed) && doubts().length === 0) return binding;
  const dated = all.find(
    (other) =>
      other.figure.figure.kind !== 'date' &&
      scope.attachment.cost(figure, other.figure) <= TIME_OF &&
      (other.bound
        ? other.bound.candidate.property.varies !== 'fixed'
        : cue.strength === 'weak' && other.figure.to <= figure.from),
  );
  if (!dated) return binding;
  // "Adding 1 GW a week by 2035": until when, of what the other figure is right about.
  const isDeadline =
    before === 'by' &&
    cue.strength === 'strong' &&
    doubts().length === 0 &&
    dated.bound?.candidate.statement.subject === bound.candidate.statement.subject &&
    isCompatible(dated.bound.candidate.fit);
  if (isDeadline) return binding;
  return {
    ...binding,
    bound: null,
    outcome: `It says when "${dated.figure.figure.surface}" holds`,
  };
}

/** "Commitments of $1.4 trillion over eight years": how long the amount before is spread over, and no term of another deal. */
function asStretchOnly(
  { reading: { tokens } }: Scope,
  binding: Binding,
  all: readonly Binding[],
): Binding {
  const { bound, figure } = binding;
  if (!bound || figure.figure.kind !== 'duration' || isCompatible(bound.candidate.fit))
    return binding;
  const amount = all.findLast((one) => one.figure.to <= figure.from);
  if (amount?.figure.figure.kind !== 'money') return binding;
  const between = tokens.slice(amount.figure.to, figure.from);
  const isSpread =
    between.length <= STRETCH_REACH &&
    SPREADING.has(between[0]?.lower ?? '') &&
    between.every(({ kind }) => kind === 'word');
  if (!isSpread || amount.bound?.candidate.statement.subject === bound.candidate.statement.subject)
    return binding;
  const outcome = `It says how long "${amount.figure.figure.surface}" is spread over`;
  return { ...binding, bound: null, outcome };
}

/** "Spread over the next". */
const STRETCH_REACH = 4;
const SPREADING: ReadonlySet<string> = new Set('over across spread for in'.split(' '));

/**
 * When another figure of the sentence states the same thing rightly, or nearer, a second one that does not fit is about
 * something else.
 */
function withoutSecondGuess(scope: Scope, binding: Binding, all: readonly Binding[]): Binding {
  const bound = binding.bound;
  if (!bound || isCompatible(bound.candidate.fit)) return binding;
  const better = all.find((other) => {
    if (
      other === binding ||
      !other.bound ||
      !isSameQuestion(other.bound.candidate, bound.candidate) ||
      isOfAnotherTime(other.bound.candidate, bound.candidate) ||
      isConversion(scope, binding.figure, other.figure)
    )
      return false;
    const { fit, cost, cueCost, cue } = other.bound.candidate;
    // "Burned $5.2 billion; stock-based pay came to $2.5 billion": the word beside the first is not the second's.
    const isFarther =
      isSameSpan(cue, bound.candidate.cue) && cueCost > bound.candidate.cueCost + FARTHER;
    return isFarther ? false : isCompatible(fit) || cost < bound.candidate.cost;
  });
  if (!better) return binding;
  return {
    ...binding,
    bound: null,
    outcome: `"${better.figure.figure.surface}" states ${bound.candidate.statement.id} already`,
  };
}

/** How much farther off a word stands from the figure that is not the one it is said of. */
const FARTHER = 8;

/** Whether the text itself tells the times of two statements apart, or of one that the first figure is right about. */
function isOfAnotherTime(one: BoundCandidate, other: BoundCandidate): boolean {
  if (one.statement.time === other.statement.time) return false;
  const named = [one, other].filter(({ time }) => time === 'named').length;
  return named === 2 || (named === 1 && isCompatible(one.fit));
}

/** "$38bn (£29bn)": the same amount in another unit, in brackets behind the first. */
function isConversion(
  { reading: { tokens } }: Scope,
  one: PlacedFigure,
  other: PlacedFigure,
): boolean {
  if (one.figure.unit === other.figure.unit) return false;
  const [first, second] = one.from < other.from ? [one, other] : [other, one];
  return tokens[first.to]?.text === '(' && second.from - first.to <= CONVERSION_REACH;
}

/** An opening bracket, and perhaps "about" or "or". */
const CONVERSION_REACH = 3;
