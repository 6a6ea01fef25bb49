import type { DraftedStatement, DraftedTable, RowPlace, RowProblem } from './drafted-statement.ts';
import { present } from './statement-columns.ts';

/**
 * Read statements of which each stands on a line of its own as a JSON object, as they are exported.
 * Errors: a line that is no JSON object is a problem; empty lines are passed over.
 */
export function readJsonLines(text: string): DraftedTable {
  const drafts: DraftedStatement[] = [];
  const problems: RowProblem[] = [];
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    if (line.trim() === '') continue;
    const place = { row: index + 1, line: index + 1 };
    const data = parseObject(line);
    if (data === undefined) {
      const message = 'This line is no JSON object; a statement stands on a line of its own';
      problems.push({ ...place, column: null, code: 'not-json', message });
    } else drafts.push(toDraft(data, place));
  }
  return { drafts, problems };
}

function toDraft(data: Readonly<Record<string, unknown>>, place: RowPlace): DraftedStatement {
  const references = Array.isArray(data.references) ? data.references : [];
  const cleaned = references.map((one) => (isObject(one) ? present(one) : one));
  const rows = references.length === 0 ? [place] : references.map(() => place);
  return { data: { ...present(data), references: cleaned }, rows };
}

function parseObject(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const data: unknown = JSON.parse(line);
    return isObject(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
