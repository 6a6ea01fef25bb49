import type { Span } from '../text/span.ts';
import type { Amount, Interval } from './interval.ts';

/**
 * What a figure measures. `name` is a closed-vocabulary value: a model, a person, a place; `phrase` words that a pack
 * records as a value: how a payment is scheduled.
 */
export type FigureKind =
  | 'money'
  | 'percent'
  | 'percentage-point'
  | 'count'
  | 'duration'
  | 'date'
  | 'quantity'
  | 'ratio'
  | 'version'
  | 'name'
  | 'phrase'
  | 'number';

/** A word or sign that widens or bounds a figure, as one row of the hedge table. */
export type HedgeKind = 'nearly' | 'about' | 'over' | 'well-over' | 'under' | 'range' | 'vague';

export interface Hedge {
  readonly kind: HedgeKind;
  readonly span: Span;
  readonly surface: string;
}

/** One number as written: its digits or words, its precision and its scale word. */
export interface WrittenNumber {
  /** The numeral itself: `38`, `1.4`, `thirty-eight`. */
  readonly numeral: Span;
  readonly form: 'digits' | 'words';
  /** Digits after the decimal point; added zeros count. Of words, those that are spoken: `one point four`. */
  readonly decimals: number;
  readonly grouped: boolean;
  /** `billion`, `bn`, `M`; absent where none is written. */
  readonly scale?: Span;
  /** What one of the numeral is in base units: the scale word's factor times the unit's. */
  readonly factor: Amount;
  /** The number in base units: 38,000,000,000 for `38 billion`. */
  readonly amount: Amount;
  /** One unit of the last digit written, in base units. */
  readonly step: Amount;
}

/** A figure of a kind and a place with nothing else known of it. */
export function bareFigure(kind: FigureKind, span: Span, surface = ''): Figure {
  return {
    kind,
    span,
    surface,
    unit: '',
    value: null,
    interval: null,
    hedge: null,
    numbers: [],
    unitSpan: null,
    dateParts: [],
    yearInferred: false,
    entities: [],
    knownAmong: [],
    nameType: '',
    agreesWith: [],
    direction: 0,
  };
}

/** One part of a date as written, in the order of the text. */
export interface WrittenDatePart {
  readonly part: 'day' | 'month' | 'year' | 'quarter' | 'half' | 'season' | 'weekday' | 'relative';
  readonly span: Span;
  /** For a weekday without a date: the day it was counted back from, in days since 1970-01-01. */
  readonly countedFrom?: number;
}

/**
 * A quantity or closed-vocabulary value as written in a draft or a pack.
 * `span` never holds the hedge; `text.slice(span.start, span.end) === surface`.
 */
export interface Figure {
  readonly kind: FigureKind;
  readonly span: Span;
  readonly surface: string;
  /** ISO 4217 code for money, `%`, UCUM for quantities, `d|wk|mo|a` for durations, '' where there is none. */
  readonly unit: string;
  /** The number as written, in base units (0.29 for 29 %); null for names and dates. For a range its first number. */
  readonly value: Amount | null;
  /** What the figure allows, hedge included; days since 1970-01-01 for dates; null for names. */
  readonly interval: Interval | null;
  readonly hedge: Hedge | null;
  /** The numbers as written: one, two for a range, none for names and dates. */
  readonly numbers: readonly WrittenNumber[];
  /** The unit word or sign as written, where one is: `GW`, `per cent`, `years`. */
  readonly unitSpan: Span | null;
  /** For dates, the parts as written. */
  readonly dateParts: readonly WrittenDatePart[];
  /** For dates: whether the year had to be inferred from the draft's date. */
  readonly yearInferred: boolean;
  /** For names: the entity ids meant, in the order of the text; empty for a name that no pack knows. */
  readonly entities: readonly string[];
  /** For several names joined, one of which no pack knows: the entity ids of the others. */
  readonly knownAmong: readonly string[];
  /** For names: the entity type, `gpu`, `person`; '' otherwise. */
  readonly nameType: string;
  /** For phrases: the statements whose value it says; it says the contrary of the others of its question. */
  readonly agreesWith: readonly string[];
  /** -1 where the text itself gives a direction downwards ("fell 4 %", "-4 %"), 1 upwards, 0 none. */
  readonly direction: -1 | 0 | 1;
}
