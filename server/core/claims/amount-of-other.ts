import type { Property, Statement } from '../facts/fact-base.ts';
import { FORMS_OF_BE, FUNCTION_WORDS, PART_NOUNS, PAUSES } from '../mentions/english.ts';
import type { PlacedFigure } from './attachment.ts';
import { sortOfFigure } from './cues.ts';
import { propertiesNamed } from './name-properties.ts';
import { narrowingOf } from './narrowing.ts';
import type { Cue, Scope } from './scope.ts';

/** Whether an amount is said to be that of something else than the cue names. */
export function isAmountOfOther(
  scope: Scope,
  figure: PlacedFigure,
  cue: Cue,
  property: Property,
  statement: Statement,
): boolean {
  if (figure.figure.kind !== 'money') return false;
  const isDeal = (scope.facts.entities.get(statement.subject)?.parties.length ?? 0) > 0;
  const isOfTwo = isDeal || property.requires.length > 0;
  return (
    (isOfTwo && isSizeOfSomeone(scope, figure)) ||
    isOfNextNoun(scope, figure, cue, statement) ||
    (isDeal && isPaidSoFar(scope, cue)) ||
    (isOfTwo && isWorthOfShare(scope, figure)) ||
    (!isDeal && isOfTwo && (isPutElsewhere(scope, figure, statement) || isSold(scope, figure)))
  );
}

/**
 * "Made $11bn of operating income, 9% more than a year earlier": whether a word for another growth stands before the figure, or the
 * amount there is of a part, where no word but that for the period that it is reckoned from names this one.
 */
export function isGrowthOfOther(
  scope: Scope,
  { figure, from, to }: PlacedFigure,
  cue: Cue,
  property: Property,
): boolean {
  const { cues, facts, sentence, reading } = scope;
  // "It made up 18% of the group's sales".
  const isShare = reading.tokens[to]?.lower === 'of' && cue.flat === null && to < cue.from;
  if (isShare && /growth/.test(property.label)) return true;
  if (figure.kind !== 'percent' || property.varies !== 'by-period') return false;
  if (cue.flat !== null || cue.strength === 'weak' || !PERIOD.test(cue.surface)) return false;
  const before = cues
    .ofSort(sortOfFigure(figure))
    .filter(
      (one) =>
        one.flat === null &&
        one.strength === 'strong' &&
        sentence.from <= one.from &&
        one.to <= from &&
        !PERIOD.test(one.surface),
    );
  const isOwn = before.some((one) => one.property === property.id);
  if (isOwn) return false;
  const isGrowth = before.some((one) => facts.properties.get(one.property)?.varies === 'by-period');
  return isGrowth || isBehindPart(scope, from);
}

/** "The northern branches took €210m, 12% more than": whether the amount before is that of a part. */
function isBehindPart(scope: Scope, at: number): boolean {
  const amount = scope.figures.findLast(({ figure, to }) => figure.kind === 'money' && to <= at);
  const [nearest] = amount ? propertiesNamed(scope, amount) : [];
  return (
    amount !== undefined &&
    nearest !== undefined &&
    narrowingOf(scope, amount, nearest.cue, nearest.property) !== undefined
  );
}

const PERIOD = /\b(?:years?|quarters?|months?|periods?)\b/i;

/** "A one-time $7.6 billion gain from its investment": what the noun behind an amount says it is. */
function isOfNextNoun(
  { reading: { tokens }, sentence, mentions }: Scope,
  { to }: PlacedFigure,
  cue: Cue,
  { property }: Statement,
): boolean {
  const isNaming = (at: number): boolean =>
    (cue.flat === null && cue.from <= at && at < cue.to) ||
    mentions.some(
      (one) =>
        one.from <= at &&
        at < one.to &&
        one.meanings.some((meaning) => meaning.kind === 'cue' && meaning.property === property),
    );
  for (let at = to; at < Math.min(sentence.to, to + NOUN_REACH); at++) {
    const { kind, lower = '', text } = tokens[at] ?? {};
    if (kind !== 'word' && text !== '-') return false;
    if (FUNCTION_WORDS.has(lower)) return false;
    if (AMOUNTS.has(lower)) return !isNaming(at);
  }
  return false;
}

/** How far behind an amount the noun may stand that says what it is, in tokens: "$7.6 billion pre-tax gain". */
const NOUN_REACH = 4;
const AMOUNTS: ReadonlySet<string> = new Set(
  'gain loss profit charge writedown write-down fine dividend loan bond valuation fee shortfall'.split(
    ' ',
  ),
);

