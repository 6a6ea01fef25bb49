import type { FactBase, Property } from '../facts/fact-base.ts';
import { irregularForms } from '../facts/irregular-verbs.ts';
import {
  FALLS,
  FINITE_VERBS,
  FUNCTION_WORDS,
  isVerbForm,
  NEUTRAL_MODIFIERS,
  OWNING_PRONOUNS,
  PART_NOUNS,
  PARTITIVES,
  RISES,
  SUBJECT_PRONOUNS,
  UNIT_NOUNS,
  WORTHS,
} from '../mentions/english.ts';
import type { Mention } from '../mentions/mention.ts';
import type { Token } from '../text/tokens.ts';
import type { PlacedFigure, TokenRange } from './attachment.ts';
import type { Cue, Scope } from './scope.ts';

/** The words that narrow what a figure is of to a part of what the cue names, or undefined. */
export function narrowingOf(
  scope: Scope,
  figure: PlacedFigure,
  cue: Cue,
  property: Property,
): string | undefined {
  return (
    narrowedBy(scope, cue) ??
    purposeOf(scope, cue) ??
    sourceOf(scope, cue) ??
    countedPart(scope, figure, cue) ??
    partOf(scope, cue) ??
    partBefore(scope, figure, property) ??
    unitBefore(scope, figure) ??
    ownedBefore(scope, cue)
  );
}

/** The word before a noun cue that narrows it to a part ("advertising sales"), or undefined. */
function narrowedBy({ reading }: Scope, cue: Cue): string | undefined {
  if (cue.flat !== null || cue.strength === 'weak') return undefined;
  const before = reading.tokens[cue.from - 1];
  if (before?.kind !== 'word' || before.text !== before.lower || !before.spaced) return undefined;
  if (FUNCTION_WORDS.has(before.lower) || NEUTRAL_MODIFIERS.has(before.lower)) return undefined;
  if (RISES.has(before.lower) || FALLS.has(before.lower) || /(?:ed|ly|ing)$/.test(before.lower))
    return undefined;
  // "Thinks revenue can hit".
  if (FINITE_VERBS.has(before.lower)) return undefined;
  const isMentioned = reading.mentions.some(({ from, to }) => from < cue.from && cue.from - 1 < to);
  const isFigure = reading.figures.some(
    ({ span }) => span.start <= before.start && before.end <= span.end,
  );
  return isMentioned || isFigure || !NARROWED_NOUNS.test(cue.surface.toLowerCase())
    ? undefined
    : before.text;
}

/** Nouns of money that parts of a business have as well as the whole. */
const NARROWED_NOUNS =
  /(?:revenue|revenues|sales|income|value|profit|profits|turnover|growth|spending|loss|losses|earnings)$/;

/** "The waiting list for allotments": what a word that names little by itself is said to be for. */
function purposeOf(
  { reading: { tokens } }: Scope,
  { to, flat, strength }: Cue,
): string | undefined {
  if (flat !== null || strength === 'strong' || tokens[to]?.lower !== 'for') return undefined;
  const { kind, text = '', lower = '' } = tokens[to + 1] ?? {};
  const isNoun = kind === 'word' && text === lower && !FUNCTION_WORDS.has(lower);
  return isNoun ? `for ${text}` : undefined;
}

/** "Revenue from its ads pilot": what a part of it comes from. */
function sourceOf(
  { reading: { tokens }, refs }: Scope,
  { to, flat, strength, surface }: Cue,
): string | undefined {
  if (flat !== null || strength === 'weak' || tokens[to]?.lower !== 'from') return undefined;
  if (!NARROWED_NOUNS.test(surface.toLowerCase())) return undefined;
  const start = /^(?:its|their|the)$/.test(tokens[to + 1]?.lower ?? '') ? to + 2 : to + 1;
  const { kind, lower = '' } = tokens[start] ?? {};
  const isNamed = refs.some(({ from }) => from === start);
  const isTime = /^(?:last|previous|same|year|quarter|prior|continuing|operations|all)$/.test(
    lower,
  );
  return kind === 'word' && !isNamed && !isTime && !FUNCTION_WORDS.has(lower)
    ? `from ${lower}`
    : undefined;
}

