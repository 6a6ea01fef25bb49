import { CsvError, parse } from 'csv-parse/sync';

/** One row of a table. `row` counts as a spreadsheet does: the header is row 1. */
export interface CsvRow {
  readonly row: number;
  /** The line of the file that it begins on, from 1: more than the row where a field holds line breaks. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** A row that could not be taken apart. */
export interface CsvProblem {
  readonly row: number;
  readonly line: number;
  /** Capital, no full stop. */
  readonly message: string;
}

export interface CsvTable {
  /** The first row; empty where the file is. */
  readonly header: readonly string[];
  /** Rows with anything in them. */
  readonly rows: readonly CsvRow[];
  readonly problems: readonly CsvProblem[];
}

const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Read a table with a header: RFC 4180, or with semicolons or tabs as spreadsheets of other countries write them.
 * Which of them it is is seen from the header. `text` has no byte order mark; line ends may be of any kind.
 * A quote in the middle of a field is taken as it is.
 * Errors: a quote that is never closed costs the rest of the table; the rows before it stay.
 */
export function readCsv(text: string): CsvTable {
  const rows: CsvRow[] = [];
  const problems: CsvProblem[] = [];
  let row = 0;
  let nextLine = 1;
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      on_record: (fields: string[]) => {
        row += 1;
        if (fields.some((field) => field.trim() !== '')) rows.push({ row, line: nextLine, fields });
        nextLine += 1 + lineBreaks(fields);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    problems.push({ row: row + 1, line: nextLine, message: messageOf(error) });
  }
  const [header, ...body] = rows;
  return { header: header?.fields.map((name) => name.trim()) ?? [], rows: body, problems };
}

/** How many line breaks stand within the fields of a row. The library counts CRLF as two. */
function lineBreaks(fields: readonly string[]): number {
  return fields.reduce((sum, field) => sum + (field.match(/\r\n?|\n/g)?.length ?? 0), 0);
}

/** The one of the delimiters that the first line has most of, outside of quotes. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r\n?|\n/, 1);
  const bare = first.replace(/"[^"]*"/g, '');
  const counted = DELIMITERS.map((delimiter) => ({
    delimiter,
    count: bare.split(delimiter).length,
  }));
  return counted.sort((one, other) => other.count - one.count)[0]?.delimiter ?? ',';
}

function messageOf({ code }: CsvError): string {
  return code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'A quote is opened in this row and never closed; nothing is read from here on'
    : `This is no table from here on (${code})`;
}
