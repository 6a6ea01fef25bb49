import { readPartyNames } from '../mentions/read-names.ts';
import { type PlacedFigure, placeFigures } from './attachment.ts';
import { type Binding, bindFigure, weighFigure } from './bind-figures.ts';
import type { BoundCandidate } from './find-candidates.ts';
import { isCompatible } from './fits.ts';
import type { Scope } from './scope.ts';

/**
 * Bind the names of companies and the like that a sentence states of someone else: `Acme, backed by Borealis and Corvin`.
 * Only what is on record is bound: a name that is not may be there for another reason, and is no figure at all.
 */
export function bindParties(scope: Scope): readonly Binding[] {
  if (!asksForParty(scope)) return [];
  return partiesIn(scope)
    .map((figure) => bindFigure(scope, withoutOwn(scope, weighFigure(scope, figure))))
    .filter(({ bound }) => bound !== null && isCompatible(bound.candidate.fit));
}

function asksForParty({ cues, facts }: Scope): boolean {
  return cues.some(({ property }) =>
    facts.partyTypes.has(facts.properties.get(property)?.valueType ?? ''),
  );
}

function partiesIn({ facts, reading, sentence, mentions }: Scope): readonly PlacedFigure[] {
  const figures = readPartyNames(reading.text, reading.tokens, mentions, facts);
  return placeFigures({ ...reading, figures }).map((placed) => ({
    ...placed,
    index: reading.figures.length + sentence.from + placed.index,
  }));
}

/** A name is no value of what is stated of itself. */
function withoutOwn(
  { facts }: Scope,
  weighed: ReturnType<typeof weighFigure>,
): ReturnType<typeof weighFigure> {
  const { entities } = weighed.figure.figure;
  const isOwn = ({ statement: { subject } }: BoundCandidate): boolean =>
    [subject, ...(facts.entities.get(subject)?.parties ?? [])].some((id) => entities.includes(id));
  return { ...weighed, candidates: weighed.candidates.filter((one) => !isOwn(one)) };
}
