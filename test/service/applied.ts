import { expect } from 'vitest';
import type { DraftAction } from '../../server/service/index.ts';

/** The text after an action; its edits are in the order of the text and do not overlap. */
export function applied(before: string, action: DraftAction | undefined): string {
  if (action === undefined) throw new Error('There is no such action');
  let after = '';
  let done = 0;
  for (const { span, text } of action.edits) {
    expect(span.start).toBeGreaterThanOrEqual(done);
    after += before.slice(done, span.start) + text;
    done = span.end;
  }
  return after + before.slice(done);
}
