import fc from 'fast-check';
import { expect } from 'vitest';
import type { DraftReading } from '../../server/core/claims/claim.ts';
import { checkDraft, type DraftOptions } from '../../server/core/index.ts';
import { anyText, edited, edits, exampleDrafts, markedDrafts } from './arbitraries.ts';
import { exampleFacts } from './example-packs.ts';

/** Laws of `checkDraft`, each over texts of its own. Tests hold them on a few, the fuzz run on as many as it has time for. */
export type Law = (parameters: fc.Parameters<unknown>) => void;

const MARKDOWN: DraftOptions = { language: 'markdown', asOf: '2025-11-05' };

export const laws: Readonly<Record<string, Law>> = {
  'finds every figure where it stands, in any markup': (parameters) => {
    holds(markedDrafts, parameters, ({ text, spans }) => {
      const { figures } = checkDraft(text, exampleFacts, MARKDOWN);
      expect(figures.map(({ figure: { span } }) => span)).toEqual(spans);
    });
  },
  'reads any text without throwing, and points into it': (parameters) => {
    const text = fc.oneof(anyText, fc.array(fc.oneof(anyText, exampleDrafts)).map((all) => all.join('')));
    holds(fc.tuple(text, fc.constantFrom('markdown', 'plaintext')), parameters, ([text, language]) => {
      expectPlacesIn(text, checkDraft(text, exampleFacts, { language }));
    });
  },
  'makes the same of an edited draft as of a new one': (parameters) => {
    holds(fc.tuple(exampleDrafts, edits), parameters, ([draft, changes]) => {
      let text = draft;
      let reading = checkDraft(text, exampleFacts, MARKDOWN);
      for (const change of changes) {
        text = edited(text, change);
        reading = checkDraft(text, exampleFacts, MARKDOWN, reading);
        expect(saidOf(reading)).toEqual(saidOf(checkDraft(text, exampleFacts, MARKDOWN)));
      }
    });
  },
  'supports what its first fix has put there, and leaves every other byte alone': (parameters) => {
    holds(exampleDrafts, parameters, (draft) => {
      for (const claim of checkDraft(draft, exampleFacts, MARKDOWN).claims) {
        const [fix] = claim.fixes;
        if (!fix || claim.verdict === 'disputed') continue;
        const fixed = draft.slice(0, fix.span.start) + fix.text + draft.slice(fix.span.end);
        const by = fix.span.end <= claim.span.start ? fix.text.length - (fix.span.end - fix.span.start) : 0;
        const after = checkDraft(fixed, exampleFacts, MARKDOWN).claims.find(({ span }) => span.start === claim.span.start + by);
        expect(after, `${JSON.stringify(claim.text)} became ${JSON.stringify(fix.text)}`).toMatchObject({ verdict: 'supported' });
      }
    });
  },
};

function holds<T>(arbitrary: fc.Arbitrary<T>, parameters: fc.Parameters<unknown>, law: (value: T) => void): void {
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

/** Everything but how much work it was. */
function saidOf({ work: _, ...said }: DraftReading): unknown {
  return said;
}

function expectPlacesIn(text: string, { claims, figures, suppressionHints }: DraftReading): void {
  const isIn = ({ start, end }: { start: number; end: number }): boolean => 0 <= start && start <= end && end <= text.length;
  for (const { span, text: surface, fixes } of claims) {
    expect(isIn(span) && text.slice(span.start, span.end) === surface).toBe(true);
    expect(fixes.every((fix) => isIn(fix.span))).toBe(true);
  }
  for (const [index, { figure, claim }] of figures.entries()) {
    expect(isIn(figure.span) && figure.span.start < figure.span.end).toBe(true);
    expect(text.slice(figure.span.start, figure.span.end)).toBe(figure.surface);
    expect(figure.span.start).toBeGreaterThanOrEqual(figures[index - 1]?.figure.span.end ?? 0);
    expect(claim === null || claims[claim]?.span.start === figure.span.start).toBe(true);
  }
  expect(suppressionHints.every(({ span }) => isIn(span))).toBe(true);
}
