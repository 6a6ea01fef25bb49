import type { RecordEntry } from '../core/claims/claim.ts';
import { describeTime } from './describe-time.ts';
import { listWords } from './list-words.ts';

/** The lines of one source that print a figure in the same form. */
interface CitedPlace {
  /** From 1, in the order of the source. */
  readonly lines: readonly number[];
  readonly exact: string;
  /** How a sign, a time or a year that is not printed there was resolved. */
  readonly note: string | null;
}

/** One source of a value, with every place where it says so. */
export interface SourceCitation {
  /** The source's id. */
  readonly source: string;
  readonly title: string;
  readonly publisher: string | null;
  /** ISO date or null. */
  readonly date: string | null;
  readonly places: readonly CitedPlace[];
}

/** The references of a value by source, in the order in which the sources are first named. */
export function citeSources(references: RecordEntry['references']): readonly SourceCitation[] {
  return [...groupBy(references, ({ source }) => source).values()].flatMap((ofSource) => {
    const [first] = ofSource;
    if (first === undefined) return [];
    const { source, title, publisher, date } = first;
    return [{ source, title, publisher, date, places: citedPlaces(ofSource) }];
  });
}

/** `“Title”, Publisher, 4 November 2025, line 1: “$38 Billion”, lines 3 and 6: “$38 billion”`. */
export function describeCitation(citation: SourceCitation): string {
  return [`“${citation.title}”`, ...describePublication(citation), describePlaces(citation)].join(
    ', ',
  );
}

/** Publisher and date of a source, as far as they are known. */
export function describePublication({
  publisher,
  date,
}: Pick<SourceCitation, 'publisher' | 'date'>): readonly string[] {
  return [publisher, date === null ? null : describeTime(date)].filter((part) => part !== null);
}

/** `line 1: “$38 Billion”, lines 3 and 6: “$38 billion”`, each with its note in brackets. */
export function describePlaces({ places }: SourceCitation): string {
  const described = places.map(({ lines, exact, note }) => {
    return `${describeLines(lines)}: “${exact}”${note === null ? '' : ` (${note})`}`;
  });
  return described.join(', ');
}

/** `line 3`, `lines 3 and 6`, `lines 3, 6 and 8`; `write` may dress the numbers. */
export function describeLines(
  lines: readonly number[],
  write: (line: number) => string = String,
): string {
  return `${lines.length === 1 ? 'line' : 'lines'} ${listWords(lines.map(write))}`;
}

function citedPlaces(references: RecordEntry['references']): readonly CitedPlace[] {
  const forms = groupBy(references, ({ exact, note }) => JSON.stringify([exact, note]));
  return [...forms.values()].map((same) => ({
    exact: same[0]?.exact ?? '',
    note: same[0]?.note ?? null,
    lines: [...new Set(same.map(({ line }) => line))].sort((one, other) => one - other),
  }));
}

/** Node 20 has no `Map.groupBy` yet. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
