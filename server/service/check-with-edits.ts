import type { DraftReading } from '../core/claims/claim.ts';
import { checkDraft } from '../core/index.ts';
import type { DraftEdit } from './actions.ts';
import type { DraftSnapshot } from './draft-store.ts';

/**
 * What a draft would claim with edits made, which are in its order and apart. Only the blocks that they change are read;
 * nothing is kept of it. The baseline lets nothing stand in it.
 */
export function checkWithEdits(draft: DraftSnapshot, edits: readonly DraftEdit[]): DraftReading {
  const { facts, language, unbaselined, reading } = draft;
  const options = { language, asOf: reading.asOf };
  // One after the other, from the last: of one change the parser reads its place anew, of two all that is between them.
  return edits.reduceRight((read, { span, text }) => {
    const edited = read.text.slice(0, span.start) + text + read.text.slice(span.end);
    return checkDraft(edited, facts, options, read);
  }, unbaselined ?? reading);
}
