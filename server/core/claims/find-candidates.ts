import type { Property, Statement } from '../facts/fact-base.ts';
import { statementsAbout } from '../facts/index-facts.ts';
import type { Figure } from '../figures/figure.ts';
import {
  FALLS,
  FINITE_VERBS,
  FUNCTION_WORDS,
  isVerbForm,
  NEUTRAL_MODIFIERS,
  PART_NOUNS,
  PARTITIVES,
  RISES,
} from '../mentions/english.ts';
import { once } from '../text/once.ts';
import type { Token } from '../text/tokens.ts';
import { isLed, type PlacedFigure, type TokenRange } from './attachment.ts';
import type { Reason } from './claim.ts';
import type { Ref } from './discourse.ts';
import { family, type Participation, participationOf, strangerBetween } from './evidence.ts';
import { type Direction, type Fit, fitOf } from './fits.ts';
import { rateOf } from './modality.ts';
import { type Cue, distance, type Scope } from './scope.ts';
import { type TimeFit, type TimeWords, timeFitOf } from './stated-time.ts';

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
  /** What forbids to call the figure wrong; empty when it may be. Like the reasons, looked for when first asked for. */
  readonly doubts: () => readonly CandidateDoubt[];
  readonly reasons: () => readonly Reason[];
}

/** Why a figure that does not fit a statement may be about something else. */
export interface CandidateDoubt {
  readonly code:
    | 'unsure'
    | 'unnamed'
    | 'stranger'
    | 'weak-cue'
    | 'other-whole'
    | 'late-cue'
    | 'several'
    | 'other-clause'
    | 'other-thing'
    | 'earlier-cue'
    | 'narrowed';
  readonly text: string;
}

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
const CUE_REACH = 30;
/** What it costs that a clause of its own begins between a figure and a cue after it. */
const BEHIND = 8;
/** How near a cue must stand to bear out another. */
const COUNT_REACH = 14;
/** A cue goes on holding for the figures of a list: each one between costs little. */
const LISTED = 2;

