import type { Statement } from '../facts/fact-base.ts';
import { family } from '../facts/index-facts.ts';
import type { Token } from '../text/tokens.ts';
import { isWithin, type PlacedFigure, type TokenRange } from './attachment.ts';
import type { Ref } from './discourse.ts';
import type { Scope } from './scope.ts';

/** Whether those of a statement are named for somebody or something else's sake: then it is not certain that it is about them. */
export function isNamedAside(
  scope: Scope,
  ref: Ref,
  figure: PlacedFigure,
  statement: Statement,
): boolean {
  return (
    isOneOfItsThings(scope, ref, figure) ||
    isInsertedBehind(scope, ref, figure, statement) ||
    isComplement(scope, ref, statement) ||
    isHeldByOther(scope, ref, statement) ||
    isBeside(scope, ref) ||
    (scope.cells.length > 1 && isInNextItem(scope, ref, figure))
  );
}

/** "A contract with Acme, worth …", "Borealis's agreements with Acme": what a deal is said to be with is not what is spoken of. */
function isComplement(
  { facts, reading: { tokens } }: Scope,
  { from }: Ref,
  { subject }: Statement,
): boolean {
  if ((facts.entities.get(subject)?.parties.length ?? 0) > 0) return false;
  if (!/^(?:with|between|from|for)$/.test(tokens[from - 1]?.lower ?? '')) return false;
  return facts.dealNouns.has(tokens[from - 2]?.lower ?? '');
}

/** "| $250bn of chips; Acme to come |": who is named in another point of a cell. */
function isInNextItem(
  { reading: { tokens } }: Scope,
  { from }: Ref,
  figure: PlacedFigure,
): boolean {
  for (let at = figure.to; at < from; at++) if (tokens[at]?.text === ';') return true;
  return false;
}

/** "5%, versus Acme's 29%", "invested in Acme rival Borealis": who is named only for somebody else's sake. */
function isBeside({ reading: { tokens } }: Scope, { from, to, isAside, possessive }: Ref): boolean {
  if (!isAside) return false;
  if (/^(?:vs|versus)$/.test(tokens[from - 1]?.lower ?? '')) return true;
  return !possessive && /^(?:rival|competitor)s?$/.test(tokens[to]?.lower ?? '');
}

/** "Sold its Acme stake", "expanded the Acme partnership": what somebody else has in or with those who are named. */
function isHeldByOther(
  { facts, reading: { tokens }, mentions }: Scope,
  { to, attributive, possessive }: Ref,
  { subject, property }: Statement,
): boolean {
  if (!attributive || possessive || (facts.entities.get(subject)?.parties.length ?? 0) > 0)
    return false;
  const noun = tokens[to]?.lower ?? '';
  const isHolding = facts.dealNouns.has(noun) || HOLDINGS.has(noun);
  // "Acme shares rose".
  const isOwn = mentions.some(
    (one) =>
      one.from === to &&
      one.meanings.some((meaning) => meaning.kind === 'cue' && meaning.property === property),
  );
  return isHolding && !isOwn;
}

const HOLDINGS: ReadonlySet<string> = new Set(
  'stake stakes shares holding holdings shareholding position'.split(' '),
);

/** "410,000 passengers boarded an Acme train", "within Acme the desk brought in": a thing or a part of theirs is meant, and not they. */
function isOneOfItsThings(
  { reading: { tokens } }: Scope,
  { from, attributive, possessive }: Ref,
  figure: PlacedFigure,
): boolean {
  const before = tokens[from - 1]?.lower ?? '';
  if (/^(?:within|inside)$/.test(before)) return true;
  const isAny = /^(?:an?|any|some|every|each)$/.test(before);
  return isAny && attributive && !possessive && from >= figure.to;
}

/** "Corvin, another beneficiary of Acme's hunger, leapt 22%": who is named in what is set in behind somebody else's name. */
function isInsertedBehind(
  { facts, attachment: { insertions }, refs, reading: { tokens } }: Scope,
  ref: Ref,
  figure: PlacedFigure,
  { subject }: Statement,
): boolean {
  const own = facts.entities.get(subject);
  if (own === undefined) return false;
  const around =
    insertions.find((one) => isWithin(ref, one) && !isWithin(figure, one)) ??
    appositionAround(tokens, ref);
  if (!around) return false;
  const [first] = own.parties;
  const type = first === undefined ? own.type : facts.entities.get(first)?.type;
  const involved = [subject, ...own.parties].flatMap((id) => family(facts, id));
  const isRival = (id: string): boolean =>
    facts.entities.get(id)?.type === type && !involved.includes(id);
  return refs.some(
    ({ to, attributive, entities }) =>
      to === around.from && !attributive && entities.every(isRival),
  );
}

/** ", the biggest rival of Acme": from its comma; undefined for a name that stands in none. */
function appositionAround(tokens: readonly Token[], { from, to }: Ref): TokenRange | undefined {
  if (!/^(?:of|to)$/.test(tokens[from - 1]?.lower ?? '')) return undefined;
  for (let at = from - 2; at > from - APPOSITION_REACH; at--) {
    const isArticle = /^(?:the|an?|another|its|one)$/.test(tokens[at + 1]?.lower ?? '');
    if (tokens[at]?.text === ',') return isArticle ? { from: at, to } : undefined;
    if (tokens[at]?.kind !== 'word') return undefined;
  }
  return undefined;
}

/** How long an apposition may be before the name it ends with, in tokens. */
const APPOSITION_REACH = 9;
