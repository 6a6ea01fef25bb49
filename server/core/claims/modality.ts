import { irregularForms } from '../facts/irregular-verbs.ts';
import { RATE_OPENERS, RATE_UNITS, RATE_WORDS } from '../figures/english.ts';
import {
  CONDITIONALS,
  DENIALS,
  FORECASTS,
  FORMS_OF_BE,
  FUNCTION_WORDS,
  isVerbForm,
  NEGATIONS,
  PAST_MARKERS,
  PAUSES,
  POSSIBILITIES,
} from '../mentions/english.ts';
import type { Sentence } from '../mentions/mention.ts';
import type { Token } from '../text/tokens.ts';
import type { TokenRange } from './attachment.ts';
import { CORRECTIONS } from './taken-back.ts';
import { NEGATED_VERB, type Signs, signOf, signsIn } from './word-signs.ts';

/**
 * What keeps a figure from being stated as a fact. `silent` ones make no claim at all; the others only forbid to call it
 * wrong.
 */
export interface Doubt {
  readonly code:
    | 'question'
    | 'conditional'
    | 'possibility'
    | 'unsettled'
    | 'negated'
    | 'denied'
    | 'comparison-base'
    | 'forecast'
    | 'past'
    | 'partial'
    | 'addition'
    | 'own-use'
    | 'over'
    | 'future'
    | 'respectively';
  readonly text: string;
}

/** Everything in its sentence that keeps a figure from being stated as a fact. `names` are those of the sentence. */
export function doubtsAbout(
  tokens: readonly Token[],
  sentence: Sentence,
  figure: TokenRange,
  names: readonly TokenRange[],
): readonly Doubt[] {
  return doubtsBySigns(signsIn(tokens, sentence), tokens, sentence, figure, names);
}

/** The same, where it is known what the sentence has signs of. */
export function doubtsBySigns(
  signs: Signs,
  tokens: readonly Token[],
  sentence: Sentence,
  figure: TokenRange,
  names: readonly TokenRange[],
): readonly Doubt[] {
  const doubts: Doubt[] = [];
  const add = (at: number, code: Doubt['code'], what: string): void => {
    if (at >= 0) doubts.push({ code, text: `"${tokens[at]?.text}" ${what}` });
  };
  const has = (sign: number): boolean => (signs & sign) !== 0;
  const start = has(IN_CLAUSE) ? clauseStart(tokens, sentence, figure) : sentence.from;
  const clause = has(IN_MAIN_CLAUSE) ? mainClause(tokens, sentence, figure) : sentence;
  if (has(FUTURE)) add(futureAt(tokens, start, figure), 'future', 'says what is to come');
  if (has(RESPECTIVE))
    add(findWord(tokens, sentence, RESPECTIVELY), 'respectively', 'leaves open which is whose');
  if (sentence.isQuestion && !isBeforeQuestion(tokens, sentence, figure))
    doubts.push({ code: 'question', text: 'The sentence asks' });
  if (has(CONDITION))
    add(conditionalAt(tokens, sentence, clause, figure), 'conditional', 'imagines a case');
  if (has(PLAN)) add(planNounAt(tokens, clause, figure), 'possibility', 'says what may be');
  if (has(UNSETTLED))
    add(unsettledAt(tokens, clause, figure), 'unsettled', 'says what is not agreed yet');
  const modal = has(POSSIBILITY) ? possibilityAt(tokens, start, figure) : -1;
  if (isToldFuture(tokens, sentence, modal)) add(modal, 'future', 'says what is to come');
  else add(modal, 'possibility', 'says what may be');
  const isDenial = DENYING_OPENERS.has(tokens[sentence.from]?.lower ?? '');
  if (isDenial) add(sentence.from, 'negated', 'denies it');
  else if (has(NEGATION)) add(negationAt(tokens, start, figure), 'negated', 'denies it');
  if (has(DENIAL)) add(denialAt(tokens, clause), 'denied', 'takes it back');
  if (has(BASE))
    add(baseAt(tokens, sentence, figure), 'comparison-base', 'makes it the base of a comparison');
  if (has(FORECAST)) add(forecastAt(tokens, sentence, clause, figure), 'forecast', 'looks ahead');
  if (has(LIMIT)) add(deadlineAt(tokens, sentence, figure), 'forecast', 'looks ahead');
  if (has(PAST)) add(pastAt(tokens, sentence, figure), 'past', 'speaks of an earlier time');
  const set = has(PART) ? setApartAt(tokens, clause, figure) : -1;
  add(set >= 0 ? set : partAt(tokens, figure), 'partial', 'makes it a part');
  if (has(OWN))
    add(ownUseAt(tokens, sentence, clause, figure, names), 'own-use', "is of the writer's own");
  add(additionAt(tokens, figure), 'addition', 'makes it an addition');
  if (has(ENDED)) add(overAt(tokens, clause), 'over', 'speaks of what is over');
  return doubts;
}

/** Doubts that say how a sentence puts things, and leave standing what it takes for granted. */
const OF_WORDING: ReadonlySet<Doubt['code']> = new Set([
  'question',
  'conditional',
  'possibility',
  'negated',
  'forecast',
  'future',
]);

