import type { Property, Statement } from '../facts/fact-base.ts';
import { FUNCTION_WORDS, isVerbForm, TIME_RELATIONS } from '../mentions/english.ts';
import type { Token } from '../text/tokens.ts';
import type { PlacedFigure } from './attachment.ts';
import type { Cue, Scope } from './scope.ts';

/** Whether what a figure times, counts or takes away is said to be of something else than the cue names. */
export function isMeasureOfOther(scope: Scope, figure: PlacedFigure, cue: Cue): boolean {
  return (
    isTimeOfOther(scope, figure) || isCountOfOther(scope, figure, cue) || isTakenOff(scope, figure)
  );
}

/** "Was met on Monday", where "met" is no word of the property: the day of what the verb says. */
export function isOfOtherVerb(
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

/**
 * "Three days of trading", "five years of its sales": a time of what the "of" leads to; "two weeks after": a time between two;
 * "in the past ten days": one that ends now.
 */
function isTimeOfOther({ reading, mentions }: Scope, { figure, from, to }: PlacedFigure): boolean {
  if (figure.kind !== 'duration') return false;
  // "It is to last ten years" is another word.
  const [article, before] = [from - 2, from - 1].map((at) => reading.tokens[at]?.lower ?? '');
  if (article === 'the' && /^(?:past|last|previous|recent)$/.test(before ?? '')) return true;
  if (isOfRecord(reading.tokens, from)) return true;
  const next = reading.tokens[to]?.lower ?? '';
  if (TIME_RELATIONS.has(next)) return true;
  if (next === 'on' && reading.tokens[to + 1]?.kind !== 'word') return true;
  if (next !== 'of') return false;
  return !mentions.some(
    ({ from, meanings }) =>
      from >= to &&
      from <= to + OF_REACH &&
      meanings.some(({ kind }) => kind === 'cue' || kind === 'noun'),
  );
}

/** "Fell the most in almost four weeks": for how long nothing was like it. */
function isOfRecord(tokens: readonly Token[], figure: number): boolean {
  const at = tokens[figure - 1]?.lower === 'in' ? figure - 1 : figure - 2;
  if (tokens[at]?.lower !== 'in') return false;
  return [1, 2, 3].some((back) =>
    /^(?:most|least|first|worst|best|[a-z]{2,}est)$/.test(tokens[at - back]?.lower ?? ''),
  );
}

/** "Two generations of chips": what is counted is what stands before the "of"; "the two companies": someone and no thing. */
function isCountOfOther(
  { facts, reading: { tokens }, mentions }: Scope,
  { figure, to }: PlacedFigure,
  cue: Cue,
): boolean {
  const isOfSomeone = mentions.some(
    ({ from, meanings }) =>
      from === to &&
      cue.from !== to &&
      meanings.some((meaning) => meaning.kind === 'noun' && facts.partyTypes.has(meaning.type)),
  );
  if (figure.kind === 'count' && isOfSomeone) return true;
  const noun = tokens[to];
  const isNoun = noun?.kind === 'word' && noun.text === noun.lower && /[^s]s$/.test(noun.lower);
  return figure.kind === 'count' && isNoun && tokens[to + 1]?.lower === 'of' && cue.from >= to + 2;
}

/** "Acme bought a 210-bed hospital": the size of a thing of another type than what the statement is about. */
export function isSizeOfOther(
  { facts, reading: { tokens }, mentions }: Scope,
  { figure, to }: PlacedFigure,
  cue: Cue,
  { subject }: Statement,
): boolean {
  if (figure.kind !== 'count' || tokens[to]?.text !== '-' || cue.from !== to + 1) return false;
  const { kind, text, lower = '' } = tokens[cue.to] ?? {};
  const isNoun = kind === 'word' && text === lower && !FUNCTION_WORDS.has(lower);
  const type = facts.entities.get(subject)?.type;
  const isOwn = mentions.some(
    ({ from, meanings }) =>
      from === cue.to &&
      meanings.some((meaning) =>
        meaning.kind === 'noun' ? meaning.type === type : meaning.kind !== 'cue',
      ),
  );
  return isNoun && !isOwn;
}

/** "Google's TPUs": a name with its maker before it, where another maker is on record of the same. */
export function isOfOtherMake(
  { facts, refs }: Scope,
  { figure, from }: PlacedFigure,
  { subject }: Statement,
): boolean {
  if (figure.kind !== 'name') return false;
  const maker = refs.find(({ to, possessive }) => possessive && to + 1 === from);
  if (!maker) return false;
  const stated = [...(facts.about.get(subject)?.values() ?? [])].flat();
  const makers = stated
    .flatMap(({ figures }) => figures.flatMap(({ entities }) => entities))
    .filter((id) => facts.partyTypes.has(facts.entities.get(id)?.type ?? ''));
  return makers.length > 0 && !maker.entities.some((id) => makers.includes(id));
}

/** "Its losses took $3.1 billion off Acme's income": what someone else is the poorer by. */
function isTakenOff({ reading: { tokens }, refs }: Scope, { to }: PlacedFigure): boolean {
  const [first, second] = [tokens[to]?.lower ?? '', tokens[to + 1]?.lower ?? ''];
  const isApart = (first === 'away' && second === 'from') || (first === 'out' && second === 'of');
  if (first !== 'off' && !isApart) return false;
  const whose = isApart ? to + 2 : to + 1;
  return (
    refs.some(({ from }) => from === whose || from === whose + 1) ||
    tokens[whose + 1]?.kind === 'possessive'
  );
}

/** How far after "of" a word may stand that says of what. */
const OF_REACH = 4;
