import { buildFactBase } from '../../../server/core/facts/build-fact-base.ts';
import { readIsoDay } from '../../../server/core/figures/calendar.ts';
import type { Figure } from '../../../server/core/figures/figure.ts';
import { overlap } from '../../../server/core/figures/interval.ts';
import { readFigures } from '../../../server/core/figures/read-figures.ts';
import { rewriteFigure } from '../../../server/core/rewriting/rewrite-figure.ts';
import { readTokens } from '../../../server/core/text/tokens.ts';
import { exampleFacts } from '../example-packs.ts';

const AS_OF = readIsoDay('2025-11-05') ?? 0;
const DATE = /^\d{4}(-|$)/;

/** A text with its first figure replaced by a value of the record in the writer's own form; null where it has none. */
export function checkRewrite(written: string, recorded: string): string | null {
  const figure = figuresOf(written, 'draft')[0];
  const value = DATE.test(recorded) ? dateValue(recorded) : figuresOf(recorded, 'pack')[0];
  if (!figure || !value) throw new Error(`No figure in "${figure ? recorded : written}"`);
  const rewrite = rewriteFigure(written, figure, value, exampleFacts);
  if (!rewrite) return null;
  return written.slice(0, rewrite.span.start) + rewrite.text + written.slice(rewrite.span.end);
}

/** Whether a number and one on record are roundings of the same. */
export function isBorneOut(written: string, recorded: string): boolean {
  const [figure, value] = [figuresOf(written, 'draft')[0], figuresOf(recorded, 'pack')[0]];
  if (!figure?.interval || !value?.interval) return false;
  return figure.unit === value.unit && overlap(figure.interval, value.interval);
}

function figuresOf(text: string, side: 'draft' | 'pack'): readonly Figure[] {
  return readFigures(text, readTokens(text), { units: exampleFacts.units, asOf: AS_OF, side });
}

/** A date as packs write it. */
function dateValue(value: string): Figure | undefined {
  const { facts } = buildFactBase([
    {
      file: 'pack.yaml',
      pack: 'pack',
      data: {
        types: { thing: { label: 'thing' } },
        properties: { born: { label: 'born', kind: 'date', cues: ['born'] } },
        entities: { it: { name: 'Aldwyn', type: 'thing' } },
        sources: { book: { title: 'The book' } },
        statements: [
          {
            id: 'it.born',
            subject: 'it',
            property: 'born',
            value,
            references: [{ source: 'book', line: 1, exact: value }],
          },
        ],
      },
    },
  ]);
  return facts.statements.get('it.born')?.figures[0];
}