/**
 * The doubts that are left for a figure that its sentence takes for granted: "Will the $38 billion contract pay off?" says
 * that there is one. `noun` is the word that the figure stands before.
 */
export function doubtsLeft(
  doubts: readonly Doubt[],
  tokens: readonly Token[],
  figure: TokenRange,
  noun: TokenRange,
): readonly Doubt[] {
  const isBeside = noun.from >= figure.to && noun.from - figure.to <= GRANTED_REACH;
  const between = tokens.slice(figure.to, noun.from);
  const start = tokens[figure.from - 1]?.kind === 'mark' ? figure.from - 2 : figure.from - 1;
  const isDefinite =
    /^(?:the|its|their|this)$/.test(tokens[start]?.lower ?? '') ||
    tokens[start]?.kind === 'possessive';
  const isGranted =
    isBeside && isDefinite && between.every(({ kind, text }) => kind === 'word' || text === '-');
  return isGranted ? doubts.filter(({ code }) => !OF_WORDING.has(code)) : doubts;
}

/** Words that may stand between a figure and its noun: "the $38 billion cloud computing contract". */
const GRANTED_REACH = 3;

/** The word that takes a clause back; one that heads what is right ("Correction: the contract runs for") does not. */
function denialAt(tokens: readonly Token[], clause: TokenRange): number {
  const at = findWord(tokens, clause, DENIALS);
  if (at < 0 || !CORRECTIONS.test(tokens[at]?.lower ?? '')) return at;
  const colon = tokens.slice(at, at + LABEL_REACH).findIndex(({ text }) => text === ':');
  return colon < 0 ? at : findWord(tokens, { from: at + colon, to: clause.to }, DENIALS);
}

/** "Correction to yesterday's caption:", in tokens. */
const LABEL_REACH = 8;

/** Index of the first token of a range that is one of the words; -1 without one. */
function findWord(
  tokens: readonly Token[],
  { from, to }: TokenRange,
  words: ReadonlySet<string>,
): number {
  for (let at = from; at < to; at++) if (words.has(tokens[at]?.lower ?? '')) return at;
  return -1;
}

/** "It pays $38 billion; but with what?": what stands before the question is not asked. */
function isBeforeQuestion(
  tokens: readonly Token[],
  sentence: TokenRange,
  figure: TokenRange,
): boolean {
  for (let at = figure.to; at < sentence.to - 1; at++) {
    const { text = '' } = tokens[at] ?? {};
    if (/^[;:—–]$/.test(text)) return true;
    if (opensNewClause(tokens, at) && ASKERS.has(tokens[at + 2]?.lower ?? '')) return true;
  }
  return false;
}

/** Words that a question opens with. */
const ASKERS: ReadonlySet<string> = new Set(
  'what why how who whose which when where is are was were does do did can could will would has have should'.split(
    ' ',
  ),
);

/**
 * "If …" before the figure, or after it with no pause between; "Had …" at the start of the sentence; "were to" before the
 * figure; "would have" in the figure's clause. "As if" and "whether" count; "were" alone does not.
 */
function conditionalAt(
  tokens: readonly Token[],
  sentence: TokenRange,
  clause: TokenRange,
  figure: TokenRange,
): number {
  const unreal = counterfactualAt(tokens, clause, figure);
  if (unreal >= 0) return unreal;
  for (let at = sentence.from; at < sentence.to; at++) {
    const word = tokens[at]?.lower ?? '';
    if (at === sentence.from && INVERTED.has(word)) return at;
    if (at >= figure.to && PAUSES.has(tokens[at]?.text ?? '')) return -1;
    if (word === 'were') {
      if (at < figure.from && tokens[at + 1]?.lower === 'to') return at;
    } else if (CONDITIONALS.has(word) && !isOfSource(tokens, at)) return at;
  }
  return -1;
}

/** Before the figure in its clause, or behind it with nothing between but what is set in: "a ceiling of 1,200, which …, would have". */
function counterfactualAt(
  tokens: readonly Token[],
  { from, to }: TokenRange,
  figure: TokenRange,
): number {
  for (let at = from; at < to; at++) {
    if (isCounterfactual(tokens, at)) return at;
    if (at < figure.to) continue;
    const { text = '', lower = '' } = tokens[at] ?? {};
    if (lower === 'than') return -1;
    if (!PAUSES.has(text)) continue;
    if (!/^(?:which|who)$/.test(tokens[at + 1]?.lower ?? '')) return -1;
    do at++;
    while (at < to && !PAUSES.has(tokens[at]?.text ?? ''));
  }
  return -1;
}

/** "Without it 300 beds would have been closed": what did not come about. */
function isCounterfactual(tokens: readonly Token[], at: number): boolean {
  if (!MODALS.has(tokens[at]?.lower ?? '') || tokens[at + 1]?.lower !== 'have') return false;
  const verb = tokens[at + 2]?.lower ?? '';
  return isVerbForm(verb) || irregularForms(verb).length > 0 || /(?:ed|en)$/.test(verb);
}

/** What a condition without "if" opens with. */
const INVERTED: ReadonlySet<string> = new Set(['had', 'were', 'should']);
/** What a condition is answered with. */
const MODALS: ReadonlySet<string> = new Set(['would', 'could', 'might']);

