import { stripVTControlCharacters } from 'node:util';
import { displayWidth } from './display-width.ts';

const BETWEEN = '  ';

/** Rows of cells as aligned columns without rules; the last column is as wide as it likes. Cells may be coloured. */
export function drawTable(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, index) =>
    Math.max(...rows.map((row) => widthOf(row[index] ?? ''))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, index) => padded(cell, widths[index] ?? 0))
        .join(BETWEEN)
        .trimEnd(),
    )
    .join('\n');
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - widthOf(cell)));
}

/** Without the codes that colour it. */
function widthOf(cell: string): number {
  return displayWidth(stripVTControlCharacters(cell));
}
