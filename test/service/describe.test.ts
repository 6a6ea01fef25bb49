import { describe, expect, it } from 'vitest';
import type { FigureKind } from '../../server/core/figures/figure.ts';
import { ONE } from '../../server/core/figures/interval.ts';
import {
  citeSources,
  describeAmount,
  describeAsOf,
  describeCitation,
  describeDays,
  describeDifference,
  describeFigure,
  describeInterval,
  describeReading,
  describeRecordEntry,
  describeTime,
} from '../../server/service/index.ts';
import {
  billions,
  dollars,
  factBase,
  figure,
  hundredths,
  interval,
  recordEntry,
  reference,
} from './hand-made.ts';

const money = { kind: 'money', unit: 'USD' } as const;

describe('describeAmount()', () => {
  it.each<[number, FigureKind, string, string]>([
    [3_820_000_000_000, 'money', 'USD', 'USD 38.2 billion'],
    [150_000_000_000_000, 'money', 'EUR', 'EUR 1.5 trillion'],
    [-740_000_000_000, 'money', 'USD', 'USD -7.4 billion'],
    [25_085, 'money', 'USD', 'USD 250.85'],
    [12_345_600, 'count', '', '123,456'],
    [29, 'percent', '%', '29 %'],
    [-15, 'percent', '%', '-15 %'],
    [5, 'percentage-point', '', '5 percentage points'],
    [100, 'duration', 'a', '1 year'],
    [700, 'duration', 'mo', '7 months'],
    [600_000_000_000, 'quantity', 'W', '6 GW'],
    [150, 'quantity', 'Cel', '1.5 Cel'],
    [150, 'ratio', '', '1.5'],
  ])('writes %d hundredths of %s (%s) as %s', (count, kind, unit, words) => {
    expect(describeAmount(hundredths(count), { kind, unit })).toBe(words);
  });

  it('is exact to the last digit written', () => {
    expect(describeAmount(38_200_000_001n * ONE, money)).toBe('USD 38.200000001 billion');
  });
});

describe('describeInterval()', () => {
  it('gives both ends one scale', () => {
    expect(describeInterval(interval(billions(0.95), billions(1.05)), money)).toBe(
      'USD 0.95–1.05 billion',
    );
  });

  it('rounds an end that does not end', () => {
    expect(describeInterval(interval(billions(38) / 3n, billions(38)), money)).toBe(
      'USD 12.667–38 billion',
    );
  });

  it('writes out "to" between negative numbers', () => {
    const fall = interval(hundredths(-5), hundredths(-4));
    expect(describeInterval(fall, { kind: 'percent', unit: '%' })).toBe('-5 to -4 %');
  });

  it('writes dates as days', () => {
    const dates = { kind: 'date', unit: '' } as const;
    const october = interval(20_362n * ONE, 20_393n * ONE);
    expect(describeInterval(october, dates)).toBe('October 2025');
  });
});

describe('describeDifference()', () => {
  it.each([
    [40, 38, '5.3 % above the record'],
    [36, 38, '5.3 % below the record'],
    [380, 38, 'ten times too large'],
    [0.038, 38, 'a thousand times too small'],
    [152, 38, '4 times the record'],
    [60, 38, '58 % above the record'],
    [38.001, 38, 'less than 0.1 % above the record'],
    [38, 38, undefined],
  ])('says of %d for %d billion: %s', (drafted, recorded, words) => {
    expect(describeDifference(dollars(drafted), dollars(recorded))).toBe(words);
  });

  it('measures shares in points', () => {
    const share = (count: number) =>
      figure({ kind: 'percent', unit: '%', value: hundredths(count) });
    expect(describeDifference(share(34), share(29))).toBe('5 percentage points above the record');
  });

  it('measures durations in their unit', () => {
    const years = (count: number) =>
      figure({ kind: 'duration', unit: 'a', value: hundredths(count * 100) });
    expect(describeDifference(years(5), years(7))).toBe('2 years less than the record');
  });

  it('measures dates in days, single days only', () => {
    const days = (from: number, to: number) =>
      figure({ kind: 'date', interval: interval(BigInt(from) * ONE, BigInt(to) * ONE) });
    expect(describeDifference(days(12, 13), days(10, 11))).toBe('2 days after the record');
    expect(describeDifference(days(9, 10), days(10, 11))).toBe('1 day before the record');
    expect(describeDifference(days(12, 40), days(10, 11))).toBeUndefined();
  });

  it('says nothing of other units, names and signs', () => {
    const euros = { ...dollars(40), unit: 'EUR' };
    const names = figure({ kind: 'name', entities: ['ann'] });
    const fall = { ...dollars(4), value: billions(-4) };
    expect(describeDifference(euros, dollars(38))).toBeUndefined();
    expect(describeDifference(names, names)).toBeUndefined();
    expect(describeDifference(fall, dollars(4))).toBeUndefined();
  });
});

