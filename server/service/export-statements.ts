import type { StatementData } from '../core/facts/pack-schema.ts';
import { STATEMENT_COLUMNS, toCells } from './statement-columns.ts';

/** The forms that a record is handed on in. */
export const EXPORT_FORMATS = ['jsonl', 'csv'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Statements as text, in the order given: an object a line, or a row a reference. */
export function exportStatements(
  statements: Iterable<StatementData>,
  format: ExportFormat,
): string {
  return format === 'csv' ? toCsv(statements) : toJsonLines(statements);
}

function toJsonLines(statements: Iterable<StatementData>): string {
  return [...statements].map((statement) => `${JSON.stringify(allKeys(statement))}\n`).join('');
}

/** Every key in every line, the unknown as null: programs need not guess what may be absent. */
function allKeys(statement: StatementData) {
  const { id, subject, property, value, also, synonyms, opposites } = statement;
  const { time, timeBasis, rank = null, qualifiers, references } = statement;
  return {
    ...{ id, subject, property, value, also, synonyms, opposites },
    ...{ time, timeBasis, rank, qualifiers, references },
  };
}

function toCsv(statements: Iterable<StatementData>): string {
  const rows = [...statements].flatMap((statement) => toCells(statement));
  const lines = [
    STATEMENT_COLUMNS.join(','),
    ...rows.map((cells) =>
      STATEMENT_COLUMNS.map((column) => quoted(cells[column] ?? '')).join(','),
    ),
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

/** RFC 4180: a field with a comma, a quote or a line break stands in quotes, and its quotes are doubled. */
function quoted(field: string): string {
  return /[",\r\n]/.test(field) || field !== field.trim()
    ? `"${field.replaceAll('"', '""')}"`
    : field;
}
