import type { RecordEntry } from '../core/claims/claim.ts';
import { citeSources, describeCitation } from './cite-sources.ts';
import { describeTime } from './describe-time.ts';

/**
 * One value on record in one line of plain text:
 * `The record says $38 billion, as of 3 November 2025 (preferred): “Title”, line 3: “$38bn”; …`.
 */
export function describeRecordEntry(entry: RecordEntry): string {
  const asOf = entry.time === null ? '' : `, as of ${describeTime(entry.time)}`;
  const rank = entry.rank === 'normal' ? '' : ` (${entry.rank})`;
  const sources = citeSources(entry.references).map(describeCitation).join('; ');
  return `The record says ${entry.value}${asOf}${rank}: ${sources}`;
}

/** Where a source says it, in plain text: `“Title”, Publisher, 4 November 2025, line 3: “$38bn”`. */
export function describeReference(reference: RecordEntry['references'][number]): string {
  return citeSources([reference]).map(describeCitation).join();
}