/** The properties that the cues near a figure name, nearest first. */
export function propertiesNamed(scope: Scope, figure: PlacedFigure): readonly NamedProperty[] {
  const best = new Map<string, NamedProperty>();
  const isChange = isAmountOfChange(scope, figure);
  for (const cue of scope.cues) {
    const property = scope.facts.properties.get(cue.property);
    if (!property || !takes(property, figure.figure) || (isChange && isLevel(property))) continue;
    const apart = distance(scope, cue, figure, cue.to <= figure.from ? LISTED : undefined);
    const isBehind =
      cue.from >= figure.to && isBehindClause(scope.reading.tokens, figure.to, cue.from);
    const near = isBehind ? apart + BEHIND : apart;
    const base = Number.isFinite(apart) ? (cue.flat ?? near) : apart;
    const isGrammar = cue.strength === 'weak' && FUNCTION_WORDS.has(cue.surface.toLowerCase());
    if (base > CUE_REACH || (isGrammar && (base > 1 || cue.to > figure.from))) continue;
    const owner = cue.flat === null && isOwned(scope, cue, figure, base) ? OWNED : 0;
    const cost =
      base + owner + (cue.strength === 'weak' ? WEAK : 0) - (cue.to - cue.from - 1) * LONG_CUE;
    const known = best.get(property.id);
    if (known && cue.isEarlier && !known.cue.isEarlier) continue;
    const isFresh = known?.cue.isEarlier && !cue.isEarlier;
    const counted = base <= COUNT_REACH ? 1 : 0;
    const count = isFresh ? 1 : (known?.count ?? 0) + counted;
    if (!known || isFresh || cost < known.cost)
      best.set(property.id, { property, cost, cue, count });
    else best.set(property.id, { ...known, count });
  }
  if (best.size === 0) return [];
  return withoutMereGrammar([...best.values()])
    .map((named) => ({ ...named, cost: named.cost - Math.min(2, named.count - 1) * MORE_CUES }))
    .sort((one, other) => one.cost - other.cost);
}

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
function withoutMereGrammar(named: readonly NamedProperty[]): readonly NamedProperty[] {
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
function isOwned(scope: Scope, cue: Cue, figure: PlacedFigure, cost: number): boolean {
  return scope.figures.some((other) => {
    if (other.index === figure.index || other.figure.kind !== figure.figure.kind) return false;
    const isInSentence = scope.sentence.from <= other.from && other.to <= scope.sentence.to;
    const isListed = cue.to <= other.from && other.to <= figure.from;
    return isInSentence && !isListed && distance(scope, cue, other) + 1 < cost;
  });
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

/** Every statement that the words around a figure may mean, nearest first. */
export function findCandidates(
  scope: Scope,
  figure: PlacedFigure,
  named: readonly NamedProperty[],
  words: TimeWords,
): readonly BoundCandidate[] {
  const direction = directionOf(scope, figure);
  const rate = rateFor(scope, figure);
  const candidates: BoundCandidate[] = [];
  for (const subject of scope.subjects) {
    const about = scope.facts.about.get(subject);
    if (!about) continue;
    const placing = placings(scope, figure);
    for (const one of named) {
      for (const statement of about.get(one.property.id) ?? []) {
        const fit = fitOf(figure.figure, direction, statement, one.property);
        if (fit === 'incomparable' || !isRateRight(scope, one, rate)) continue;
        const candidate = weigh(scope, figure, one, statement, words, fit, placing);
        if (candidate) candidates.push(candidate);
      }
    }
  }
  return candidates.sort((one, other) => one.cost - other.cost);
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

/** The placing of each statement of one subject, made once where no qualifier tells them apart. */
function placings(scope: Scope, figure: PlacedFigure): (statement: Statement) => Placing {
  let shared: Placing | undefined;
  return (statement) => {
    const isOwn = (scope.facts.properties.get(statement.property)?.requires.length ?? 0) > 0;
    if (shared && !isOwn) return shared;
    const participation = participationOf(scope, statement, figure);
    const stranger = strangerBetween(scope, participation, statement, figure);
    const placing = { participation, stranger };
    if (!isOwn) shared = placing;
    return placing;
  };
}

function weigh(
  scope: Scope,
  figure: PlacedFigure,
  { property, cost: cueCost, cue, count }: NamedProperty,
  statement: Statement,
  words: TimeWords,
  fit: Fit,
  placing: (statement: Statement) => Placing,
): BoundCandidate | undefined {
  const { participation, stranger } = placing(statement);
  if (isOtherItem(scope, statement)) return undefined;
  const required = property.requires.some((name) => statement.qualifiers[name] === undefined);
  if (required || (participation.missing && !isWeaklyNamed(participation.nearest)))
    return undefined;
  const stated = timeFitOf(statement, property, words, scope.asOf);
  const time = stated === 'unstated' && isDayOfEvent(scope, statement, figure) ? 'named' : stated;
  const reasons = once((): readonly Reason[] => [
    {
      code: `cue-${cue.strength}`,
      text: `"${cue.surface}" names the ${property.label}`,
      weight: -cueCost,
    },
    ...participation.reasons(),
    ...timeReasons(time, statement),
  ]);
  const isDated = time === 'named' && words.times.length > 0;
  const doubts = once((): readonly CandidateDoubt[] => [
    ...subjectDoubts(participation, stranger?.name, !isOnesOwn(scope, cue)),
    ...cueDoubts(scope, figure, { property, cue, count, cost: cueCost }, statement, isDated),
  ]);
  const missingCost = participation.missing ? MISSING : 0;
  const subjectCost = participation.missing ? participation.nearest : participation.cost;
  const cost =
    cueCost +
    subjectCost +
    missingCost +
    (time === 'named' && property.kind !== 'date' ? -NAMED_TIME : 0) +
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
    doubts,
    reasons,
  };
}

/**
 * Whether the sentence speaks of an event that the record dates to the statement's day: "on the day of the announcement".
 * The event is a deal that is named or in focus, or one of a party named here, by a cue of its date.
 */
function isDayOfEvent(scope: Scope, { time, subject }: Statement, figure: PlacedFigure): boolean {
  if (time === null || time.length !== ISO_DAY_LENGTH) return false;
  if (isWithinDay(scope))
    return [...scope.deals, ...scope.discourse.deals].some((deal) => isDated(scope, deal, time));
  const cues = scope.cues.filter((cue) => {
    const isDate = scope.facts.properties.get(cue.property)?.kind === 'date';
    if (!isDate || FUNCTION_WORDS.has(cue.surface.toLowerCase())) return false;
    return cue.flat === null ? distance(scope, cue, figure) <= EVENT_REACH : !cue.isEarlier;
  });
  if (cues.length === 0) return false;
  const parties = new Set([subject, ...scope.refs.flatMap(({ entities }) => entities)]);
  const deals = [...parties].flatMap((id) => scope.facts.dealsByParty.get(id) ?? []);
  return [...scope.deals, ...deals].some((deal) =>
    cues.some(({ property }) =>
      statementsAbout(scope.facts, deal ?? '', property).some(({ time: day }) => day === time),
    ),
  );
}

/** "In a single day", "overnight": the day of what the text is about. */
function isWithinDay({ reading: { tokens }, sentence }: Scope): boolean {
  for (let at = sentence.from; at < sentence.to; at++) {
    const { lower = '' } = tokens[at] ?? {};
    if (lower === 'overnight') return true;
    if (lower !== 'day') continue;
    const before = [tokens[at - 2]?.lower, tokens[at - 1]?.lower];
    const isOne = /^(?:a|one|single|that|same)$/.test(before[1] ?? '');
    if (isOne && /^(?:in|a|one|within|the|on)$/.test(before[0] ?? '')) return true;
  }
  return false;
}

/** Whether a deal is dated to a day on record. */
function isDated({ facts }: Scope, deal: string | null, day: string): boolean {
  const stated = deal === null ? [] : [...(facts.about.get(deal)?.values() ?? [])].flat();
  return stated.some(
    ({ time, property }) => time === day && facts.properties.get(property)?.kind === 'date',
  );
}

/**
 * Whether an item of a list or a row of a table names another party than a deal has: "Borealis: $300 billion" under "What Acme
 * owes" is not of the deal that an item before it was about.
 */
function isOtherItem({ facts, refs, isListed, cells }: Scope, { subject }: Statement): boolean {
  const parties = facts.entities.get(subject)?.parties ?? [];
  if (parties.length === 0 || !(isListed || cells.length > 1)) return false;
  const named = refs.filter(({ sure, attributive }) => sure && !attributive);
  const isParty = (id: string): boolean => family(facts, id).some((one) => parties.includes(one));
  const companies = named
    .flatMap(({ entities }) => entities)
    .filter((id) => family(facts, id).some((one) => facts.dealsByParty.has(one)));
  return companies.length > 0 && !companies.some(isParty);
}

/** How far from a figure the word for an event may stand for the figure to be of its day. */
const EVENT_REACH = 14;

const ISO_DAY_LENGTH = '2025-11-03'.length;

const MISSING = 20;
const NAMED_TIME = 4;
const STRANGER = 6;

/** A deal of which one party alone is named may still be meant: enough to support a figure, never to call it wrong. */
function isWeaklyNamed(nearest: number): boolean {
  return nearest <= CUE_REACH;
}

function doubt(code: CandidateDoubt['code'], applies: boolean, text: string) {
  return applies ? [{ code, text }] : [];
}

function subjectDoubts(
  { sure, missing, isContext }: Participation,
  stranger: string | undefined,
  isAnyones: boolean,
): readonly CandidateDoubt[] {
  const isUnsure = !sure || (isContext && isAnyones);
  return [
    ...doubt('unsure', isUnsure, 'it is not certain whom the sentence is about'),
    ...doubt('unnamed', missing, 'not everyone it is about is named'),
    ...doubt('stranger', stranger !== undefined, `"${stranger}" stands nearer to the figure`),
  ];
}

/**
 * Whether a sentence that names nobody goes on about whoever was named before: it opens with "it", is an item or a row, says
 * "its" before the cue, or opens a clause with the cue ("Net debt stood at"). "Advertising brought in" and "a valuation of" do not.
 */
function isOnesOwn(
  { reading: { tokens }, sentence, ...scope }: Scope,
  { from, to, flat }: Cue,
): boolean {
  if (tokens[to]?.lower === 'of' && /^(?:the|a|an|this)$/.test(tokens[to + 1]?.lower ?? ''))
    return false;
  if (flat !== null || scope.pointsBack || scope.isListed || scope.cells.length > 1) return true;
  for (let at = from - 1; at >= sentence.from; at--) {
    const { kind, lower = '', text = '' } = tokens[at] ?? {};
    if (/^(?:its|their|his|her|whose)$/.test(lower)) return true;
    if (ANYONES.test(lower) || (lower === 'there' && at === sentence.from)) return false;
    if (text === ',' && isIntroduction(tokens, sentence, at)) return true;
    if (/^(?:[;:—–(]|and|but|while|although|with)$/.test(text)) return true;
    const isOpening =
      FUNCTION_WORDS.has(lower) || NEUTRAL_MODIFIERS.has(lower) || /ly$/.test(lower);
    if (kind === 'word' && !isOpening && !isInFigure(scope, at)) return false;
  }
  return true;
}

/** "In the first half," and the like: what stands before the clause proper. */
function isIntroduction(tokens: readonly Token[], { from }: TokenRange, comma: number): boolean {
  const isLed =
    /^(?:in|on|at|by|for|during|after|before|over|with|despite|since|according|meanwhile|still|overall|however|again)$/.test(
      tokens[from]?.lower ?? '',
    );
  return (
    isLed &&
    tokens.slice(from, comma).every(({ lower, text }) => text !== ',' && !isVerbForm(lower))
  );
}

const ANYONES =
  /^(?:a|an|any|every|each|another|average|typical|most|many|some|global|industry|other)$/;

function isInFigure({ figures }: Pick<Scope, 'figures'>, at: number): boolean {
  return figures.some(({ from, to }) => from <= at && at < to);
}

function cueDoubts(
  scope: Scope,
  figure: PlacedFigure,
  { property, cue, count }: NamedProperty,
  statement: Statement,
  isDated: boolean,
): readonly CandidateDoubt[] {
  const narrowing =
    narrowedBy(scope, cue) ?? partOf(scope, cue) ?? partBefore(scope, figure, property);
  const whole = wholeOf(scope, figure, statement);
  const isMoved = figure.figure.direction !== 0 || movementOf(scope, figure).direction !== 0;
  const isMove = property.signed && isMoved && (isDated || isPlainMove(scope, figure, cue));
  const isWeak =
    cue.strength === 'weak' &&
    count < 2 &&
    whole !== 'own' &&
    !isMove &&
    !isBetweenParties(scope, figure, statement);
  const words = `"${cue.surface}"`;
  return [
    ...doubt('weak-cue', isWeak, `${words} alone does not name the ${property.label}`),
    ...doubt('other-whole', whole === 'other', 'it is a share of something else'),
    ...doubt(
      'late-cue',
      isAfterthought(scope, figure, cue),
      `${words} comes too long after the figure`,
    ),
    ...doubt('other-thing', isOfOtherThing(scope, cue, statement), `${words} is said of a thing`),
    ...doubt('other-clause', isOfOtherClause(scope, figure, cue), `${words} is said of another`),
    ...doubt('several', isOfSeveral(scope, cue, statement), `${words} speaks of more than one`),
    ...doubt('earlier-cue', cue.isEarlier, 'what it is a figure of is said only before'),
    ...doubt('narrowed', narrowing !== undefined, `"${narrowing}" narrows it to a part`),
  ];
}

/** "Acme fell 2.2%": a name, a verb of moving and the figure, side by side. */
function isPlainMove(scope: Scope, figure: PlacedFigure, cue: Cue): boolean {
  const isBeside = (ref: Ref): boolean =>
    ref.sure && ref.to <= cue.from && distance(scope, ref, figure) <= PLAIN_REACH;
  return cue.to === figure.from && scope.refs.some(isBeside);
}

/** A name, perhaps with an insertion behind it, and the verb. */
const PLAIN_REACH = 2;

/** "Acme has committed $5bn, and Borealis has raised $4bn": another subject with a verb of its own begins after the cue. */
function isOfOtherClause(
  { refs, reading: { tokens } }: Scope,
  figure: PlacedFigure,
  cue: Cue,
): boolean {
  if (cue.flat !== null) return false;
  if (cue.from >= figure.to) return isBehindClause(tokens, figure.to, cue.from);
  return refs.some(({ from, to, attributive, possessive }) => {
    if (from <= cue.to || to > figure.from || attributive || possessive) return false;
    const joint = tokens[from - 1]?.lower === 'the' ? from - 2 : from - 1;
    const opens = /^(?:and|but|while|whereas)$/.test(tokens[joint]?.lower ?? '');
    const isApart = opens && /^[,;]$/.test(tokens[joint - 1]?.text ?? '');
    return isApart && tokens.slice(to, figure.from).some(({ lower }) => isVerbForm(lower));
  });
}

/** "The first company worth …": the noun that a cue follows is of another type than what the statement is about. */
function isOfOtherThing({ facts, mentions }: Scope, cue: Cue, { subject }: Statement): boolean {
  const type = facts.entities.get(subject)?.type;
  const noun =
    cue.flat === null && mentions.find(({ to, kind }) => to === cue.from && kind === 'noun');
  if (!noun) return false;
  return (
    noun.meanings.every((meaning) => meaning.kind === 'noun' && meaning.type !== type) &&
    !noun.definite
  );
}

/** "In almost three years, and the contract …": a clause of its own begins before the cue. */
function isBehindClause(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to - 1; at++) {
    const opens = /^[,;]$/.test(tokens[at]?.text ?? '');
    if (opens && /^(?:and|but|while|whereas|so)$/.test(tokens[at + 1]?.lower ?? '')) return true;
  }
  return false;
}

/** "Commitments", "these deals": a plural is no value of a single one. */
function isOfSeveral({ facts, reading }: Scope, cue: Cue, { subject }: Statement): boolean {
  const isDeal = (facts.entities.get(subject)?.parties.length ?? 0) > 0;
  if (!isDeal || cue.flat !== null || !reading.tokens[cue.to - 1]?.lower.endsWith('s'))
    return false;
  return reading.mentions.some(
    ({ from, to, meanings }) =>
      from === cue.from &&
      to === cue.to &&
      meanings.some((meaning) => meaning.kind === 'noun' && facts.dealTypes.has(meaning.type)),
  );
}

/** "Will collect $38 billion from Acme", "Borealis's $38B Acme bet": an amount that stands between the parties of a deal. */
function isBetweenParties(
  { facts, refs, reading }: Scope,
  { figure, from, to }: PlacedFigure,
  { subject }: Statement,
): boolean {
  const parties = facts.entities.get(subject)?.parties ?? [];
  const isParty = ({ entities }: Ref): boolean =>
    entities.some((id) =>
      parties.some((party) => party === id || facts.entities.get(party)?.partOf === id),
    );
  if (figure.kind !== 'money') return false;
  const isLead = /^(?:from|to|by|with|for)$/.test(reading.tokens[to]?.lower ?? '');
  const isNear = (ref: Ref): boolean =>
    ref.from <= to + (isLead ? 2 : 0) ||
    (ref.from <= to + 4 && isLed(reading.tokens, to, ref.from));
  const next = refs.find((ref) => ref.from >= to && ref.sure && isNear(ref));
  const first = refs.findLast((ref) => ref.to <= from && ref.sure && isParty(ref));
  if (!next || !first || !isParty(next)) return false;
  return isLead || from - first.to <= (first.possessive ? 1 : 0);
}

/**
 * "$5 billion a year" is no value of the whole contract, and a yearly goal needs its "a year". What is reported by the
 * quarter may be called quarterly.
 */
function isRateRight(
  { facts }: Scope,
  { property: { per, varies, subjectTypes }, cue }: NamedProperty,
  rate: string,
): boolean {
  if (rate === 'one') return !subjectTypes.some((type) => facts.dealTypes.has(type));
  const stated = rate === 'qtr' && varies === 'by-period' ? '' : rate;
  return stated === per || /week|year|annual|month|day|daily/.test(cue.surface.toLowerCase());
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

/** How far after a figure a cue may stand to call it wrong. */
const AFTER_REACH = 9;

/** "$12 billion – what the company lost": a figure that is set before what it is a figure of. */
function isLabel({ reading: { tokens }, sentence }: Scope, { from, to }: PlacedFigure): boolean {
  return from === sentence.from && /^[–—:]$/.test(tokens[to]?.text ?? '');
}

function isAfterthought(scope: Scope, figure: PlacedFigure, cue: Cue): boolean {
  if (isLabel(scope, figure)) return false;
  return cue.flat === null && cue.from >= figure.to && distance(scope, cue, figure) > AFTER_REACH;
}

/** How many words after "of" say what a percentage is a share of. */
const WHOLE_REACH = 7;

/**
 * Whether a percentage is said to be a share, and of what: of what the statement is about ("of the cloud market"), or of
 * something else ("of Amazon's operating profit").
 */
function wholeOf(
  { reading, facts }: Scope,
  { figure, to }: PlacedFigure,
  statement: Statement,
): 'own' | 'other' | 'unsaid' {
  const { tokens } = reading;
  if (figure.kind !== 'percent' || tokens[to]?.lower !== 'of') return 'unsaid';
  if (tokens[to + 1]?.lower === 'the' && tokens[to + 2]?.lower === 'time') return 'unsaid';
  let end = to + 1;
  while (end < tokens.length && end <= to + WHOLE_REACH && tokens[end]?.kind !== 'mark') end++;
  const qualified = Object.values(statement.qualifiers);
  const isOwn = reading.mentions.some(
    ({ from, meanings }) =>
      to <= from &&
      from < end &&
      meanings.some((meaning) => {
        if (meaning.kind === 'cue') return meaning.property === statement.property;
        if (meaning.kind === 'noun')
          return qualified.some((id) => facts.entities.get(id)?.type === meaning.type);
        return qualified.includes(meaning.entity);
      }),
  );
  return isOwn ? 'own' : 'other';
}

/** The word before a noun cue that narrows it to a part ("advertising sales"), or undefined. */
function narrowedBy({ reading }: Scope, cue: Cue): string | undefined {
  if (cue.flat !== null || cue.strength === 'weak') return undefined;
  const before = reading.tokens[cue.from - 1];
  if (before?.kind !== 'word' || before.text !== before.lower || !before.spaced) return undefined;
  if (FUNCTION_WORDS.has(before.lower) || NEUTRAL_MODIFIERS.has(before.lower)) return undefined;
  if (RISES.has(before.lower) || FALLS.has(before.lower) || /(?:ed|ly|ing)$/.test(before.lower))
    return undefined;
  const isMentioned = reading.mentions.some(({ from, to }) => from < cue.from && cue.from - 1 < to);
  const isFigure = reading.figures.some(
    ({ span }) => span.start <= before.start && before.end <= span.end,
  );
  return isMentioned || isFigure || !NARROWED_NOUNS.test(cue.surface.toLowerCase())
    ? undefined
    : before.text;
}

/** "Its part of Acme's losses": what is before the "of" that leads to a cue. */
function partOf({ reading: { tokens }, sentence }: Scope, { from, flat }: Cue): string | undefined {
  if (flat !== null) return undefined;
  for (let at = from - 1; at >= Math.max(sentence.from, from - PART_OF_REACH); at--) {
    const { kind, lower } = tokens[at] ?? {};
    if (kind === 'mark' || kind === 'number') return undefined;
    if (lower !== 'of') continue;
    const part = tokens[at - 1];
    return PARTITIVES.has(part?.lower ?? '') ? part?.text : undefined;
  }
  return undefined;
}

const PART_OF_REACH = 5;

/** How far before an amount the part that it is the worth of may stand, in tokens. */
const PART_REACH = 10;

/** "A stake it values at $135bn": the part of someone that an amount is of, unless the property itself is of such parts. */
function partBefore(
  { reading, sentence }: Scope,
  { figure, from }: PlacedFigure,
  { id }: Property,
): string | undefined {
  if (figure.kind !== 'money') return undefined;
  const names = (at: number): boolean =>
    reading.mentions.some(
      (mention) =>
        mention.from <= at &&
        at < mention.to &&
        mention.meanings.some((meaning) => meaning.kind === 'cue' && meaning.property === id),
    );
  for (let at = from - 1; at >= Math.max(sentence.from, from - PART_REACH); at--) {
    const { lower = '', text } = reading.tokens[at] ?? {};
    if (PART_NOUNS.has(lower) && !names(at)) return text;
    const isLink = /^(?:is|was|are|were|has|had|been|now)$/.test(lower);
    if (/^[;.:—]$/.test(text ?? '') || (FINITE_VERBS.has(lower) && lower !== 'and' && !isLink))
      return undefined;
  }
  return undefined;
}

/** Nouns of money that parts of a business have as well as the whole. */
const NARROWED_NOUNS =
  /(?:revenue|revenues|sales|income|profit|profits|turnover|growth|spending|loss|losses|earnings)$/;

/** How far before a figure the verb of its move may stand, in tokens. */
const VERB_REACH = 7;

/** Whether the words before a figure say it fell or rose; the word itself is at `verb`. */
export function movementOf(
  { reading, sentence }: Scope,
  figure: PlacedFigure,
): { direction: Direction; verb: number } {
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
