import type { Claim } from '../core/claims/claim.ts';
import { movementOf } from '../core/claims/movement.ts';
import { propertiesNamed } from '../core/claims/name-properties.ts';
import type { FactBase, Property, Statement } from '../core/facts/fact-base.ts';
import { daySpan, isoPeriod, readPeriod } from '../core/figures/calendar.ts';
import type { Figure } from '../core/figures/figure.ts';
import { overlap } from '../core/figures/interval.ts';
import { readFigures } from '../core/figures/read-figures.ts';
import { checkDraft } from '../core/index.ts';
import type { Span } from '../core/text/span.ts';
import { readTokens } from '../core/text/tokens.ts';
import { countedFrom, proposeTime } from './propose-time.ts';
import { type Passage, type PassageFigure, passageDay, readPassage } from './read-passage.ts';
import {
  figureQuestion,
  propertyQuestion,
  type Question,
  qualifierQuestion,
  subjectQuestion,
} from './record-questions.ts';
import {
  isKindOf,
  namedIn,
  type Supposed,
  supposeStatements,
  timeWordsOf,
} from './suppose-statements.ts';

/** What whoever records a fact has said of it; the rest is read from the passage. */
export interface Settled {
  /** The figure as it is written, or its number among those of the passage, from 1. */
  readonly figure?: string;
  readonly subject?: string;
  readonly property?: string;
  /** A time as packs write it; '' for none. */
  readonly time?: string;
  readonly qualifiers?: Readonly<Record<string, string>>;
}

/** A statement as it can be read from a passage. */
export interface Proposal {
  readonly subject: string;
  readonly property: string;
  readonly value: string;
  readonly time: string | null;
  readonly timeBasis: 'printed' | 'inferred';
  readonly qualifiers: Readonly<Record<string, string>>;
  /** The figure as printed, on one line of the text. */
  readonly exact: string;
  readonly span: Span;
  /** How what is not printed was resolved; null where all is. */
  readonly note: string | null;
  /** The statement that the time was taken from, which the text does not give; null where it was not. */
  readonly timeFrom: string | null;
  /** Ids of statements that say the same already, the nearest first. */
  readonly onRecord: readonly string[];
}

/** What came of reading a passage for a fact. */
export type Proposed =
  | { readonly kind: 'proposal'; readonly proposal: Proposal }
  /** What cannot be read from it, the next question first. */
  | { readonly kind: 'questions'; readonly questions: readonly Question[] }
  /** Why nothing can be recorded from it: capital, no full stop. */
  | { readonly kind: 'nothing'; readonly message: string };

/**
 * Read from a passage what it states: subject, property, value, time and qualifiers, as the binding of drafts would.
 * What is beyond doubt is not asked for; what `settled` says is not read.
 * Offsets: UTF-16 code units of the passage's text.
 */
export function proposeStatement(passage: Passage, settled: Settled, facts: FactBase): Proposed {
  const figures = namesLast(readPassage(passage, facts));
  const chosen = chooseFigure(figures, settled, facts);
  if (!chosen) {
    if (figures.length > 0) return asked(figureQuestion(figures, facts));
    return { kind: 'nothing', message: 'No figure and no name on record can be read here' };
  }
  const exact = passage.text.slice(chosen.span.start, chosen.span.end);
  if (/[\r\n]/.test(exact)) {
    const message = `"${exact.replace(/\s+/g, ' ')}" runs over two lines; a reference points to one`;
    return { kind: 'nothing', message };
  }
  const claim = claimOn(passage, chosen, settled, facts);
  const about = claim ? aboutOf(claim, facts) : aboutOfSupposed(chosen, settled, facts);
  if ('questions' in about) return { kind: 'questions', questions: about.questions };
  const property = facts.properties.get(about.property);
  if (!property) return { kind: 'nothing', message: `There is no property "${about.property}"` };
  return withTime({ passage, chosen, exact, claim, about, property, settled, facts });
}

/** Whom and what a figure is about. */
interface About {
  readonly subject: string;
  readonly property: string;
  readonly qualifiers: Readonly<Record<string, string>>;
}

interface Reading {
  readonly passage: Passage;
  readonly chosen: PassageFigure;
  readonly exact: string;
  /** What the checker makes of the figure against the record. */
  readonly claim: Claim | undefined;
  readonly about: About;
  readonly property: Property;
  readonly settled: Settled;
  readonly facts: FactBase;
}

function withTime(reading: Reading): Proposed {
  const { passage, chosen, exact, claim, about, property, settled, facts } = reading;
  const { value, note } = writtenValue(chosen, property, passage, facts);
  const rivals =
    claim?.record.flatMap(({ statement }) => facts.statements.get(statement) ?? []) ?? [];
  const figure = asRead(value, property, chosen, passage, facts);
  const same = rivals.filter(
    (one) => isSameValue(one, figure) && agreesWith(settled, one, property),
  );
  const time = proposeTime(
    chosen,
    property,
    passage,
    settled.time,
    { same: same[0], rival: rivals[0] },
    facts,
  );
  if ('question' in time) return asked(time.question);
  const proposal: Proposal = {
    ...about,
    value,
    time: time.time,
    timeBasis: time.basis,
    exact,
    span: chosen.span,
    note: [note, time.note].filter((one) => one !== null).join('; ') || null,
    timeFrom: time.takenFrom,
    onRecord: [],
  };
  const ofThatTime = same.filter(
    (one) => meets(one.time, time.time) || property.varies === 'fixed',
  );
  const there = [...ofThatTime, ...statementsLike(proposal, property, figure, facts)];
  return {
    kind: 'proposal',
    proposal: { ...proposal, onRecord: [...new Set(there.map(({ id }) => id))] },
  };
}

