import type { Property, Statement } from '../facts/fact-base.ts';
import { statementsAbout } from '../facts/index-facts.ts';
import { bareFigure } from '../figures/figure.ts';
import type { Token } from '../text/tokens.ts';
import type { PlacedFigure, TokenRange } from './attachment.ts';
import type { Binding } from './bind-figures.ts';
import { sortOfNames } from './cues.ts';
import type { Ref } from './discourse.ts';
import { fitOf, isCompatible } from './fits.ts';
import { doubtsAbout } from './modality.ts';
import { type Cue, isRowLabel, type Scope, surfaceOf } from './scope.ts';
import { OF_ANOTHER_TIME, OF_THE_PRESENT, timeFitOf } from './stated-time.ts';
import { periodOf } from './statement-period.ts';

/**
 * Bind persons named with a post and an employer, each trio as one claim:
 * `AWS chief Matt Garman`, `Sam Altman, the chief executive of OpenAI`, `OpenAI, led by Sam Altman`.
 * A person without a post, a post without an employer, and a former post make no claim.
 */
export function bindPeople(scope: Scope): readonly Binding[] {
  const posts = scope.isTakenBack ? [] : scope.cues.ofSort(PERSONS);
  const names = posts.length === 0 ? [] : namesIn(scope);
  if (names.length === 0) return [];
  const bindings = new Map<number, Binding>();
  for (const cue of posts) {
    if (isPast(scope, cue) || isOfDepartment(scope, cue)) continue;
    const binding = bindPost(scope, cue, names);
    if (binding && !bindings.has(binding.figure.from)) bindings.set(binding.figure.from, binding);
  }
  return [...bindings.values()];
}

const PERSONS = sortOfNames('person');

/** The persons of a sentence: those the packs know, and names of two words or more that may be one. */
function namesIn(scope: Scope): readonly PlacedFigure[] {
  const { from, to } = scope.sentence;
  const known = scope.figures.filter(
    (one) => one.figure.nameType === 'person' && from <= one.from && one.to <= to,
  );
  const unknown = scope.refs
    .filter((ref) => ref.via === 'unknown' && ref.to - ref.from >= 2)
    .map((ref) => {
      const span = {
        start: scope.reading.tokens[ref.from]?.start ?? 0,
        end: scope.reading.tokens[ref.to - 1]?.end ?? 0,
      };
      return {
        from: ref.from,
        to: ref.to,
        index: -1,
        figure: { ...bareFigure('name', span, surfaceOf(scope.reading, ref)), nameType: 'person' },
      };
    });
  return [...known, ...unknown];
}

const NOT_IN_POST =
  /^(?:former|ex|deputy|vice|interim|acting|co|then|incoming|outgoing|future|next|assistant|ousted|onetime|past|previous|late)$/;

function isPast({ reading: { tokens } }: Scope, { from }: Cue): boolean {
  const before = tokens[from - 1]?.text === '-' ? tokens[from - 2] : tokens[from - 1];
  return NOT_IN_POST.test(before?.lower ?? '');
}

/** "Acme's CEO of applications", "head of Health at": a post over a part, which others hold besides. */
function isOfDepartment({ reading: { tokens }, refs, sentence }: Scope, { to }: Cue): boolean {
  const of = tokens[to - 1]?.lower === 'of' ? to - 1 : to;
  if (of >= sentence.to || !/^(?:of|for)$/.test(tokens[of]?.lower ?? '')) return false;
  const start = /^(?:the|its|their)$/.test(tokens[of + 1]?.lower ?? '') ? of + 2 : of + 1;
  const isNamed = refs.some(
    ({ from, entities }) => entities.length > 0 && (from === start || from === of + 1),
  );
  return !isNamed && tokens[start]?.kind === 'word';
}

