import type { FactBase, Statement } from '../facts/fact-base.ts';
import { family } from '../facts/index-facts.ts';
import { PAUSES, PRESENT_MARKERS } from '../mentions/english.ts';
import type { Token } from '../text/tokens.ts';
import { isLed, isWithin, type PlacedFigure } from './attachment.ts';
import type { Reason } from './claim.ts';
import type { Ref } from './discourse.ts';
import { isNamedAside } from './named-aside.ts';
import { distance, type Scope, surfaceOf } from './scope.ts';
import { signOf, signsIn } from './word-signs.ts';

/** How well the draft says that a figure is about someone. */
export interface Evidence {
  readonly cost: number;
  /** `sentence`: named or described in it; `focus`: the deal spoken of; `context`: heard before; `none`. */
  readonly where: 'sentence' | 'focus' | 'context' | 'none';
  readonly sure: boolean;
  /** In words, for whoever asks. */
  readonly reason: () => Reason;
}

/** What the name of a person costs as that of the company the person leads. */
const IMPLIED = 3;
/** What it costs that a name belongs to a clause behind the figure's own. */
const LATER = 8;
/** What the name of a whole costs for what is on record of its part alone: enough to support it, never to contradict. */
const WHOLE = 6;
/** What a parent's name costs as the name of its part. */
const PARENT = 2;
const PRONOUN_CONTEXT = 9;
const CONTEXT = 12;
const CONTEXT_STEP = 3;
const CONTEXT_STEPS = 3;
const HEADING = 13;
const FOCUS = 6;
/** What it costs that someone was named where the text began and not since: enough to support a figure. */
const LEAD = 21;

/** Few stand around a figure: a list is searched sooner than a map is made. */
interface KnownEvidence {
  readonly entity: string;
  readonly part: 'party' | 'subject' | 'qualifier';
  readonly evidence: Evidence;
}

/** A figure and those whom its sentence names, with what was found of them: it is weighed for many statements. */
export interface Surroundings {
  readonly figure: PlacedFigure;
  /** What it costs that the figure is about whom a ref means; by index, as far as it was asked for. */
  readonly costs: (number | undefined)[];
  /** The same with other figures between counted in full. */
  readonly plainCosts: (number | undefined)[];
  /** Whether a ref stands in a clause behind the figure's own. */
  readonly behind: (boolean | undefined)[];
  /** Whether it is certain whom each ref means, so that evidence for someone is the same for every statement. */
  readonly isCertain: boolean;
  /** That evidence, by the part that someone has in a statement: nothing else of the statement may bear on it then. */
  readonly known: KnownEvidence[];
}

export function surroundingsOf({ refs }: Scope, figure: PlacedFigure): Surroundings {
  return {
    figure,
    costs: [],
    plainCosts: [],
    behind: [],
    isCertain: refs.every(({ sure, entities }) => sure || entities.length === 0),
    known: [],
  };
}

/** The best evidence that a figure is about an entity. */
function evidenceFor(
  scope: Scope,
  entity: string,
  statement: Statement,
  around: Surroundings,
  parents: 'allowed' | 'strict',
): Evidence {
  const own = entity === statement.subject ? 'subject' : 'qualifier';
  const part = parents === 'allowed' ? 'party' : own;
  for (const known of around.known)
    if (known.entity === entity && known.part === part) return known.evidence;
  const evidence = bestEvidence(scope, entity, statement, around, parents);
  if (around.isCertain) around.known.push({ entity, part, evidence });
  return evidence;
}

function bestEvidence(
  scope: Scope,
  entity: string,
  statement: Statement,
  around: Surroundings,
  parents: 'allowed' | 'strict',
): Evidence {
  const inSentence = bestRef(scope, entity, statement, around, parents);
  if (inSentence?.sure) return inSentence;
  const context = contextOf(scope, entity, parents);
  if (context.where === 'none' && inSentence) return inSentence;
  return isOneOfSeveral(scope, entity) ? { ...context, sure: false } : context;
}

/** "The startup", where two that are called so have been named: that one was does not tell which is meant. */
function isOneOfSeveral({ refs, facts, reading }: Scope, entity: string): boolean {
  return refs.some((ref) => {
    const { via, sure, entities } = ref;
    if (via !== 'description' || sure || entities.length < 2 || !entities.includes(entity))
      return false;
    const surface = surfaceOf(reading, ref).toLowerCase();
    const isCalled = (id: string): boolean =>
      facts.entities.get(id)?.called.some((one) => one.toLowerCase() === surface) === true;
    return entities.every(isCalled);
  });
}