/** "If its accounts are any guide", "if reports are to be believed": where the figure is from, and no condition. */
function isOfSource(tokens: readonly Token[], at: number): boolean {
  for (let next = at + 1; next < tokens.length && !PAUSES.has(tokens[next]?.text ?? ''); next++)
    if (/^(?:guide|indication|believed|right|correct|accurate)$/.test(tokens[next]?.lower ?? ''))
      return true;
  return false;
}

/** ", and": what follows is said for itself. */
function opensNewClause(tokens: readonly Token[], at: number): boolean {
  return PAUSES.has(tokens[at]?.text ?? '') && ADDERS.has(tokens[at + 1]?.lower ?? '');
}

const ADDERS: ReadonlySet<string> = new Set(['and', 'but', 'so']);

/** An auxiliary of possibility in the figure's own clause, before it. A calendar "May" is none. */
function possibilityAt(tokens: readonly Token[], start: number, figure: TokenRange): number {
  for (let at = figure.from - 1; at >= start; at--) {
    const token = tokens[at];
    if (token && POSSIBILITIES.has(token.lower) && token.text === token.lower) return at;
  }
  return -1;
}

/** "Was a plan to keep it going until 2027": what somebody thought of. */
function planNounAt(tokens: readonly Token[], { from }: TokenRange, figure: TokenRange): number {
  for (let at = from + 1; at < figure.from - 1; at++) {
    const isPlan = PLAN_NOUNS.has(tokens[at]?.lower ?? '') && tokens[at + 1]?.lower === 'to';
    if (isPlan && /^(?:a|an|another|one)$/.test(tokens[at - 1]?.lower ?? '')) return at;
  }
  return -1;
}

const PLAN_NOUNS: ReadonlySet<string> = new Set('plan proposal idea option scheme'.split(' '));

/**
 * "In talks to invest", "seeking a valuation of", "urges the state to build", "a deal that is not finalised": what is wanted or
 * spoken of, and not agreed yet.
 */
function unsettledAt(
  tokens: readonly Token[],
  { from, to }: TokenRange,
  figure: TokenRange,
): number {
  for (let at = from; at < to; at++) {
    const { lower = '' } = tokens[at] ?? {};
    if (!UNSETTLING.has(lower)) continue;
    if (UNFINISHED.has(lower)) {
      if (isNotYet(tokens, at)) return at;
      continue;
    }
    const isOf = at < figure.from && !isApart(tokens, at, figure);
    if (isOf && (!TALKS.has(lower) || isIn(tokens, at))) return at;
  }
  return -1;
}

/** "Norvik, seeking new ships, employs": whether a pause sets a word apart from the figure behind it. */
function isApart(tokens: readonly Token[], word: number, { from }: TokenRange): boolean {
  return tokens.slice(word, from).some(({ text }) => PAUSES.has(text));
}

/** "In early-stage talks": what somebody is in. */
function isIn(tokens: readonly Token[], talks: number): boolean {
  for (let at = talks - 1; at >= talks - TALKS_REACH; at--)
    if (tokens[at]?.lower === 'in') return true;
  return false;
}

/** How far before "talks" its "in" may stand: "in early-stage talks". */
const TALKS_REACH = 4;

function isNotYet(tokens: readonly Token[], at: number): boolean {
  return [at - 1, at - 2, at - 3].some((before) =>
    /^(?:not|yet|never|un|awaits|awaiting)$/.test(tokens[before]?.lower ?? ''),
  );
}

const TALKS: ReadonlySet<string> = new Set('talks discussions negotiations'.split(' '));
const UNFINISHED: ReadonlySet<string> = new Set(
  'finalised finalized signed closed agreed completed approved'.split(' '),
);
const UNSETTLING: ReadonlySet<string> = new Set([
  ...TALKS,
  ...UNFINISHED,
  ...'seeking seeks urge urges urged urging pitching weighing mulling'.split(' '),
]);

/** "Said that it would pay": a future that is told of, and no possibility. */
function isToldFuture(tokens: readonly Token[], { from }: TokenRange, would: number): boolean {
  if (would < 0 || tokens[would]?.lower !== 'would') return false;
  for (let at = would - 1; at >= from; at--)
    if (REPORTING.has(tokens[at]?.lower ?? '')) return true;
  return false;
}

const REPORTING: ReadonlySet<string> = new Set(
  'said announced agreed promised confirmed pledged disclosed revealed'.split(' '),
);

/** How far back a negation reaches a figure, in words. */
const NEGATION_REACH = 9;

function negationAt(tokens: readonly Token[], start: number, figure: TokenRange): number {
  // "Not due to open until 2028".
  if (/^(?:until|till)$/.test(tokens[figure.from - 1]?.lower ?? '')) return -1;
  const nearest = Math.max(start, figure.from - NEGATION_REACH);
  for (let at = figure.from - 1; at >= nearest; at--) {
    const word = tokens[at]?.lower ?? '';
    const isNegation = NEGATIONS.has(word) || word.endsWith("n't") || isInsteadOf(tokens, at);
    if (!isNegation || isHarmless(tokens, at)) continue;
    return at;
  }
  return -1;
}

