import type { Statement } from '../facts/fact-base.ts';
import { isVerbForm } from '../mentions/english.ts';
import { once } from '../text/once.ts';
import { isAfterthought } from './afterthought.ts';
import { isAmountOfOther, isGrowthOfOther } from './amount-of-other.ts';
import type { PlacedFigure } from './attachment.ts';
import {
  isOfAntecedent,
  isOfOtherClause,
  isOfOthersVerb,
  isOfPersonsClause,
} from './cue-clause.ts';
import { isOfOtherThing } from './cue-noun.ts';
import { isOnesOwn, isOwnedByOther, isOwnedByTopic } from './cue-owner.ts';
import { isDateOfOther } from './date-of-other.ts';
import {
  isBetweenParties,
  isDoneBySomeone,
  isInTalks,
  isOfFocus,
  isOfSeveral,
} from './deal-cues.ts';
import type { Participation } from './evidence.ts';
import { isMeasureOfOther, isOfOtherMake, isOfOtherVerb, isSizeOfOther } from './measured-thing.ts';
import { isMoveBy, isOfStretch, isPlainMove, isReached, movementOf } from './movement.ts';
import type { NamedProperty } from './name-properties.ts';
import { narrowingOf } from './narrowing.ts';
import type { Scope } from './scope.ts';
import { wholeOf } from './whole-of.ts';

/** Why a figure that does not fit a statement may be about something else. */
export interface CandidateDoubt {
  readonly code:
    | 'unsure'
    | 'unnamed'
    | 'stranger'
    | 'weak-cue'
    | 'other-whole'
    | 'late-cue'
    | 'several'
    | 'other-clause'
    | 'other-thing'
    | 'earlier-cue'
    | 'narrowed';
  readonly text: string;
}

/** How a candidate stands to those whom it is about, as far as doubts go. */
export interface Stand {
  readonly participation: Participation;
  /** Who else stands nearer. */
  readonly stranger: string | undefined;
  /** Whether the text names the statement's time. */
  readonly isDated: boolean;
}

/**
 * What forbids to call a figure wrong by a property that is named near it, for each statement of that property. What does not
 * depend on the statement is looked for once.
 */
export function candidateDoubts(
  scope: Scope,
  figure: PlacedFigure,
  named: NamedProperty,
): (statement: Statement, stand: Stand) => readonly CandidateDoubt[] {
  const readings = once(() => readCue(scope, figure, named));
  const isAnyones = once(() => !isOnesOwn(scope, named.cue, named.property));
  return (statement, stand) => {
    const doubts: CandidateDoubt[] = [];
    addSubjectDoubts(doubts, stand, isAnyones);
    addCueDoubts(doubts, scope, figure, named, statement, stand.isDated, readings());
    return doubts;
  };
}

function addSubjectDoubts(
  doubts: CandidateDoubt[],
  { participation: { sure, missing, isContext }, stranger }: Stand,
  isAnyones: () => boolean,
): void {
  const add = (code: CandidateDoubt['code'], text: string): void =>
    void doubts.push({ code, text });
  if (!sure || (isContext && isAnyones()))
    add('unsure', 'it is not certain whom the sentence is about');
  if (missing) add('unnamed', 'not everyone it is about is named');
  if (stranger !== undefined) add('stranger', `"${stranger}" stands nearer to the figure`);
}

/** What a cue says of a figure, whatever the statement. */
interface CueReading {
  readonly narrowing: string | undefined;
  /** Whether the text says that the figure is a fall or a rise, and whether nothing stands between that and a name, or it says by how much. */
  readonly isMoved: boolean;
  readonly isPlainMove: boolean;
  readonly isLate: boolean;
  readonly isElses: boolean;
  /** Whether it is a day, and that of another verb; whether it is a measure of another thing, or somebody else's. */
  readonly isOtherVerbs: boolean;
  readonly isOfOther: boolean;
}

function readCue(scope: Scope, figure: PlacedFigure, { property, cue }: NamedProperty): CueReading {
  const isMoved =
    property.signed && (figure.figure.direction !== 0 || movementOf(scope, figure).direction !== 0);
  return {
    narrowing: narrowingOf(scope, figure, cue, property),
    isMoved,
    isPlainMove: isMoved && (isPlainMove(scope, figure, cue) || isMoveBy(scope, figure)),
    isLate: isAfterthought(scope, figure, cue),
    isElses: isOfOtherClause(scope, figure, cue),
    isOtherVerbs: isOfOtherVerb(scope, figure, property),
    isOfOther:
      isMeasureOfOther(scope, figure, cue) ||
      isOwnedByOther(scope, cue) ||
      isGrowthOfOther(scope, figure, cue, property),
  };
}

function addCueDoubts(
  doubts: CandidateDoubt[],
  scope: Scope,
  figure: PlacedFigure,
  { property, cue, count }: NamedProperty,
  statement: Statement,
  isDated: boolean,
  { narrowing, isMoved, isPlainMove, isLate, isElses, isOtherVerbs, isOfOther }: CueReading,
): void {
  const whole = wholeOf(scope, figure, statement);
  const isMove = isMoved && (isDated || isPlainMove);
  const isWeak =
    cue.strength === 'weak' &&
    (count < 2 || isOfFocus(scope, figure, cue)) &&
    whole !== 'own' &&
    !isMove &&
    !isBetweenParties(scope, figure, statement);
  const add = (code: CandidateDoubt['code'], text: string): void =>
    void doubts.push({ code, text });
  const addOfWords = (code: CandidateDoubt['code'], what: string): void =>
    add(code, `"${cue.surface}" ${what}`);
  if (isWeak) addOfWords('weak-cue', `alone does not name the ${property.label}`);
  if (whole === 'other') add('other-whole', 'it is a share of something else');
  if (isLate) addOfWords('late-cue', 'comes too long after the figure');
  if (isOfOtherThing(scope, cue, statement)) addOfWords('other-thing', 'is said of a thing');
  if (isElses) addOfWords('other-clause', 'is said of another');
  if (
    isOfPersonsClause(scope, cue, statement) ||
    isOfAntecedent(scope, cue, statement) ||
    isOfOthersVerb(scope, figure, cue, statement) ||
    isOwnedByTopic(scope, cue, statement)
  )
    addOfWords('other-clause', 'is said of something else');
  if (isDoneBySomeone(scope, figure, cue, statement))
    addOfWords('other-clause', 'is what someone does, and no deal');
  const isTo = isReached(scope, figure);
  const lastWord = scope.reading.tokens[cue.to - 1]?.lower ?? '';
  const isLevel =
    (property.signed && isMoved && (isTo || isOfStretch(scope, figure))) ||
    (cue.strength === 'weak' && isTo && cue.to < figure.from && !isVerbForm(lastWord));
  if (isLevel) add('other-thing', 'it is what it came to, or how it moved over a while');
  if (isOtherVerbs) add('other-clause', 'it says when something else was');
  if (
    isOfOther ||
    isSizeOfOther(scope, figure, cue, statement) ||
    isAmountOfOther(scope, figure, cue, property, statement) ||
    isOfOtherMake(scope, figure, statement) ||
    isDateOfOther(scope, figure, cue, property, statement)
  )
    add('other-thing', 'it is of something else');
  if (isInTalks(scope, figure, statement)) add('other-thing', 'a deal is only talked of');
  if (isOfSeveral(scope, figure, cue, statement)) addOfWords('several', 'speaks of more than one');
  if (cue.isEarlier) add('earlier-cue', 'what it is a figure of is said only before');
  if (narrowing !== undefined) add('narrowed', `"${narrowing}" narrows it to a part`);
}
