import { daySpan, isoDay, isoPeriod } from '../core/figures/calendar.ts';
import type { Figure, FigureKind } from '../core/figures/figure.ts';
import { type Amount, digitsOf } from '../core/figures/interval.ts';
import { indexLines } from '../core/text/line-map.ts';
import { type CheckedDraft, type ReportRange, toReportRange } from './check-report.ts';

/** Numbers are in base units; dates are ISO strings; names have nulls. */
export interface ReportFigure {
  readonly range: ReportRange;
  readonly text: string;
  readonly kind: FigureKind;
  readonly value: number | string | null;
  /** The interval judged, hedge included. */
  readonly min: number | string | null;
  readonly max: number | string | null;
  readonly unit: string;
  readonly hedge: string | null;
  /** The entities a name stands for; only names have it. */
  readonly entities?: readonly string[];
  /** The statement it was bound to, or null. */
  readonly statement: string | null;
}

/** The result of `stet figures` as other tools read it; version 1, to which fields may be added. */
export interface FiguresReport {
  readonly version: 1;
  readonly files: readonly { readonly path: string; readonly figures: readonly ReportFigure[] }[];
}

/** Every figure of some drafts as it was read, bound or not, in the published form. */
export function toFiguresReport(checked: readonly CheckedDraft[]): FiguresReport {
  return {
    version: 1,
    files: checked.map(({ path, draft: { reading } }) => {
      const lines = indexLines(reading.text);
      const figures = reading.figures.map(({ figure, claim }) => ({
        range: toReportRange(figure.span, lines),
        text: figure.surface,
        kind: figure.kind,
        ...allowed(figure),
        unit: figure.unit,
        hedge: figure.hedge?.surface ?? null,
        ...(figure.kind === 'name' ? { entities: figure.entities } : {}),
        statement: claim === null ? null : (reading.claims[claim]?.statement ?? null),
      }));
      return { path, figures };
    }),
  };
}

function allowed({ kind, value, interval }: Figure): Pick<ReportFigure, 'value' | 'min' | 'max'> {
  if (interval === null) return { value: toNumber(value), min: null, max: null };
  if (kind !== 'date') {
    return { value: toNumber(value), min: toNumber(interval.min), max: toNumber(interval.max) };
  }
  const days = daySpan(interval);
  return { value: isoPeriod(days), min: isoDay(days.start), max: isoDay(days.end - 1) };
}

/** The JSON number nearest to an exact amount, by way of its decimal digits. */
function toNumber(amount: Amount | null): number | null {
  return amount === null ? null : Number(digitsOf(amount));
}