/** "Nor, it said, had a term of eight years been discussed": what denies all that follows. */
const DENYING_OPENERS: ReadonlySet<string> = new Set(['nor', 'neither', 'never']);

function isInsteadOf(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower;
  if (word !== 'instead' && word !== 'rather') return false;
  return tokens[at + 1]?.lower === (word === 'instead' ? 'of' : 'than');
}

/** "Not only", "no less than", "no longer", "no doubt": negations of something else. */
function isHarmless(tokens: readonly Token[], at: number): boolean {
  return /^(?:only|just|merely|less|fewer|more|longer|doubt|surprise|secret|accident|least)$/.test(
    tokens[at + 1]?.lower ?? '',
  );
}

/** Where the figure's clause begins: after the last comma, semicolon, dash or contrasting conjunction before it. */
function clauseStart(tokens: readonly Token[], sentence: TokenRange, figure: TokenRange): number {
  for (let at = figure.from - 1; at >= sentence.from; at--) {
    const token = tokens[at];
    const isJoint = token?.text === ',' && goesOn(tokens, at + 1, figure);
    if (isJoint) continue;
    if (CLAUSE_MARKS.has(token?.text ?? '') || CONTRASTS.has(token?.lower ?? '')) return at + 1;
  }
  return sentence.from;
}

/** "Wants 20 million customers, and in 45 countries": what is joined without a verb of its own. */
function goesOn(tokens: readonly Token[], joint: number, { from }: TokenRange): boolean {
  if (
    tokens[joint]?.lower !== 'and' ||
    !/^(?:in|on|at|for|with)$/.test(tokens[joint + 1]?.lower ?? '')
  )
    return false;
  for (let at = joint + 2; at < from; at++) {
    const { lower = '', kind } = tokens[at] ?? {};
    if (kind === 'mark' || isVerbForm(lower) || /ed$/.test(lower)) return false;
  }
  return true;
}

const CLAUSE_MARKS: ReadonlySet<string> = new Set([';', '—', '–', ':', ',', '(', '|']);
const CONTRASTS: ReadonlySet<string> = new Set(['but', 'while', 'whereas', 'although']);

/** Words that make what follows the thing compared with. */
const BASES = new Set([
  'from',
  'than',
  'versus',
  'vs',
  'against',
  'exceeding',
  'beating',
  'topping',
]);

/** What with "to", "with" or "from" does the same. */
const COMPARISONS: ReadonlySet<string> = new Set(['compared', 'relative', 'up', 'down']);

function baseAt(tokens: readonly Token[], sentence: TokenRange, figure: TokenRange): number {
  for (let at = figure.from - 1; at >= Math.max(sentence.from, figure.from - 4); at--) {
    const word = tokens[at]?.lower ?? '';
    const isCompared =
      COMPARISONS.has(word) &&
      /^(?:compared with|compared to|relative to|up from|down from)$/.test(
        `${word} ${tokens[at + 1]?.lower}`,
      );
    if (isCompared) return at;
    if (BASES.has(word) && !isHedgeThan(tokens, at) && isChangeFrom(tokens, at, sentence, figure))
      return at;
    if (/^[,;]$/.test(word)) return -1;
  }
  return comparedAt(tokens, sentence, figure);
}

/** How far before a figure the "than" of a comparison may stand, in tokens. */
const THAN_REACH = 14;

/**
 * "More than the state spends on schools in ten months", "about what Britain spends in six": what stands in the clause that
 * something is compared with.
 */
function comparedAt(tokens: readonly Token[], sentence: TokenRange, figure: TokenRange): number {
  for (let at = figure.from - 1; at >= Math.max(sentence.from, figure.from - THAN_REACH); at--) {
    const { lower = '', kind } = tokens[at] ?? {};
    if (kind === 'mark' && /^[,;:—–()|]$/.test(lower)) return -1;
    const isLikened = lower === 'what' && LIKENING.has(tokens[at - 1]?.lower ?? '');
    if (lower !== 'than' && !isLikened) continue;
    const isClause = tokens.slice(at + 1, figure.from).some(({ lower: word }) => isVerb(word));
    return isClause ? at : -1;
  }
  return -1;
}

/** Words before "what" that put it beside something else. */
const LIKENING: ReadonlySet<string> = new Set(
  'about almost nearly roughly around approximately twice half'.split(' '),
);

function isVerb(word: string): boolean {
  return isVerbForm(word) || /[^s]s$/.test(word);
}

function isHedgeThan(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.lower === 'than' &&
    /^(?:more|less|fewer|greater|lower|higher)$/.test(tokens[at - 1]?.lower ?? '')
  );
}

/** "From" opens a change only right before the figure; "a commitment from OpenAI of $38bn" is none. */
function isChangeFrom(
  tokens: readonly Token[],
  at: number,
  sentence: TokenRange,
  figure: TokenRange,
): boolean {
  if (tokens[at]?.lower !== 'from') return true;
  const isNear = tokens
    .slice(at + 1, figure.from)
    .every(
      ({ kind, lower }) =>
        kind !== 'word' ||
        /^(?:about|around|nearly|just|roughly|some|over|under|a|an|the|us)$/.test(lower),
    );
  return isNear && sentence.from <= at;
}