function bindPost(scope: Scope, cue: Cue, names: readonly PlacedFigure[]): Binding | undefined {
  const employer = employerOf(scope, cue);
  const name = nameFor(scope, cue, employer, names);
  const property = scope.facts.properties.get(cue.property);
  if (!name || !property || !isStated(scope, name, cue, employer)) return undefined;
  const likely = cue.strength === 'strong' ? likelyEmployers(scope, name) : [];
  const employers = employer?.entities ?? likely;
  for (const id of employers) {
    const holders = statementsAbout(scope.facts, id, cue.property);
    const statement = holderOf(scope, name, property, holders);
    if (!statement) continue;
    const fit = fitOf(name.figure, 0, statement, property);
    const isWrong = !isCompatible(fit);
    if (isWrong && (employer?.sure !== true || isSomeoneElsesFact(scope, name))) continue;
    const before = isWrong ? heldBefore(name, property, statement, holders) : undefined;
    const company = scope.facts.entities.get(id)?.name ?? id;
    const reason = { code: 'post', text: `"${cue.surface}" is a post at ${company}`, weight: 0 };
    const candidate = {
      ...{ statement: before ?? statement, property, cost: employer ? 0 : 10, cueCost: 0, cue },
      ...{
        fit,
        time: 'unstated' as const,
        isDeal: false,
        isUnnamed: false,
        isBesideStranger: false,
        doubts: () => [],
        reasons: () => [reason],
      },
    };
    return {
      figure: name,
      bound: {
        ...{ candidate, confidence: employer ? 0.97 : 0.75, direction: 0, verb: -1 },
        standing: before ? 'past-as-present' : 'current',
        now: before ? statement : null,
      },
      candidates: () => [{ statement: statement.id, score: 1, reasons: [reason] }],
      outcome: `Bound to ${statement.id}: ${reason.text}`,
    };
  }
  return undefined;
}

/** The statement of a post that a name is held against: the one it fits, of those that are still good, else the first of them. */
function holderOf(
  scope: Scope,
  name: PlacedFigure,
  property: Property,
  holders: readonly Statement[],
): Statement | undefined {
  const good = holders.filter((statement) => {
    const time = timeFitOf(statement, property, OF_THE_PRESENT, scope.asOf);
    const fit = fitOf(name.figure, 0, statement, property);
    return !OF_ANOTHER_TIME.has(time) && fit !== 'incomparable';
  });
  const latest = good.filter((one) => !good.some((other) => isLater(other, one)));
  return latest.find((one) => isCompatible(fitOf(name.figure, 0, one, property))) ?? latest[0];
}

/** The statement by which someone held a post before the one who holds it now. */
function heldBefore(
  name: PlacedFigure,
  property: Property,
  now: Statement,
  holders: readonly Statement[],
): Statement | undefined {
  return holders.find(
    (one) => isLater(now, one) && isCompatible(fitOf(name.figure, 0, one, property)),
  );
}

function isLater(one: Statement, other: Statement): boolean {
  return one.time !== null && other.time !== null && startOf(one) > startOf(other);
}

function startOf(statement: Statement): number {
  return periodOf(statement)?.start ?? 0;
}

/** Whether the words from the name to the post say plainly who holds it, whatever the rest of the sentence imagines. */
function isStated(
  { reading: { tokens }, sentence: { isQuestion } }: Scope,
  name: PlacedFigure,
  cue: Cue,
  employer: Ref | undefined,
): boolean {
  const ranges: readonly TokenRange[] = employer ? [name, cue, employer] : [name, cue];
  const from = Math.min(...ranges.map((range) => range.from));
  const to = Math.max(...ranges.map((range) => range.to));
  return doubtsAbout(tokens, { from, to, isQuestion }, name, []).every(
    ({ code }) => code === 'forecast' || code === 'partial',
  );
}

/** A surname alone may be anyone's: only a full name, or a person that a pack knows, can be wrong. */
function isSomeoneElsesFact({ facts }: Scope, { figure, from, to }: PlacedFigure): boolean {
  const isKnown = figure.entities.some((id) => facts.entities.has(id));
  return !isKnown && to - from < 2;
}

/** Who is named beside the post: "OpenAI's chief executive", "chief executive of OpenAI", "OpenAI, led by". */
function employerOf(scope: Scope, cue: Cue): Ref | undefined {
  const {
    refs,
    facts,
    reading: { tokens },
  } = scope;
  const types = facts.properties.get(cue.property)?.subjectTypes ?? [];
  const isEmployer = (id: string): boolean => {
    const type = facts.entities.get(id)?.type ?? '';
    return types.length === 0 || types.includes(type);
  };
  const companies = refs.filter(
    ({ via, entities }) => via !== 'implied' && entities.some(isEmployer),
  );
  // "| Acme | Jane Doe |" under "Chief executive".
  if (cue.flat !== null && scope.cells.length > 1)
    return companies.find((ref) => ref.sure && isRowLabel(scope, ref));
  const before = companies.filter(({ to }) => to <= cue.from).at(-1);
  if (
    before &&
    isOnly(
      tokens.slice(before.to, cue.from),
      /^(?:'s|'|new|current|longtime|-|global|co-founder|founder|and)$/,
    )
  )
    return before;
  if (before && isPlaced(tokens, before, cue)) return before;
  const its = itsBefore(tokens, cue);
  // "Acme agreed to buy Norvik and bring on its founder": somebody else's.
  const isOther = ({ via, from, to }: Ref): boolean =>
    via === 'unknown' && to < its && to + 1 !== its && from >= (before?.to ?? 0);
  if (its >= 0 && refs.some(isOther)) return undefined;
  if (its >= 0) return companies.filter(({ to, sure }) => to <= cue.from && sure)[0];
  const joint = tokens[cue.to - 1]?.lower === 'of' ? 'of' : (tokens[cue.to]?.lower ?? '');
  const after = companies.find(({ from, possessive }) => from >= cue.to && !possessive);
  if (
    after &&
    /^(?:of|at|for|,)$/.test(joint) &&
    isOnly(tokens.slice(cue.to, after.from), /^(?:of|at|for|,|the)$/)
  )
    return after;
  const isVerb = /(?:by|runs|leads|heads|running|leading)$/.test(cue.surface.toLowerCase());
  if (isVerb && after && isOnly(tokens.slice(cue.to, after.from), /^the$/)) return after;
  if (
    isVerb &&
    before &&
    isOnly(
      tokens.slice(before.to, cue.from),
      /^(?:,|is|which|now|still|a|an|the|company|startup|firm)$/,
    )
  )
    return before;
  return undefined;
}

