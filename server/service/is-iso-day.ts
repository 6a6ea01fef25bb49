import { readIsoDay } from '../core/figures/calendar.ts';

/** Whether `text` is the ISO date of a day that exists: `2025-11-05`. */
export function isIsoDay(text: string): boolean {
  return readIsoDay(text) !== undefined;
}
