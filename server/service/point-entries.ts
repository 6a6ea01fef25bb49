import type { FactBase } from '../core/facts/fact-base.ts';
import type { Figure } from '../core/figures/figure.ts';
import { pointIntoText, type SourcePage } from './point-into-text.ts';
import type { SeedRecord } from './seed-record.ts';

/** Where an entry of the record stands that points into a text. */
export type EntryPlace =
  | { readonly kind: 'reference'; readonly statement: string; readonly index: number }
  | { readonly kind: 'report' | 'not-fact'; readonly source: string; readonly index: number };

/** An entry of the record that points into a text. */
export interface Pointer {
  readonly entry: EntryPlace;
  readonly line: number;
  readonly exact: string;
}

/** What some entries point to, and those that point to nothing or to several places. */
export interface PointedEntries {
  readonly figures: ReadonlyMap<EntryPlace, readonly Figure[]>;
  readonly problems: readonly {
    readonly entry: EntryPlace;
    readonly code: 'not-on-line' | 'several-places';
    readonly message: string;
  }[];
}

/** The figures that each entry's words overlap on its line. */
export function pointEntries(page: SourcePage, pointers: readonly Pointer[]): PointedEntries {
  const figures = new Map<EntryPlace, readonly Figure[]>();
  const problems: PointedEntries['problems'][number][] = [];
  for (const { entry, line, exact } of pointers) {
    const pointing = pointIntoText(page, line, exact);
    if (pointing.kind === 'figures') {
      figures.set(entry, pointing.figures);
    } else if (pointing.kind === 'absent') {
      const message = `"${exact}" does not stand on line ${line} of source "${page.source}"`;
      problems.push({ entry, code: 'not-on-line', message });
    } else {
      const message = `"${exact}" is ${pointing.count} figures of line ${line}; give more of the words beside the one that is meant`;
      problems.push({ entry, code: 'several-places', message });
    }
  }
  return { figures, problems };
}

/** What all statements refer to in one source. */
export function referencesTo(source: string, { statements }: FactBase): readonly Pointer[] {
  return [...statements.values()].flatMap(({ id, references }) =>
    references.flatMap(({ line, exact, source: own }, index): Pointer[] =>
      own === source ? [{ line, exact, entry: { kind: 'reference', statement: id, index } }] : [],
    ),
  );
}

/** The reports of a seed that are more than the other side of a reference. */
export function reportsOf({ id, reports }: SeedRecord): readonly Pointer[] {
  return reports.flatMap(({ line, exact, gives }, index): Pointer[] =>
    gives === 'value' ? [] : [{ line, exact, entry: { kind: 'report', source: id, index } }],
  );
}

/** What a seed calls no fact. */
export function notFactsOf({ id, notFacts }: SeedRecord): readonly Pointer[] {
  return notFacts.map(({ line, exact }, index): Pointer => {
    return { line, exact, entry: { kind: 'not-fact', source: id, index } };
  });
}
