import { readPeriod } from '../core/figures/calendar.ts';

/** Whether `text` is a time as statements have it, `2025-11-03`, `2025-11`, `2025-Q3`, `2025-H1` or `2025`, that exists. */
export function isPeriod(text: string): boolean {
  return readPeriod(text) !== undefined;
}
