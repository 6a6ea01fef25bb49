import type { Claim, DraftReading } from '../core/claims/claim.ts';
import type { FactBase } from '../core/facts/fact-base.ts';
import { checkDraft, type DraftOptions } from '../core/index.ts';
import type { BaselineEntry } from './baseline.ts';

/** One version of one draft, read against one revision of the facts: what every feature works on. */
export interface DraftSnapshot {
  /** The editor's version of the text; 0 for a file. */
  readonly version: number;
  readonly language: DraftOptions['language'];
  readonly facts: FactBase;
  readonly reading: DraftReading;
  /** The reading without what the baseline lets stand, where that lets anything stand: the one that a check goes on from. */
  readonly unbaselined?: DraftReading;
  /** The claims that stand by the baseline, with what it says of them; absent where none do. */
  readonly baselined?: ReadonlyMap<Claim, BaselineEntry>;
}

/** A draft as it is now, to be read. */
export interface Draft {
  readonly version: number;
  readonly text: string;
  readonly options: DraftOptions;
}

/**
 * Read one draft, on its own or on top of an earlier snapshot of the same draft.
 * What `previous` holds is used again only where language, date and facts are the same.
 * Offsets: every span of the snapshot is in UTF-16 code units of `draft.text`.
 */
export function takeSnapshot(
  draft: Draft,
  facts: FactBase,
  previous?: DraftSnapshot,
): DraftSnapshot {
  const { version, text, options } = draft;
  const reading = checkDraft(text, facts, options, previous?.reading);
  return { version, language: options.language, facts, reading };
}

interface Entry {
  readonly snapshot: DraftSnapshot;
  readonly options: DraftOptions;
}

/** The last reading of every open draft, so that the next one re-reads only what changed. */
export class DraftStore {
  readonly #entries = new Map<string, Entry>();

  /**
   * The snapshot of the draft `key` as it is now.
   * An unchanged draft gives the same reading back, a changed one is read on top of the last.
   */
  read(key: string, draft: Draft, facts: FactBase): DraftSnapshot {
    const last = this.#entries.get(key);
    const usable =
      last !== undefined && isSameReader(last, draft, facts) ? last.snapshot : undefined;
    const snapshot =
      usable !== undefined && usable.reading.text === draft.text
        ? { ...usable, version: draft.version }
        : takeSnapshot(draft, facts, usable);
    this.#entries.set(key, { snapshot, options: draft.options });
    return snapshot;
  }

  /** Drop what is kept of a draft, when it is closed. */
  forget(key: string): void {
    this.#entries.delete(key);
  }
}

/** Whether an earlier reading was made with the same facts and options, so that it may be built upon. */
function isSameReader(last: Entry, draft: Draft, facts: FactBase): boolean {
  return (
    last.snapshot.facts.revision === facts.revision &&
    last.options.language === draft.options.language &&
    last.options.asOf === draft.options.asOf
  );
}
