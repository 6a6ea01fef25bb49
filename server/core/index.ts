import type { DraftReading } from './claims/claim.ts';
import type { FactBase } from './facts/fact-base.ts';

/** What the caller knows of a draft that its text does not say. */
export interface DraftOptions {
  readonly language: 'markdown' | 'plaintext';
  /** ISO date of a draft whose front matter carries none; the pack's reference date when absent. */
  readonly asOf?: string;
}

/**
 * Check one draft against one revision of the fact base.
 * Pass the last reading of the same draft to re-read only what changed; the result equals a fresh check.
 * Offsets: every span of the result is in UTF-16 code units of `text`.
 * Errors: none; any text is a draft.
 */
export declare function checkDraft(
  text: string,
  facts: FactBase,
  options: DraftOptions,
  previous?: DraftReading,
): DraftReading;