function asked(question: Question): Proposed {
  return { kind: 'questions', questions: [question] };
}

/** A name is rarely what a sentence is quoted for. */
function namesLast(figures: readonly PassageFigure[]): readonly PassageFigure[] {
  const isName = ({ figure }: PassageFigure): boolean => figure.figure.kind === 'name';
  return [...figures.filter((one) => !isName(one)), ...figures.filter(isName)];
}

/** The figure that is meant: the one named, the only one, or the only one that the words around it say something of. */
function chooseFigure(
  figures: readonly PassageFigure[],
  settled: Settled,
  facts: FactBase,
): PassageFigure | undefined {
  const { figure: wanted } = settled;
  if (wanted !== undefined) {
    const written = figures.filter(
      ({ figure, value }) => value === wanted || figure.figure.surface === wanted,
    );
    return written.length === 1 ? written[0] : figures[Number(wanted) - 1];
  }
  const property = facts.properties.get(settled.property ?? '');
  const fitting = property
    ? figures.filter(({ figure }) => isKindOf(property, figure.figure))
    : figures.filter(({ figure }) => figure.figure.kind !== 'name');
  if (fitting.length <= 1) return fitting[0] ?? (figures.length === 1 ? figures[0] : undefined);
  const telling = fitting.filter((one) => isTelling(one, facts));
  if (telling.length > 0) return telling.length === 1 ? telling[0] : undefined;
  const timeless = fitting.filter((one) => !saysWhen(one, fitting));
  return timeless.length === 1 ? timeless[0] : undefined;
}

/** Whether a date is there to say when another figure holds. */
function saysWhen({ figure, scope }: PassageFigure, all: readonly PassageFigure[]): boolean {
  if (figure.figure.kind !== 'date') return false;
  return all.some(
    (other) =>
      other.scope === scope &&
      other.figure.figure.kind !== 'date' &&
      timeWordsOf(other).times.some(({ index }) => index === figure.index),
  );
}

/** Whether the words around a figure say beyond doubt what it is a figure of. */
function isTelling(figure: PassageFigure, facts: FactBase): boolean {
  const [best] = supposeStatements(figure, facts);
  return best?.doubts().every(({ code }) => !PROPERTY_DOUBTS.has(code)) ?? false;
}

const PROPERTY_DOUBTS: ReadonlySet<string> = new Set([
  ...['weak-cue', 'other-whole', 'late-cue', 'earlier-cue', 'narrowed'],
]);
const SUBJECT_DOUBTS: ReadonlySet<string> = new Set(['unsure', 'unnamed', 'stranger']);

/** How much nearer one reading must be than the next to be taken without asking. */
const MARGIN = 3;

/** What the checker binds the figure to, where that agrees with what is settled. */
function claimOn(
  passage: Passage,
  { span }: PassageFigure,
  settled: Settled,
  facts: FactBase,
): Claim | undefined {
  const { text, language, date } = passage;
  const options = date === null ? { language } : { language, asOf: date };
  const { claims } = checkDraft(text, facts, options);
  const claim = claims.find((one) => span.start <= one.span.start && one.span.end <= span.end);
  const statement = claim && facts.statements.get(claim.statement);
  if (!statement || claim.verdict === 'outdated') return undefined;
  const isOther =
    (settled.subject ?? statement.subject) !== statement.subject ||
    (settled.property ?? statement.property) !== statement.property;
  return isOther ? undefined : claim;
}

function aboutOf({ statement: id }: Claim, { statements }: FactBase): About | Questions {
  const statement = statements.get(id);
  if (!statement) return { questions: [] };
  const { subject, property, qualifiers } = statement;
  return { subject, property, qualifiers };
}

interface Questions {
  readonly questions: readonly Question[];
}

/** Subject, property and qualifiers by what the sentence says, or what has to be asked for them. */
function aboutOfSupposed(
  chosen: PassageFigure,
  settled: Settled,
  facts: FactBase,
): About | Questions {
  const given = facts.properties.get(settled.property ?? '');
  const supposed = supposeStatements(chosen, facts, given).filter(
    ({ statement }) => settled.subject === undefined || statement.subject === settled.subject,
  );
  const property =
    settled.property ??
    surely(supposed, PROPERTY_DOUBTS, ({ property }) => property.id) ??
    (supposed.length === 0 ? propertyNamed(chosen) : undefined);
  const subject =
    settled.subject ?? surely(supposed, SUBJECT_DOUBTS, ({ statement }) => statement.subject);
  const questions = [
    ...(property === undefined ? [propertyQuestion(chosen, supposed, subject, facts)] : []),
    ...(subject === undefined ? [subjectQuestion(chosen, supposed, property, facts)] : []),
  ];
  if (property === undefined || subject === undefined) return { questions };
  return withQualifiers({ subject, property }, chosen, supposed, settled, facts);
}

