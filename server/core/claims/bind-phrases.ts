import type { Property, Statement } from '../facts/fact-base.ts';
import { bareFigure } from '../figures/figure.ts';
import type { PlacedFigure, TokenRange } from './attachment.ts';
import type { Binding } from './bind-figures.ts';
import { leave } from './choose-candidate.ts';
import type { Ref } from './discourse.ts';
import { type FoundPhrase, isAgreeing, type Opening, phrasesFrom } from './find-phrases.ts';
import { type Doubt, doubtsAbout } from './modality.ts';
import { knownRefs, type Scope, surfaceOf } from './scope.ts';
import { OF_THE_PRESENT, timeFitOf } from './stated-time.ts';

/**
 * Bind the phrases of a sentence that the record has as values: how a payment is scheduled, a right that was given up.
 * Saying a value, or denying its contrary, is supported; saying the contrary, or denying the value, is a conflict, where
 * the sentence is plainly about the subject and states it as a fact. `others` are the bindings of the sentence's figures,
 * which come first: a phrase that holds a bound figure is left to that.
 */
export function bindPhrases(scope: Scope, others: readonly Binding[]): readonly Binding[] {
  const openings = openingsIn(scope);
  if (openings.size === 0) return [];
  const bindings: Binding[] = [];
  for (const subject of scope.subjects) {
    const own = openings.get(subject);
    if (own) bindings.push(...bindSubject(scope, own));
  }
  const isTaken = ({ figure }: Binding): boolean =>
    others.some(({ bound, figure: { from, to } }) => bound && from < figure.to && figure.from < to);
  return withoutMixed(bindings.filter((binding) => !isTaken(binding)));
}

/** Where phrases may begin in the sentence, by whom they are stated of. */
function openingsIn({ facts, reading, sentence }: Scope): ReadonlyMap<string, readonly Opening[]> {
  const openings = new Map<string, Opening[]>();
  for (let at = sentence.from; at < sentence.to; at++) {
    for (const phrase of facts.phraseOpenings.get(reading.tokens[at]?.lower ?? '') ?? []) {
      const subject = facts.statements.get(phrase.statement)?.subject ?? '';
      const known = openings.get(subject);
      if (known) known.push({ at, phrase });
      else openings.set(subject, [{ at, phrase }]);
    }
  }
  return openings;
}

function bindSubject(scope: Scope, openings: readonly Opening[]): readonly Binding[] {
  const { facts, reading, sentence } = scope;
  const found = phrasesFrom(reading.tokens, sentence, openings);
  const questions = new Map<string, FoundPhrase[]>();
  for (const one of found) {
    const group = facts.groups.get(one.phrase.statement)?.[0] ?? one.phrase.statement;
    const key = `${one.from} ${one.to} ${group}`;
    questions.set(key, [...(questions.get(key) ?? []), one]);
  }
  return [...questions.values()].flatMap((same) => bindQuestion(scope, same) ?? []);
}

/** One stretch of text that says something of one question; several where its sources disagree. */
function bindQuestion(scope: Scope, same: readonly FoundPhrase[]): Binding | undefined {
  const { facts, reading } = scope;
  const [first] = same;
  const agreeing = same.filter(isAgreeing).map(({ phrase }) => phrase.statement);
  const about = agreeing[0] ?? first?.phrase.statement ?? '';
  const statement = facts.statements.get(about);
  const property = statement && facts.properties.get(statement.property);
  if (!first || !statement || !property) return undefined;
  const figure = toFigure(scope, first, agreeing);
  const reason = {
    code: 'phrase',
    text: `"${surfaceOf(reading, figure)}" says ${agreeing.length > 0 ? 'what is on record' : 'the contrary of what is on record'}`,
    weight: 0,
  };
  const candidates = () => [{ statement: statement.id, score: 1, reasons: [reason] }];
  const silence = whySilent(scope, first, statement, property, agreeing.length > 0);
  if (silence !== undefined) return { figure, ...leave(silence), candidates };
  const cue = scope.cues.of(property)[0] ?? {
    from: first.from,
    to: first.to,
    property: property.id,
    strength: 'strong',
    surface: surfaceOf(reading, first),
    flat: null,
    isEarlier: false,
  };
  return {
    figure,
    bound: {
      candidate: {
        statement,
        property,
        cost: 0,
        cueCost: 0,
        cue,
        fit: agreeing.length > 0 ? 'equal' : 'apart',
        time: timeFitOf(statement, property, OF_THE_PRESENT, scope.asOf),
        isDeal: (facts.entities.get(statement.subject)?.parties.length ?? 0) > 0,
        isUnnamed: false,
        isBesideStranger: false,
        doubts: () => [],
        reasons: () => [reason],
      },
      confidence: 0.9,
      direction: 0,
      verb: -1,
      standing: 'current',
      now: null,
    },
    candidates,
    outcome: `Bound to ${statement.id}: ${reason.text}`,
  };
}

