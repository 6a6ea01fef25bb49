import type { Statement } from '../facts/fact-base.ts';
import { family } from '../facts/index-facts.ts';
import {
  FORMS_OF_BE,
  isFunctionWord,
  isVerbForm,
  PARTY_PREPOSITIONS,
  PAUSES,
} from '../mentions/english.ts';
import type { Mention } from '../mentions/mention.ts';
import { isLed, type PlacedFigure, type TokenRange } from './attachment.ts';
import type { Ref } from './discourse.ts';
import type { Cue, Scope } from './scope.ts';
import { signOf, signsIn } from './word-signs.ts';

/** "An order for $250bn", "it began in 2015": the deal that the text was speaking of is not named by a preposition. */
export function isOfFocus(
  { dealsFromFocus, speaksOfDeal }: Scope,
  { figure }: PlacedFigure,
  { surface }: Cue,
): boolean {
  const isVague = isFunctionWord(surface) || /^(?:get|gets|got)$/i.test(surface);
  const isMeant = figure.kind === 'money' || (figure.kind === 'date' && !speaksOfDeal);
  return dealsFromFocus && isMeant && isVague;
}

/** "Will collect $38 billion from Acme", "Borealis's $38B Acme bet": an amount that stands between the parties of a deal. */
export function isBetweenParties(
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
  const isLead = PARTY_PREPOSITIONS.has(reading.tokens[to]?.lower ?? '');
  const isNear = (ref: Ref): boolean =>
    ref.from <= to + (isLead ? 2 : 0) ||
    (ref.from <= to + 4 && isLed(reading.tokens, to, ref.from));
  const next = refs.find((ref) => ref.from >= to && ref.sure && isNear(ref));
  const first = refs.findLast((ref) => ref.to <= from && ref.sure && isParty(ref));
  if (!next || !first || !isParty(next)) return false;
  return isLead || from - first.to <= (first.possessive ? 1 : 0);
}

/** "It has paid $13bn" after a sentence on a deal: deals are worth something, come to something; they do not pay. */
export function isDoneBySomeone(
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
  const isPassive = FORMS_OF_BE.has(tokens[from - 1]?.lower ?? '');
  return isVerb && !isPassive && tokens[to]?.lower !== 'to';
}

/** "Contracts with three: $38bn with Acme, $250bn with Borealis", "across Acme ($38bn), Borealis ($250bn)": whether a party has a figure of its own. */
function isItsPartys(
  { facts, refs, figures, reading: { tokens } }: Scope,
  { figure, from, to }: PlacedFigure,
  subject: string,
): boolean {
  if (figures.filter((one) => one.figure.kind === figure.kind).length < 2) return false;
  const parties = facts.entities.get(subject)?.parties ?? [];
  const own = parties.flatMap((id) => family(facts, id));
  const isParty = ({ sure, entities }: Ref): boolean =>
    sure && entities.some((id) => own.includes(id));
  const isLedTo = /^(?:with|for|to|from)$/.test(tokens[to]?.lower ?? '');
  return refs.some(
    (ref) =>
      isParty(ref) &&
      ((isLedTo && ref.from === to + 1) ||
        (tokens[ref.to]?.text === '(' && ref.to < from && from <= ref.to + 2)),
  );
}

/** "Valued at $20 billion, in advanced talks with Acme": no deal of the two is agreed yet. */
export function isInTalks(
  { facts, refs, reading: { tokens }, sentence }: Scope,
  figure: PlacedFigure,
  { subject }: Statement,
): boolean {
  const parties = facts.entities.get(subject)?.parties ?? [];
  if (parties.length === 0 || (signsIn(tokens, sentence) & TALKING) === 0) return false;
  const own = parties.flatMap((id) => family(facts, id));
  const isWithParty = (at: number): boolean =>
    tokens[at + 1]?.lower === 'with' &&
    refs.some(({ from, entities }) => from === at + 2 && entities.some((id) => own.includes(id)));
  const isBeside = (at: number): boolean => {
    const [from, to] = at < figure.from ? [at, figure.from] : [figure.to, at];
    return !tokens.slice(from, to).some(({ text }) => PAUSES.has(text));
  };
  for (let at = sentence.from + 1; at < sentence.to; at++) {
    if (!TALKS.has(tokens[at]?.lower ?? '')) continue;
    let start = at - 1;
    while (start > at - 3 && tokens[start]?.kind === 'word' && tokens[start]?.lower !== 'in')
      start--;
    if (tokens[start]?.lower === 'in' && (isWithParty(at) || isBeside(at))) return true;
  }
  return false;
}

const TALKS: ReadonlySet<string> = new Set(['talks', 'negotiations']);
const TALKING = signOf(TALKS);

/** "Commitments", "three contracts that add up to": a plural is no value of a single one. */
export function isOfSeveral(
  scope: Scope,
  figure: PlacedFigure,
  cue: Cue,
  { subject }: Statement,
): boolean {
  const { facts, reading, refs, mentions } = scope;
  const isDeal = (facts.entities.get(subject)?.parties.length ?? 0) > 0;
  if (!isDeal || cue.flat !== null || isItsPartys(scope, figure, subject)) return false;
  const isNoun = ({ meanings }: Mention): boolean =>
    meanings.some((meaning) => meaning.kind === 'noun' && facts.dealTypes.has(meaning.type));
  // "Azure commitments": all that were made to one party.
  const isPlural = ({ from, to }: TokenRange): boolean =>
    reading.tokens[to - 1]?.lower.endsWith('s') === true &&
    !refs.some((ref) => ref.sure && ref.to === from);
  const named = mentions.find((one) => one.from === cue.from && one.to === cue.to);
  if (named && isNoun(named)) return isPlural(named);
  // "Thirty contracts worth": what is worth so much is all of them.
  const before = mentions.findLast((one) => one.to <= cue.from && isNoun(one));
  const isBeside =
    before !== undefined &&
    reading.tokens.slice(before.to, cue.from).every(({ kind }) => kind === 'word');
  // "Thousands of contracts with the state worth".
  const isWorth = before?.to === cue.from || /^(?:worth|valued)/i.test(cue.surface);
  if (cue.strength === 'strong') return isBeside && isWorth && isPlural(before);
  const nearest = mentions.findLast((one) => one.to <= figure.from && isNoun(one));
  return nearest !== undefined && isPlural(nearest);
}
