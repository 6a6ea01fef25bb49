import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { DraftReading, Fix } from '../../server/core/claims/claim.ts';
import { checkDraft, type DraftOptions } from '../../server/core/index.ts';
import { overlaps, type Span, shift } from '../../server/core/text/span.ts';
import { anyText, edited, edits, exampleDrafts, markedDrafts } from './arbitraries.ts';
import { exampleFacts } from './example-packs.ts';
import { saidIn } from './said-in.ts';

/** Laws of `checkDraft`, each over texts of its own. Tests hold them on a few, the fuzz run on as many as it has time for. */
export type Law = (parameters: fc.Parameters<unknown>) => void;

const MARKDOWN: DraftOptions = { language: 'markdown', asOf: '2025-11-05' };

export const laws: Readonly<Record<string, Law>> = {
  'finds every figure where it stands, in any markup': (parameters) => {
    holds(markedDrafts, parameters, ({ text, spans }) => {
      const { figures } = checkDraft(text, exampleFacts, MARKDOWN);
      const found = figures.map(({ figure: { span } }) => span);
      if (!isDeepStrictEqual(found, spans)) expect(found).toEqual(spans);
    });
  },
  'reads any text without throwing, and points into it': (parameters) => {
    const text = fc.oneof(
      anyText,
      fc.array(fc.oneof(anyText, exampleDrafts)).map((all) => all.join('')),
    );
    holds(
      fc.tuple(text, fc.constantFrom('markdown', 'plaintext')),
      parameters,
      ([text, language]) => {
        expect(hasPlacesIn(text, checkDraft(text, exampleFacts, { language }))).toBe(true);
      },
    );
  },
  'makes the same of an edited draft as of a new one': (parameters) => {
    holds(fc.tuple(exampleDrafts, edits), parameters, ([draft, changes]) => {
      let text = draft;
      let reading = checkDraft(text, exampleFacts, MARKDOWN);
      for (const change of changes) {
        text = edited(text, change);
        reading = checkDraft(text, exampleFacts, MARKDOWN, reading);
        const fresh = saidIn(checkDraft(text, exampleFacts, MARKDOWN));
        if (!isDeepStrictEqual(saidIn(reading), fresh)) expect(saidIn(reading)).toEqual(fresh);
      }
    });
  },
  'supports what a fix has put there, and leaves every other byte alone': (parameters) => {
    holds(exampleDrafts, parameters, (draft) => {
      const { claims } = checkDraft(draft, exampleFacts, MARKDOWN);
      for (const { span, text, verdict, fixes } of claims) {
        const fix = fixes.find(({ preferred }) => preferred);
        if (!fix || verdict === 'disputed') continue;
        const fixed = draft.slice(0, fix.span.start) + fix.text + draft.slice(fix.span.end);
        if (marksOf(fixed) !== marksOf(draft)) expect.fail(`${text} became ${fix.text}`);
        const place = placeAfter(span, fix);
        const after = checkDraft(fixed, exampleFacts, MARKDOWN).claims.find((claim) =>
          overlaps(claim.span, place),
        );
        if (after?.verdict !== 'supported')
          expect.fail(`${text} became ${fix.text}, ${after?.verdict} in ${fixed}`);
      }
    });
  },
};

function holds<T>(
  arbitrary: fc.Arbitrary<T>,
  parameters: fc.Parameters<unknown>,
  law: (value: T) => void,
): void {
  const { seed, numRuns, interruptAfterTimeLimit } = parameters;
  fc.assert(
    fc.property(arbitrary, (value) => {
      law(value);
    }),
    {
      ...(seed === undefined ? {} : { seed }),
      ...(numRuns === undefined ? {} : { numRuns }),
      ...(interruptAfterTimeLimit === undefined ? {} : { interruptAfterTimeLimit }),
    },
  );
}

/** The characters of markup, in order; no fix puts in or takes away any. */
function marksOf(text: string): string {
  return text.replace(/[^*_`[\]<>|#&;\n]/g, '');
}

/** Where a claim stands after a fix: in what the fix has put there, or moved by a fix before it. */
function placeAfter(span: Span, { span: replaced, text }: Fix): Span {
  if (overlaps(span, replaced)) return { start: replaced.start, end: replaced.start + text.length };
  const isBefore = replaced.end <= span.start;
  return isBefore ? shift(span, text.length - (replaced.end - replaced.start)) : span;
}

/** Every place lies in the text, holds what it says it holds, and comes after the one before. */
function hasPlacesIn(text: string, { claims, figures, suppressionHints }: DraftReading): boolean {
  const isIn = ({ start, end }: Span): boolean => 0 <= start && start <= end && end <= text.length;
  const areClaimsIn = claims.every(
    ({ span, text: surface, fixes }) =>
      isIn(span) &&
      text.slice(span.start, span.end) === surface &&
      fixes.every((fix) => isIn(fix.span)),
  );
  const areFiguresIn = figures.every(({ figure: { span, surface }, claim }, index) => {
    const before = figures[index - 1]?.figure.span.end ?? 0;
    const isOwn = claim === null || claims[claim]?.span.start === span.start;
    return (
      isOwn &&
      before <= span.start &&
      span.start < span.end &&
      isIn(span) &&
      text.slice(span.start, span.end) === surface
    );
  });
  return areClaimsIn && areFiguresIn && suppressionHints.every(({ span }) => isIn(span));
}