/** A word of foresight before the figure, or, for verbs of forecasting alone, anywhere in the sentence. */
function forecastAt(
  tokens: readonly Token[],
  sentence: TokenRange,
  clause: TokenRange,
  figure: TokenRange,
): number {
  const plan = planAt(tokens, sentence, figure);
  if (plan >= 0) return plan;
  const before = findWord(tokens, { from: clause.from, to: figure.from }, FORECASTS);
  if (before >= 0) return before;
  const after = findWord(tokens, clause, FORECAST_VERBS);
  return after >= figure.to && isComparedWith(tokens, figure.to, after) ? -1 : after;
}

/** "$35 million, ahead of what analysts had expected": the forecast is what the figure is held against. */
function isComparedWith(tokens: readonly Token[], from: number, forecast: number): boolean {
  for (let at = from; at < forecast; at++) if (COMPARING.has(tokens[at]?.lower ?? '')) return true;
  return false;
}

const COMPARING: ReadonlySet<string> = new Set(
  `than beat beats beating top tops topped topping exceed exceeds exceeded exceeding ahead above below against miss missed
  missing versus vs surpassed surpassing short under over outstripping`.split(/\s+/),
);

/** The stretch around a figure between the conjunctions that set clauses against each other. */
function mainClause(
  tokens: readonly Token[],
  sentence: TokenRange,
  figure: TokenRange,
): TokenRange {
  let { from } = sentence;
  let { to } = sentence;
  for (let at = sentence.from + 1; at < figure.from; at++)
    if (setsApart(tokens, at) || opensOwnClause(tokens, at, figure)) from = at;
  for (let at = sentence.to - 1; at >= figure.to; at--)
    if (setsApart(tokens, at) || opensNewClause(tokens, at)) to = at;
  return { from, to };
}

/** ", and Jane Doe got about": what is joined, with a subject and a verb of its own. */
function opensOwnClause(tokens: readonly Token[], at: number, figure: TokenRange): boolean {
  if (!opensNewClause(tokens, at)) return false;
  const opener = tokens[at + 2];
  if (opener?.kind !== 'word' || opener.text === opener.lower) return false;
  for (let verb = at + 3; verb < figure.from; verb++)
    if (isVerbForm(tokens[verb]?.lower ?? '') && tokens[verb - 1]?.lower !== 'to') return true;
  return false;
}

function setsApart(tokens: readonly Token[], at: number): boolean {
  const { lower = '', text = '' } = tokens[at] ?? {};
  return text === ';' || OPPOSERS.has(lower);
}

const OPPOSERS: ReadonlySet<string> = new Set([
  'despite',
  'although',
  'though',
  'whereas',
  'while',
  'but',
]);

/** "Will be at $20 billion by December": a future with a date by which it comes. */
function planAt(tokens: readonly Token[], sentence: TokenRange, figure: TokenRange): number {
  for (let at = sentence.from; at < figure.from; at++) {
    if (tokens[at]?.lower !== 'will') continue;
    for (let by = figure.to; by < sentence.to - 1; by++) {
      if (
        tokens[by]?.lower === 'by' &&
        /^(?:\d{4}|the|late|early|mid|next|[A-Z].*)$/.test(tokens[by + 1]?.text ?? '')
      )
        return at;
    }
  }
  return -1;
}

/** "$20 billion by year's end", "by the end of the decade": what is to be reached. */
function deadlineAt(tokens: readonly Token[], { to }: TokenRange, figure: TokenRange): number {
  for (let at = figure.to; at < Math.min(to, figure.to + DEADLINE_REACH); at++) {
    if (tokens[at]?.lower !== 'by') continue;
    const [first = '', second = '', third = '', fourth = '', fifth = ''] = [1, 2, 3, 4, 5].map(
      (on) => tokens[at + on]?.lower,
    );
    // "Year's end", "year-end".
    const isYearEnd = first === 'year' && (second === 'end' || third === 'end');
    const isEndOf = first === 'the' && second === 'end' && third === 'of';
    const isAhead = /^(?:the|this|next)$/.test(fourth) && AHEAD_PERIODS.has(fifth);
    if (isYearEnd || (isEndOf && isAhead) || (first === 'next' && AHEAD_PERIODS.has(second)))
      return at;
  }
  return -1;
}

const AHEAD_PERIODS: ReadonlySet<string> = new Set(
  'day week month quarter year decade century spring summer autumn fall winter'.split(' '),
);

/** How far behind a figure the date by which it is to be may begin, in tokens. */
const DEADLINE_REACH = 6;

const FORECAST_VERBS: ReadonlySet<string> = new Set([
  'forecast',
  'forecasts',
  'predict',
  'predicts',
  'predicted',
  'expect',
  'expects',
  'expected',
  'projects',
  'projected',
  'anticipates',
  'anticipated',
  'reckon',
  'reckons',
  'estimate',
  'estimated',
  'hoped',
  'aspiration',
  'aspirations',
  'ambitions',
]);

