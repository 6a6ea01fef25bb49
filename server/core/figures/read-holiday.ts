import type { Token } from '../text/tokens.ts';

/** A day of the year that was read by its name, and the index of the token after it. */
export interface HolidayRead {
  readonly month: number;
  readonly day: number;
  readonly next: number;
}

/** Feasts of a fixed day, by the words after the first one. */
// biome-ignore format: a table reads best in rows
const HOLIDAYS: ReadonlyMap<string, readonly { readonly rest: readonly string[]; readonly month: number; readonly day: number }[]> =
  new Map([
    ['new', [
      { rest: ['year', "'s", 'day'], month: 1, day: 1 },
      { rest: ['year', "'s", 'eve'], month: 12, day: 31 },
    ]],
    ['christmas', [{ rest: ['day'], month: 12, day: 25 }, { rest: ['eve'], month: 12, day: 24 }]],
    ['boxing', [{ rest: ['day'], month: 12, day: 26 }]],
    ['valentine', [{ rest: ["'s", 'day'], month: 2, day: 14 }]],
  ]);

/** The words that a holiday may begin with. */
export const HOLIDAY_WORDS: readonly string[] = [...HOLIDAYS.keys()];

/** Read `New Year's Day`, `Christmas Eve`, capitals and all. Errors: none; `undefined` for anything else. */
export function readHoliday(tokens: readonly Token[], at: number): HolidayRead | undefined {
  const first = tokens[at];
  if (!first || first.text === first.lower) return undefined;
  for (const { rest, month, day } of HOLIDAYS.get(first.lower) ?? []) {
    const isWritten = rest.every((word, index) => tokens[at + 1 + index]?.lower === word);
    if (isWritten) return { month, day, next: at + 1 + rest.length };
  }
  return undefined;
}
