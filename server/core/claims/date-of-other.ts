import type { Property, Statement } from '../facts/fact-base.ts';
import { daySpan } from '../figures/calendar.ts';
import { FORMS_OF_BE, FUNCTION_WORDS, isFunctionWord } from '../mentions/english.ts';
import type { Token } from '../text/tokens.ts';
import type { PlacedFigure } from './attachment.ts';
import type { Ref } from './discourse.ts';
import type { Cue, Scope } from './scope.ts';
import { limitOf } from './stated-time.ts';

/** Whether a date is said to be that of something else than the cue names: a date by which, a record's, a thing's. */
export function isDateOfOther(
  scope: Scope,
  figure: PlacedFigure,
  cue: Cue,
  property: Property,
  statement: Statement,
): boolean {
  if (figure.figure.kind !== 'date') return false;
  const { tokens } = scope.reading;
  return (
    isDeadline(scope, figure, property, statement) ||
    isOfRecord(tokens, figure) ||
    isOfNoun(tokens, figure, cue) ||
    isOfDocument(tokens, cue) ||
    isBehindPurpose(tokens, figure, cue) ||
    isOfText(scope, figure, cue, statement) ||
    isOfFeature(scope, cue, statement)
  );
}

/** "All of it deployed by the end of 2026", of what has begun already. A goal is itself a date by which. */
function isDeadline(
  { asOf, reading: { tokens } }: Scope,
  figure: PlacedFigure,
  { varies }: Property,
  { figures: [recorded] }: Statement,
): boolean {
  const { interval } = figure.figure;
  if (varies !== 'fixed' || !interval || !recorded?.interval) return false;
  const limit = limitOf(tokens, figure);
  const isBy = limit === 'deadline' || (limit === 'end' && isBefore(tokens, figure));
  return isBy && daySpan(recorded.interval).start <= asOf;
}

function isBefore(tokens: readonly Token[], { from }: PlacedFigure): boolean {
  return [from - 1, from - 2].some((at) => tokens[at]?.lower === 'before');
}

/** "For the first time since 2018", "its best day since March": what is told by the date is a record. */
function isOfRecord(tokens: readonly Token[], { from }: PlacedFigure): boolean {
  return tokens[from - 1]?.lower === 'since' && RECORDS.has(tokens[from - 2]?.lower ?? '');
}

const RECORDS: ReadonlySet<string> = new Set(
  'time day week month quarter year session gain rally rise fall drop growth level pace rate high low run'.split(
    ' ',
  ),
);

/** "In a blog post published on Tuesday": the day of what was written. */
function isOfDocument(tokens: readonly Token[], { from, flat }: Cue): boolean {
  return flat === null && DOCUMENTS.has(tokens[from - 1]?.lower ?? '');
}

const DOCUMENTS: ReadonlySet<string> = new Set(
  'post report study paper article memo letter statement survey interview filing note video transcript poll'.split(
    ' ',
  ),
);

/** "Announces its 2028 timeline": a year or a quarter of the noun that it stands before. */
function isOfNoun(tokens: readonly Token[], { figure, from, to }: PlacedFigure, cue: Cue): boolean {
  const isBroad = figure.dateParts.every(({ part }) => part === 'year' || part === 'quarter');
  const { kind, lower = '', spaced } = tokens[to] ?? {};
  if (!isBroad || kind !== 'word' || spaced !== true || FUNCTION_WORDS.has(lower)) return false;
  if (cue.flat !== null || cue.from === to || isFunctionWord(cue.surface)) return false;
  return cue.to === from || /^(?:an?|the|its|their|-|–|\/)$/.test(tokens[from - 1]?.lower ?? '');
}

/** "Left in 2023 to become a founder": the day of what was done, and not of what it was done for. */
function isBehindPurpose(tokens: readonly Token[], { to }: PlacedFigure, cue: Cue): boolean {
  return cue.flat === null && cue.from === to + 1 && tokens[to]?.lower === 'to';
}

/** "Published: 7 November 2025", under a heading: the day of the text itself. A book was published in a year. */
function isOfText(
  { reading: { tokens }, refs }: Scope,
  { figure, from }: PlacedFigure,
  { from: at, to, flat }: Cue,
  { subject }: Statement,
): boolean {
  if (flat !== null || to !== from - 1 || tokens[to]?.text !== ':') return false;
  const isDay = figure.dateParts.some(({ part }) => part === 'day');
  const isNamed = refs.some(({ entities }) => entities.includes(subject));
  return isDay && !isNamed && TEXT_DATES.has(tokens[at]?.lower ?? '');
}

const TEXT_DATES: ReadonlySet<string> = new Set(
  'published posted updated modified created retrieved accessed fetched date'.split(' '),
);

/** "Sable introduced a study mode in July", "a free version of Sable": of something that a product has. */
function isOfFeature(
  { facts, reading: { tokens }, refs, mentions }: Scope,
  cue: Cue,
  { subject, property }: Statement,
): boolean {
  const own = facts.entities.get(subject);
  if (!own || cue.flat !== null || own.parties.length > 0 || facts.partyTypes.has(own.type))
    return false;
  const isMeant = ({ entities }: Ref): boolean => entities.includes(subject);
  const isNaming = (at: number): boolean =>
    mentions.some(
      ({ from, to, meanings }) =>
        from <= at &&
        at < to &&
        meanings.some((meaning) => meaning.kind === 'cue' && meaning.property === property),
    );
  if (refs.some((ref) => isMeant(ref) && doesTo(tokens, ref, cue))) return true;
  return refs.some((ref) => {
    const isArticle = /^(?:the|an?)$/.test(tokens[ref.from - 1]?.lower ?? '');
    const noun = ref.from - (isArticle ? 3 : 2);
    return (
      isMeant(ref) &&
      ref.isLedIn &&
      cue.to <= noun &&
      tokens[noun]?.kind === 'word' &&
      !isNaming(noun)
    );
  });
}

/** Whether a verb right behind a name has an object: "introduced a". */
function doesTo(tokens: readonly Token[], { to: name }: Ref, { from, to }: Cue): boolean {
  if (from < name || from > name + 1 || FORMS_OF_BE.has(tokens[from - 1]?.lower ?? ''))
    return false;
  const { lower = '', text = '' } = tokens[to] ?? {};
  return /^(?:an?|the|its|new|support)$/.test(lower) || /^["“‘']$/.test(text);
}