/** A marker of the past within a few words of the figure. */
function pastAt(tokens: readonly Token[], sentence: TokenRange, figure: TokenRange): number {
  const from = Math.max(sentence.from, figure.from - 8);
  const to = Math.min(sentence.to, figure.to + 6);
  const milestone = milestoneAt(tokens, from, figure);
  if (milestone >= 0) return milestone;
  for (let at = from; at < to; at++) {
    const isPluperfect =
      tokens[at]?.lower === 'had' && tokens[at + 1]?.lower === 'been' && at < figure.from;
    if (isPluperfect || (at < figure.from && isUsedTo(tokens, at))) return at;
    if (!PAST_MARKERS.has(tokens[at]?.lower ?? '') || isOtherSense(tokens, at)) continue;
    if (/^(?:then|before|earlier)$/.test(tokens[at]?.lower ?? '') && at > figure.to) continue;
    return at;
  }
  return -1;
}

/** "News that used to carry a market for a week". */
function isUsedTo(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.lower === 'used' &&
    tokens[at + 1]?.lower === 'to' &&
    !FORMS_OF_BE.has(tokens[at - 1]?.lower ?? '')
  );
}

/** "Reached a million customers in seven weeks": what was true on the way. */
function milestoneAt(tokens: readonly Token[], from: number, figure: TokenRange): number {
  for (let at = figure.from - 1; at >= Math.max(from, figure.from - 5); at--) {
    if (!MILESTONES.has(tokens[at]?.lower ?? '')) continue;
    for (let next = figure.to; next < figure.to + MILESTONE_REACH; next++) {
      const isLed = /^(?:in|within|after)$/.test(tokens[next]?.lower ?? '');
      const isTime = [1, 2, 3].some((on) => PERIODS.has(tokens[next + on]?.lower ?? ''));
      if (isLed && isTime) return at;
    }
  }
  return -1;
}

const MILESTONES: ReadonlySet<string> = new Set('reached hit crossed passed topped'.split(' '));
/** How far behind a figure the time that it took may begin, in tokens. */
const MILESTONE_REACH = 4;

/** "At once", "before the split": no word of a time that is over. */
function isOtherSense(tokens: readonly Token[], at: number): boolean {
  const { lower = '' } = tokens[at] ?? {};
  const next = tokens[at + 1]?.lower ?? '';
  if (lower === 'once')
    return (
      /^(?:at|all|more)$/.test(tokens[at - 1]?.lower ?? '') ||
      /^(?:an?|per|every|each|daily|weekly|monthly|yearly)$/.test(next)
    );
  return lower === 'before' && tokens[at + 1]?.kind === 'word';
}

/**
 * "On our laptop it wrote …", "we have a five-year agreement": what one's own does is not what is on record of the kind. A name
 * between takes the figure for itself: "we hear that Acme pays …".
 */
function ownUseAt(
  tokens: readonly Token[],
  { from }: TokenRange,
  clause: TokenRange,
  figure: TokenRange,
  names: readonly TokenRange[],
): number {
  const isLed = /^(?:on|in|at|with|using|for)$/.test(tokens[from]?.lower ?? '');
  if (isLed && /^(?:our|my)$/.test(tokens[from + 1]?.lower ?? '')) return from + 1;
  let isQuoted = false;
  let own = -1;
  for (let at = from; at < figure.to; at++) {
    const { text = '', lower = '' } = tokens[at] ?? {};
    if (QUOTES.test(text)) isQuoted = !isQuoted;
    if (text === ':') own = -1;
    const isTold = tokens[at + 1]?.lower === 'told';
    if (!isQuoted && at >= clause.from && !isTold && FIRST_PERSON.has(lower)) own = at;
  }
  const isNamed = names.some((name) => own < name.from && name.from < figure.to);
  return isNamed ? -1 : own;
}

