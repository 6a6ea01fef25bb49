import type { RecordEntry } from '../core/claims/claim.ts';
import { citeSources, describeCitation } from './cite-sources.ts';
import { describeAsOf, describeTime } from './describe-time.ts';

/** A value of the record as its pack writes it, an ISO date in words. */
export function describeValue({ value }: Pick<RecordEntry, 'value'>): string {
  return /^\d{4}-[\dQH-]+$/.test(value) ? describeTime(value) : value;
}

/** `, as of 3 November 2025`; '' where there is no time, or the value itself is that time. */
export function describeEntryTime(entry: RecordEntry): string {
  const { time } = entry;
  const isValue = time !== null && describeTime(time) === describeValue(entry);
  return time === null || isValue ? '' : `, ${describeAsOf(time)}`;
}

/**
 * One value on record in one line of plain text, short enough to leave room for the card beside it:
 * `The record says £29bn: “Title”, line 3: “£29bn”`, or the number of sources where there are several.
 */
export function describeRecordEntry(entry: RecordEntry): string {
  const rank = entry.rank === 'normal' ? '' : ` (${entry.rank})`;
  const cited = citeSources(entry.references);
  const sources = cited.length > 1 ? `${cited.length} sources` : cited.map(describeCitation).join();
  const said = `${describeValue(entry)}${describeEntryTime(entry)}`;
  return `The record says ${said}${rank}: ${sources}`;
}
