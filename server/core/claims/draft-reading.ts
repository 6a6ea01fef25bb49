import type { Claim, DraftReading, FigureReading } from './claim.ts';

/** What a reading says, but for the figures. */
export type Said = Omit<DraftReading, 'figures'>;

/** A reading whose figures stay unread until somebody asks for them. A class for the reason that claims are (`make-claim.ts`). */
export class ReadingOnDemand implements DraftReading {
  readonly text: string;
  readonly asOf: string;
  readonly asOfBasis: DraftReading['asOfBasis'];
  readonly claims: readonly Claim[];
  readonly suppressionHints: DraftReading['suppressionHints'];
  readonly work: DraftReading['work'];
  readonly #figures: () => readonly FigureReading[];

  constructor(said: Said, figures: () => readonly FigureReading[]) {
    this.text = said.text;
    this.asOf = said.asOf;
    this.asOfBasis = said.asOfBasis;
    this.claims = said.claims;
    this.suppressionHints = said.suppressionHints;
    this.work = said.work;
    this.#figures = figures;
  }

  get figures() {
    return this.#figures();
  }
}
