import type { FactBase } from '../../server/core/facts/fact-base.ts';
import { checkDraft } from '../../server/core/index.ts';
import type { DraftLanguage } from '../../server/core/prose/read-outline.ts';
import { indexLines } from '../../server/core/text/line-map.ts';
import { overlaps } from '../../server/core/text/span.ts';
import { placesInText } from '../../server/service/point-into-text.ts';

/** A printed figure of the record, and what became of it when its own text was checked as a draft. */
export interface PrintedFigure {
  readonly source: string;
  readonly line: number;
  readonly exact: string;
  /** The statements that refer to it. */
  readonly statements: readonly string[];
  readonly isBound: boolean;
  /** Why it was left alone, or what else it was bound to. */
  readonly outcome: string;
}

/**
 * Check the text of a source as a draft of the day after the record's events, and tell of every figure that statements
 * refer to in it whether a claim about one of them, or about another value of the same question, stands there.
 */
export function measureBinding(
  source: string,
  text: string,
  facts: FactBase,
  language: DraftLanguage,
): readonly PrintedFigure[] {
  const reading = checkDraft(text, facts, { language, asOf: facts.referenceDate });
  const lines = indexLines(text);
  return printedIn(source, facts).map(({ line, exact, statements }) => {
    const places = placesInText(exact, line, lines);
    const near = reading.figures.filter(({ figure }) =>
      places.some((place) => overlaps(figure.span, place)),
    );
    const questions = new Set(statements.flatMap((id) => facts.groups.get(id) ?? [id]));
    const isBound = near.some(({ claim }) => {
      const about = claim === null ? undefined : reading.claims[claim]?.statement;
      return about !== undefined && questions.has(about);
    });
    const outcome = near.map(({ outcome }) => outcome).join(' | ') || 'No figure is read there';
    return { source, line, exact, statements, isBound, outcome };
  });
}

type Printed = Pick<PrintedFigure, 'line' | 'exact' | 'statements'>;

/** What statements refer to in a source, each printed figure once. */
function printedIn(source: string, { statements }: FactBase): readonly Printed[] {
  const printed = new Map<string, Printed>();
  for (const { id, references } of statements.values()) {
    for (const { line, exact } of references.filter((one) => one.source === source)) {
      const key = `${line} ${exact}`;
      const known = printed.get(key)?.statements ?? [];
      printed.set(key, { line, exact, statements: [...known, id] });
    }
  }
  return [...printed.values()].sort((one, other) => one.line - other.line);
}
