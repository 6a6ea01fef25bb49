import type { DraftReading } from '../core/claims/claim.ts';
import { type Outline, readOutline } from '../core/prose/read-outline.ts';
import type { DraftSnapshot } from './draft-store.ts';

/** The outline of a draft, read once for each of its versions: an editor asks again wherever the caret goes. */
export function outlineOf({ reading, language }: DraftSnapshot): Outline {
  const outline = known.get(reading) ?? readOutline(reading.text, language);
  known.set(reading, outline);
  return outline;
}

const known = new WeakMap<DraftReading, Outline>();
