import type { Span } from '../core/text/span.ts';
import { touches } from '../core/text/span.ts';
import { describeRecordEntry } from './describe-record.ts';
import type { DraftSnapshot } from './draft-store.ts';

/** A figure that the record supports, for a quiet mark behind it. */
interface SupportedMark {
  /** UTF-16 code units of the draft. */
  readonly span: Span;
  /** The statement that supports it. */
  readonly statement: string;
  /** What the record says and who says it, in one line. */
  readonly note: string;
}

/**
 * The figures that end in `within` and that the record supports, in the order of the text.
 * Offsets: UTF-16 code units of the draft.
 */
export function supportedMarks(draft: DraftSnapshot, within: Span): readonly SupportedMark[] {
  return draft.reading.claims.flatMap(({ span, verdict, suppressed, statement, record }) => {
    const isMarked = verdict === 'supported' && suppressed === null && touches(within, span.end);
    const [entry] = record;
    if (!isMarked || entry === undefined) return [];
    return [{ span, statement, note: describeRecordEntry(entry) }];
  });
}