/** What the nearest reading says, if nothing speaks against it and the next that says otherwise is far. */
function surely(
  supposed: readonly Supposed[],
  doubts: ReadonlySet<string>,
  said: (one: Supposed) => string,
): string | undefined {
  const [best] = supposed;
  if (!best || best.doubts().some(({ code }) => doubts.has(code))) return undefined;
  const rival = supposed.find((one) => said(one) !== said(best));
  return rival && rival.cost - best.cost < MARGIN ? undefined : said(best);
}

/** The property that the words beside a figure name, whoever it is stated of. */
function propertyNamed({ scope, figure }: PassageFigure): string | undefined {
  const [best, next] = propertiesNamed(scope, figure);
  const isPlain = best?.cue.strength === 'strong' && !best.cue.isEarlier;
  return isPlain && (!next || next.cost - best.cost >= MARGIN) ? best.property.id : undefined;
}

function withQualifiers(
  { subject, property }: Omit<About, 'qualifiers'>,
  chosen: PassageFigure,
  supposed: readonly Supposed[],
  settled: Settled,
  facts: FactBase,
): About | Questions {
  const names = facts.properties.get(property)?.requires ?? [];
  const others = namedIn(chosen.scope).filter((id) => id !== subject);
  const nearest = supposed.find(({ statement }) => statement.subject === subject)?.statement;
  const qualifiers = { ...settled.qualifiers };
  const questions: Question[] = [];
  for (const name of names) {
    const read = others.length === 1 && names.length === 1 ? nearest?.qualifiers[name] : undefined;
    const value = qualifiers[name] ?? read;
    if (value === undefined) questions.push(qualifierQuestion(name, others, facts));
    else qualifiers[name] = value;
  }
  return questions.length > 0 ? { questions } : { subject, property, qualifiers };
}

/** The value as a pack writes it: as printed, but a sign that stands in a verb, and a day for "Monday". */
function writtenValue(
  { figure, scope, value }: PassageFigure,
  property: Property,
  passage: Passage,
  facts: FactBase,
): { readonly value: string; readonly note: string | null } {
  const { kind, interval, entities, surface, dateParts, yearInferred } = figure.figure;
  if (kind === 'name') return { value: entities[0] ?? surface, note: null };
  if (kind === 'date' && interval) {
    const period = isoPeriod(daySpan(interval));
    const isCounted = dateParts.some(({ part }) => part === 'relative' || part === 'weekday');
    const note = isCounted || yearInferred ? countedFrom(surface, passage, facts) : null;
    return { value: period.includes('/') ? value : period, note };
  }
  const isFall = property.signed && movementOf(scope, figure).direction < 0;
  if (!isFall || /^[-−]/.test(value)) return { value, note: null };
  return { value: `-${value}`, note: 'The verb gives the sign' };
}

/** A proposed value as it will be read from the pack. */
function asRead(
  value: string,
  property: Property,
  { figure }: PassageFigure,
  passage: Passage,
  facts: FactBase,
): Figure {
  if (property.kind === 'name' || property.kind === 'date') return figure.figure;
  const options = { units: facts.units, asOf: passageDay(passage, facts), side: 'pack' } as const;
  const read = readFigures(value, readTokens(value), options);
  return read.find((one) => isKindOf(property, one)) ?? figure.figure;
}

/** The same number in other words is the same value; another number is not, however near. */
function isSameValue({ figures }: Statement, figure: Figure): boolean {
  return figures.some((one) => {
    if (figure.kind === 'name') return figure.entities.some((id) => one.entities.includes(id));
    if (!one.interval || !figure.interval || one.unit !== figure.unit) return false;
    const isNumber = one.value !== null && figure.value !== null;
    return overlap(one.interval, figure.interval) && (!isNumber || one.value === figure.value);
  });
}

/** A time that was given has to be the statement's, where the value moves with it. */
function agreesWith({ time }: Settled, statement: Statement, { varies }: Property): boolean {
  return time === undefined || varies === 'fixed' || statement.time === (time || null);
}

/** Whether two times have a day in common; no time is any time. */
function meets(one: string | null, other: string | null): boolean {
  const [first, second] = [readPeriod(one ?? ''), readPeriod(other ?? '')];
  return !first || !second || (first.start < second.end && second.start < first.end);
}

/** Statements that answer the same question with the same value. */
function statementsLike(
  { subject, property: id, time, qualifiers }: Proposal,
  property: Property,
  figure: Figure,
  { about }: FactBase,
): readonly Statement[] {
  return (about.get(subject)?.get(id) ?? []).filter(
    (one) =>
      isSameValue(one, figure) &&
      (property.varies === 'fixed' || one.time === time) &&
      Object.entries(qualifiers).every(([name, value]) => one.qualifiers[name] === value),
  );
}
