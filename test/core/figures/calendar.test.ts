import { describe, expect, it } from 'vitest';
import {
  calendarDay,
  dayInterval,
  dayNumber,
  daySpan,
  daysOf,
  isoDay,
  isoPeriod,
  isRealDay,
  readIsoDay,
  readPeriod,
  weekdayOf,
} from '../../../server/core/figures/calendar.ts';

describe('dayNumber() and calendarDay()', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2025-11-05', 20_397],
  ])('count %s as day %i', (iso, number) => {
    const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
    expect(dayNumber(year, month, day)).toBe(number);
    expect(calendarDay(number)).toEqual({ year, month, day });
    expect(isoDay(number)).toBe(iso);
  });

  it('run over the end of a month', () => {
    expect(isoDay(dayNumber(2025, 14, 1))).toBe('2026-02-01');
  });
});

describe('weekdayOf()', () => {
  it.each([
    ['2025-11-02', 0],
    ['2025-11-03', 1],
    ['1969-12-31', 3],
  ])('of %s is %i', (iso, weekday) => {
    expect(weekdayOf(readIsoDay(iso) ?? 0)).toBe(weekday);
  });
});

describe('isRealDay()', () => {
  it.each([
    [2024, 2, 29, true],
    [2025, 2, 29, false],
    [1900, 2, 29, false],
    [2000, 2, 29, true],
    [2025, 11, 31, false],
    [2025, 13, 1, false],
    [2025, 0, 1, false],
    [2025, 1, 0, false],
  ])('of %i-%i-%i is %s', (year, month, day, isReal) => {
    expect(isRealDay(year, month, day)).toBe(isReal);
  });
});

describe('readPeriod()', () => {
  it.each([
    '2025-11-03',
    '2025-11',
    '2025-Q3',
    '2025-H1',
    '2025',
    '2024-02-29',
    '2025-Q4',
    '2025-H2',
  ])('reads %s, and isoPeriod() writes it again', (text) => {
    const days = readPeriod(text);
    expect(days && isoPeriod(days)).toBe(text);
  });

  it.each([
    '2025-02-29',
    '2025-13',
    '2025-Q5',
    '2025-H3',
    '25',
    'November',
    '',
    '2025-11-03T10:00',
  ])('leaves "%s" alone', (text) => {
    expect(readPeriod(text)).toBeUndefined();
  });
});

describe('isoPeriod()', () => {
  it('names both ends of a stretch that has no name of its own', () => {
    const { start } = daysOf.month(2026, 9);
    const { end } = daysOf.year(2026);
    expect(isoPeriod({ start, end })).toBe('2026-09-01/2026-12-31');
  });
});

describe('dayInterval()', () => {
  it('keeps the days', () => {
    expect(daySpan(dayInterval(daysOf.quarter(1969, 4)))).toEqual(daysOf.quarter(1969, 4));
  });
});