/** What it costs that a figure is about whom a ref means. */
function costOf(scope: Scope, { figure, costs }: Surroundings, ref: Ref, index: number): number {
  const known = costs[index];
  if (known !== undefined) return known;
  const cost =
    (ref.via === 'implied' ? IMPLIED : 0) +
    distance(scope, ref, figure, ref.to <= figure.from ? LISTED : undefined) +
    afterthought(scope, ref, figure);
  costs[index] = cost;
  return cost;
}

/** The same with other figures between counted in full. */
export function plainCostOf(
  scope: Scope,
  { figure, plainCosts }: Surroundings,
  ref: Ref,
  index: number,
): number {
  const cost = plainCosts[index] ?? distance(scope, ref, figure) + afterthought(scope, ref, figure);
  plainCosts[index] = cost;
  return cost;
}

/** Whether a ref stands in a clause behind the figure's own. */
export function isBehind(
  scope: Scope,
  { figure, behind }: Surroundings,
  ref: Ref,
  index: number,
): boolean {
  const is =
    behind[index] ??
    (isOfLaterClause(scope, ref, figure) || isOfNextClause(scope.reading.tokens, figure, ref));
  behind[index] = is;
  return is;
}

function bestRef(
  scope: Scope,
  entity: string,
  statement: Statement,
  around: Surroundings,
  parents: 'allowed' | 'strict',
): Evidence | undefined {
  const { figure } = around;
  let best: Evidence | undefined;
  const parent = scope.facts.entities.get(entity)?.partOf ?? null;
  const isOpen = parents === 'strict' && hasOtherTopic(scope, entity);
  for (const [index, ref] of scope.refs.entries()) {
    const extra = matchCost(ref, entity, parent, parents);
    if (extra === undefined) continue;
    const isLater = isOpen && isBehind(scope, around, ref, index);
    const cost = costOf(scope, around, ref, index) + (isLater ? LATER : 0) + extra;
    if (!Number.isFinite(cost) || (best?.sure && best.cost <= cost)) continue;
    const sure =
      extra !== WHOLE &&
      !isNamedAside(scope, ref, figure, statement) &&
      !(ref.from === ref.to && isOfPartsRow(scope, statement)) &&
      !isLater &&
      !(isOpen && entity === statement.subject && ref.isLedIn && opensWithIt(scope)) &&
      (ref.sure ||
        isTopicAlone(scope.facts, ref, entity, statement) ||
        isOnlyNamesake(scope.facts, ref, entity, statement));
    // "With Acme, the companies said": who is named there is meant, whomever else a nearer word may mean.
    const isBetter = best?.sure === sure ? cost < best.cost : sure;
    if (best && !isBetter) continue;
    best = ofRef(scope, ref, entity, cost, sure);
  }
  return best;
}

function ofRef(scope: Scope, ref: Ref, entity: string, cost: number, sure: boolean): Evidence {
  const reason = (): Reason => {
    const how = ref.via === 'name' ? 'names' : sure ? 'means' : 'may mean';
    const text = `"${surfaceOf(scope.reading, ref)}" ${how} ${nameOf(scope, entity)}`;
    return { code: 'in-sentence', text, weight: -cost };
  };
  return { cost, where: 'sentence', sure, reason };
}

function nameOf({ facts }: Scope, entity: string): string {
  return facts.entities.get(entity)?.name ?? entity;
}

/**
 * Whether, of several that "the company" may mean, an entity is the one that the text was about, and alone has on record what
 * the statement says.
 */
function isTopicAlone(
  facts: FactBase,
  { entities, topic }: Pick<Ref, 'entities' | 'topic'>,
  entity: string,
  statement: Statement,
): boolean {
  if (topic !== entity) return false;
  return entities.every((id) => id === entity || !couldState(facts, id, entity, statement));
}

/** "The Sigrun ran aground": of the ship and the accident of that name only one can do what is said. */
function isOnlyNamesake(
  facts: FactBase,
  { entities, via }: Ref,
  entity: string,
  statement: Statement,
): boolean {
  if (via !== 'name' || entities.length < 2) return false;
  return entities.every((id) => id === entity || !couldState(facts, id, entity, statement));
}

