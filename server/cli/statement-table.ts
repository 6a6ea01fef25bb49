import type { Statement } from '../core/facts/fact-base.ts';
import { describeTime } from '../service/index.ts';
import { harmless } from './display-width.ts';
import { drawTable } from './draw-table.ts';
import type { Paint } from './paint.ts';

/** Statements one a line: id, value, time, how many references and the rank. */
export function statementTable(statements: readonly Statement[], paint: Paint): string {
  if (statements.length === 0) return 'Nothing on record';
  const rows = statements.map(({ id, value, time, rank, references }) => [
    paint.bold(harmless(id)),
    harmless(value),
    time === null ? '' : describeTime(time),
    paint.dim(`${references.length} reference${references.length === 1 ? '' : 's'}`),
    paint.dim(rank),
  ]);
  return drawTable(rows);
}
