import type { Meaning } from '../facts/lexicon.ts';
import type { Figure } from '../figures/figure.ts';
import type { Token } from '../text/tokens.ts';

/**
 * A word or phrase that the binding of figures may rest on. `from` and `to` are token indices, `to` exclusive.
 * `name`: an entity of a pack. `unknown`: a name that no pack has. `noun`: a description or a noun of a type.
 */
export interface Mention {
  readonly kind: 'name' | 'unknown' | 'noun' | 'cue';
  readonly from: number;
  readonly to: number;
  readonly meanings: readonly Meaning[];
  /** Followed by a possessive: "OpenAI's". */
  readonly possessive: boolean;
  /** Used before a noun like an adjective: "Nvidia GPUs". */
  readonly attributive: boolean;
  /** After "the", "this", "its": it points back. */
  readonly definite: boolean;
}

/** Tokens `[from, to)` of one sentence; `isQuestion` when it ends with a question mark. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly isQuestion: boolean;
}

/** What one block says by itself, before anything around it is looked at. Offsets are into its prose. */
export interface BlockReading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  /** Names included, in the order of the text. */
  readonly figures: readonly Figure[];
}
