import type { Span } from '../core/text/span.ts';

/** Where the links of a card lead, as URIs; what leads nowhere is shown without a link. */
export interface CardLinks {
  /** Where a statement is written. */
  statement(id: string): string | undefined;
  /** A line (from 1) of the text of a source. */
  sourceLine(source: string, line: number): string | undefined;
  /** What the editor can do with the claim at a span of the draft, by label. */
  commands(span: Span): readonly (readonly [label: string, address: string])[];
}

/** The links of a card that is read, not followed. */
export const noLinks: CardLinks = {
  statement: () => undefined,
  sourceLine: () => undefined,
  commands: () => [],
};
