import type { Statement } from '../facts/fact-base.ts';
import { FORMS_OF_BE, PARTY_PREPOSITIONS } from '../mentions/english.ts';
import type { Token } from '../text/tokens.ts';
import { OWNED_REACH } from './cue-owner.ts';
import type { Cue, Scope } from './scope.ts';

/** "The first company worth …", "a much smaller company, worth …": the noun that a cue follows is of another type than what the statement is about. */
export function isOfOtherThing(
  { facts, mentions, reading }: Scope,
  cue: Cue,
  { subject }: Statement,
): boolean {
  const type = facts.entities.get(subject)?.type;
  const isDeal = (facts.entities.get(subject)?.parties.length ?? 0) > 0;
  if (!isDeal && isOfOne(reading.tokens, cue)) return true;
  const isComma = reading.tokens[cue.from - 1]?.text === ',';
  const before = isComma ? cue.from - 1 : cue.from;
  const noun =
    cue.flat === null && mentions.find(({ to, kind }) => to === before && kind === 'noun');
  if (!noun) return false;
  const types = noun.meanings.flatMap((meaning) => (meaning.kind === 'noun' ? [meaning.type] : []));
  // "A commitment to Acme's company comes to": the noun is not what the sentence is about.
  const isOwned =
    reading.tokens[noun.from - 1]?.kind === 'possessive' &&
    reading.tokens
      .slice(Math.max(0, noun.from - OWNED_REACH - 1), noun.from)
      .some(({ lower }) => PARTY_PREPOSITIONS.has(lower));
  if (noun.definite || isOwned || types.includes(type ?? '')) return false;
  // "A contract worth": the noun names a property too, but what is worth so much is the contract.
  const isOfDeal = types.length > 0 && types.every((one) => facts.dealTypes.has(one));
  return types.length === noun.meanings.length || (isOfDeal && !facts.dealTypes.has(type ?? ''));
}

/** "The present one, for the stations of Acme, is worth": a contract spoken of before, and not whom it is for. */
function isOfOne(tokens: readonly Token[], { from, flat }: Cue): boolean {
  if (flat !== null || !FORMS_OF_BE.has(tokens[from - 1]?.lower ?? '')) return false;
  let at = from - 2;
  if (tokens[at]?.text === ',') {
    do at--;
    while (at > from - ONE_REACH && tokens[at]?.text !== ',');
    at--;
  }
  return tokens[at]?.lower === 'one';
}

/** How far before its verb "one" may stand, in tokens. */
const ONE_REACH = 14;
