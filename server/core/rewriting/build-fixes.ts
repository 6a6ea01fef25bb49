import type { BoundFigure } from '../claims/choose-candidate.ts';
import type { FactBase, Statement } from '../facts/fact-base.ts';
import type { Figure } from '../figures/figure.ts';
import { cover, overlaps } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Judgement } from '../verdicts/judge.ts';
import { isSound } from './is-sound.ts';
import { oppositeVerb } from './opposite-verb.ts';
import { rewriteFigure } from './rewrite-figure.ts';
import { rewritePhrase } from './rewrite-phrase.ts';
import { type Rewrite, withArticle } from './with-article.ts';

/** A correction in offsets of the block's prose. */
export interface ProseFix extends Rewrite {
  readonly preferred: boolean;
  /** For disputed values: who says so. */
  readonly source: string | null;
}

/** How the text says that a figure moved. */
export interface Move extends Pick<BoundFigure, 'direction' | 'verb'> {
  /** Whether the values of its property have a direction. */
  readonly isSigned: boolean;
}

export function moveOf({ direction, verb, candidate }: BoundFigure): Move {
  return { direction, verb, isSigned: candidate.property.signed };
}

/**
 * The corrections of a judged figure, the preferred one first: the record's value in the writer's form, the other verb
 * where only the direction is wrong, or, where sources disagree, the value of each.
 */
export function buildFixes(
  text: string,
  tokens: readonly Token[],
  figure: Figure,
  move: Move,
  judgement: Judgement,
  facts: FactBase,
): readonly ProseFix[] {
  const { verdict, slip, group, statement } = judgement;
  if (verdict === 'supported') return [];
  const draft = { text, tokens, figure, move, facts };
  if (slip === 'sign') {
    const turned = turnedSign(text, figure) ?? turnedVerb(draft);
    return turned ? [{ ...turned, preferred: true, source: null }] : [];
  }
  if (verdict === 'disputed') return disputedFixes(draft, group, statement);
  const fix = fixFor(draft, statement);
  return fix ? [{ ...fix, preferred: statement.rank === 'preferred', source: null }] : [];
}

/** A bound figure where it stands. */
interface Draft {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly figure: Figure;
  readonly move: Move;
  readonly facts: FactBase;
}

function fixFor(draft: Draft, statement: Statement): Rewrite | undefined {
  const { text, figure, facts } = draft;
  if (figure.kind === 'phrase') return rewritePhrase(text, figure, statement);
  const value =
    statement.figures.find(({ unit, kind }) => unit === figure.unit || kind !== 'money') ??
    statement.figures[0];
  const fix = value && rewriteFigure(text, figure, value, facts);
  if (!value || !fix || text.slice(fix.span.start, fix.span.end) === fix.text) return undefined;
  const turned = isTurned(draft, value) ? turn(draft, fix) : fix;
  return turned && isSound(text, figure, turned, statement, facts) ? turned : undefined;
}

function disputedFixes(
  draft: Draft,
  group: readonly Statement[],
  own: Statement,
): readonly ProseFix[] {
  const { facts } = draft;
  return group
    .filter(({ id }) => id !== own.id)
    .flatMap((statement) => {
      const fix = fixFor(draft, statement);
      return fix ? [{ ...fix, preferred: false, source: sourceNames(statement, facts) }] : [];
    });
}

function sourceNames({ references }: Statement, facts: FactBase): string {
  const ids = [...new Set(references.map(({ source }) => source))];
  return ids
    .map((id) => facts.sources.get(id)?.publisher ?? facts.sources.get(id)?.title ?? id)
    .join('; ');
}

/** Whether the sentence says a rise where the record has a fall, or the other way round. */
function isTurned({ figure, move }: Draft, value: Figure): boolean {
  const stated = figure.direction === 0 ? move.direction : figure.direction;
  const recorded = value.direction < 0 || (value.value ?? 0n) < 0n ? -1 : 1;
  return move.isSigned && stated !== 0 && stated !== recorded;
}

/** A fix together with the sign or the verb that says the wrong direction; undefined where no contrary is known. */
function turn(draft: Draft, fix: Rewrite): Rewrite | undefined {
  const { text, figure } = draft;
  const sign = turnedSign(text, figure);
  if (sign) return { ...fix, text: fix.text.replace(/[-+]/, sign.text) };
  const verb = turnedVerb(draft);
  if (!verb || overlaps(verb.span, fix.span)) return undefined;
  const [first, second] = verb.span.start < fix.span.start ? [verb, fix] : [fix, verb];
  const between = text.slice(first.span.end, second.span.start);
  return { span: cover(first.span, second.span), text: `${first.text}${between}${second.text}` };
}

/** The sign that a figure is written with, the other way round. */
function turnedSign(text: string, { span: { start } }: Figure): Rewrite | undefined {
  const sign = text.charAt(start);
  if (sign !== '-' && sign !== '+') return undefined;
  return { span: { start, end: start + 1 }, text: sign === '-' ? '+' : '-' };
}

/** The verb of the other direction in place of the one beside a figure. */
function turnedVerb({ text, tokens, move }: Draft): Rewrite | undefined {
  const verb = tokens[move.verb];
  const opposite = verb && oppositeVerb(verb.text);
  if (!verb || opposite === undefined) return undefined;
  return withArticle(text, { span: { start: verb.start, end: verb.end }, text: opposite });
}
