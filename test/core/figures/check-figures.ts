import { buildUnits } from '../../../server/core/facts/build-units.ts';
import { unitSchema } from '../../../server/core/facts/pack-schema.ts';
import { daySpan, isoPeriod, readIsoDay } from '../../../server/core/figures/calendar.ts';
import type { Figure } from '../../../server/core/figures/figure.ts';
import type { Side } from '../../../server/core/figures/hedges.ts';
import { digitsOf, type Interval } from '../../../server/core/figures/interval.ts';
import { readFigures } from '../../../server/core/figures/read-figures.ts';
import { readBlock } from '../../../server/core/prose/read-block.ts';
import { readOutline } from '../../../server/core/prose/read-outline.ts';
import { shift } from '../../../server/core/text/span.ts';
import { readTokens } from '../../../server/core/text/tokens.ts';
import { underline } from '../underline.ts';

/** The day on which every case is read: a Wednesday. */
const AS_OF = readIsoDay('2025-11-05') ?? 0;

const units = buildUnits(
  Object.entries({
    W: { kind: 'power', names: ['watt'], symbols: ['W'], prefixes: 'si' },
    Wh: {
      kind: 'energy',
      names: ['watt-hour', 'watt-hours', 'watt hour', 'watt hours'],
      symbols: ['Wh'],
      prefixes: 'si',
    },
    B: { kind: 'information', names: ['byte'], symbols: ['B'], prefixes: 'iec' },
    'bit/s': {
      kind: 'rate',
      names: ['bit per second', 'bits per second'],
      symbols: ['bit/s', 'bps'],
      prefixes: 'si',
    },
    Hz: { kind: 'frequency', names: ['hertz'], symbols: ['Hz'], prefixes: 'si' },
    m: { kind: 'length', names: ['metre', 'meter'], symbols: ['m'], prefixes: 'si' },
    mile: { kind: 'length', names: ['mile'], unit: 'm', factor: 1609.344 },
    m2: { kind: 'area', names: ['square metre', 'square metres'], symbols: ['m²', 'm2'] },
    g: { kind: 'mass', names: ['gram', 'gramme'], symbols: ['g'], prefixes: 'si' },
    t: { kind: 'mass', names: ['tonne'], symbols: ['t'], unit: 'g', factor: 1e6 },
    L: { kind: 'volume', names: ['litre'], symbols: ['L', 'l'], prefixes: 'si' },
    Cel: { kind: 'temperature', names: ['degree Celsius', 'degrees Celsius'], symbols: ['°C'] },
    'km/h': { kind: 'speed', names: ['kilometres per hour'], symbols: ['km/h'] },
    'ug/m3': {
      kind: 'concentration',
      names: ['microgram per cubic metre', 'micrograms per cubic metre'],
      symbols: ['µg/m³'],
    },
    crate: { kind: 'ware', names: ['crate'], symbols: ['crt'] },
  }).map(([id, data]) => [id, unitSchema.parse(data)] as const),
);

/** One figure in plain data, as the cases have it. */
export interface PlainFigure {
  readonly text: string;
  /** UTF-16 offsets `[start, end)`. */
  readonly span: readonly [number, number];
  readonly kind: string;
  /** In base units; an ISO day or period for dates; null where there is no number. */
  readonly value: number | string | null;
  readonly unit: string;
  /** The bounds, where a hedge or a range widens the figure. */
  readonly min?: number;
  readonly max?: number;
}

/** The figures of a draft in Markdown, with what was read of each under it. */
export function checkFigures(text: string, side: Side = 'draft'): string {
  return underline(
    text,
    figuresOf(text, side).map((figure) => ({ span: figure.span, label: labelOf(figure) })),
  );
}

/** The figures of a draft as plain data. */
export function plainFigures(text: string): readonly PlainFigure[] {
  return figuresOf(text, 'draft').map((figure) => ({
    text: text.slice(figure.span.start, figure.span.end),
    span: [figure.span.start, figure.span.end],
    kind: figure.kind,
    value: plainValue(figure),
    unit: figure.unit,
    ...(figure.hedge && figure.interval
      ? { min: numberOf(figure.interval.min), max: numberOf(figure.interval.max) }
      : {}),
  }));
}

function figuresOf(text: string, side: Side): readonly Figure[] {
  const outline = readOutline(text, 'markdown');
  return outline.blocks.flatMap((place) => {
    const prose = readBlock(outline, place);
    const figures = readFigures(prose.text, readTokens(prose.text), { units, asOf: AS_OF, side });
    return figures.map((figure) => ({
      ...figure,
      span: shift(prose.map.toSource(figure.span), place.span.start),
    }));
  });
}

function plainValue({ kind, value, interval }: Figure): PlainFigure['value'] {
  if (kind === 'date') return interval && isoPeriod(daySpan(interval));
  return value === null ? null : numberOf(value);
}

function numberOf(amount: bigint): number {
  return Number(digitsOf(amount));
}

function labelOf(figure: Figure): string {
  const { kind, unit, interval, hedge, direction, yearInferred } = figure;
  const value = plainValue(figure);
  return [
    kind,
    unit,
    value === null ? '' : String(value),
    kind === 'date' || !interval ? '' : intervalText(interval),
    hedge?.kind ?? '',
    yearInferred ? 'year inferred' : '',
    direction === 0 ? '' : direction > 0 ? 'up' : 'down',
  ]
    .filter(Boolean)
    .join(' ');
}

function intervalText({ min, max, minOpen, maxOpen }: Interval): string {
  return `${minOpen ? '(' : '['}${digitsOf(min)}, ${digitsOf(max)}${maxOpen ? ')' : ']'}`;
}
