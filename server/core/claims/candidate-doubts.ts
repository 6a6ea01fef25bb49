import type { Statement } from '../facts/fact-base.ts';
import { isVerbForm } from '../mentions/english.ts';
import { once } from '../text/once.ts';
import { isAfterthought } from './afterthought.ts';
import type { PlacedFigure } from './attachment.ts';
import {
  isOfAntecedent,
  isOfOtherClause,
  isOfOthersVerb,
  isOfPersonsClause,
} from './cue-clause.ts';
import { isOfOtherThing } from './cue-noun.ts';
import { isOnesOwn, isOwnedByOther } from './cue-owner.ts';
import { isBetweenParties, isDoneBySomeone, isOfFocus, isOfSeveral } from './deal-cues.ts';
import type { Participation } from './evidence.ts';
import { isMeasureOfOther, isOfOtherVerb, isSizeOfOther } from './measured-thing.ts';
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
  const isUnsure = !sure || (isContext && isAnyones());
  add(doubts, 'unsure', isUnsure, 'it is not certain whom the sentence is about');
  add(doubts, 'unnamed', missing, 'not everyone it is about is named');
  if (stranger !== undefined)
    add(doubts, 'stranger', true, `"${stranger}" stands nearer to the figure`);
}

function add(
  doubts: CandidateDoubt[],
  code: CandidateDoubt['code'],
  applies: boolean,
  text: string,
): void {
  if (applies) doubts.push({ code, text });
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
    isOfOther: isMeasureOfOther(scope, figure, cue) || isOwnedByOther(scope, cue),
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
  const words = `"${cue.surface}"`;
  add(doubts, 'weak-cue', isWeak, `${words} alone does not name the ${property.label}`);
  add(doubts, 'other-whole', whole === 'other', 'it is a share of something else');
  add(doubts, 'late-cue', isLate, `${words} comes too long after the figure`);
  const isThings = isOfOtherThing(scope, cue, statement);
  add(doubts, 'other-thing', isThings, `${words} is said of a thing`);
  add(doubts, 'other-clause', isElses, `${words} is said of another`);
  const isPersons =
    isOfPersonsClause(scope, cue, statement) ||
    isOfAntecedent(scope, cue, statement) ||
    isOfOthersVerb(scope, figure, cue, statement);
  add(doubts, 'other-clause', isPersons, `${words} is said of something else`);
  const isDoing = isDoneBySomeone(scope, figure, cue, statement);
  add(doubts, 'other-clause', isDoing, `${words} is what someone does, and no deal`);
  const isTo = isReached(scope, figure);
  const lastWord = scope.reading.tokens[cue.to - 1]?.lower ?? '';
  const isLevel =
    (property.signed && isMoved && (isTo || isOfStretch(scope, figure))) ||
    (cue.strength === 'weak' && isTo && cue.to < figure.from && !isVerbForm(lastWord));
  add(doubts, 'other-thing', isLevel, 'it is what it came to, or how it moved over a while');
  add(doubts, 'other-clause', isOtherVerbs, 'it says when something else was');
  const isSize = isSizeOfOther(scope, figure, cue, statement);
  add(doubts, 'other-thing', isOfOther || isSize, 'it is of something else');
  const isSeveral = isOfSeveral(scope, figure, cue, statement);
  add(doubts, 'several', isSeveral, `${words} speaks of more than one`);
  add(doubts, 'earlier-cue', cue.isEarlier, 'what it is a figure of is said only before');
  if (narrowing !== undefined) add(doubts, 'narrowed', true, `"${narrowing}" narrows it to a part`);
}
