import type { FactBase, Reference, Statement } from '../core/facts/fact-base.ts';
import { indexLines, type LineMap } from '../core/text/line-map.ts';
import { isBorneOut, unprintedPart } from './is-borne-out.ts';
import { noSuchLine } from './no-such-line.ts';
import { placesInText } from './point-into-text.ts';

/** A reference that its source does not bear out. */
export interface ReferenceProblem {
  readonly statement: string;
  /** Index among the statement's references. */
  readonly reference: number;
  readonly code: 'no-such-line' | 'not-on-line' | 'other-value' | 'not-printed';
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
 * value that is compatible with the statement's. A sign or a unit that the reference's note explains may differ. What
 * a statement states must be printed in one of its references at least, no coarser than it is recorded.
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
    const { id, references } = statement;
    const found = references.flatMap((reference, index): ReferenceProblem[] => {
      const source = lines.get(reference.source);
      if (source === undefined) return [];
      checked += 1;
      const problem = problemWith(reference, statement, source, facts);
      return problem === undefined ? [] : [{ statement: id, reference: index, ...problem }];
    });
    const missing = references.filter(({ source }) => !lines.has(source)).length;
    leftOut += missing;
    problems.push(...found);
    if (found.length + missing === 0) problems.push(...unprintedProblem(statement, facts));
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
  if (line > lines.printedLineCount) {
    return { code: 'no-such-line', message: noSuchLine(`Source "${source}"`, line, lines) };
  }
  if (placesInText(exact, line, lines).length === 0) {
    return { code: 'not-on-line', message: notOnLine(reference, lines) };
  }
  if (isBorneOut(reference, statement, facts)) return undefined;
  const message = `"${exact}" does not read as ${statement.value}, the value of "${statement.id}"`;
  return { code: 'other-value', message };
}

/** A value of which a part is printed nowhere is nobody's report. */
function unprintedProblem(statement: Statement, facts: FactBase): readonly ReferenceProblem[] {
  const part = unprintedPart(statement, facts);
  if (part === undefined) return [];
  const message = `No reference of "${statement.id}" prints ${part}, or none as finely as it is recorded`;
  return [{ statement: statement.id, reference: 0, code: 'not-printed', message }];
}

function notOnLine({ source, line, exact }: Reference, lines: LineMap): string {
  const numbers = Array.from({ length: lines.lineCount }, (_, index) => index + 1);
  const elsewhere = numbers.filter((number) => placesInText(exact, number, lines).length > 0);
  const hint = elsewhere.length === 0 ? '' : `; it stands on line ${elsewhere.join(', ')}`;
  return `"${exact}" does not stand on line ${line} of source "${source}"${hint}`;
}