describe('describeReading()', () => {
  const span = { start: 10, end: 14 };
  const about = (surface: string, start: number) => ({
    kind: 'about' as const,
    surface,
    span: { start, end: start + surface.length },
  });

  it('keeps the hedge on the side on which it is written', () => {
    const before = { ...dollars(38, span), hedge: about('About', 2) };
    expect(describeReading(before, factBase())).toBe(
      'about USD 38 billion → USD 37.5–38.5 billion',
    );
    const behind = { ...dollars(38, span), hedge: about('or so', 15) };
    expect(describeReading(behind, factBase())).toBe(
      'USD 38 billion or so → USD 37.5–38.5 billion',
    );
  });

  it('says nothing where it would say what is written', () => {
    expect(describeReading(figure({ surface: 'pay monthly' }), factBase())).toBeUndefined();
    const ann = figure({ kind: 'name', surface: 'Ann Other', entities: ['ann'] });
    expect(describeReading(ann, factBase())).toBeUndefined();
    expect(describeReading({ ...ann, surface: 'Other' }, factBase())).toBe('Ann Other');
  });

  it('gives the date that is meant', () => {
    const date = figure({ kind: 'date', interval: interval(20_395n * ONE, 20_396n * ONE) });
    expect(describeReading(date, factBase())).toBe('3 November 2025');
  });
});

describe('describeFigure()', () => {
  it('gives value and interval, the interval alone for ranges and dates', () => {
    expect(describeFigure(dollars(38), factBase())).toBe('USD 38 billion (USD 37.5–38.5 billion)');
    const hedge = { kind: 'vague', span: { start: 0, end: 0 }, surface: '' } as const;
    expect(describeFigure({ ...dollars(38), hedge }, factBase())).toBe('USD 37.5–38.5 billion');
    const date = figure({ kind: 'date', interval: interval(20_395n * ONE, 20_396n * ONE) });
    expect(describeFigure(date, factBase())).toBe('3 November 2025');
  });

  it('gives names as the pack does, and quotes the unknown', () => {
    const people = figure({ kind: 'name', entities: ['ann', 'bob'] });
    expect(describeFigure(people, factBase())).toBe('Ann Other and Bob Body');
    const unknown = figure({ kind: 'name', surface: 'Carl' });
    expect(describeFigure(unknown, factBase())).toBe('“Carl”, a name that is not on record');
  });
});

describe('describeTime()', () => {
  it.each([
    ['2025-11-03', '3 November 2025'],
    ['2025-11', 'November 2025'],
    ['2025-Q3', 'the third quarter of 2025'],
    ['2025-H1', 'the first half of 2025'],
    ['2025', '2025'],
    ['2025-13', '2025-13'],
  ])('writes %s as %s', (time, words) => {
    expect(describeTime(time)).toBe(words);
  });
});

describe('describeDays()', () => {
  it('says month and year once where they are the same', () => {
    expect(describeDays(0, 1)).toBe('1 January 1970');
    expect(describeDays(1, 31)).toBe('2 to 31 January 1970');
    expect(describeDays(0, 59)).toBe('1 January to 28 February 1970');
    expect(describeDays(-1, 1)).toBe('31 December 1969 to 1 January 1970');
  });
});

describe('describeAsOf()', () => {
  it('tells periods from days', () => {
    expect(describeAsOf('2025-11-03')).toBe('as of 3 November 2025');
    expect(describeAsOf('2025-Q3')).toBe('for the third quarter of 2025');
  });
});

describe('describeRecordEntry()', () => {
  it('writes a date in words, once', () => {
    const entry = recordEntry({ value: '2025-11-03', rank: 'normal' });
    expect(describeRecordEntry(entry)).toMatch(/^The record says 3 November 2025: /);
  });
});

describe('citeSources()', () => {
  it('names each source once, with its lines by the form printed there', () => {
    const citations = citeSources([
      reference('ledger', 6, '$38bn'),
      reference('paper', 2, '$38 billion'),
      reference('ledger', 3, '$38bn'),
      reference('ledger', 8, '$38bn'),
      reference('ledger', 1, '$38 Billion'),
    ]);
    expect(citations.map(describeCitation)).toEqual([
      '“The Acme ledger”, lines 3, 6 and 8: “$38bn”, line 1: “$38 Billion”',
      '“The *other* paper”, The Press, 4 November 2025, line 2: “$38 billion”',
    ]);
  });

  it('keeps the note that tells how a place was read', () => {
    const noted = { ...reference('ledger', 3, 'Monday'), note: 'That was 3 November' };
    const [citation] = citeSources([noted, reference('ledger', 4, 'Monday')]);
    expect(citation && describeCitation(citation)).toBe(
      '“The Acme ledger”, line 3: “Monday” (That was 3 November), line 4: “Monday”',
    );
  });
});
