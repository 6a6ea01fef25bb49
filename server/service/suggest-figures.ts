import type { Reason } from '../core/claims/claim.ts';
import { type Cue, cuesIn } from '../core/claims/scope.ts';
import type { FactBase, Statement } from '../core/facts/fact-base.ts';
import { readIsoDay } from '../core/figures/calendar.ts';
import { readBlockMentions } from '../core/mentions/read-block-mentions.ts';
import type { Span } from '../core/text/span.ts';
import type { DraftSnapshot } from './draft-store.ts';
import { sampleValues } from './sample-values.ts';
import { Trials } from './trials.ts';
import { writeValue } from './write-value.ts';

/** A value on record that fits where the writer is. */
export interface FigureSuggestion {
  /** The value in the writer's form. */
  readonly text: string;
  /** What it takes the place of: the beginning of a figure, or nothing; UTF-16 code units of the draft. */
  readonly span: Span;
  readonly statement: Statement;
}

/** Suggestions, and how much was read anew for them. */
export interface FigureSuggestions {
  readonly suggestions: readonly FigureSuggestion[];
  readonly work: Trials['work'];
}

/** The draft is read once more for each kind of figure that may stand there, and for each value before it is offered. */
const MOST_KINDS = 3;
const MOST_VALUES = 6;

/** How far back the sentence is looked for, in UTF-16 code units: no sentence that anyone reads is longer. */
const REACH = 1500;

/**
 * The recorded values that go on with the words before `offset`: those that the words name by subject and property, and
 * with which the sentence would be borne out. Each is tried in its place, by a check that reads its block alone.
 * `unasked`: nobody has asked for them, and they come only where the words call for a figure ("valued at").
 * Offsets: UTF-16 code units of the draft.
 */
export function suggestFigures(
  draft: DraftSnapshot,
  offset: number,
  { isUnasked = false }: { readonly isUnasked?: boolean } = {},
): FigureSuggestions {
  const span = typedBefore(draft.reading.text, offset);
  const trials = new Trials(draft, span);
  const wanted = wantedAt(draft, span.start, isUnasked);
  const typed = draft.reading.text.slice(span.start, span.end).toLowerCase();
  const suggestions: FigureSuggestion[] = [];
  for (const statement of wanted ? namedStatements(wanted, trials, draft) : []) {
    const text = writeValue(statement, draft, span, wanted);
    const isTyped = text.toLowerCase().includes(typed);
    if (!isTyped || suggestions.some((known) => known.text === text)) continue;
    if (trials.isBorneOut(text, statement)) suggestions.push({ text, span, statement });
  }
  return { suggestions, work: trials.work };
}

/** More was not typed as one figure, in UTF-16 code units. */
const LONGEST_TYPED = 40;