/** Whether something like what a statement says of an entity is on record for someone else: the property, or a deal with the same. */
function couldState(
  facts: FactBase,
  id: string,
  entity: string,
  { subject, property }: Statement,
): boolean {
  const own = family(facts, id);
  const parties = facts.entities.get(subject)?.parties ?? [];
  if (parties.length === 0) return own.some((one) => facts.about.get(one)?.has(property));
  const others = parties.filter((party) => !family(facts, entity).includes(party));
  if (others.some((other) => own.includes(other))) return false;
  return own
    .flatMap((one) => facts.dealsByParty.get(one) ?? [])
    .some((deal) => facts.entities.get(deal)?.parties.some((party) => others.includes(party)));
}

/** A subject stands before its figure, unless a preposition leads to it; a date may open the sentence. */
function afterthought({ reading }: Scope, ref: Ref, figure: PlacedFigure): number {
  const isAfter = ref.from >= figure.to && figure.figure.kind !== 'date';
  return isAfter && !isLed(reading.tokens, figure.to, ref.from) ? AFTERTHOUGHT : 0;
}

const AFTERTHOUGHT = 6;
/** What another figure of the same kind costs between a subject and a figure after it. */
const LISTED = 2;

function matchCost(
  { entities }: Ref,
  entity: string,
  parent: string | null,
  parents: 'allowed' | 'strict',
): number | undefined {
  if (entities.length === 0) return undefined;
  if (entities.includes(entity)) return 0;
  if (parent === null || !entities.includes(parent)) return undefined;
  return parents === 'allowed' ? PARENT : WHOLE;
}

function contextOf(scope: Scope, entity: string, parents: 'allowed' | 'strict'): Evidence {
  const { facts, discourse, pointsBack } = scope;
  const parent = parents === 'allowed' ? (facts.entities.get(entity)?.partOf ?? null) : null;
  let heardCost = Number.POSITIVE_INFINITY;
  for (const { entities, distance } of discourse.heard) {
    if (!isAmong(entities, entity, parent)) continue;
    heardCost =
      pointsBack && distance === 1
        ? PRONOUN_CONTEXT
        : CONTEXT + Math.min(distance - 1, CONTEXT_STEPS) * CONTEXT_STEP;
    break;
  }
  const isHeading = discourse.headings.some(({ entities }) => isAmong(entities, entity, parent));
  const cost = Math.min(heardCost, isHeading ? HEADING : Number.POSITIVE_INFINITY);
  if (Number.isFinite(cost)) return ofContext(scope, entity, cost, cost === heardCost);
  return isAmong(discourse.lead, entity, parent) ? ofLead(scope, entity) : ofNothing(scope, entity);
}

function isAmong(ids: readonly string[], entity: string, parent: string | null): boolean {
  return ids.includes(entity) || (parent !== null && ids.includes(parent));
}

function ofContext(scope: Scope, entity: string, cost: number, isBefore: boolean): Evidence {
  const reason = (): Reason => {
    const text = `${nameOf(scope, entity)} was named ${isBefore ? 'before' : 'in the heading'}`;
    return { code: 'in-context', text, weight: -cost };
  };
  return { cost, where: 'context', sure: true, reason };
}

function ofLead(scope: Scope, entity: string): Evidence {
  const reason = (): Reason => {
    const text = `${nameOf(scope, entity)} was named first of all`;
    return { code: 'in-lead', text, weight: -LEAD };
  };
  return { cost: LEAD, where: 'context', sure: false, reason };
}

function ofNothing(scope: Scope, entity: string): Evidence {
  const reason = (): Reason => {
    return { code: 'not-named', text: `Nothing names ${nameOf(scope, entity)}`, weight: 0 };
  };
  return { cost: Number.POSITIVE_INFINITY, where: 'none', sure: false, reason };
}

/** Evidence for all that a statement is about: its subject, or the parties of the deal, and the entities it is qualified by. */
export interface Participation {
  readonly cost: number;
  /** Whether a claim may be called wrong on it. */
  readonly sure: boolean;
  readonly missing: boolean;
  /** Whether nobody in the sentence itself says so. */
  readonly isContext: boolean;
  readonly reasons: () => readonly Reason[];
  /** The costliest of the participants that the sentence names; for comparison with strangers. */
  readonly farthest: number;
  readonly nearest: number;
  /** That of the subject, or of the deal's nearest party. */
  readonly ofSubject: number;
  readonly entities: readonly string[];
}