const QUOTES = /^["“”«»]$/;
const FIRST_PERSON: ReadonlySet<string> = new Set(
  "i we my our i've we've i'm we're i'd we'd".split(' '),
);

/** "Lasted five years and lapsed in 2024", "signed in 2014 and since expired": of a contract that is none any more. */
function overAt(tokens: readonly Token[], clause: TokenRange): number {
  const at = findWord(tokens, clause, OVER);
  if (at >= 0) return at;
  for (let ran = clause.from; ran < clause.to; ran++)
    if (tokens[ran]?.lower === 'ran' && tokens[ran + 1]?.lower === 'out') return ran;
  return -1;
}

const OVER: ReadonlySet<string> = new Set(
  'lapsed expired cancelled canceled terminated'.split(' '),
);

const ADDITIONS = new Set(['additional', 'another', 'further', 'extra', 'incremental']);

/** "Another $38bn": right before the figure. */
function additionAt(tokens: readonly Token[], { from }: TokenRange): number {
  for (let at = from - 1; at >= from - 2; at--)
    if (ADDITIONS.has(tokens[at]?.lower ?? '')) return at;
  return -1;
}

const PARTS = new Set([
  'remaining',
  'initial',
  'upfront',
  'half',
  'tranche',
  'instalment',
  'installment',
]);

/** "In March alone", "among its over-75s": a word before the figure that sets a part apart. */
function setApartAt(tokens: readonly Token[], { from }: TokenRange, figure: TokenRange): number {
  const alone = findWord(tokens, { from, to: figure.from }, ALONE);
  if (alone >= 0 && !isPeriod(tokens[alone - 1])) return alone;
  const among = findWord(tokens, { from, to: figure.from }, AMONG);
  const isOfThem = among >= 0 && !/^(?:other|the|them)$/.test(tokens[among + 1]?.lower ?? '');
  return isOfThem ? among : -1;
}

/** "The first $10bn", "an additional $5bn", "half of the $38bn". */
function partAt(tokens: readonly Token[], figure: TokenRange): number {
  if (
    tokens[figure.to]?.lower === 'of' &&
    isDefinite(tokens, figure.to + 1) &&
    isCounted(tokens[figure.to - 1])
  )
    return figure.to;
  if (isDifference(tokens, figure) || isMore(tokens, figure)) return figure.to;
  // "An initial commitment of $15 billion".
  const of = tokens[figure.from - 1]?.lower === 'of' ? figure.from - 1 : -1;
  if (of > 1 && /^(?:initial|upfront)$/.test(tokens[of - 2]?.lower ?? '')) return of - 2;
  for (let at = figure.from - 1; at >= Math.max(0, figure.from - 3); at--) {
    // "A market share of 29%" is all of it.
    const isItself = isPercent(tokens[figure.to - 1]) && tokens[at - 1]?.lower === 'share';
    const isShare =
      tokens[at]?.lower === 'of' && FRACTIONS_OF.has(tokens[at - 1]?.lower ?? '') && !isItself;
    // "As part of the seven-year agreement" speaks of all of it.
    const isFrame = tokens[at - 1]?.lower === 'part' && tokens[at - 2]?.lower === 'as';
    if (isShare && !isFrame && !/^(?:19|20)\d\d$/.test(tokens[at + 1]?.text ?? '')) return at - 1;
    if (at < figure.from - 2) continue;
    if (PARTS.has(tokens[at]?.lower ?? '') && !isStretch(tokens[figure.to - 1])) return at;
    if (tokens[at]?.lower === 'with' && BEGINNINGS.has(tokens[at - 1]?.lower ?? '')) return at - 1;
    const isFirst = tokens[at]?.lower === 'first' && at === figure.from - 1;
    if (isFirst && (tokens[at - 1]?.kind !== 'word' || isArticle(tokens[at - 1]))) return at;
  }
  return -1;
}

/** "An initial seven-year term" is all there is as yet. */
function isStretch(token: Token | undefined): boolean {
  return PERIODS.has(token?.lower ?? '');
}

function isArticle(token: Token | undefined): boolean {
  return /^(?:the|a|its)$/.test(token?.lower ?? '');
}

/** "Starting with $10 billion": the first part of a whole. */
const BEGINNINGS: ReadonlySet<string> = new Set(['starting', 'beginning', 'start', 'begin']);

const FRACTIONS_OF: ReadonlySet<string> = new Set([
  'half',
  'part',
  'most',
  'some',
  'bulk',
  'share',
  'third',
  'quarter',
]);
const RESPECTIVELY: ReadonlySet<string> = new Set(['respectively']);
const PLANS: ReadonlySet<string> = new Set([
  'will',
  "i'll",
  "we'll",
  "he'll",
  "she'll",
  "it'll",
  "they'll",
  'plans',
  'plan',
  'intends',
  'wants',
  'poised',
  'preparing',
]);

/** A verb of what is to come in the figure's own clause, before it: "will", "on track to". */
function futureAt(tokens: readonly Token[], start: number, figure: TokenRange): number {
  const at = findWord(tokens, { from: start, to: figure.from }, PLANS);
  if (at >= 0) return at;
  const on = findWord(tokens, { from: start, to: figure.from }, COURSES);
  return on > start && tokens[on - 1]?.lower === 'on' ? on : -1;
}

/** What with "on" says where something is bound for. */
const COURSES: ReadonlySet<string> = new Set(['track', 'course', 'pace']);

/** Whether a figure ends with its number: of what is measured, "of its ore" is no part. */
function isCounted(last: Token | undefined): boolean {
  return last?.kind === 'number' || SCALE_OR_NUMBER.test(last?.lower ?? '');
}

const SCALE_OR_NUMBER =
  /^(?:bn|tn|m|k|b|t|dozens?|hundreds?|thousands?|(?:m|b|tr)illions?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty)$/;

/** "A dozen more", "£1.25 dearer": beside what was counted before. */
function isMore(tokens: readonly Token[], { to }: TokenRange): boolean {
  if (/^(?:dearer|cheaper|pricier|costlier)$/.test(tokens[to]?.lower ?? '')) return true;
  return (
    /^(?:more|extra|others)$/.test(tokens[to]?.lower ?? '') && tokens[to + 1]?.lower !== 'than'
  );
}

/** "300 more people than": the figure is what lies between two others. */
function isDifference(tokens: readonly Token[], { to }: TokenRange): boolean {
  if (!/^(?:more|fewer|less|higher|lower)$/.test(tokens[to]?.lower ?? '')) return false;
  const than = tokens.slice(to + 1, to + 6).findIndex(({ lower }) => lower === 'than');
  if (than < 0) return false;
  // "19% more than a year before": growth, and no difference of two.
  return !(isPercent(tokens[to - 1]) && isOfEarlier(tokens, to + 1 + than + 1));
}

function isPercent(token: Token | undefined): boolean {
  return /^(?:%|percent|cent)$/.test(token?.lower ?? '');
}

/** "A year before", "in the same three months of 2024", "last year": what a growth is reckoned from. */
function isOfEarlier(tokens: readonly Token[], from: number): boolean {
  const words = tokens.slice(from, from + EARLIER_REACH);
  return words.some(
    ({ kind, lower, text }, at) =>
      (PERIODS.has(lower) && words.slice(0, at).every((one) => one.kind !== 'mark')) ||
      (kind === 'number' && at < 2 && /^(?:19|20)\d\d$/.test(text)),
  );
}

/** "In the same three months". */
const EARLIER_REACH = 5;

/** "Among its over-75s": of some of them. */
const AMONG: ReadonlySet<string> = new Set(['among', 'amongst']);
/** "The third quarter alone brought": of a whole period. */
function isPeriod(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === 'number' || PERIODS.has(token.lower));
}

