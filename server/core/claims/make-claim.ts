import type { Figure } from '../figures/figure.ts';
import { type Span, shift } from '../text/span.ts';
import type { Claim, Fix } from './claim.ts';

/** What a claim is told by. */
type Told = 'figure' | 'message' | 'record' | 'fixes' | 'reasons';

/** What is made for whoever asks for it: of most claims nobody does. */
export type Telling = { readonly [key in Told]: () => Claim[key] };

/** A claim that no suppression covers yet. What it is told by is asked for, not made: it was an eighth of a check. */
export function makeClaim(own: Omit<Claim, Told | 'suppressed'>, told: Telling): Claim {
  return new FreshClaim(own, told);
}

/** The claim where an edit before it has moved it by so many code units. */
export function movedClaim(claim: Claim, by: number): Claim {
  return new RestatedClaim(claim, by, claim.suppressed);
}

/** The claim as one that stands for a reason, whatever the record says. */
export function letStand(claim: Claim, reason: string): Claim {
  return new RestatedClaim(claim, 0, reason);
}

/*
 * Classes, for their getters: claims that were object literals with getters outlived V8's minor collections, and the pauses
 * to clear them away were the longest part of a slow keystroke.
 */
class FreshClaim implements Claim {
  readonly span: Span;
  readonly text: string;
  readonly verdict: Claim['verdict'];
  readonly slip: Claim['slip'];
  readonly statement: string;
  readonly confidence: number;
  readonly suppressed = null;
  readonly #told: Telling;
  #figure: Figure | undefined;
  #message: string | undefined;
  #record: Claim['record'] | undefined;

  constructor(own: Omit<Claim, Told | 'suppressed'>, told: Telling) {
    this.span = own.span;
    this.text = own.text;
    this.verdict = own.verdict;
    this.slip = own.slip;
    this.statement = own.statement;
    this.confidence = own.confidence;
    this.#told = told;
  }

  get figure() {
    this.#figure ??= this.#told.figure();
    return this.#figure;
  }

  get message() {
    this.#message ??= this.#told.message();
    return this.#message;
  }

  get record() {
    this.#record ??= this.#told.record();
    return this.#record;
  }

  get fixes() {
    return this.#told.fixes();
  }

  get reasons() {
    return this.#told.reasons();
  }
}

/** A claim of another place, or with a reason to stand; made for every claim that a keystroke moves. */
class RestatedClaim implements Claim {
  readonly span: Span;
  readonly text: string;
  readonly verdict: Claim['verdict'];
  readonly slip: Claim['slip'];
  readonly statement: string;
  readonly confidence: number;
  readonly suppressed: string | null;
  readonly #claim: Claim;
  readonly #by: number;
  #figure: Figure | undefined;

  constructor(claim: Claim, by: number, suppressed: string | null) {
    this.span = shift(claim.span, by);
    this.text = claim.text;
    this.verdict = claim.verdict;
    this.slip = claim.slip;
    this.statement = claim.statement;
    this.confidence = claim.confidence;
    this.suppressed = suppressed;
    this.#claim = claim;
    this.#by = by;
  }

  get figure() {
    this.#figure ??= movedFigure(this.#claim.figure, this.#by);
    return this.#figure;
  }

  get message() {
    return this.#claim.message;
  }

  get record() {
    return this.#claim.record;
  }

  get fixes() {
    return this.#claim.fixes.map((fix) => movedFix(fix, this.#by));
  }

  get reasons() {
    return this.#claim.reasons;
  }
}

function movedFigure(figure: Figure, by: number): Figure {
  return { ...figure, span: shift(figure.span, by) };
}

function movedFix({ span, text, preferred, source }: Fix, by: number): Fix {
  return { span: shift(span, by), text, preferred, source };
}
