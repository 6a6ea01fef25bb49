import { readPartyNames } from '../mentions/read-names.ts';
import { isWithin, type PlacedFigure, placeFigures } from './attachment.ts';
import { type Binding, bindFigure, weighFigure } from './bind-figures.ts';
import type { CandidateDoubt } from './candidate-doubts.ts';
import { sortOfNames } from './cues.ts';
import type { BoundCandidate } from './find-candidates.ts';
import { isCompatible } from './fits.ts';
import type { Cue, Scope } from './scope.ts';

/**
 * Bind the names of companies and the like that a sentence states of someone else: `Acme, backed by Borealis and Corvin`.
 * A name that is not on record is bound only where there is one such company and its word stands right beside the name
 * ("Acme chips"); elsewhere it may be there for another reason, and is no figure at all. `phrases` are what the sentence's
 * phrases were bound to: a name in one of them is part of it.
 */
export function bindParties(scope: Scope, phrases: readonly Binding[]): readonly Binding[] {
  if (!asksForParty(scope)) return [];
  const isInPhrase = (party: PlacedFigure): boolean =>
    phrases.some(({ bound, figure }) => bound !== null && isWithin(party, figure));
  return partiesIn(scope)
    .filter((party) => !isInPhrase(party))
    .map((figure) => bindFigure(scope, withoutOwn(scope, weighFigure(scope, figure))))
    .filter(({ bound, figure }) => bound !== null && isPlain(scope, figure, bound.candidate));
}

/** Up to this cost a name stands near enough to its word to be what is stated. */
const NEAR = 20;

/** What is on record, or a name right beside its word: "Acme chips", "its largest investor, Acme". */
function isPlain(
  { reading: { tokens } }: Scope,
  { from, to }: PlacedFigure,
  { fit, property, cue, cueCost, doubts }: BoundCandidate,
): boolean {
  // "Owned by": who does it stands behind.
  if (/\bby$/.test(cue.surface.toLowerCase()) && from < cue.to) return false;
  if (isCompatible(fit)) return cueCost <= NEAR && isSpokenOf(cue, doubts());
  const isBefore =
    from < cue.from && tokens.slice(to, cue.from).every(({ lower }) => IS_ITS.has(lower));
  const isAfter = cue.to === from || (cue.to === from - 1 && tokens[cue.to]?.text === ',');
  return property.cardinality === 'one' && (isBefore || isAfter);
}

/** "It could threaten Acme's lead in chips": a name that is on record of a deal is of it where its parties were named, and by a faint word where the text speaks of it. */
function isSpokenOf({ strength }: Cue, doubts: readonly CandidateDoubt[]): boolean {
  return doubts.every(
    ({ code }) => code !== 'unnamed' && !(code === 'unsure' && strength === 'weak'),
  );
}

/** "Acme is its largest investor". */
const IS_ITS: ReadonlySet<string> = new Set('is was remains became its their the'.split(' '));

function asksForParty({ cues, facts }: Scope): boolean {
  for (const type of facts.partyTypes) if (cues.ofSort(sortOfNames(type)).length > 0) return true;
  return false;
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
    [subject, ...(facts.entities.get(subject)?.parties ?? [])].some(
      (id) => entities.includes(id) || entities.includes(facts.entities.get(id)?.partOf ?? id),
    );
  return { ...weighed, candidates: weighed.candidates.filter((one) => !isOwn(one)) };
}
