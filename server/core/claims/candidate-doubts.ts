import type { Property, Statement } from '../facts/fact-base.ts';
import {
  FALLS,
  FINITE_VERBS,
  FUNCTION_WORDS,
  isVerbForm,
  NEUTRAL_MODIFIERS,
  PART_NOUNS,
  PARTITIVES,
  RISES,
  UNIT_NOUNS,
} from '../mentions/english.ts';
import type { Mention } from '../mentions/mention.ts';
import { once } from '../text/once.ts';
import type { Token } from '../text/tokens.ts';
import { isLed, type PlacedFigure, type TokenRange } from './attachment.ts';
import type { Ref } from './discourse.ts';
import { family, type Participation } from './evidence.ts';
import { movementOf } from './movement.ts';
import { isBehindClause, type NamedProperty } from './name-properties.ts';
import { type Cue, distance, type Scope } from './scope.ts';

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

/** How a candidate stands to those whom it is about, as far as doubts go. */
export interface Stand {
  readonly participation: Participation;
  /** Who else stands nearer. */
  readonly stranger: string | undefined;
  /** Whether the text names the statement's time. */
  readonly isDated: boolean;
}

/**
 * What forbids to call a figure wrong by a property that is named near it, for each statement of that property. What does not
 * depend on the statement is looked for once.
 */
export function candidateDoubts(
  scope: Scope,
  figure: PlacedFigure,
  named: NamedProperty,
): (statement: Statement, stand: Stand) => readonly CandidateDoubt[] {
  const readings = once(() => readCue(scope, figure, named));
  const isAnyones = once(() => !isOnesOwn(scope, named.cue, named.property));
  return (statement, stand) => {
    const doubts: CandidateDoubt[] = [];
    addSubjectDoubts(doubts, stand, isAnyones);
    addCueDoubts(doubts, scope, figure, named, statement, stand.isDated, readings());
    return doubts;
  };
}

function addSubjectDoubts(
  doubts: CandidateDoubt[],
  { participation: { sure, missing, isContext }, stranger }: Stand,
  isAnyones: () => boolean,
): void {
  const isUnsure = !sure || (isContext && isAnyones());
  add(doubts, 'unsure', isUnsure, 'it is not certain whom the sentence is about');
  add(doubts, 'unnamed', missing, 'not everyone it is about is named');
  if (stranger !== undefined)
    add(doubts, 'stranger', true, `"${stranger}" stands nearer to the figure`);
}

function add(
  doubts: CandidateDoubt[],
  code: CandidateDoubt['code'],
  applies: boolean,
  text: string,
): void {
  if (applies) doubts.push({ code, text });
}

/** What a cue says of a figure, whatever the statement. */
interface CueReading {
  readonly narrowing: string | undefined;
  /** Whether the text says that the figure is a fall or a rise, and whether nothing stands between that and a name. */
  readonly isMoved: boolean;
  readonly isPlainMove: boolean;
  readonly isLate: boolean;
  readonly isElses: boolean;
  /** Whether it is a time, and that of another verb; whether it is a time or a count of another thing. */
  readonly isOtherVerbs: boolean;
  readonly isOthersTime: boolean;
}

function readCue(scope: Scope, figure: PlacedFigure, { property, cue }: NamedProperty): CueReading {
  const isMoved =
    property.signed && (figure.figure.direction !== 0 || movementOf(scope, figure).direction !== 0);
  return {
    narrowing:
      narrowedBy(scope, cue) ??
      countedPart(scope, figure, cue) ??
      partOf(scope, cue) ??
      partBefore(scope, figure, property) ??
      unitBefore(scope, figure),
    isMoved,
    isPlainMove: isMoved && isPlainMove(scope, figure, cue),
    isLate: isAfterthought(scope, figure, cue),
    isElses: isOfOtherClause(scope, figure, cue),
    isOtherVerbs: isOfOtherVerb(scope, figure, property),
    isOthersTime:
      isTimeOfOther(scope, figure) ||
      isCountOfOther(scope, figure, cue) ||
      isTakenOff(scope, figure) ||
      isOwnedByOther(scope, cue),
  };
}