/** Weigh the evidence for everyone a statement is about. */
export function participationOf(
  scope: Scope,
  statement: Statement,
  around: Surroundings,
): Participation {
  const subject = scope.facts.entities.get(statement.subject);
  const isDeal = (subject?.parties.length ?? 0) > 0;
  const subjects = isDeal && subject ? subject.parties : [statement.subject];
  const required = scope.facts.properties.get(statement.property)?.requires ?? [];
  const entities =
    required.length > 0 ? [...subjects, ...qualifiersOf(statement, required, scope)] : subjects;
  if (isDeal && scope.dealsFromFocus && scope.deals.includes(statement.subject)) {
    return inFocus(scope, statement, entities);
  }
  const found: Evidence[] = [];
  let here = 0;
  let farthest = Number.NEGATIVE_INFINITY;
  for (const entity of entities) {
    const one = evidenceFor(scope, entity, statement, around, isDeal ? 'allowed' : 'strict');
    found.push(one);
    const isHere =
      one.where === 'sentence' || (isDeal && one.where === 'context' && isMeantByIt(scope, entity));
    if (!isHere) continue;
    here++;
    farthest = Math.max(farthest, one.cost);
  }
  const isElsewhere =
    isDeal &&
    (scope.isOfPastDeal ||
      (around.figure.figure.kind !== 'name' && isOfMore(scope, subjects)) ||
      (here < found.length && isOfOtherDeals(scope, statement)));
  const [first, ...others] = found;
  const isOfOther =
    !isDeal &&
    others.length > 0 &&
    ((others.some(({ where }) => where === 'context') && namesOther(scope, entities)) ||
      (first?.where === 'context' && isLedBy(scope, entities.slice(1), around.figure)));
  let [sure, missing, nearest] = [!isElsewhere && !isOfOther, false, Number.POSITIVE_INFINITY];
  for (const one of found) {
    if (!one.sure || one.where === 'none') sure = false;
    if (one.where === 'none') missing = true;
    if (one.cost < nearest) nearest = one.cost;
  }
  return {
    cost:
      together(found) -
      (isDeal && here > 1 && farthest <= NEAR ? BOTH_NAMED : 0) +
      (isElsewhere ? ELSEWHERE : 0),
    sure: sure && isNamedEnough(scope, statement, around.figure, isDeal, here, found.length),
    missing,
    isContext: here === 0,
    reasons: reasonsOf(found),
    farthest: here === found.length ? farthest : Number.POSITIVE_INFINITY,
    nearest,
    ofSubject: isDeal ? nearest : (found[0]?.cost ?? nearest),
    entities,
  };
}

/** "Nvidia's $10 billion investment, Anthropic's chief said": whether a sentence names another one of a kind than those a statement is about. */
function namesOther({ facts, refs }: Scope, entities: readonly string[]): boolean {
  const own = entities.flatMap((id) => family(facts, id));
  const types = new Set(entities.slice(1).map((id) => facts.entities.get(id)?.type ?? ''));
  const isOther = (id: string): boolean =>
    !own.includes(id) && types.has(facts.entities.get(id)?.type ?? '');
  return refs.some(
    ({ via, entities: named }) => via === 'name' && named.length > 0 && named.every(isOther),
  );
}

/** "Acme launches a firm with a $4 billion investment": whether a sentence is about the one who would have been given it. */
function isLedBy({ refs }: Scope, entities: readonly string[], figure: PlacedFigure): boolean {
  const [topic] = refs.filter(({ isLedIn, isAside }) => !isLedIn && !isAside);
  return (
    topic !== undefined &&
    !topic.attributive &&
    !topic.possessive &&
    topic.to <= figure.from &&
    topic.entities.some((id) => entities.includes(id))
  );
}

function reasonsOf(found: readonly Evidence[]): () => readonly Reason[] {
  return () => found.map(({ reason }) => reason());
}

/** The entities that a statement is qualified by in what its property requires. */
function qualifiersOf(
  { qualifiers }: Statement,
  required: readonly string[],
  { facts }: Scope,
): readonly string[] {
  return required.map((name) => qualifiers[name] ?? '').filter((id) => facts.entities.has(id));
}