const PERIODS: ReadonlySet<string> = new Set(
  'day week month quarter half year days weeks months quarters years'.split(' '),
);
const ALONE: ReadonlySet<string> = new Set(['alone', 'excluding']);

/** "61.5 million of the passengers", "of Transit's passengers": some of them. */
function isDefinite(tokens: readonly Token[], at: number): boolean {
  if (/^(?:its|their|those|these)$/.test(tokens[at]?.lower ?? '')) return true;
  return [1, 2, 3].some((ahead) => tokens[at + ahead]?.kind === 'possessive');
}

/** "€20 million a train": a noun that ends its clause or goes on with no noun. */
function isThing(tokens: readonly Token[], at: number): boolean {
  const [noun, next] = [tokens[at], tokens[at + 1]];
  return (
    noun?.kind === 'word' &&
    noun.text === noun.lower &&
    (next === undefined || next.kind !== 'word' || FUNCTION_WORDS.has(next.lower))
  );
}

/** How far after a figure its "a year" may stand, in tokens. */
const RATE_REACH = 6;

/**
 * The stretch of time that a figure is said to be per: `a` for "$5 billion a year", "52GW of new capacity annually";
 * '' without one; `one` for "€20 million a train". The adjective before counts too: "an annual $5 billion".
 */
export function rateOf(tokens: readonly Token[], sentence: TokenRange, figure: TokenRange): string {
  for (let at = figure.to; at < Math.min(sentence.to, figure.to + RATE_REACH); at++) {
    const { kind, lower: word = '' } = tokens[at] ?? {};
    if (kind === 'number' || (kind === 'mark' && /^[,;.()—–|]$/.test(word))) break;
    const unit = RATE_UNITS.get(tokens[at + 1]?.lower ?? '');
    if (
      unit &&
      (word === '/' || RATE_OPENERS.has(word)) &&
      !WITHIN.has(tokens[at - 1]?.lower ?? '')
    )
      return unit;
    if (word === 'apiece' || word === 'each') return 'each';
    if (at === figure.to && ONE_EACH.has(word) && isThing(tokens, at + 1)) return 'one';
    const rate = RATE_WORDS.get(word);
    if (rate && !/^(?:a|an|the|its|their|and)$/.test(tokens[at - 1]?.lower ?? '')) return rate;
  }
  const before = tokens[figure.from - 1]?.lower ?? '';
  return RATE_WORDS.get(before === 'annual' ? 'annually' : before) ?? '';
}

/** What stands before a stretch of time that is no rate: "in a year". */
const WITHIN: ReadonlySet<string> = new Set(
  'in within for after of during once over on from than versus'.split(' '),
);
const ONE_EACH: ReadonlySet<string> = new Set(['a', 'an', 'per', 'every']);

/**
 * What a sentence may have a sign of; where it has none, nothing is looked for. A word that one of the searches above is given
 * has to be in its class.
 */
const FUTURE = signOf(PLANS, COURSES);
const RESPECTIVE = signOf(RESPECTIVELY);
const CONDITION = signOf(CONDITIONALS, INVERTED, MODALS);
const POSSIBILITY = signOf(POSSIBILITIES);
const PLAN = signOf(PLAN_NOUNS);
const UNSETTLED = signOf(UNSETTLING);
const NEGATION = signOf(NEGATIONS, new Set(['instead', 'rather', NEGATED_VERB]));
const DENIAL = signOf(DENIALS);
const BASE = signOf(BASES, COMPARISONS, new Set(['what']));
const FORECAST = signOf(FORECASTS, FORECAST_VERBS, new Set(['will']));
const LIMIT = signOf(new Set(['by']));
const PAST = signOf(PAST_MARKERS, new Set(['had', 'used']), MILESTONES);
const PART = signOf(ALONE, AMONG);
const OWN = signOf(FIRST_PERSON);
const ENDED = signOf(OVER, new Set(['ran']));
/** What is looked for in the figure's own clause alone. */
const IN_CLAUSE = FUTURE | POSSIBILITY | NEGATION;
/** The same, of the stretch that nothing sets apart from it. */
const IN_MAIN_CLAUSE = DENIAL | FORECAST | PART | OWN | CONDITION | ENDED | PLAN | UNSETTLED;