/** What has been typed of a figure: a run of anything but spaces and opening marks. */
function typedBefore(text: string, offset: number): Span {
  const line = text.slice(Math.max(0, offset - LONGEST_TYPED), offset);
  const typed = /[^\s([{|“"'‘*_—–]*$/.exec(line)?.[0] ?? '';
  return { start: offset - typed.length, end: offset };
}

/** What the words before a place call for. */
interface Wanted {
  /** What is named, the nearest word first. */
  readonly properties: readonly string[];
  /** Whether the last word goes with a day or a name, and not with a number: "signed on". */
  readonly isDay: boolean;
  /** Whether a hedge stands there already: "about". */
  readonly isHedged: boolean;
  /** The statements that the sentence has made already. */
  readonly made: ReadonlySet<string>;
}

/** What the sentence before a place calls for; undefined where it has no words, or names no property. */
function wantedAt(
  { reading: { text, asOf, claims }, facts }: DraftSnapshot,
  offset: number,
  isUnasked: boolean,
): Wanted | undefined {
  const before = text.slice(Math.max(0, offset - REACH), offset);
  const lines = before.slice(lastBlankLine(before));
  const reading = readBlockMentions(unwrapped(lines), facts, readIsoDay(asOf) ?? 0);
  const { tokens, sentences, mentions } = reading;
  const sentence = sentences.at(-1);
  const end = tokens.at(-1);
  if (!sentence || !end || /^[.!?]$/.test(end.text)) return undefined;
  // The words that say what a cell of a table holds stand above it.
  const isRow = /^[ \t]*\|/.test(lines.slice(lines.lastIndexOf('\n') + 1));
  const own = mentions.filter(({ from }) => isRow || sentence.from <= from);
  const cues = cuesIn(own, reading);
  const isDay = /^(?:on|since|until)$/.test(end.lower);
  const isCalledFor =
    LEADS_IN.test(end.lower) ||
    HEDGE.test(end.lower) ||
    cues.some(({ to }) => to === tokens.length);
  const properties = isDay
    ? cues.map(({ property }) => property).filter((id) => isDayOrName(id, facts))
    : propertiesNamed(cues, tokens.length, isUnasked);
  if (properties.length === 0 || (isUnasked && !isCalledFor)) return undefined;
  const start = offset - lines.length + (tokens[sentence.from]?.start ?? 0);
  const made = claims.filter(({ span }) => start <= span.start && span.end <= offset);
  return {
    properties: [...new Set(properties)],
    isDay,
    isHedged: HEDGE.test(end.lower),
    made: new Set(made.map(({ statement }) => statement)),
  };
}

function isDayOrName(property: string, { properties }: FactBase): boolean {
  return /^(?:date|name)$/.test(properties.get(property)?.kind ?? '');
}

/**
 * The properties of some cues, the nearest first: where a cue is the last word ("worth"), its alone; those of weak words
 * only where somebody asks and no other is named.
 */
function propertiesNamed(cues: readonly Cue[], end: number, isUnasked: boolean): readonly string[] {
  const strong = cues.filter(({ strength }) => strength === 'strong');
  const last = strong.filter(({ to }) => to === end);
  const others = strong.length > 0 || isUnasked ? strong : cues;
  const meant = last.length > 0 ? last : others;
  return [...meant].sort((one, other) => other.to - one.to).map(({ property }) => property);
}

const HEDGE = /^(?:about|around|nearly|almost|over|under|roughly|some|than)$/;

/** Words behind which a writer means to put a figure next. */
const LEADS_IN =
  /^(?:at|of|to|on|since|until|is|are|was|were|worth|hit|reached|total(?:s|led|ed))$/;

/** A sentence goes on over the end of a line, but not into an item or a row; nothing changes its place. */
function unwrapped(lines: string): string {
  return lines.replace(/\n(?![ \t]*(?:[-*+>|#]|\d+[.)]))/g, ' ');
}

function lastBlankLine(text: string): number {
  let at = 0;
  for (const { index, 0: line } of text.matchAll(/\n[ \t]*\r?\n/g)) at = index + line.length;
  return at;
}

/** The statements that a figure there may be of, those that the words are nearest to first, then the latest. */
function namedStatements(
  { properties, isDay, made }: Wanted,
  trials: Trials,
  { facts }: DraftSnapshot,
): readonly Statement[] {
  const scores = new Map<string, number>();
  for (const sample of sampleValues(properties, facts).slice(0, MOST_KINDS)) {
    const sure = trials.candidates(sample).filter(({ reasons }) => !isDoubtful(reasons, isDay));
    for (const { statement, score } of sure)
      if (score > (scores.get(statement) ?? 0)) scores.set(statement, score);
  }
  const scoreOf = ({ id }: Statement): number => scores.get(id) ?? 0;
  return [...scores.keys()]
    .flatMap((id) => facts.statements.get(id) ?? [])
    .filter(({ id, property }) => properties.includes(property) && !made.has(id))
    .sort(
      (one, other) =>
        scoreOf(other) - scoreOf(one) ||
        rankOrder(one) - rankOrder(other) ||
        (other.time ?? '').localeCompare(one.time ?? ''),
    )
    .slice(0, MOST_VALUES);
}

function rankOrder({ rank }: Statement): number {
  return ['preferred', 'normal', 'deprecated'].indexOf(rank);
}

/** Whether it is not certain who or what is spoken of; "on" says of a day what a strong word says of a figure. */
function isDoubtful(reasons: readonly Reason[], isDay: boolean): boolean {
  return reasons.some(({ code }) => DOUBTS.has(code) || (code === 'weak-cue' && !isDay));
}

const DOUBTS: ReadonlySet<string> = new Set(['unsure', 'stranger', 'unnamed', 'not-named']);