/** "412 retired satellites", "lost 55 screens": what was done to those that are counted tells them from the others. */
function countedPart(
  { reading: { tokens } }: Scope,
  { figure, from, to }: PlacedFigure,
  cue: Cue,
): string | undefined {
  if (figure.kind !== 'count' || cue.flat !== null || cue.from < to) return undefined;
  const start = tokens[from - 1]?.lower ?? '';
  if (CHANGES.has(start)) return start;
  if (cue.from !== to + 1) return undefined;
  const { kind, lower = '', text } = tokens[to] ?? {};
  return kind === 'word' && /[^e]ed$/.test(lower) && text === lower ? text : undefined;
}

/** Verbs of what comes and goes. */
const CHANGES: ReadonlySet<string> = new Set(
  'lost lose loses losing gained gain gains gaining shed sheds shedding sacked hired dismissed'.split(
    ' ',
  ),
);

/** "Its part of Acme's losses": what is before the "of" that leads to a cue. */
function partOf({ reading: { tokens }, sentence }: Scope, { from, flat }: Cue): string | undefined {
  if (flat !== null) return undefined;
  for (let at = from - 1; at >= Math.max(sentence.from, from - PART_OF_REACH); at--) {
    const { kind, lower } = tokens[at] ?? {};
    if (kind === 'mark' || kind === 'number') return undefined;
    if (lower !== 'of') continue;
    const part = tokens[at - 1];
    // "A year's worth of the contract" is a part of it, "$38 billion worth of servers" is not.
    const isWorth = part?.lower === 'worth' && tokens[at - 2]?.kind === 'possessive';
    return isWorth || PARTITIVES.has(part?.lower ?? '') ? part?.text : undefined;
  }
  return undefined;
}

const PART_OF_REACH = 5;

/** "A stake it values at $135bn": the part of someone that an amount is of, unless the property itself is of such parts. */
function partBefore(
  { reading, sentence }: Scope,
  { figure, from }: PlacedFigure,
  { id }: Property,
): string | undefined {
  if (figure.kind !== 'money') return undefined;
  const { tokens } = reading;
  if (isOfWhich(tokens, from, sentence)) return 'of which';
  const names = (at: number): boolean =>
    reading.mentions.some(
      (mention) =>
        mention.from <= at &&
        at < mention.to &&
        mention.meanings.some((meaning) => meaning.kind === 'cue' && meaning.property === id),
    );
  let isWorth = false;
  for (let at = from - 1; at >= Math.max(sentence.from, from - PART_REACH); at--) {
    const { lower = '', text, kind } = tokens[at] ?? {};
    if (PERCENTS.has(lower) && isWorth) return text;
    if (PART_NOUNS.has(lower) && (isWorth || !names(at))) return text;
    if (kind === 'mark' && /^[;.:—]$/.test(lower)) return undefined;
    if (/^(?:but|while|whereas|although)$/.test(lower)) return undefined;
    if (FINITE_VERBS.has(lower) && !LINKS.has(lower)) return undefined;
    isWorth ||= WORTHS.has(lower);
  }
  return undefined;
}

/** "It paid $116 million, of which it borrowed about $90 million": a part of the amount before. */
function isOfWhich(tokens: readonly Token[], figure: number, sentence: TokenRange): boolean {
  for (let at = figure - 1; at > sentence.from; at--) {
    if (tokens[at]?.kind === 'mark') return false;
    if (tokens[at]?.lower !== 'which') continue;
    const isBeside = tokens.slice(at + 1, figure).every(({ lower }) => NEUTRAL_BEFORE.has(lower));
    const isOwn = isBeside || SUBJECT_PRONOUNS.has(tokens[at + 1]?.lower ?? '');
    return isOwn && tokens[at - 1]?.lower === 'of';
  }
  return false;
}

