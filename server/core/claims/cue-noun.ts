import type { Statement } from '../facts/fact-base.ts';
import { PARTY_PREPOSITIONS } from '../mentions/english.ts';
import { OWNED_REACH } from './cue-owner.ts';
import type { Cue, Scope } from './scope.ts';

/** "The first company worth …", "a much smaller company, worth …": the noun that a cue follows is of another type than what the statement is about. */
export function isOfOtherThing(
  { facts, mentions, reading }: Scope,
  cue: Cue,
  { subject }: Statement,
): boolean {
  const type = facts.entities.get(subject)?.type;
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
  const isDeal = types.length > 0 && types.every((one) => facts.dealTypes.has(one));
  return types.length === noun.meanings.length || (isDeal && !facts.dealTypes.has(type ?? ''));
}