/** "It has booked six gigawatts of Acme's chips": the party that "it" means counts as named. */
function isMeantByIt(scope: Scope, entity: string | undefined): boolean {
  const [last] = scope.discourse.heard;
  if (last?.distance !== 1 || last.topic !== entity || !scope.pointsBack) return false;
  const { lower = '' } = scope.reading.tokens[scope.sentence.from] ?? {};
  const isOwner = lower === 'its' || lower === 'their';
  return isOwner || (opensWithIt(scope) && last.standing.includes(entity ?? ''));
}

/** Whether a sentence speaks of deals, and of others than a statement is about. */
function isOfOtherDeals({ deals }: Scope, { subject }: Statement): boolean {
  return deals.length > 0 && !deals.includes(subject);
}

/** "Acme, Borealis and Corvin announced": whether a party is joined with somebody who is none. */
function isOfMore(
  { facts, refs, reading: { tokens } }: Scope,
  parties: readonly string[],
): boolean {
  const own = parties.flatMap((id) => family(facts, id));
  const isParty = ({ entities }: Ref): boolean => entities.some((id) => own.includes(id));
  const isOther = ({ via, entities, attributive, possessive }: Ref): boolean =>
    !attributive &&
    !possessive &&
    via === 'name' &&
    entities.length > 0 &&
    entities.every(
      (id) => !own.includes(id) && facts.partyTypes.has(facts.entities.get(id)?.type ?? ''),
    );
  let joined: Ref[] = [];
  for (const ref of refs) {
    const last = joined.at(-1);
    const between = last ? tokens.slice(last.to, ref.from) : [];
    const isNext =
      last !== undefined &&
      between.length > 0 &&
      between.length <= 2 &&
      between.every(({ lower }) => /^(?:,|and|&|or)$/.test(lower));
    joined = isNext ? [...joined, ref] : [ref];
    if (joined.length > 2 && joined.some(isOther) && joined.filter(isParty).length > 1) return true;
  }
  return false;
}

/** A statement whose every party is named is nearer than one that leaves a party unsaid. */
const BOTH_NAMED = 6;
/** What it costs that the sentence speaks of other deals. */
const ELSEWHERE = 12;
const NEAR = 12;

/** The costs of several participants: the farthest counts for less, as it is often the topic of the sentence. */
function together(found: readonly Evidence[]): number {
  let [sum, most] = [0, Number.NEGATIVE_INFINITY];
  for (const { cost } of found) {
    sum += cost;
    most = Math.max(most, cost);
  }
  return found.length < 2 ? sum : sum - 0.4 * most;
}

/** A deal is named by all its parties, or by one and the word; anything else by its name. */
function isNamedEnough(
  scope: Scope,
  statement: Statement,
  figure: PlacedFigure,
  isDeal: boolean,
  inSentence: number,
  all: number,
): boolean {
  if (inSentence === 0)
    return (
      isAbout(scope, statement, figure) &&
      !isOfOtherRow(scope, statement) &&
      !isAmongOwn(scope) &&
      !isBracketed(scope, figure, statement)
    );
  if (!isDeal || inSentence === all) return true;
  const isRow = scope.cells.length > 1;
  if (isRow || isShortItem(scope)) return true;
  if (scope.speaksOfNewDeal) return false;
  const isQuantity = figure.figure.kind === 'quantity';
  return scope.speaksOfDeal || (isQuantity && isOfOnlyDeal(scope, statement));
}

/** "Borealis is to ship six gigawatts", in a text on Acme: a party that has one deal on record, with someone whom the text is about. */
function isOfOnlyDeal({ facts, refs, discourse }: Scope, { subject }: Statement): boolean {
  const parties = facts.entities.get(subject)?.parties ?? [];
  const own = parties.flatMap((id) => family(facts, id));
  const isParty = (id: string): boolean => facts.partyTypes.has(facts.entities.get(id)?.type ?? '');
  const isOther = ({ via, entities, attributive }: Ref): boolean =>
    (via === 'unknown' && !attributive) || entities.some((id) => isParty(id) && !own.includes(id));
  if (refs.some(isOther)) return false;
  const [last] = discourse.heard;
  if (last?.hasUnknown) return false;
  const named = parties.filter((id) =>
    refs.some(
      ({ sure, entities }) => sure && entities.some((one) => family(facts, id).includes(one)),
    ),
  );
  return (
    named.length > 0 &&
    named.every((id) =>
      family(facts, id)
        .flatMap((one) => facts.dealsByParty.get(one) ?? [])
        .every((deal) => deal === subject),
    )
  );
}

