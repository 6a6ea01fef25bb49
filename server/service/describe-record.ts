import type { RecordEntry } from '../core/claims/claim.ts';
import { describeTime } from './describe-time.ts';

type RecordReference = RecordEntry['references'][number];

/**
 * One value on record in one line of plain text:
 * `The record says $38 billion, as of 3 November 2025 (preferred): "Title", line 3, prints "$38bn"`.
 */
export function describeRecordEntry(entry: RecordEntry): string {
  const asOf = entry.time === null ? '' : `, as of ${describeTime(entry.time)}`;
  const rank = entry.rank === 'normal' ? '' : ` (${entry.rank})`;
  const references = entry.references.map(describeReference).join('; ');
  return `The record says ${entry.value}${asOf}${rank}: ${references}`;
}

/** Where a source says it, in plain text: `"Title", Publisher, 4 November 2025, line 3, prints "$38bn"`. */
export function describeReference(reference: RecordReference): string {
  const about = [`“${reference.title}”`, ...describePublication(reference)];
  return `${about.join(', ')}, line ${reference.line}, prints “${reference.exact}”`;
}

/** Publisher and date of a reference's source, as far as they are known. */
export function describePublication(reference: RecordReference): readonly string[] {
  const date = reference.date === null ? null : describeTime(reference.date);
  return [reference.publisher, date].filter((part) => part !== null);
}