function addCueDoubts(
  doubts: CandidateDoubt[],
  scope: Scope,
  figure: PlacedFigure,
  { property, cue, count }: NamedProperty,
  statement: Statement,
  isDated: boolean,
  { narrowing, isMoved, isPlainMove, isLate, isElses, isOtherVerbs, isOthersTime }: CueReading,
): void {
  const whole = wholeOf(scope, figure, statement);
  const isMove = isMoved && (isDated || isPlainMove);
  const isWeak =
    cue.strength === 'weak' &&
    (count < 2 || isOfFocus(scope, figure, cue)) &&
    whole !== 'own' &&
    !isMove &&
    !isBetweenParties(scope, figure, statement);
  const words = `"${cue.surface}"`;
  add(doubts, 'weak-cue', isWeak, `${words} alone does not name the ${property.label}`);
  add(doubts, 'other-whole', whole === 'other', 'it is a share of something else');
  add(doubts, 'late-cue', isLate, `${words} comes too long after the figure`);
  const isThings = isOfOtherThing(scope, cue, statement);
  add(doubts, 'other-thing', isThings, `${words} is said of a thing`);
  add(doubts, 'other-clause', isElses, `${words} is said of another`);
  const isPersons =
    isOfPersonsClause(scope, cue, statement) || isOfAntecedent(scope, cue, statement);
  add(doubts, 'other-clause', isPersons, `${words} is said of something else`);
  const isDoing = isDoneBySomeone(scope, figure, cue, statement);
  add(doubts, 'other-clause', isDoing, `${words} is what someone does, and no deal`);
  const isLevel =
    property.signed && isMoved && (isReached(scope, figure) || isOfStretch(scope, figure));
  add(doubts, 'other-thing', isLevel, 'it is what it came to, or how it moved over a while');
  add(doubts, 'other-clause', isOtherVerbs, 'it says when something else was');
  add(doubts, 'other-thing', isOthersTime, 'it is of something else');
  const isSeveral = isOfSeveral(scope, figure, cue, statement);
  add(doubts, 'several', isSeveral, `${words} speaks of more than one`);
  add(doubts, 'earlier-cue', cue.isEarlier, 'what it is a figure of is said only before');
  if (narrowing !== undefined) add(doubts, 'narrowed', true, `"${narrowing}" narrows it to a part`);
}

/**
 * Whether a sentence that names nobody goes on about whoever was named before: it opens with "it", is an item or a row, says
 * "its" before the cue, or opens a clause with the cue ("Net debt stood at"). "Advertising brought in" and "a valuation of" do not.
 */
function isOnesOwn(scope: Scope, cue: Cue, property: Property): boolean {
  return (
    isOwnCue(scope, cue) ||
    scope.cues.of(property).some((one) => one.flat === null && isOwnCue(scope, one))
  );
}

