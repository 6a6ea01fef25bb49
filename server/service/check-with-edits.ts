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
  return checkDraft(withEdits(reading.text, edits), facts, options, unbaselined ?? reading);
}

function withEdits(text: string, edits: readonly DraftEdit[]): string {
  let at = 0;
  const parts = edits.map(({ span, text: words }) => {
    const before = text.slice(at, span.start);
    at = span.end;
    return before + words;
  });
  return parts.join('') + text.slice(at);
}
