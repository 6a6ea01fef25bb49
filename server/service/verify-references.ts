import { findPhrases, isAgreeing } from '../core/claims/find-phrases.ts';
import type { FactBase, Reference, Statement } from '../core/facts/fact-base.ts';
import { readIsoDay, readPeriod } from '../core/figures/calendar.ts';
import type { Figure, FigureKind } from '../core/figures/figure.ts';
import { type Interval, overlap } from '../core/figures/interval.ts';
import { readFigures } from '../core/figures/read-figures.ts';
import { indexLines, type LineMap } from '../core/text/line-map.ts';
import { plainCharacters } from '../core/prose/plain-characters.ts';
import { readTokens } from '../core/text/tokens.ts';

/** A reference that its source does not bear out. */
export interface ReferenceProblem {
  readonly statement: string;
  /** Index among the statement's references. */
  readonly reference: number;
  readonly code: 'no-such-line' | 'not-on-line' | 'other-value';
  /** Capital, no full stop. */
  readonly message: string;
}

/** What came of holding the record against the texts of its sources. */
export interface Verification {
  /** References whose source's text was at hand. */
  readonly checked: number;
  readonly leftOut: number;
  readonly problems: readonly ReferenceProblem[];
}

/**
 * Hold every reference against the text of its source: the printed figure stands on its line, and reads as a
 * value that is compatible with the statement's. A sign or a unit that the reference's note explains may differ.
 * `texts` has the text of each source that is at hand, by source id.
 */
export function verifyReferences(
  facts: FactBase,
  texts: ReadonlyMap<string, string>,
): Verification {
  const lines = new Map([...texts].map(([source, text]) => [source, indexLines(text)]));
  const problems: ReferenceProblem[] = [];
  let checked = 0;
  let leftOut = 0;
  for (const statement of facts.statements.values()) {
    for (const [index, reference] of statement.references.entries()) {
      const source = lines.get(reference.source);
      if (source === undefined) {
        leftOut += 1;
        continue;
      }
      checked += 1;
      const found = problemWith(reference, statement, source, facts);
      if (found !== undefined)
        problems.push({ statement: statement.id, reference: index, ...found });
    }
  }
  return { checked, leftOut, problems };
}

type Found = Pick<ReferenceProblem, 'code' | 'message'>;

function problemWith(
  reference: Reference,
  statement: Statement,
  lines: LineMap,
  facts: FactBase,
): Found | undefined {
  const { source, line, exact } = reference;
  if (line > lines.lineCount) {
    const message = `Source "${source}" has ${lines.lineCount} lines; there is no line ${line}`;
    return { code: 'no-such-line', message };
  }
  if (!lines.lineText(line - 1).includes(exact)) {
    return { code: 'not-on-line', message: notOnLine(reference, lines) };
  }
  if (isBorneOut(reference, statement, facts)) return undefined;
  const message = `"${exact}" does not read as ${statement.value}, the value of "${statement.id}"`;
  return { code: 'other-value', message };
}

function notOnLine({ source, line, exact }: Reference, lines: LineMap): string {
  const numbers = Array.from({ length: lines.lineCount }, (_, index) => index + 1);
  const elsewhere = numbers.filter((number) => lines.lineText(number - 1).includes(exact));
  const hint = elsewhere.length === 0 ? '' : `; it stands on line ${elsewhere.join(', ')}`;
  return `"${exact}" does not stand on line ${line} of source "${source}"${hint}`;
}

function isBorneOut(reference: Reference, statement: Statement, facts: FactBase): boolean {
  const names = statement.figures.flatMap(({ entities }) => entities);
  if (names.length > 0) return names.some((id) => isNamed(id, reference.exact, facts));
  if (facts.properties.get(statement.property)?.kind === 'phrase')
    return isSaid(statement, reference.exact, facts);
  const printed = readPrinted(reference, statement, facts);
  return printed.some((one) =>
    statement.figures.some((recorded) => agree(one, recorded, reference.note !== null)),
  );
}

function isNamed(id: string, exact: string, { entities }: FactBase): boolean {
  const entity = entities.get(id);
  return (
    entity !== undefined && [entity.name, ...entity.aliases].some((name) => exact.includes(name))
  );
}

/** A phrase must be printed in one of the ways that the statement lists, with nothing that denies it. */
function isSaid({ id, subject }: Statement, exact: string, { phrases }: FactBase): boolean {
  const tokens = readTokens(plainCharacters(exact));
  const sentence = { from: 0, to: tokens.length, isQuestion: false };
  const own = (phrases.get(subject) ?? []).filter(({ statement }) => statement === id);
  return findPhrases(tokens, sentence, own).some(isAgreeing);
}

function readPrinted(
  { exact }: Reference,
  { time }: Statement,
  { units, referenceDate }: FactBase,
): readonly Figure[] {
  const asOf = (time && readPeriod(time)?.start) || readIsoDay(referenceDate) || 0;
  return readFigures(exact, readTokens(exact), { units, asOf, side: 'pack' });
}

function agree(printed: Figure, recorded: Figure, isExplained: boolean): boolean {
  if (printed.interval === null || recorded.interval === null) return false;
  if (overlap(printed.interval, recorded.interval)) {
    return (
      isExplained || (isSameKind(printed.kind, recorded.kind) && printed.unit === recorded.unit)
    );
  }
  return isExplained && overlap(printed.interval, mirrored(recorded.interval));
}

/** What is counted is often named outside of the printed figure. */
function isSameKind(one: FigureKind, other: FigureKind): boolean {
  const plain = (kind: FigureKind): FigureKind => (kind === 'number' ? 'count' : kind);
  return plain(one) === plain(other);
}

/** A fall is printed as "dipped 0.15%" and recorded as -0.15 %. */
function mirrored({ min, max, minOpen, maxOpen }: Interval): Interval {
  return { min: -max, max: -min, minOpen: maxOpen, maxOpen: minOpen };
}
