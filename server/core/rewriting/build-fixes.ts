import type { BoundFigure } from '../claims/choose-candidate.ts';
import type { FactBase, Statement } from '../facts/fact-base.ts';
import type { Figure } from '../figures/figure.ts';
import type { Token } from '../text/tokens.ts';
import type { Judgement } from '../verdicts/judge.ts';
import { oppositeVerb } from './opposite-verb.ts';
import { type Rewrite, rewriteFigure } from './rewrite-figure.ts';
import { rewritePhrase } from './rewrite-phrase.ts';

/** A correction in offsets of the block's prose. */
export interface ProseFix extends Rewrite {
  readonly preferred: boolean;
  /** For disputed values: who says so. */
  readonly source: string | null;
}

/**
 * The corrections of a judged figure, the preferred one first: the record's value in the writer's form, the other verb
 * where only the direction is wrong, or, where sources disagree, the value of each.
 */
export function buildFixes(
  text: string,
  tokens: readonly Token[],
  figure: Figure,
  bound: BoundFigure,
  judgement: Judgement,
  facts: FactBase,
): readonly ProseFix[] {
  const { verdict, slip, group, statement } = judgement;
  if (verdict === 'supported') return [];
  if (slip === 'sign') return signFix(text, tokens, figure, bound);
  if (verdict === 'disputed') return disputedFixes(text, figure, group, statement, facts);
  const fix = fixFor(text, figure, statement, facts);
  return fix ? [{ ...fix, preferred: statement.rank === 'preferred', source: null }] : [];
}

function fixFor(
  text: string,
  figure: Figure,
  statement: Statement,
  facts: FactBase,
): Rewrite | undefined {
  if (figure.kind === 'phrase') return rewritePhrase(text, figure, statement);
  const value =
    statement.figures.find(({ unit, kind }) => unit === figure.unit || kind !== 'money') ??
    statement.figures[0];
  const fix = value && rewriteFigure(text, figure, value, facts);
  return fix && text.slice(fix.span.start, fix.span.end) !== fix.text ? fix : undefined;
}

function disputedFixes(
  text: string,
  figure: Figure,
  group: readonly Statement[],
  own: Statement,
  facts: FactBase,
): readonly ProseFix[] {
  return group
    .filter(({ id }) => id !== own.id)
    .flatMap((statement) => {
      const fix = fixFor(text, figure, statement, facts);
      return fix ? [{ ...fix, preferred: false, source: sourceNames(statement, facts) }] : [];
    });
}

function sourceNames({ references }: Statement, facts: FactBase): string {
  const ids = [...new Set(references.map(({ source }) => source))];
  return ids
    .map((id) => facts.sources.get(id)?.publisher ?? facts.sources.get(id)?.title ?? id)
    .join('; ');
}

/** The verb that says the wrong direction, or the sign that does. */
function signFix(
  text: string,
  tokens: readonly Token[],
  figure: Figure,
  { verb }: BoundFigure,
): readonly ProseFix[] {
  const sign = text.charAt(figure.span.start);
  if (sign === '-' || sign === '+') {
    const span = { start: figure.span.start, end: figure.span.start + 1 };
    return [{ span, text: sign === '-' ? '+' : '-', preferred: true, source: null }];
  }
  const token = tokens[verb];
  const opposite = token && oppositeVerb(token.text);
  if (!token || opposite === undefined) return [];
  return [
    { span: { start: token.start, end: token.end }, text: opposite, preferred: true, source: null },
  ];
}