function isOwnCue(scope: Scope, { from, to, flat }: Cue): boolean {
  const { tokens } = scope.reading;
  const { sentence } = scope;
  if (tokens[to]?.lower === 'of' && /^(?:the|a|an|this)$/.test(tokens[to + 1]?.lower ?? ''))
    return false;
  if (flat !== null || scope.pointsBack || scope.isListed || scope.cells.length > 1) return true;
  for (let at = from - 1; at >= sentence.from; at--) {
    const { kind, lower = '', text = '' } = tokens[at] ?? {};
    if (/^(?:its|their|his|her|whose)$/.test(lower)) return true;
    if (isSubjectPronoun(tokens, sentence, at)) return true;
    if (ANYONES.test(lower) || (lower === 'there' && at === sentence.from)) return false;
    if (text === ',' && isIntroduction(tokens, sentence, at)) return true;
    if (/^(?:[;:—–(]|while|although|with)$/.test(text)) return true;
    if (/^(?:and|but)$/.test(text) && !isPredicate(tokens[at + 1])) return true;
    const isOpening =
      FUNCTION_WORDS.has(lower) || NEUTRAL_MODIFIERS.has(lower) || /ly$/.test(lower);
    if (kind === 'word' && !isOpening && !isInFigure(scope, at)) return false;
  }
  return true;
}

/** "Keeps 26 per cent and pledges $25bn": a second verb of the same subject opens no clause of its own. */
function isPredicate(token: Token | undefined): boolean {
  const { lower = '' } = token ?? {};
  return isVerbForm(lower) || /(?:[^s]s|ed)$/.test(lower);
}

/** "In the first half it booked …": who does what the sentence says, and not the "it" of "it is clear". */
function isSubjectPronoun(tokens: readonly Token[], { from }: TokenRange, at: number): boolean {
  if (!/^(?:it|they|he|she)$/.test(tokens[at]?.lower ?? '')) return false;
  const isLed =
    at === from || tokens[at - 1]?.kind !== 'word' || JOINTS.has(tokens[at - 1]?.lower ?? '');
  return isLed && !/^(?:is|was|takes?|took|seems?|appears?)$/.test(tokens[at + 1]?.lower ?? '');
}

/** Words that a clause may open with before its subject. */
const JOINTS: ReadonlySet<string> = new Set('and but while as when where that'.split(' '));

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

/** "Was met on Monday", where "met" is no word of the property: the day of what the verb says. */
function isOfOtherVerb(
  { reading: { tokens }, sentence, mentions }: Scope,
  { figure, from }: PlacedFigure,
  { id }: Property,
): boolean {
  if (figure.kind !== 'date' || !/^(?:on|in|by)$/.test(tokens[from - 1]?.lower ?? '')) return false;
  const verb = from - 2;
  const word = verb < sentence.from ? '' : (tokens[verb]?.lower ?? '');
  const isVerb = isVerbForm(word) || /ed$/.test(word);
  if (!isVerb || /^(?:is|are|was|were|has|have|had)$/.test(word)) return false;
  return !mentions.some(
    (one) =>
      one.from <= verb &&
      verb < one.to &&
      one.meanings.some((meaning) => meaning.kind === 'cue' && meaning.property === id),
  );
}

/** "Three days of trading", "five years of its sales": a time of what the "of" leads to; "two weeks after": a time between two. */
function isTimeOfOther({ reading, mentions }: Scope, { figure, to }: PlacedFigure): boolean {
  if (figure.kind !== 'duration') return false;
  const next = reading.tokens[to]?.lower ?? '';
  if (/^(?:after|before|ago|later|earlier|since|old)$/.test(next)) return true;
  if (next === 'on' && reading.tokens[to + 1]?.kind !== 'word') return true;
  if (next !== 'of') return false;
  return !mentions.some(
    ({ from, meanings }) =>
      from >= to &&
      from <= to + OF_REACH &&
      meanings.some(({ kind }) => kind === 'cue' || kind === 'noun'),
  );
}

/** "An order for $250bn": the deal that the text was speaking of is not named by a preposition. */
function isOfFocus({ dealsFromFocus }: Scope, { figure }: PlacedFigure, { surface }: Cue): boolean {
  const isVague = FUNCTION_WORDS.has(surface.toLowerCase()) || /^(?:get|gets|got)$/i.test(surface);
  return dealsFromFocus && figure.kind === 'money' && isVague;
}

/** How many words may stand between an owner and what is owned: "our clients' median annual bill". */
const OWNED_REACH = 4;

/** "Its losses took $3.1 billion off Acme's income": what someone else is the poorer by. */
function isTakenOff({ reading: { tokens }, refs }: Scope, { to }: PlacedFigure): boolean {
  if (tokens[to]?.lower !== 'off') return false;
  return (
    refs.some(({ from }) => from === to + 1 || from === to + 2) ||
    tokens[to + 2]?.kind === 'possessive'
  );
}

/** "Our clients' yearly bill": what somebody owns whom no name stands for. */
function isOwnedByOther({ reading: { tokens }, refs }: Scope, { from, flat }: Cue): boolean {
  if (flat !== null) return false;
  for (let at = from - 1; at >= Math.max(1, from - OWNED_REACH); at--) {
    const { kind, text = '', lower = '' } = tokens[at] ?? {};
    if (kind === 'possessive') {
      const owner = tokens[at - 1];
      const isName = owner?.text !== owner?.lower || refs.some((ref) => ref.to === at);
      return !isName && owner?.kind === 'word';
    }
    if (kind !== 'word' || text !== lower || FUNCTION_WORDS.has(lower)) return false;
  }
  return false;
}

/** "Two generations of chips": what is counted is what stands before the "of". */
function isCountOfOther(
  { reading: { tokens } }: Scope,
  { figure, to }: PlacedFigure,
  cue: Cue,
): boolean {
  const noun = tokens[to];
  const isNoun = noun?.kind === 'word' && noun.text === noun.lower && /[^s]s$/.test(noun.lower);
  return figure.kind === 'count' && isNoun && tokens[to + 1]?.lower === 'of' && cue.from >= to + 2;
}

/** How far after "of" a word may stand that says of what. */
const OF_REACH = 4;

/** "It has paid $13bn" after a sentence on a deal: deals are worth something, come to something; they do not pay. */
function isDoneBySomeone(
  { facts, reading: { tokens }, dealsFromFocus, speaksOfDeal }: Scope,
  { figure }: PlacedFigure,
  { from, to, flat }: Cue,
  { subject }: Statement,
): boolean {
  const isDeal = (facts.entities.get(subject)?.parties.length ?? 0) > 0;
  if (!isDeal || !dealsFromFocus || speaksOfDeal || flat !== null || figure.kind !== 'money')
    return false;
  const last = tokens[to - 1]?.lower ?? '';
  const isVerb = isVerbForm(last) || /(?:ed|es|[^s]s)$/.test(last);
  const isPassive = /^(?:is|are|was|were|be|been|being)$/.test(tokens[from - 1]?.lower ?? '');
  return isVerb && !isPassive && tokens[to]?.lower !== 'to';
}

/** "Gained 14% in two sessions", "over the past month". */
function isOfStretch({ reading: { tokens } }: Scope, { to }: PlacedFigure): boolean {
  if (!/^(?:in|over|within|across)$/.test(tokens[to]?.lower ?? '')) return false;
  const next = tokens[to + 1]?.lower === 'the' ? tokens[to + 2] : tokens[to + 1];
  return next?.kind === 'number' || STRETCHES.has(next?.lower ?? '');
}

const STRETCHES: ReadonlySet<string> = new Set(
  'past last two three four five six seven eight nine ten several'.split(' '),
);

/** "Gained 4% to $254". */
function isReached({ reading: { tokens } }: Scope, { figure, from }: PlacedFigure): boolean {
  return figure.kind === 'money' && tokens[from - 1]?.lower === 'to';
}

/** How far before its "which" what a clause is about may begin, in tokens. */
const ANTECEDENT_REACH = 9;

/** "Its fair in the south, which starts on 1 December": what stands before the comma starts, and not the deal named before. */
function isOfAntecedent(
  { facts, reading: { tokens }, refs, mentions, sentence }: Scope,
  cue: Cue,
  { subject }: Statement,
): boolean {
  const which = cue.from - 1;
  if (cue.flat !== null || tokens[which]?.lower !== 'which' || tokens[which - 1]?.text !== ',')
    return false;
  let from = which - 2;
  const first = Math.max(sentence.from, which - ANTECEDENT_REACH);
  while (from >= first && tokens[from]?.kind !== 'mark') from--;
  const isBefore = (one: TokenRange): boolean => one.from > from && one.to < which;
  const own = facts.entities.get(subject)?.parties ?? [];
  const isMeant = (id: string): boolean =>
    [subject, ...own].some((one) => family(facts, one).includes(id));
  return !(
    refs.some((ref) => isBefore(ref) && ref.entities.some(isMeant)) ||
    mentions.some((one) => isBefore(one) && one.meanings.some(({ kind }) => kind === 'noun'))
  );
}

/** "Like the boat that he took delivery of": a clause about a person, within one about something else. */
function isOfPersonsClause(
  { facts, reading: { tokens }, refs, sentence }: Scope,
  cue: Cue,
  { subject }: Statement,
): boolean {
  const isPerson = (id: string): boolean => facts.entities.get(id)?.type === 'person';
  if (cue.flat !== null || isPerson(subject)) return false;
  const isOfPerson = (who: number): boolean =>
    refs.findLast(({ to }) => to <= who)?.entities.some(isPerson) ?? false;
  for (let at = cue.from - 1; at >= sentence.from; at--) {
    if (tokens[at]?.lower === 'who') return isAdverbs(tokens, at + 1, cue.from) && isOfPerson(at);
    const isRelative = /^(?:that|which|whom|who)$/.test(tokens[at]?.lower ?? '');
    if (isRelative && /^(?:he|she)$/.test(tokens[at + 1]?.lower ?? '')) return true;
    if (tokens[at]?.kind === 'mark') return false;
  }
  return false;
}

/** "Who still holds", "who has long held": whether nothing but adverbs and auxiliaries stands between. */
function isAdverbs(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).every(({ lower }) => ADVERBS.has(lower) || /ly$/.test(lower));
}

