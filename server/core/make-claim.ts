import type { Claim, Fix } from './claims/claim.ts';
import { shift } from './text/span.ts';

/** What a claim is told by. */
type Told = 'message' | 'record' | 'fixes' | 'reasons';

/** What is made for whoever asks for it: of most claims nobody does. */
export type Telling = { readonly [key in Told]: () => Claim[key] };

/** A claim that no suppression covers yet. What it is told by is asked for, not made: it was an eighth of a check. */
export function makeClaim(
  { span, text, figure, verdict, slip, statement, confidence }: Omit<Claim, Told | 'suppressed'>,
  told: Telling,
): Claim {
  return {
    span,
    text,
    figure,
    verdict,
    slip,
    statement,
    get message() {
      return told.message();
    },
    confidence,
    get record() {
      return told.record();
    },
    get fixes() {
      return told.fixes();
    },
    get reasons() {
      return told.reasons();
    },
    suppressed: null,
  };
}

/** The claim where an edit before it has moved it by so many code units. */
export function movedClaim(claim: Claim, by: number): Claim {
  const { figure } = claim;
  const span = shift(claim.span, by);
  const { text, verdict, slip, statement, confidence } = claim;
  return makeClaim(
    {
      span,
      text,
      figure: { ...figure, span: shift(figure.span, by) },
      verdict,
      slip,
      statement,
      confidence,
    },
    {
      message: () => claim.message,
      record: () => claim.record,
      fixes: () => claim.fixes.map((fix) => movedFix(fix, by)),
      reasons: () => claim.reasons,
    },
  );
}

function movedFix({ span, text, preferred, source }: Fix, by: number): Fix {
  return { span: shift(span, by), text, preferred, source };
}
