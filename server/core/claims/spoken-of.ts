import type { FactBase } from '../facts/fact-base.ts';
import { family } from '../facts/index-facts.ts';
import { RELATIVES } from '../mentions/english.ts';
import type { BlockReading, Mention, Sentence } from '../mentions/mention.ts';
import type { Token } from '../text/tokens.ts';
import type { Discourse, Ref } from './discourse.ts';

/** Whether every noun of a deal comes with "a" or "another". `nouns` are those of the sentence. */
export function speaksOfNewDeal({ tokens }: BlockReading, nouns: readonly Mention[]): boolean {
  return (
    nouns.length > 0 &&
    nouns.every(({ from, definite }) => {
      if (definite) return false;
      const before = tokens.slice(Math.max(0, from - 4), from).map(({ lower }) => lower);
      return before.some((word) => /^(?:a|an|another)$/.test(word));
    })
  );
}

/** "The previous contract", "the deal that lapsed": one that is over, and not the one on record. */
export function speaksOfPastDeal({ tokens }: BlockReading, nouns: readonly Mention[]): boolean {
  return nouns.some(({ from, to }) => {
    const before = tokens[from - 1]?.lower ?? '';
    const after = [to, to + 1, to + 2].map((at) => tokens[at]?.lower ?? '');
    const isRelative = RELATIVES.has(after[0] ?? '');
    return PAST_DEALS.has(before) || (isRelative && after.slice(1).some((word) => ENDED.has(word)));
  });
}

const PAST_DEALS: ReadonlySet<string> = new Set(
  'previous earlier former old expired lapsed'.split(' '),
);
const ENDED: ReadonlySet<string> = new Set('lapsed expired ended'.split(' '));

/** "A tram weighs 41 tonnes": what the "it" of the next sentence means is any of a kind. */
export function opensWithThing(
  { tokens }: BlockReading,
  { from }: Sentence,
  refs: readonly Ref[],
): boolean {
  const isAny = /^(?:an?|each|every)$/.test(tokens[from]?.lower ?? '');
  return isAny && !refs.some((ref) => ref.from <= from + THING_REACH);
}

/** "The contract runs for seven years": what the "it" of the next sentence means is no company. */
export function opensWithDeal(
  { from }: Sentence,
  [first]: readonly Mention[],
  [noun]: readonly Mention[],
  refs: readonly Ref[],
): boolean {
  if (!first?.definite || first.from > from + 2) return false;
  return refs.length === 0 && noun === first;
}

/** How far behind its article the name of a thing may begin, in tokens. */
const THING_REACH = 4;

/** "What a company in Leeds pays:": whether nobody but a stranger was spoken of just before. */
export function isLedByStranger({ heard: [last] }: Discourse): boolean {
  return last?.hasUnknown === true && last.entities.length === 0 && last.distance <= 2;
}

/** "That agreement" after a sentence that named someone who has no part in the deals in focus: it may be theirs. */
export function pointsToStranger(
  { tokens }: BlockReading,
  nouns: readonly Mention[],
  { heard, deals }: Discourse,
  facts: FactBase,
): boolean {
  const [last] = heard;
  if (!last || last.distance > 1) return false;
  const isPointing = nouns.some(({ from }) =>
    /^(?:that|this)$/.test(tokens[from - 1]?.lower ?? ''),
  );
  if (!isPointing) return false;
  const parties = deals.flatMap((deal) => facts.entities.get(deal ?? '')?.parties ?? []);
  const insiders = new Set(parties.flatMap((id) => family(facts, id)));
  const isOutsider = (id: string): boolean =>
    facts.partyTypes.has(facts.entities.get(id)?.type ?? '') && !insiders.has(id);
  return last.hasUnknown || last.entities.some(isOutsider);
}

/** The mentions that are a noun of a deal, or hold one ("contracts with"). */
export function dealNounsIn(
  mentions: readonly Mention[],
  tokens: readonly Token[],
  { dealNouns }: FactBase,
): readonly Mention[] {
  return mentions.filter(({ kind, from, to }) => {
    if (kind === 'name' || kind === 'unknown') return false;
    for (let at = from; at < to; at++) if (dealNouns.has(tokens[at]?.lower ?? '')) return true;
    return false;
  });
}

/** Whether a noun of a deal is among the mentions. */
export function namesDeal(
  mentions: readonly Mention[],
  tokens: readonly Token[],
  facts: FactBase,
): boolean {
  return dealNounsIn(mentions, tokens, facts).length > 0;
}

/** "Acme and Borealis.": a sentence of two names and no more says between whom it goes on to speak of. */
export function isNameplate(
  tokens: readonly Token[],
  { from, to }: Sentence,
  refs: readonly Ref[],
): boolean {
  if (refs.length !== 2 || to - from > LONGEST_NAMEPLATE) return false;
  const isNamed = (at: number): boolean => refs.some((ref) => ref.from <= at && at < ref.to);
  for (let at = from; at < to; at++) {
    const isJoint =
      tokens[at]?.kind === 'mark' || /^(?:and|with|the)$/.test(tokens[at]?.lower ?? '');
    if (!isJoint && !isNamed(at)) return false;
  }
  return true;
}

const LONGEST_NAMEPLATE = 12;