/** "At Acme, chief executive Jane Doe". */
function isPlaced(tokens: readonly Token[], { from, to }: Ref, cue: Cue): boolean {
  return tokens[from - 1]?.lower === 'at' && tokens[to]?.text === ',' && to + 1 === cue.from;
}

function isOnly(tokens: readonly { readonly lower: string }[], allowed: RegExp): boolean {
  return tokens.length <= LONGEST_JOINT && tokens.every(({ lower }) => allowed.test(lower));
}

/** ", co-founder and", in tokens. */
const LONGEST_JOINT = 5;

/** The name that the post belongs to, on either side of it. */
function nameFor(
  { reading: { tokens } }: Scope,
  cue: Cue,
  employer: Ref | undefined,
  names: readonly PlacedFigure[],
): PlacedFigure | undefined {
  const isAfterCue = employer !== undefined && employer.from >= cue.to;
  const end = isAfterCue ? employer.to : cue.to;
  const isNotEmployer = (name: TokenRange): boolean => name.from !== employer?.from;
  const after = names.find(
    (name) =>
      isNotEmployer(name) &&
      name.from >= end &&
      isOnly(
        tokens.slice(end, name.from),
        /^(?:,|is|\(|'s|:|\||and|co|-|cofounder|founder|co-founder)$/,
      ),
  );
  const before = names
    .filter(
      (name) =>
        isNotEmployer(name) &&
        name.to <= startBehind(tokens, name, cue, employer) &&
        isOnly(
          tokens.slice(name.to, startBehind(tokens, name, cue, employer)),
          /^(?:,|the|an?|is|as|who|its|their|\(|current|now|and|co|-|cofounder|founder|became|becomes)$/,
        ),
    )
    .at(-1);
  const isBefore = before !== undefined && tokens[before.to]?.kind !== 'possessive';
  return isBefore && (isAfterCue || !after) ? before : (after ?? (isBefore ? before : undefined));
}

/** Where what is said of a name begins: at the employer or the "its" between it and the post, else at the post. */
function startBehind(
  tokens: readonly Token[],
  name: TokenRange,
  cue: Cue,
  employer: Ref | undefined,
): number {
  const isBetween = employer && name.to <= employer.from && employer.to <= cue.from;
  if (isBetween) return employer.from;
  const its = itsBefore(tokens, cue);
  return its >= name.to ? its : cue.from;
}

/** Where the "its" of "its 40-year-old chief executive" stands; -1 without one. */
function itsBefore(tokens: readonly Token[], { from }: Cue): number {
  for (let at = from - 1; at >= Math.max(0, from - ITS_REACH); at--) {
    const { kind, lower, text } = tokens[at] ?? {};
    if (lower === 'its') return at;
    if (kind === 'mark' && text !== '-') return -1;
  }
  return -1;
}

/** "Its 40-year-old", in tokens. */
const ITS_REACH = 6;

/**
 * Without an employer beside it a post may be at any company of the sentence or of what came before, or, where no stranger is
 * named, at the one that the person leads.
 */
function likelyEmployers(
  { facts, refs, discourse }: Scope,
  { figure }: PlacedFigure,
): readonly string[] {
  const here = refs.filter(({ sure }) => sure).flatMap(({ entities }) => entities);
  const isAmongStrangers = refs.some(({ via }) => via === 'unknown');
  const led = isAmongStrangers ? [] : figure.entities.flatMap((id) => facts.leads.get(id) ?? []);
  return [
    ...here,
    ...discourse.heard.flatMap(({ entities }) => entities),
    ...discourse.headings.flatMap(({ entities }) => entities),
    ...led,
  ];
}
