import type { FactBase } from '../core/facts/fact-base.ts';
import type { Figure } from '../core/figures/figure.ts';
import { checkDraft } from '../core/index.ts';
import { indexLines } from '../core/text/line-map.ts';
import {
  type EntryPlace,
  notFactsOf,
  pointEntries,
  referencesTo,
  reportsOf,
} from './point-entries.ts';
import type { SourcePage } from './point-into-text.ts';
import type { NotFactClass, SeedRecord } from './seed-record.ts';
import { type ReportProblem, verifyReport } from './verify-report.ts';

/** A figure of a text that nothing on record points to. */
export interface UncoveredFigure {
  readonly source: string;
  /** From 1, both; the column in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  readonly figure: Figure;
}

/** Which entry of the record a problem is about. */
export type CoverEntry = EntryPlace | { readonly kind: 'seed'; readonly source: string };

/** An entry that points to nothing, to several places, or to what another entry denies. */
export interface CoverProblem {
  readonly entry: CoverEntry;
  readonly code:
    | 'not-on-line'
    | 'several-places'
    | 'no-figure'
    | 'is-referenced'
    | 'unknown-source'
    | ReportProblem['code'];
  /** Capital, no full stop. */
  readonly message: string;
}

/** How much of what the texts say is on record. */
export interface Coverage {
  /** Sources whose text was read, and those whose text was not at hand. */
  readonly sources: readonly string[];
  readonly leftOut: readonly string[];
  readonly figures: number;
  readonly covered: number;
  /** How many figures were let pass as no facts, by class. */
  readonly notFacts: ReadonlyMap<NotFactClass, number>;
  readonly uncovered: readonly UncoveredFigure[];
  readonly problems: readonly CoverProblem[];
}

/**
 * Find the figures in the texts of the sources that nothing on record points to.
 * A reference, a seed's report and a seed's no-fact each point to the figures that their words overlap on their line.
 * `texts` has the text of each source that is at hand, by source id; `seeds` our records of some of the sources.
 * Errors: none; an entry that is not borne out comes back as a problem and covers nothing.
 */
export function coverFigures(
  facts: FactBase,
  texts: ReadonlyMap<string, string>,
  seeds: readonly SeedRecord[],
): Coverage {
  const ids = [...facts.sources.keys()];
  const sources = ids.filter((id) => texts.has(id));
  const parts = sources.map((id) => {
    const seed = seeds.find((one) => one.id === id) ?? { id, reports: [], notFacts: [] };
    return coverText(readPage(id, texts.get(id) ?? '', facts), seed, facts);
  });
  return {
    sources,
    leftOut: ids.filter((id) => !texts.has(id)),
    figures: parts.reduce((sum, { figures }) => sum + figures, 0),
    covered: parts.reduce((sum, { covered }) => sum + covered, 0),
    notFacts: countByClass(parts.flatMap(({ classes }) => classes)),
    uncovered: parts.flatMap(({ uncovered }) => uncovered),
    problems: [...strangers(seeds, facts), ...parts.flatMap(({ problems }) => problems)],
  };
}

/** Records of what is no source here: a slip in the id would let them fail to count in silence. */
function strangers(seeds: readonly SeedRecord[], { sources }: FactBase): readonly CoverProblem[] {
  return seeds
    .filter(({ id }) => !sources.has(id))
    .map(({ id }): CoverProblem => {
      const entry: CoverEntry = { kind: 'seed', source: id };
      return { entry, code: 'unknown-source', message: `Unknown source "${id}"` };
    });
}

/**
 * The figures of a text, but for the names of those who make deals: they are read as values only where the record has
 * them as such, so that they cannot show what is missing.
 */
function readPage(source: string, text: string, facts: FactBase): SourcePage {
  const asOf = facts.sources.get(source)?.date ?? facts.referenceDate;
  const reading = checkDraft(text, facts, { language: 'plaintext', asOf });
  const figures = reading.figures.map(({ figure }) => figure);
  return {
    source,
    lines: indexLines(text),
    figures: figures.filter(({ nameType }) => !facts.partyTypes.has(nameType)),
  };
}

interface TextCoverage extends Pick<Coverage, 'figures' | 'covered' | 'uncovered' | 'problems'> {
  /** The class of every figure that was let pass. */
  readonly classes: readonly NotFactClass[];
}

function coverText(page: SourcePage, seed: SeedRecord, facts: FactBase): TextCoverage {
  const referred = pointEntries(page, [...referencesTo(page.source, facts), ...reportsOf(seed)]);
  const covered = new Set([...referred.figures.values()].flat());
  const allowed = pointEntries(page, notFactsOf(seed));
  const passed = new Map<Figure, NotFactClass>();
  for (const [entry, figures] of allowed.figures) {
    const one = entry.kind === 'not-fact' ? seed.notFacts[entry.index] : undefined;
    for (const figure of figures) if (one && !covered.has(figure)) passed.set(figure, one.class);
  }
  return {
    figures: page.figures.length,
    covered: covered.size,
    classes: [...passed.values()],
    uncovered: page.figures
      .filter((figure) => !covered.has(figure) && !passed.has(figure))
      .map((figure) => uncovered(page, figure)),
    problems: [
      ...referred.problems,
      ...reportProblems(seed, facts),
      ...allowed.problems,
      ...[...allowed.figures].flatMap(
        ([entry, figures]) => idleProblem(entry, figures, covered) ?? [],
      ),
    ],
  };
}

function reportProblems(seed: SeedRecord, facts: FactBase): readonly CoverProblem[] {
  return seed.reports.flatMap((report, index): CoverProblem[] => {
    const problem = verifyReport(report, seed.id, facts);
    const entry: CoverEntry = { kind: 'report', source: seed.id, index };
    return problem === undefined ? [] : [{ entry, ...problem }];
  });
}

function idleProblem(
  entry: EntryPlace,
  figures: readonly Figure[],
  covered: ReadonlySet<Figure>,
): CoverProblem | undefined {
  if (figures.length === 0) {
    const message = 'No figure is read there; what is no figure needs no entry';
    return { entry, code: 'no-figure', message };
  }
  const twice = figures.find((figure) => covered.has(figure));
  if (twice === undefined) return undefined;
  const message = `"${twice.surface}" is called no fact here, and a statement refers to it`;
  return { entry, code: 'is-referenced', message };
}

function uncovered({ source, lines }: SourcePage, figure: Figure): UncoveredFigure {
  const { line, character } = lines.position(figure.span.start);
  return { source, line: line + 1, column: character + 1, figure };
}

function countByClass(classes: readonly NotFactClass[]): ReadonlyMap<NotFactClass, number> {
  const counts = new Map<NotFactClass, number>();
  for (const one of classes) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
