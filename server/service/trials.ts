import type { Candidate, DraftReading } from '../core/claims/claim.ts';
import type { Statement } from '../core/facts/fact-base.ts';
import { overlaps, type Span } from '../core/text/span.ts';
import { checkWithEdits } from './check-with-edits.ts';
import type { DraftSnapshot } from './draft-store.ts';

/** Reads a draft with other words in one place. */
export class Trials {
  readonly #draft: DraftSnapshot;
  readonly #place: Span;
  readonly #readings = new Map<string, DraftReading>();

  constructor(draft: DraftSnapshot, place: Span) {
    this.#draft = draft;
    this.#place = place;
  }

  /** How much was read. */
  get work(): { readonly trials: number; readonly blocksRead: number } {
    const readings = [...this.#readings.values()];
    const blocksRead = Math.max(0, ...readings.map(({ work }) => work.blocksRead));
    return { trials: readings.length, blocksRead };
  }

  /** The statements that a figure would be weighed against, with how near they are. */
  candidates(words: string): readonly Candidate[] {
    const at = this.#spanOf(words);
    return this.#read(words)
      .figures.filter(({ figure }) => overlaps(figure.span, at))
      .flatMap(({ candidates }) => candidates);
  }

  /** Whether the draft with these words states a value on record, and nothing else in their place. */
  isBorneOut(words: string, { id }: Statement): boolean {
    const at = this.#spanOf(words);
    const claims = this.#read(words).claims.filter(({ span }) => overlaps(span, at));
    return (
      claims.length > 0 &&
      claims.every(
        ({ verdict, record }) =>
          (verdict === 'supported' || verdict === 'disputed') &&
          record.some(({ statement }) => statement === id),
      )
    );
  }

  #spanOf(words: string): Span {
    return { start: this.#place.start, end: this.#place.start + words.length };
  }

  #read(words: string): DraftReading {
    const known = this.#readings.get(words);
    if (known) return known;
    const { text } = this.#draft.reading;
    // What stands behind the caret is not to be taken for a part of the figure.
    const isJoined = /^[\p{L}\p{N}$€£]/u.test(text.slice(this.#place.end));
    const read = checkWithEdits(this.#draft, [
      { span: this.#place, text: isJoined ? `${words} ` : words },
    ]);
    this.#readings.set(words, read);
    return read;
  }
}
