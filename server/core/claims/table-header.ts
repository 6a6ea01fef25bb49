import type { FactBase } from '../facts/fact-base.ts';
import { daySpan } from '../figures/calendar.ts';
import type { BlockReading } from '../mentions/mention.ts';
import { placeFigures, type TokenRange } from './attachment.ts';
import { afterSentence, type Discourse, dealsIn, type Ref, resolveRefs } from './discourse.ts';
import { type Cue, cuesIn } from './scope.ts';
import type { StatedTime } from './stated-time.ts';

/** What the header of a table says of one of its rows; ranges are those of the row's cells. */
export interface HeaderContext {
  readonly cues: readonly Cue[];
  /** Who a column is about. */
  readonly refs: readonly Ref[];
  /** The times of the columns. */
  readonly times: readonly (StatedTime & TokenRange)[];
  /** The discourse with what the table as a whole is about: its first header cell. */
  readonly discourse: Discourse;
}

/** What the cue of a column's header costs, and a date in it. */
const HEADER_COST = 3;
/** What a cue of the first column's header costs, which may head the names below it alone. */
const TABLE_COST = 7;

/**
 * Read a header row for a row below it: cues, names and dates of a column's header hold for the figures of that column,
 * those of the first header cell for the whole table.
 */
export function readHeader(
  reading: BlockReading,
  headerCells: readonly TokenRange[],
  cells: readonly TokenRange[],
  before: Discourse,
  facts: FactBase,
): HeaderContext {
  const columnOf = ({ from, to }: TokenRange): number =>
    headerCells.findIndex((cell) => cell.from <= from && to <= cell.to);
  const inRow = <T extends TokenRange>(item: T): readonly T[] => {
    const cell = cells[columnOf(item)];
    return cell ? [{ ...item, from: cell.from, to: cell.from }] : [];
  };
  const refs = resolveRefs(
    reading.tokens,
    { from: 0, to: reading.tokens.length },
    reading.mentions,
    before,
    facts,
  );
  const isMeasures = isOnly(reading, headerCells[0], MEASURES);
  const isGeneric = (cue: TokenRange): boolean =>
    isMeasures && isOnly(reading, headerCells[columnOf(cue)], AMOUNTS);
  const isForTable = (ref: Ref): boolean => columnOf(ref) <= 0;
  const tableRefs = refs.filter(isForTable);
  const deals = dealsIn(
    reading.tokens,
    refs,
    { speaksOfDeal: true, pointsBack: false },
    before,
    facts,
  );
  return {
    cues: cuesIn(reading.mentions, reading)
      .filter((cue) => !isGeneric(cue))
      .flatMap((cue) =>
        inRow({
          ...cue,
          // The header of a column names it: a word that says little in a sentence says enough there.
          strength: columnOf(cue) === 0 ? cue.strength : 'strong',
          flat: columnOf(cue) === 0 ? TABLE_COST : HEADER_COST,
        }),
      ),
    refs: refs.filter((ref) => !isForTable(ref)).flatMap(inRow),
    times: placeFigures(reading).flatMap(({ figure, index, from, to }) => {
      if (figure.kind !== 'date' || !figure.interval) return [];
      const { yearInferred, surface } = figure;
      const days = daySpan(figure.interval);
      const time = {
        days,
        yearInferred,
        surface,
        cost: HEADER_COST,
        limit: null,
        isCarried: false,
        index: -1 - index,
      };
      return inRow({ ...time, from, to });
    }),
    discourse: tableRefs.length > 0 ? afterSentence(before, tableRefs, deals) : before,
  };
}

/** Whether a cell says nothing but words of a class. */
function isOnly(
  { tokens }: BlockReading,
  cell: TokenRange | undefined,
  words: ReadonlySet<string>,
): boolean {
  const own = cell ? tokens.slice(cell.from, cell.to) : [];
  return own.length > 0 && own.every(({ lower }) => words.has(lower));
}

/** What heads the labels of rows that each say what they measure. */
const MEASURES: ReadonlySet<string> = new Set(
  'metric metrics measure measures indicator item items kpi data point fact key line'.split(' '),
);
/** What heads the amounts beside them, whatever they are of. */
const AMOUNTS: ReadonlySet<string> = new Set(
  'value values amount amounts figure figures number numbers total result results'.split(' '),
);
