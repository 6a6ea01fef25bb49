import type { FactBase, Statement } from '../facts/fact-base.ts';
import type { Token } from '../text/tokens.ts';
import type { PlacedFigure } from './attachment.ts';
import type { Ref } from './discourse.ts';
import { isBehind, type Participation, plainCostOf, type Surroundings } from './evidence.ts';
import { isRowLabel, type Scope, surfaceOf } from './scope.ts';

/** Someone else whom the figure is nearer to than to those of a statement, or undefined. */
export function strangerBetween(
  scope: Scope,
  participation: Participation,
  statement: Statement,
  around: Surroundings,
): { readonly name: string; readonly cost: number } | undefined {
  const isDeal = (scope.facts.entities.get(statement.subject)?.parties.length ?? 0) > 0;
  const { facts } = scope;
  const { figure } = around;
  const place = placeThatOpens(scope);
  if (place) return { name: surfaceOf(scope.reading, place), cost: 0 };
  for (const [index, ref] of scope.refs.entries()) {
    if (ref.isAside || ref.via === 'implied' || (isDeal && ref.isMeans)) continue;
    if (isWithinPlace(scope, ref)) continue;
    if (ref.via !== 'unknown' && !namesRival(facts, ref, statement, isDeal)) continue;
    if (isOfTheirs(facts, ref, participation) || isModifier(scope, ref, figure, isDeal)) continue;
    const cost = plainCostOf(scope, around, ref, index);
    const limit =
      isDeal && !hasDealToo(scope, ref, statement)
        ? participation.farthest
        : participation.ofSubject;
    // "| Borealis | $22bn |" under "Acme's commitments": a row is about whom its label names.
    const isNearer = cost < limit || isRowLabel(scope, ref);
    if (!isNearer || isBehind(scope, around, ref, index)) continue;
    return { name: surfaceOf(scope.reading, ref), cost };
  }
  return undefined;
}

/** "In Old Torvik, Veldany": a name that no pack knows, as that of a place in one. */
function isWithinPlace({ facts, refs, reading: { tokens } }: Scope, ref: Ref): boolean {
  if (ref.via !== 'unknown' || !ref.isMeans || tokens[ref.to]?.text !== ',') return false;
  const isPlace = (id: string): boolean => facts.entities.get(id)?.type === 'place';
  return refs.some(({ from, entities }) => from === ref.to + 1 && entities.some(isPlace));
}

/** Whether a ref may mean someone else of the kind that a statement is about. */
function namesRival(
  { entities, partyTypes }: FactBase,
  ref: Ref,
  { subject }: Statement,
  isDeal: boolean,
): boolean {
  const own = entities.get(subject)?.type ?? '';
  for (const id of ref.entities) {
    const type = entities.get(id)?.type ?? '';
    if (isDeal ? partyTypes.has(type) : type === own) return true;
  }
  return false;
}

/** Whether a ref may mean one of those that a statement is about, or someone of theirs. */
function isOfTheirs(facts: FactBase, ref: Ref, { entities }: Participation): boolean {
  for (const id of ref.entities)
    for (const entity of entities) if (isOfFamily(facts, entity, id)) return true;
  return false;
}

/** "On the Borealis bourse, where a lot is 17 tonnes": a stranger's place that a sentence opens with holds for all of it. */
function placeThatOpens({ refs, sentence, reading: { tokens } }: Scope): Ref | undefined {
  if (!PLACING.has(tokens[sentence.from]?.lower ?? '')) return undefined;
  return refs.find(
    ({ via, from, attributive, possessive }) =>
      via === 'unknown' && attributive && !possessive && from <= sentence.from + 2,
  );
}

const PLACING: ReadonlySet<string> = new Set(['on', 'in', 'at', 'across', 'within']);

/** Whether someone is an entity, what it is part of or one of its parts. */
function isOfFamily({ entities }: FactBase, entity: string, id: string): boolean {
  return (
    id === entity || entities.get(entity)?.partOf === id || entities.get(id)?.partOf === entity
  );
}

/** Whether someone has a deal on record with one of the same parties, which is then weighed for itself. */
function hasDealToo({ facts }: Scope, { entities }: Ref, statement: Statement): boolean {
  const parties = facts.entities.get(statement.subject)?.parties ?? [];
  if (parties.length === 0) return false;
  const isOfOne = (deal: string): boolean =>
    facts.entities.get(deal)?.parties.some((party) => parties.includes(party)) === true;
  const hasOne = (id: string): boolean => facts.dealsByParty.get(id)?.some(isOfOne) === true;
  return entities.some((id) => hasOne(id) || facts.partsOf.get(id)?.some(hasOne) === true);
}

/** A name that only says whose make or kind a thing is: "Nvidia infrastructure", "Nvidia's GB200", "Nvidia GB200". */
function isModifier(scope: Scope, ref: Ref, figure: PlacedFigure, isDeal: boolean): boolean {
  if (figure.figure.kind === 'name' && !ref.possessive && ref.to === figure.from) return true;
  if (ref.attributive && !ref.possessive)
    return isDeal || ref.via !== 'name' || isOfOccasion(scope.reading.tokens, ref);
  if (!ref.possessive) return false;
  if (figure.figure.kind === 'name' && ref.to + 1 === figure.from) return true;
  return isDeal && !scope.deals.includes(null) && !ownsDeal(scope, ref);
}

/** "After the Acme announcement": a name that says on what occasion something happened. */
function isOfOccasion(tokens: readonly Token[], { from }: Ref): boolean {
  const before = tokens[from - 1]?.lower === 'the' ? tokens[from - 2] : tokens[from - 1];
  return /^(?:after|on|since|following|before|despite|amid)$/.test(before?.lower ?? '');
}

/** "Oracle's contract": a possessive before a noun of a deal, at most three words on. */
function ownsDeal({ reading, facts }: Scope, ref: Ref): boolean {
  return reading.mentions.some(
    ({ from, meanings }) =>
      ref.to <= from &&
      from <= ref.to + 4 &&
      meanings.some((meaning) => meaning.kind === 'noun' && facts.dealTypes.has(meaning.type)),
  );
}
