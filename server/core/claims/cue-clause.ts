import type { Statement } from '../facts/fact-base.ts';
import { family } from '../facts/index-facts.ts';
import { BEFORE_VERBS, isVerbForm, RELATIVES } from '../mentions/english.ts';
import type { Token } from '../text/tokens.ts';
import type { PlacedFigure, TokenRange } from './attachment.ts';
import type { Ref } from './discourse.ts';
import { isBehindClause } from './name-properties.ts';
import type { Cue, Scope } from './scope.ts';

/** "Acme has committed $5bn, and Borealis has raised $4bn": another subject with a verb of its own begins after the cue. */
export function isOfOtherClause(
  { refs, reading: { tokens } }: Scope,
  figure: PlacedFigure,
  cue: Cue,
): boolean {
  if (cue.flat !== null) return false;
  if (cue.from >= figure.to)
    return isBehindClause(tokens, figure.to, cue.from) || isInRelative(tokens, figure.to, cue.from);
  return refs.some(({ from, to, attributive, possessive }) => {
    if (from <= cue.to || to > figure.from || attributive || possessive) return false;
    const joint = tokens[from - 1]?.lower === 'the' ? from - 2 : from - 1;
    const opens = /^(?:and|but|while|whereas)$/.test(tokens[joint]?.lower ?? '');
    const isApart = opens && /^[,;]$/.test(tokens[joint - 1]?.text ?? '');
    return isApart && tokens.slice(to, figure.from).some(({ lower }) => isVerbForm(lower));
  });
}

/** "A $38bn bet that ends its partnership": the object of what the clause behind "that" says. */
function isInRelative(tokens: readonly Token[], from: number, cue: number): boolean {
  for (let at = from; at < cue - 1; at++) {
    const isRelative = tokens[at]?.lower === 'that';
    const verb = tokens[at + 1]?.lower ?? '';
    if (isRelative && /(?:[^s]s|ed)$/.test(verb) && !AUXILIARIES.has(verb)) return true;
  }
  return false;
}

const AUXILIARIES: ReadonlySet<string> = new Set('is was has does its this'.split(' '));

/** "Its fair in the south, which starts on 1 December": what stands before the comma starts, and not the deal named before. */
export function isOfAntecedent(
  { facts, reading: { tokens }, refs, mentions, sentence }: Scope,
  cue: Cue,
  { subject }: Statement,
): boolean {
  const which = cue.from - 1;
  if (cue.flat !== null || tokens[which]?.lower !== 'which' || tokens[which - 1]?.text !== ',')
    return false;
  // "Which valued it at": what is valued is behind the verb.
  if (OBJECTS.has(tokens[cue.to]?.lower ?? '')) return false;
  let from = which - 2;
  const first = Math.max(sentence.from, which - ANTECEDENT_REACH);
  while (from >= first && tokens[from]?.kind !== 'mark') from--;
  const isBefore = (one: TokenRange): boolean => one.from > from && one.to < which;
  const own = facts.entities.get(subject)?.parties ?? [];
  const isMeant = (id: string): boolean =>
    [subject, ...own].some((one) => family(facts, one).includes(id));
  const nearest = refs.findLast(isBefore);
  if (nearest) return !nearest.entities.some(isMeant);
  return !mentions.some((one) => isBefore(one) && one.meanings.some(({ kind }) => kind === 'noun'));
}

/**
 * "Corvin promises Acme capacity worth", "we bought Acme at": a verb right behind somebody else is what that one does, unless it
 * goes without saying of the name before the figure ("Corvin employs 900 people and Acme 5,600").
 */
export function isOfOthersVerb(
  { facts, reading: { tokens }, refs }: Scope,
  figure: PlacedFigure,
  { from, flat }: Cue,
  { subject, qualifiers }: Statement,
): boolean {
  if (flat !== null) return false;
  if (/^(?:i|we)$/.test(tokens[from - 1]?.lower ?? '')) return true;
  if (!refs.some(({ to }) => to === from)) return false;
  const word = tokens[from]?.lower ?? '';
  if (!isVerbForm(word) && !/(?:ed|es|[^s]s)$/.test(word)) return false;
  const own = facts.entities.get(subject);
  if (own === undefined || own.parties.length > 0) return false;
  const involved = [subject, ...Object.values(qualifiers)].flatMap((id) => family(facts, id));
  const isOwn = ({ entities }: Ref): boolean => entities.some((id) => involved.includes(id));
  const isRival = ({ attributive, possessive, entities }: Ref): boolean =>
    !attributive &&
    !possessive &&
    entities.every((id) => facts.entities.get(id)?.type === own.type && !involved.includes(id));
  return (
    refs.some((ref) => ref.to === from && isRival(ref)) &&
    !refs.some((ref) => ref.to === figure.from && isOwn(ref))
  );
}

/** "Like the boat that he took delivery of": a clause about a person, within one about something else. */
export function isOfPersonsClause(
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
    const isRelative = RELATIVES.has(tokens[at]?.lower ?? '');
    if (isRelative && /^(?:he|she)$/.test(tokens[at + 1]?.lower ?? '')) return true;
    if (tokens[at]?.kind === 'mark') return false;
  }
  return false;
}

const OBJECTS: ReadonlySet<string> = new Set(['it', 'them', 'him', 'her']);

/** How far before its "which" what a clause is about may begin, in tokens. */
const ANTECEDENT_REACH = 9;

/** "Who still holds", "who has long held": whether nothing but adverbs and auxiliaries stands between. */
function isAdverbs(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).every(({ lower }) => BEFORE_VERBS.has(lower) || /ly$/.test(lower));
}