const ADVERBS: ReadonlySet<string> = new Set('still also now once long has had have'.split(' '));

/** "The first company worth …": the noun that a cue follows is of another type than what the statement is about. */
function isOfOtherThing(
  { facts, mentions, reading }: Scope,
  cue: Cue,
  { subject }: Statement,
): boolean {
  const type = facts.entities.get(subject)?.type;
  const noun =
    cue.flat === null && mentions.find(({ to, kind }) => to === cue.from && kind === 'noun');
  if (!noun) return false;
  const types = noun.meanings.flatMap((meaning) => (meaning.kind === 'noun' ? [meaning.type] : []));
  // "A commitment to Acme's company comes to": the noun is not what the sentence is about.
  const isOwned =
    reading.tokens[noun.from - 1]?.kind === 'possessive' &&
    reading.tokens
      .slice(Math.max(0, noun.from - OWNED_REACH - 1), noun.from)
      .some(({ lower }) => /^(?:to|with|from|by|for)$/.test(lower));
  if (noun.definite || isOwned || types.includes(type ?? '')) return false;
  // "A contract worth": the noun names a property too, but what is worth so much is the contract.
  const isDeal = types.length > 0 && types.every((one) => facts.dealTypes.has(one));
  return types.length === noun.meanings.length || (isDeal && !facts.dealTypes.has(type ?? ''));
}