/** From what denies the phrase, where that stands before it, to its end. */
function toFigure(
  { reading }: Scope,
  { from, to, negation }: FoundPhrase,
  agreesWith: readonly string[],
): PlacedFigure {
  const range = { from: negation >= 0 && negation < from ? negation : from, to };
  const span = {
    start: reading.tokens[range.from]?.start ?? 0,
    end: reading.tokens[to - 1]?.end ?? 0,
  };
  const figure = { ...bareFigure('phrase', span, surfaceOf(reading, range)), agreesWith };
  return { ...range, index: -1, figure };
}

/** Doubts under which a phrase makes no claim; a negation has been reckoned with already. */
const NO_CLAIM: ReadonlySet<Doubt['code']> = new Set([
  'question',
  'conditional',
  'possibility',
  'denied',
  'respectively',
  'comparison-base',
  'past',
]);

/** Why a phrase makes no claim, or none that could be wrong; undefined when it makes one. */
function whySilent(
  scope: Scope,
  found: FoundPhrase,
  statement: Statement,
  property: Property,
  agrees: boolean,
): string | undefined {
  const doubts = doubtsAbout(scope.reading.tokens, scope.sentence, found, knownRefs(scope));
  // "Rather than" is a denial, and reckoned with, where it is no comparison.
  const isDenied = found.negation >= 0;
  const silent = doubts.find(
    ({ code }) => NO_CLAIM.has(code) && !(isDenied && code === 'comparison-base'),
  );
  if (silent) return `No claim: ${silent.text}`;
  if (hasEnded(scope, found)) return 'No claim: it speaks of what is over';
  if (!found.phrase.words.isTelling && !hasCue(scope, property))
    return `Nothing in the sentence names the ${property.label}`;
  const time = timeFitOf(statement, property, OF_THE_PRESENT, scope.asOf);
  if (time === 'stale' || time === 'other') return 'The record is of another time than the draft';
  const about = isAbout(scope, found, statement, property);
  const name = scope.facts.entities.get(statement.subject)?.name ?? statement.subject;
  if (about === 'no') return `Not plainly about ${name}`;
  if (agrees) return undefined;
  if (about === 'maybe') return `Not held against the record: it may not be about ${name}`;
  if (property.cardinality === 'open')
    return `${property.label.charAt(0).toUpperCase()}${property.label.slice(1)} may have further values`;
  if (!found.phrase.words.isTelling && standsBySum(scope, found))
    return 'Not held against the record: it may be said of a part';
  const doubt = doubts.find(
    ({ code }) =>
      code === 'forecast' ||
      (code === 'future' && property.varies === 'over-time') ||
      (code === 'negated' && !isDenied),
  );
  if (doubt) return `Not held against the record: ${doubt.text}`;
  const isElsewhen = property.varies !== 'fixed' && speaksOfAnotherTime(scope, found);
  return isElsewhen ? 'Not held against the record: it speaks of another time' : undefined;
}

/** "No longer", "any more", "ceased to be" around a phrase: true until then, and now the contrary. */
function hasEnded({ reading: { tokens }, sentence }: Scope, { from, to }: FoundPhrase): boolean {
  for (let at = Math.max(sentence.from, from - 4); at < Math.min(sentence.to, to + 3); at++) {
    if (from <= at && at < to) continue;
    const word = tokens[at]?.lower ?? '';
    if (word === 'longer' && /^(?:no|any)$/.test(tokens[at - 1]?.lower ?? '')) return true;
    if (/^(?:anymore|ceased|ceases|stopped|stops)$/.test(word)) return true;
    if (word === 'more' && tokens[at - 1]?.lower === 'any') return true;
  }
  return false;
}

