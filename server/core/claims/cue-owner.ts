import type { Property, Statement } from '../facts/fact-base.ts';
import { family } from '../facts/index-facts.ts';
import {
  ANYONES,
  CLAUSE_JOINTS,
  FUNCTION_WORDS,
  INTRODUCTIONS,
  isVerbForm,
  NEUTRAL_MODIFIERS,
  POSSESSIVES,
  SUBJECT_PRONOUNS,
} from '../mentions/english.ts';
import type { Token } from '../text/tokens.ts';
import type { TokenRange } from './attachment.ts';
import type { Ref } from './discourse.ts';
import type { Cue, Scope } from './scope.ts';

/**
 * Whether a sentence that names nobody goes on about whoever was named before: it opens with "it", is an item or a row, says
 * "its" before the cue, or opens a clause with the cue ("Net debt stood at"). "Advertising brought in" and "a valuation of" do not.
 */
export function isOnesOwn(scope: Scope, cue: Cue, property: Property): boolean {
  if (scope.pointsToThing) return false;
  return (
    isOwnCue(scope, cue) ||
    scope.cues.of(property).some((one) => one.flat === null && isOwnCue(scope, one))
  );
}

/** How many words may stand between an owner and what is owned: "our clients' median annual bill". */
export const OWNED_REACH = 4;

/** "Our clients' yearly bill": what somebody owns whom no name stands for. */
export function isOwnedByOther({ reading: { tokens }, refs }: Scope, { from, flat }: Cue): boolean {
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

/**
 * "Norvik passed Acme's valuation and says its revenue": the "its" before a cue is whoever the sentence is about, and not who is
 * named on the way.
 */
export function isOwnedByTopic(
  { facts, reading: { tokens }, refs }: Scope,
  { from, flat }: Cue,
  { subject }: Statement,
): boolean {
  if (flat !== null) return false;
  let its = from - 1;
  while (its > from - OWNED_REACH && !/^(?:its|their)$/.test(tokens[its]?.lower ?? '')) {
    if (tokens[its]?.kind !== 'word') return false;
    its--;
  }
  if (!/^(?:its|their)$/.test(tokens[its]?.lower ?? '')) return false;
  const own = family(facts, subject);
  const isOwn = ({ entities }: Ref): boolean => entities.some((id) => own.includes(id));
  const before = refs.filter((ref) => ref.to <= its && !ref.isPronoun && !ref.isAside);
  const standing = before.filter((ref) => !ref.possessive && !ref.attributive && !ref.isLedIn);
  const isSomeone = ({ via, entities }: Ref): boolean =>
    via === 'unknown' ||
    entities.some((id) => facts.partyTypes.has(facts.entities.get(id)?.type ?? ''));
  return before.some(isOwn) && standing.some(isSomeone) && !standing.some(isOwn);
}

function isOwnCue(scope: Scope, { from, to, flat }: Cue): boolean {
  const { tokens } = scope.reading;
  const { sentence } = scope;
  if (tokens[to]?.lower === 'of' && /^(?:the|a|an|this)$/.test(tokens[to + 1]?.lower ?? ''))
    return false;
  if (flat !== null || scope.pointsBack || scope.isListed || scope.cells.length > 1) return true;
  for (let at = from - 1; at >= sentence.from; at--) {
    const { kind, lower = '', text = '' } = tokens[at] ?? {};
    if (POSSESSIVES.has(lower)) return true;
    if (isSubjectPronoun(tokens, sentence, at)) return true;
    if (ANYONES.has(lower) || (lower === 'there' && at === sentence.from)) return false;
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
  if (!SUBJECT_PRONOUNS.has(tokens[at]?.lower ?? '')) return false;
  const isLed =
    at === from ||
    tokens[at - 1]?.kind !== 'word' ||
    CLAUSE_JOINTS.has(tokens[at - 1]?.lower ?? '');
  return isLed && !/^(?:is|was|takes?|took|seems?|appears?)$/.test(tokens[at + 1]?.lower ?? '');
}

/** "In the first half," and the like: what stands before the clause proper. */
function isIntroduction(tokens: readonly Token[], { from }: TokenRange, comma: number): boolean {
  return (
    INTRODUCTIONS.has(tokens[from]?.lower ?? '') &&
    tokens.slice(from, comma).every(({ lower, text }) => text !== ',' && !isVerbForm(lower))
  );
}

function isInFigure({ figures }: Pick<Scope, 'figures'>, at: number): boolean {
  return figures.some(({ from, to }) => from <= at && at < to);
}
