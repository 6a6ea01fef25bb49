import { type Direction, fitOf } from '../../../server/core/claims/fits.ts';
import { buildFactBase } from '../../../server/core/facts/build-fact-base.ts';
import { readIsoDay } from '../../../server/core/figures/calendar.ts';
import { readFigures } from '../../../server/core/figures/read-figures.ts';
import { readTokens } from '../../../server/core/text/tokens.ts';

/** How a figure of a draft stands to a value on record, each as written: `$38m` and `$38 million`. */
export function checkFit(
  drafted: string,
  recorded: string,
  {
    kind,
    signed = false,
    direction = 0,
  }: { readonly kind: string; readonly signed?: boolean; readonly direction?: Direction },
): string {
  const { facts, issues } = buildFactBase([
    {
      file: 'pack.yaml',
      pack: 'pack',
      data: {
        types: { thing: { label: 'thing' } },
        units: { m: { kind: 'length', names: ['metre'], symbols: ['m'], prefixes: 'si' } },
        properties: { size: { label: 'size', kind, signed, cues: ['size'] } },
        entities: { it: { name: 'Aldwyn', type: 'thing' } },
        sources: { book: { title: 'The book' } },
        statements: [
          {
            id: 'it.size',
            subject: 'it',
            property: 'size',
            value: recorded.split(' / ')[0],
            also: recorded.split(' / ').slice(1),
            references: [{ source: 'book', line: 1, exact: recorded }],
          },
        ],
      },
    },
  ]);
  const [statement, property] = [facts.statements.get('it.size'), facts.properties.get('size')];
  const asOf = readIsoDay('2025-11-05') ?? 0;
  const [figure] = readFigures(drafted, readTokens(drafted), {
    units: facts.units,
    asOf,
    side: 'draft',
  });
  if (!statement || !property || !figure)
    throw new Error(issues[0]?.message ?? `No figure in "${drafted}"`);
  return fitOf(figure, direction, statement, property);
}
