import type { DraftReading } from '../core/claims/claim.ts';
import { type Outline, readOutline } from '../core/prose/read-outline.ts';
import type { DraftSnapshot } from './draft-store.ts';

/** The outline of a draft, read once for each of its versions: an editor asks again wherever the caret goes. */
export function outlineOf({ reading, unbaselined, language }: DraftSnapshot): Outline {
  // A baseline is laid over the reading anew at every request; the one below is the version's.
  const version = unbaselined ?? reading;
  const outline = known.get(version) ?? readOutline(reading.text, language);
  known.set(version, outline);
  return outline;
}

const known = new WeakMap<DraftReading, Outline>();