/** Whether a sum or a share stands right beside a phrase: "$5 billion upfront", "20% in advance". */
function standsBySum({ figures }: Scope, { from, to }: FoundPhrase): boolean {
  return figures.some(
    ({ figure, ...range }) =>
      /^(?:money|percent|ratio|quantity)$/.test(figure.kind) &&
      from - 2 <= range.to &&
      range.from <= to + 2,
  );
}

function hasCue({ cues }: Scope, property: Property): boolean {
  return cues.of(property).some(({ isEarlier }) => !isEarlier);
}

/** A past tense or a date: a value that moves may have been another one then. */
function speaksOfAnotherTime(
  { reading: { tokens }, sentence, figures }: Scope,
  { from, to }: FoundPhrase,
): boolean {
  const isPast = tokens
    .slice(Math.max(sentence.from, from - 4), to)
    .some(({ lower }) => /^(?:was|were|had|used)$/.test(lower));
  return isPast || figures.some(({ figure }) => figure.kind === 'date');
}

/**
 * Whether a phrase is said of a subject: `surely` when the sentence speaks of nobody else whom it could be said of, or
 * names the subject first in the phrase's own clause. Whom the statement's qualifiers name is a part of it too.
 */
function isAbout(
  scope: Scope,
  found: FoundPhrase,
  { subject, qualifiers }: Statement,
  { subjectTypes }: Property,
): 'surely' | 'maybe' | 'no' {
  const { facts, refs, deals, pointsBack } = scope;
  const isDeal = (facts.entities.get(subject)?.parties.length ?? 0) > 0;
  if (isDeal && !deals.includes(subject)) return 'no';
  if (isDeal) return deals.length === 1 ? 'surely' : 'maybe';
  const isRival = (id: string): boolean => {
    const type = facts.entities.get(id)?.type ?? '';
    return subjectTypes.length === 0 || subjectTypes.includes(type);
  };
  const rivals = refs.filter(
    (ref) =>
      (ref.via === 'unknown' || ref.entities.some(isRival)) &&
      (ref.to <= found.from || found.to <= ref.from),
  );
  if (rivals.length === 0) {
    return pointsBack && isTopic(scope, subject, isRival) ? 'surely' : 'maybe';
  }
  const isNamed = refs.some(({ entities }) => entities.includes(subject));
  const lead = leadOf(rivals, scope, found);
  if (!lead) return isNamed ? 'maybe' : 'no';
  const involved = [subject, ...Object.values(qualifiers)];
  if (!lead.entities.some((id) => involved.includes(id))) return 'no';
  return lead.sure && isNamed ? 'surely' : 'maybe';
}

/** Whether the sentence before named the subject, and nobody else whom a phrase could be said of. */
function isTopic(
  { discourse: { heard } }: Scope,
  subject: string,
  isRival: (id: string) => boolean,
): boolean {
  const [last] = heard;
  return last?.hasUnknown === false && last.entities.filter(isRival).join() === subject;
}

/** Who is named first in a phrase's own clause, or is the only one that the sentence names. */
function leadOf(rivals: readonly Ref[], scope: Scope, found: FoundPhrase): Ref | undefined {
  const inClause = rivals.find((ref) => isInClause(scope, ref, found));
  const isOnlyOne = new Set(rivals.flatMap(({ entities }) => entities)).size === 1;
  return inClause ?? (isOnlyOne ? rivals[0] : undefined);
}

/** Whether someone is named before a phrase in its own clause. */
function isInClause(
  { reading: { tokens } }: Scope,
  { from }: TokenRange,
  found: FoundPhrase,
): boolean {
  if (from >= found.from) return false;
  return !tokens
    .slice(from, found.from)
    .some(({ lower }) => /^(?:[;:,()|—–]|but|while|whereas|although)$/.test(lower));
}

/** A sentence that says both a thing and its contrary speaks of a change, or of two; what agrees stands. */
function withoutMixed(bindings: readonly Binding[]): readonly Binding[] {
  const questionOf = ({ bound }: Binding): string =>
    bound ? `${bound.candidate.statement.subject} ${bound.candidate.statement.property}` : '';
  const agreed = new Set(
    bindings.filter(({ bound }) => bound?.candidate.fit === 'equal').map(questionOf),
  );
  return bindings.map((binding) => {
    const isMixed = binding.bound?.candidate.fit === 'apart' && agreed.has(questionOf(binding));
    return isMixed
      ? { ...binding, ...leave('The sentence says what is on record as well') }
      : binding;
  });
}