/** "The chief of a $3 trillion company": how large somebody is. */
function isSizeOfSomeone(
  { facts, reading: { tokens }, mentions }: Scope,
  { from, to }: PlacedFigure,
): boolean {
  const { lower = '', kind } = tokens[from - 1] ?? {};
  if (!/^(?:an?|the|this|that)$/.test(lower) && kind !== 'possessive') return false;
  const next = tokens[to]?.text === '-' ? to + 1 : to;
  return mentions.some(
    ({ from: noun, meanings }) =>
      (noun === next || noun === next + 1) &&
      meanings.some((meaning) => meaning.kind === 'noun' && facts.partyTypes.has(meaning.type)),
  );
}

/** "Acme paid Borealis $860 million": what was paid so far is not what was agreed. */
function isPaidSoFar(
  { reading: { tokens }, speaksOfDeal }: Scope,
  { from, to, flat }: Cue,
): boolean {
  if (flat !== null || speaksOfDeal || to !== from + 1) return false;
  const isPassive = FORMS_OF_BE.has(tokens[from - 1]?.lower ?? '');
  return !isPassive && /^(?:paid|spent)$/.test(tokens[from]?.lower ?? '');
}

/** "27% (about $135bn)", "a 27% stake ($135bn)": what a share is worth. */
function isWorthOfShare(
  { reading: { tokens }, sentence, figures }: Scope,
  { from, to }: PlacedFigure,
): boolean {
  let at = from - 1;
  if (PART_NOUNS.has(tokens[to]?.lower ?? '') && isBesidePercent(figures, from, to)) return true;
  while (at > from - OPENING_REACH && tokens[at]?.kind !== 'number' && tokens[at]?.text !== '(')
    at--;
  if (tokens[at]?.text !== '(') return false;
  for (let before = at - 1; before > Math.max(sentence.from, at - SHARE_REACH); before--) {
    const { text = '', lower = '' } = tokens[before] ?? {};
    if (text === '%' || /^per ?cent$/.test(lower) || lower === 'cent') return true;
    if (!PART_NOUNS.has(lower) && !/^(?:equity|ownership|share)$/.test(lower)) return false;
  }
  return false;
}

/** "Holds a $135bn stake (27%)". */
function isBesidePercent(figures: readonly PlacedFigure[], from: number, to: number): boolean {
  return figures.some(
    (one) =>
      one.figure.kind === 'percent' && one.from < to + SHARE_REACH && from - SHARE_REACH < one.to,
  );
}

/** "(about $": how far behind its bracket an amount may stand, in tokens. */
const OPENING_REACH = 4;
/** "27% equity stake (". */
const SHARE_REACH = 4;

/** "Invests $50 billion in government computing": in something else than the one it is said of, whom nothing here names. */
function isPutElsewhere(
  { facts, reading: { tokens }, refs, figures }: Scope,
  { to }: PlacedFigure,
  { qualifiers }: Statement,
): boolean {
  const others = Object.values(qualifiers).filter((id) => facts.entities.has(id));
  const isHere = refs.some(({ entities }) => entities.some((id) => others.includes(id)));
  let at = to;
  while (at < to + 2 && INVESTED.has(tokens[at]?.lower ?? '')) at++;
  if (isHere || !/^(?:in|into|on)$/.test(tokens[at]?.lower ?? '')) return false;
  const isFigure = figures.some(
    ({ from, figure }) => figure.kind === 'date' && (from === at + 1 || from === at + 2),
  );
  const { kind, lower = '' } = tokens[at + 1] ?? {};
  return kind === 'word' && !isFigure && !FUNCTION_WORDS.has(lower) && !FORMS_OF_MONEY.has(lower);
}

/** "A $2 billion stake in". */
const INVESTED: ReadonlySet<string> = new Set([...PART_NOUNS, 'investment', 'bet', 'funding']);

/** What an investment may be made in and still be one in somebody. */
const FORMS_OF_MONEY: ReadonlySet<string> = new Set(
  'cash stock equity shares total all funding capital return exchange credits debt cloud full'.split(
    ' ',
  ),
);

/** "Sold its entire stake for $5.8bn": what was got for it. */
function isSold({ reading: { tokens }, sentence }: Scope, { from }: PlacedFigure): boolean {
  for (let at = from - 1; at >= sentence.from; at--) {
    if (PAUSES.has(tokens[at]?.text ?? '') || tokens[at]?.lower === 'and') return false;
    if (SELLING.has(tokens[at]?.lower ?? '')) return true;
  }
  return false;
}

const SELLING: ReadonlySet<string> = new Set(
  'sold sells sell selling offloaded offloads divested divests trimmed trims'.split(' '),
);