/** "- Borealis: $300 billion" under what Acme owes: an item that tells a story of its own is of whom it names, unless that is its label. */
function isShortItem(scope: Scope): boolean {
  const { isListed, sentence } = scope;
  return isListed && (sentence.to - sentence.from <= SHORT_ITEM || isLabelled(scope));
}

/** Whether a sentence opens with a name and a colon. */
function isLabelled({ refs: [label], sentence, reading: { tokens } }: Scope): boolean {
  return label?.from === sentence.from && label.sure && tokens[label.to]?.text === ':';
}

/** In tokens. */
const SHORT_ITEM = 14;

/** "| S&P 500 | +0.17% |" in a text on Acme: a row is of what its first cell says, which is the property or nothing of the kind. */
function isOfOtherRow(
  { facts, cells, cues, reading: { tokens } }: Scope,
  { property }: Statement,
): boolean {
  const [label] = cells;
  const own = facts.properties.get(property);
  if (!label || !own || cells.length < 2 || label.from === label.to) return false;
  const isOwn = cues
    .of(own)
    .some(({ from, to, flat }) => flat === null && label.from <= from && to <= label.to);
  return !isOwn && tokens.slice(label.from, label.to).some(({ kind }) => kind === 'word');
}

/** "Turning to our results. Revenue was": what is said next of the writer's own. */
function isAmongOwn({ reading: { tokens, sentences }, sentence }: Scope): boolean {
  const at = sentences.findIndex(({ from }) => from === sentence.from);
  const before = at > 0 ? sentences[at - 1] : undefined;
  if (!before || (signsIn(tokens, before) & WRITERS) === 0) return false;
  const words = tokens.slice(before.from, before.to);
  const isQuoted = words.some(({ text }) => /^["“”«»]$/.test(text));
  return !isQuoted && words.some(({ lower }) => OURS.has(lower));
}

const OURS: ReadonlySet<string> = new Set(['our']);
const WRITERS = signOf(OURS);

/** "Advertising ($17.6bn, up 22%)": what stands in brackets is of the word before them, where that is none for it. */
function isBracketed(
  { reading: { tokens }, sentence, mentions }: Scope,
  { from }: PlacedFigure,
  { property }: Statement,
): boolean {
  let at = from - 1;
  while (at > sentence.from && tokens[at]?.text !== '(') {
    if (tokens[at]?.text === ')') return false;
    at--;
  }
  const { kind, text, lower } = tokens[at - 1] ?? {};
  if (tokens[at]?.text !== '(' || kind !== 'word' || text === lower) return false;
  return !mentions.some(
    (one) =>
      one.to === at &&
      one.meanings.some((meaning) => meaning.kind === 'cue' && meaning.property === property),
  );
}

/** "| Southern line | 1,300 |" under "Norvik's staff": a row is of a part, unless its label is a time or the subject itself. */
function isOfPartsRow(scope: Scope, statement: Statement): boolean {
  const { facts, cells, refs, figures, reading } = scope;
  const [label] = cells;
  if (!label || !isOfOtherRow(scope, statement)) return false;
  const own = family(facts, statement.subject);
  const isTime = figures.some(
    ({ figure, from, to }) => figure.kind === 'date' && isWithin({ from, to }, label),
  );
  const isOwn = refs.some(
    (ref) => isWithin(ref, label) && ref.entities.some((id) => own.includes(id)),
  );
  const isNow = PRESENT_MARKERS.has(reading.tokens[label.from]?.lower ?? '');
  return !isTime && !isOwn && !isNow;
}

/** How many sentences ago the last name may stand for a sentence to go on about it. */
const ABOUT_REACH = 4;

/** Whether the sentence names nobody it could be about, and what came before spoke of the subject, alone or above all. */
function isAbout(scope: Scope, statement: Statement, figure: PlacedFigure): boolean {
  const { facts, discourse } = scope;
  const { subject, property } = statement;
  const types = facts.properties.get(property)?.subjectTypes ?? [];
  const isSomeone = (id: string): boolean => types.includes(facts.entities.get(id)?.type ?? '');
  const isOther = (ref: Ref): boolean =>
    !isOfLaterClause(scope, ref, figure) &&
    (ref.via === 'unknown' || ref.entities.some(isSomeone) || isSubject(scope, ref, figure));
  if (scope.refs.some(isOther)) return false;
  const [last] = discourse.heard;
  const isNear = last !== undefined && last.distance <= ABOUT_REACH;
  if (last?.distance === 1 && opensWithIt(scope)) {
    if (!last.standing.includes(subject)) return false;
    if (isTopicAlone(facts, last, subject, statement)) return true;
  }
  if (isNear && !last.hasUnknown && isTopicAlone(facts, last, subject, statement)) return true;
  const topic = (
    isNear && !last.hasUnknown ? last.entities : discourse.headings[0]?.entities
  )?.filter(isSomeone);
  return topic?.length === 1 && topic[0] === subject;
}

/** Whether "it" or "they" is what the sentence is about: after "Acme's cloud arm grew" that is not Acme. */
export function opensWithIt({ pointsBack, sentence, reading: { tokens } }: Scope): boolean {
  return pointsBack && /^(?:it|they)$/.test(tokens[sentence.from]?.lower ?? '');
}

/** Whether the text was about another one of a kind just before. */
function hasOtherTopic({ facts, discourse }: Scope, entity: string): boolean {
  const type = facts.entities.get(entity)?.type;
  const topic = discourse.heard[0]?.topic ?? null;
  return topic !== null && topic !== entity && facts.entities.get(topic)?.type === type;
}

/** "The shares climbed 4% after Acme agreed …", "20%, more than Acme has": whom a clause behind the figure's own is about. */
function isOfLaterClause({ reading: { tokens } }: Scope, ref: Ref, figure: PlacedFigure): boolean {
  for (let at = figure.to; at < ref.from; at++)
    if (OPENS_LATER.has(tokens[at]?.lower ?? '')) return true;
  return false;
}

/** What leads to a clause behind a figure's own, or to whom it is compared with. */
const OPENS_LATER: ReadonlySet<string> = new Set(
  'after as when while because since once before than unlike'.split(' '),
);

/** Whether a name other than a person's stands before a figure as whom or what the sentence is about: "North America brought in". */
function isSubject(
  { facts, reading: { tokens } }: Scope,
  { from, entities }: Ref,
  figure: PlacedFigure,
): boolean {
  const before = tokens[from - 1]?.lower === 'the' ? tokens[from - 2] : tokens[from - 1];
  const isLedIn = /^(?:in|at|on|for|from|with|to|by|of|across|near)$/.test(before?.lower ?? '');
  const isPerson = entities.every((id) => facts.entities.get(id)?.type === 'person');
  return from < figure.from && !isLedIn && !isPerson;
}

function inFocus(scope: Scope, statement: Statement, entities: readonly string[]): Participation {
  const isAlone = scope.deals.length === 1 && !scope.speaksOfNewDeal;
  const reason = (): Reason => {
    const name = scope.facts.entities.get(statement.subject)?.name ?? statement.subject;
    const text = `The text is speaking of the ${name}`;
    return { code: 'deal-in-focus', text, weight: -FOCUS };
  };
  return {
    cost: FOCUS * 2,
    sure: isAlone,
    missing: false,
    isContext: false,
    reasons: () => [reason()],
    farthest: FOCUS * 2,
    nearest: FOCUS,
    ofSubject: FOCUS,
    entities,
  };
}

/** Whether a name behind a figure belongs to a clause of its own: "… to 29 per cent, as Azure gained ground". */
function isOfNextClause(tokens: readonly Token[], figure: PlacedFigure, ref: Ref): boolean {
  for (let at = figure.to; at < ref.from; at++) {
    const opens = PAUSES.has(tokens[at]?.text ?? '');
    if (opens && NEXT_CLAUSE.has(tokens[at + 1]?.lower ?? '')) return true;
  }
  return false;
}

const NEXT_CLAUSE: ReadonlySet<string> = new Set(
  `as while whereas when after before because since but though although whilst even and yet so which who where leaving
  giving making`.split(/\s+/),
);