/** What may stand before a figure and says nothing of whose it is. */
const NEUTRAL_BEFORE: ReadonlySet<string> = new Set(
  'only just about around some roughly nearly almost over perhaps the a $'.split(' '),
);

/** What may stand between a part and its worth. */
const LINKS: ReadonlySet<string> = new Set('is was are were has had been now and'.split(' '));

/** What a share is written with: "roughly 27 percent, worth some $135 billion". */
const PERCENTS: ReadonlySet<string> = new Set(['percent', 'cent', '%']);

/** How far before an amount the part that it is the worth of may stand, in tokens. */
const PART_REACH = 10;

/** "Its cocoa division brought in $2bn": the part of someone that does what the clause says, unless a pack knows it by that. */
function unitBefore(
  { reading, sentence, mentions }: Scope,
  { from }: PlacedFigure,
): string | undefined {
  for (let at = from - 1; at >= Math.max(sentence.from, from - PART_REACH); at--) {
    const { lower = '', kind, text } = reading.tokens[at] ?? {};
    if (kind === 'mark') return undefined;
    if (!UNIT_NOUNS.has(lower)) continue;
    // "Acme's Borealis arm" is Borealis.
    const isKnown = mentions.some(
      (one) => one.from <= at && (at < one.to || (one.kind === 'name' && one.to === at)),
    );
    const isVerb =
      at + 1 === from ||
      isVerbPhrase(reading.tokens, at + 1) ||
      mentions.some((one) => one.from === at + 1);
    return isKnown || !isVerb ? undefined : text;
  }
  return undefined;
}

/** "Acme's outpatient centres brought in", "its order book grew to": something of someone's that does what a verb says, unless a pack knows it by that. */
function ownedBefore(
  { facts, reading: { tokens }, mentions, refs, sentence }: Scope,
  { from, flat, property }: Cue,
): string | undefined {
  const { lower: verb = '' } = tokens[from] ?? {};
  const isVerb = isVerbForm(verb) || irregularForms(verb).length > 0 || /ed$/.test(verb);
  if (flat !== null || !isVerb) return undefined;
  for (let at = from - 1; at >= Math.max(sentence.from, from - OWNER_REACH); at--) {
    const { lower = '', kind } = tokens[at] ?? {};
    const isPronoun = OWNING_PRONOUNS.has(lower);
    if (kind === 'possessive' || isPronoun) {
      const owner = isPronoun ? at : (refs.find(({ to }) => to === at)?.from ?? at);
      const isSubject = owner === sentence.from || tokens[owner - 1]?.kind === 'mark';
      return isSubject && at < from - 1 ? tokens[at + 1]?.text : undefined;
    }
    const isMeant = mentions.some(
      (one) => one.from <= at && at < one.to && means(one, property, facts),
    );
    const isGrammar = FUNCTION_WORDS.has(lower) && !/^(?:and|in|of|for|at|on|the)$/.test(lower);
    if (kind !== 'word' || isMeant || isGrammar) return undefined;
  }
  return undefined;
}

/** Whether a mention is a part that a pack knows, a deal, or a word of a property. */
function means({ meanings }: Mention, property: string, { dealTypes }: FactBase): boolean {
  return meanings.some(
    (meaning) =>
      meaning.kind === 'called' ||
      (meaning.kind === 'noun' && dealTypes.has(meaning.type)) ||
      (meaning.kind === 'cue' && meaning.property === property),
  );
}

/** How far before its verb the owner of what does it may stand, in tokens. */
const OWNER_REACH = 8;

/** Whether a verb follows, past an adverb at most. */
function isVerbPhrase(tokens: readonly Token[], at: number): boolean {
  return [at, at + 1].some((next) => {
    const { lower = '' } = tokens[next] ?? {};
    return isVerbForm(lower) || /ed$/.test(lower);
  });
}