/** "Commitments", "three contracts that add up to": a plural is no value of a single one. */
function isOfSeveral(
  { facts, reading, refs, mentions }: Scope,
  figure: PlacedFigure,
  cue: Cue,
  { subject }: Statement,
): boolean {
  const isDeal = (facts.entities.get(subject)?.parties.length ?? 0) > 0;
  if (!isDeal || cue.flat !== null) return false;
  const isNoun = ({ meanings }: Mention): boolean =>
    meanings.some((meaning) => meaning.kind === 'noun' && facts.dealTypes.has(meaning.type));
  // "Azure commitments": all that were made to one party.
  const isPlural = ({ from, to }: TokenRange): boolean =>
    reading.tokens[to - 1]?.lower.endsWith('s') === true &&
    !refs.some((ref) => ref.sure && ref.to === from);
  const named = mentions.find((one) => one.from === cue.from && one.to === cue.to);
  if (named && isNoun(named)) return isPlural(named);
  if (cue.strength === 'strong') return false;
  const nearest = mentions.findLast((one) => one.to <= figure.from && isNoun(one));
  return nearest !== undefined && isPlural(nearest);
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

/** How far after a figure a cue may stand to call it wrong. */
const AFTER_REACH = 9;

/** "$12 billion – what the company lost", "$12 billion. The loss of": a figure that is set before what it is a figure of. */
function isLabel({ reading: { tokens }, sentence }: Scope, { from, to }: PlacedFigure): boolean {
  return from === sentence.from && /^[–—:.]$/.test(tokens[to]?.text ?? '');
}

function isAfterthought(scope: Scope, figure: PlacedFigure, cue: Cue): boolean {
  if (isLabel(scope, figure)) return false;
  if (cue.flat !== null || cue.from < figure.to) return false;
  if (isOfOccasion(scope, figure, cue) || distance(scope, cue, figure) > AFTER_REACH) return true;
  // "Lead times are at 38 weeks, contract prices have gone up": no deal is named that the text could be speaking of.
  const between = scope.reading.tokens.slice(figure.to, cue.from);
  return scope.dealsFromFocus && between.some(({ text }) => text === ',');
}

/** "Backlog stood at $200bn before this contract": the word says only when it was so. */
function isOfOccasion(
  { reading: { tokens } }: Scope,
  { to }: PlacedFigure,
  { from }: Cue,
): boolean {
  for (let at = to; at < from; at++) if (OCCASIONS.has(tokens[at]?.lower ?? '')) return true;
  return false;
}

const OCCASIONS: ReadonlySet<string> = new Set(
  'before after since until despite without ahead thanks because'.split(' '),
);

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
  if (/^(?:this|that|these|those|it|them)$/.test(tokens[to + 1]?.lower ?? '')) return 'other';
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

/** "412 retired satellites": what was done to those that are counted tells them from the others. */
function countedPart(
  { reading: { tokens } }: Scope,
  { figure, to }: PlacedFigure,
  cue: Cue,
): string | undefined {
  if (figure.kind !== 'count' || cue.flat !== null || cue.from !== to + 1) return undefined;
  const { kind, lower = '', text } = tokens[to] ?? {};
  return kind === 'word' && /[^e]ed$/.test(lower) && text === lower ? text : undefined;
}

/** "Its part of Acme's losses": what is before the "of" that leads to a cue. */
function partOf({ reading: { tokens }, sentence }: Scope, { from, flat }: Cue): string | undefined {
  if (flat !== null) return undefined;
  for (let at = from - 1; at >= Math.max(sentence.from, from - PART_OF_REACH); at--) {
    const { kind, lower } = tokens[at] ?? {};
    if (kind === 'mark' || kind === 'number') return undefined;
    if (lower !== 'of') continue;
    const part = tokens[at - 1];
    // "A year's worth of the contract" is a part of it, "$38 billion worth of servers" is not.
    const isWorth = part?.lower === 'worth' && tokens[at - 2]?.kind === 'possessive';
    return isWorth || PARTITIVES.has(part?.lower ?? '') ? part?.text : undefined;
  }
  return undefined;
}

const PART_OF_REACH = 5;

/** How far before an amount the part that it is the worth of may stand, in tokens. */
const PART_REACH = 10;

/** "Roughly 27 percent, worth some $135 billion". */
const SHARES = /^(?:percent|cent|%)$/;

/** Words for what a part comes to by itself. */
const WORTHS: ReadonlySet<string> = new Set(
  'worth valued value values carried priced booked marked'.split(' '),
);

/** "A stake it values at $135bn": the part of someone that an amount is of, unless the property itself is of such parts. */
function partBefore(
  { reading, sentence }: Scope,
  { figure, from }: PlacedFigure,
  { id }: Property,
): string | undefined {
  if (figure.kind !== 'money') return undefined;
  const { tokens } = reading;
  const which = tokens[from - 1]?.lower === 'which' ? from - 1 : from - 2;
  if (tokens[which]?.lower === 'which' && tokens[which - 1]?.lower === 'of') return 'of which';
  const names = (at: number): boolean =>
    reading.mentions.some(
      (mention) =>
        mention.from <= at &&
        at < mention.to &&
        mention.meanings.some((meaning) => meaning.kind === 'cue' && meaning.property === id),
    );
  for (let at = from - 1; at >= Math.max(sentence.from, from - PART_REACH); at--) {
    const { lower = '', text } = tokens[at] ?? {};
    const isWorth = tokens.slice(at + 1, from).some(({ lower: word }) => WORTHS.has(word));
    if (SHARES.test(lower) && isWorth) return text;
    if (PART_NOUNS.has(lower) && (isWorth || !names(at))) return text;
    const isLink = /^(?:is|was|are|were|has|had|been|now)$/.test(lower);
    if (/^[;.:—]$/.test(text ?? '') || (FINITE_VERBS.has(lower) && lower !== 'and' && !isLink))
      return undefined;
  }
  return undefined;
}

/** "Its cocoa division brought in $2bn": the part of someone that does what the clause says, unless a pack knows it by that. */
function unitBefore(
  { reading, sentence, mentions }: Scope,
  { from }: PlacedFigure,
): string | undefined {
  for (let at = from - 1; at >= Math.max(sentence.from, from - PART_REACH); at--) {
    const { lower = '', kind, text } = reading.tokens[at] ?? {};
    if (kind === 'mark') return undefined;
    if (!UNIT_NOUNS.has(lower)) continue;
    const isKnown = mentions.some((one) => one.from <= at && at < one.to);
    const isVerb =
      at + 1 === from ||
      isVerbPhrase(reading.tokens, at + 1) ||
      mentions.some((one) => one.from === at + 1);
    return isKnown || !isVerb ? undefined : text;
  }
  return undefined;
}

/** Whether a verb follows, past an adverb at most. */
function isVerbPhrase(tokens: readonly Token[], at: number): boolean {
  return [at, at + 1].some((next) => {
    const { lower = '' } = tokens[next] ?? {};
    return isVerbForm(lower) || /ed$/.test(lower);
  });
}

/** Nouns of money that parts of a business have as well as the whole. */
const NARROWED_NOUNS =
  /(?:revenue|revenues|sales|income|profit|profits|turnover|growth|spending|loss|losses|earnings)$/;
