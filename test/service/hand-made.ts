import type {
  Claim,
  DraftReading,
  FigureReading,
  Fix,
  RecordEntry,
  SuppressionHint,
} from '../../server/core/claims/claim.ts';
import { buildFactBase } from '../../server/core/facts/build-fact-base.ts';
import type { FactBase } from '../../server/core/facts/fact-base.ts';
import { bareFigure, type Figure } from '../../server/core/figures/figure.ts';
import { type Amount, type Interval, ONE } from '../../server/core/figures/interval.ts';
import type { Span } from '../../server/core/text/span.ts';
import type { DraftSnapshot, Severities } from '../../server/service/index.ts';

/** Every verdict shown, each at a level of its own. */
export const allShown: Severities = {
  conflict: 'error',
  outdated: 'warning',
  disputed: 'information',
  overprecise: 'hint',
};

/** `amount` in base units; fractions as a count of hundredths, to stay exact. */
export function hundredths(count: number): Amount {
  return (BigInt(count) * ONE) / 100n;
}

export function billions(count: number): Amount {
  return BigInt(Math.round(count * 1000)) * 10n ** 6n * ONE;
}

export function interval(min: Amount, max: Amount): Interval {
  return { min, max, minOpen: false, maxOpen: true };
}

/** A figure of money in dollars, rounded to its last billion. */
export function dollars(count: number, span: Span = { start: 0, end: 0 }, surface = ''): Figure {
  const half = billions(0.5);
  return figure({
    kind: 'money',
    unit: 'USD',
    span,
    surface,
    value: billions(count),
    interval: interval(billions(count) - half, billions(count) + half),
  });
}

/** A figure with nothing known of it but what is given. */
export function figure(given: Partial<Figure>): Figure {
  return { ...bareFigure('number', { start: 0, end: 0 }), ...given };
}

/** Where the first `words` stand in `text`. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in the text`);
  return { start, end: start + words.length };
}

/** What one source of the example record says. */
export function reference(
  source: string,
  line: number,
  exact: string,
): RecordEntry['references'][number] {
  const title = source === 'ledger' ? 'The Acme ledger' : 'The *other* paper';
  const isPaper = source === 'paper';
  return {
    source,
    line,
    exact,
    note: null,
    title,
    publisher: isPaper ? 'The Press' : null,
    date: isPaper ? '2025-11-04' : null,
  };
}

/** One value of Acme's deal on record. */
export function recordEntry(given: Partial<RecordEntry> = {}): RecordEntry {
  return {
    statement: 'acme.value',
    value: '$38 billion',
    rank: 'preferred',
    time: '2025-11-03',
    references: [reference('ledger', 3, '$38bn')],
    ...given,
  };
}

/** A claim about the first `words` of `text`: a conflict with Acme's deal unless said otherwise. */
export function claim(text: string, words: string, given: Partial<Claim> = {}): Claim {
  const span = spanOf(text, words);
  return {
    span,
    text: words,
    figure: dollars(40, span, words),
    verdict: 'conflict',
    slip: null,
    statement: 'acme.value',
    message: 'The record says $38 billion',
    confidence: 0.9,
    record: [recordEntry()],
    fixes: [fix(span, '$38bn')],
    reasons: [],
    suppressed: null,
    ...given,
  };
}

export function fix(span: Span, text: string, given: Partial<Fix> = {}): Fix {
  return { span, text, preferred: true, source: null, ...given };
}

/** A fact base that knows Acme's deal and two people. */
export function factBase(): FactBase {
  const { facts, issues } = buildFactBase([
    { file: '/packs/acme.yaml', pack: '/packs', data: pack },
  ]);
  if (issues.length > 0) throw new Error(JSON.stringify(issues));
  return facts;
}

const pack = {
  pack: 'acme',
  title: 'The Acme pack',
  referenceDate: '2025-11-05',
  types: { company: { label: 'company' }, person: { label: 'person' } },
  properties: {
    value: {
      label: 'deal value',
      subject: ['company'],
      kind: 'money',
      cardinality: 'one',
      varies: 'fixed',
      cues: ['deal'],
    },
  },
  entities: {
    acme: { name: 'Acme Widgets', type: 'company' },
    ann: { name: 'Ann Other', type: 'person' },
    bob: { name: 'Bob Body', type: 'person' },
  },
  sources: { ledger: { title: 'The Acme ledger', publisher: null, date: null } },
  statements: [
    {
      id: 'acme.value',
      subject: 'acme',
      property: 'value',
      value: '$38 billion',
      time: '2025-11-03',
      references: [{ source: 'ledger', line: 3, exact: '$38bn' }],
    },
  ],
};

/** What a check of `text` would have made of it. */
export function snapshot(
  text: string,
  claims: readonly Claim[],
  given: {
    readonly language?: DraftSnapshot['language'];
    readonly hints?: readonly SuppressionHint[];
    readonly figures?: readonly FigureReading[];
  } = {},
): DraftSnapshot {
  const reading: DraftReading = {
    text,
    asOf: '2025-11-05',
    asOfBasis: 'reference-date',
    claims,
    figures: given.figures ?? [],
    suppressionHints: given.hints ?? [],
    work: { blocks: 1, blocksRead: 1, blocksChecked: 1 },
  };
  return { version: 7, language: given.language ?? 'markdown', facts: factBase(), reading };
}
