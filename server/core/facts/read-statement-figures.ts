import { dayInterval, readIsoDay, readPeriod } from '../figures/calendar.ts';
import { bareFigure, type Figure } from '../figures/figure.ts';
import { readFigures } from '../figures/read-figures.ts';
import { readTokens } from '../text/tokens.ts';
import type { FactBase, Property } from './fact-base.ts';
import type { StatementData } from './pack-schema.ts';

type Read =
  | { readonly ok: true; readonly value: readonly Figure[] }
  | {
      readonly ok: false;
      readonly path: readonly (string | number)[];
      readonly code: string;
      readonly message: string;
      /** The entity that is unknown, where that is the mistake. */
      readonly entity?: string;
    };

type Context = Pick<FactBase, 'entities' | 'units' | 'referenceDate'>;

/** Read the value of a statement, and its further values, by the grammar that reads drafts. */
export function readStatementFigures(
  data: StatementData,
  property: Property,
  context: Context,
): Read {
  if (property.kind === 'name') return readNames(data, context);
  const figures: Figure[] = [];
  const values = Array.isArray(data.value) ? data.value : [data.value];
  for (const [index, text] of [...values, ...data.also].entries()) {
    const figure = readValue(text, data.time, property, context);
    const isAlso = index >= values.length;
    const path = isAlso
      ? ['also', index - values.length]
      : Array.isArray(data.value)
        ? ['value', index]
        : ['value'];
    if (!figure) {
      const message = `Cannot read "${text}" as ${article(property.kind)}; "${property.id}" is ${article(property.kind)}`;
      return { ok: false, path, code: 'unreadable-value', message };
    }
    const isWrongUnit = property.unit !== '' && figure.unit !== property.unit;
    if (isWrongUnit) {
      const message = `"${text}" is in ${figure.unit || 'no unit'}; "${property.id}" is in ${property.unit}`;
      return { ok: false, path, code: 'wrong-unit', message };
    }
    figures.push(figure);
  }
  return { ok: true, value: figures };
}

function readNames(data: StatementData, { entities }: Context): Read {
  const values = Array.isArray(data.value) ? data.value : [data.value];
  for (const [index, id] of values.entries()) {
    if (entities.has(id)) continue;
    const path = Array.isArray(data.value) ? ['value', index] : ['value'];
    const message = `Unknown entity "${id}"`;
    return { ok: false, path, code: 'unknown-entity', message, entity: id };
  }
  const names = values.map((id) => entities.get(id)?.name ?? id);
  const surface = names.join(' and ');
  const nameType = entities.get(values[0] ?? '')?.type ?? '';
  const figure = bareFigure('name', { start: 0, end: surface.length }, surface);
  return { ok: true, value: [{ ...figure, entities: values, nameType }] };
}

function readValue(
  text: string,
  time: string | null,
  property: Property,
  context: Context,
): Figure | undefined {
  const period = property.kind === 'date' ? readPeriod(text) : undefined;
  if (period)
    return {
      ...bareFigure('date', { start: 0, end: text.length }, text),
      interval: dayInterval(period),
    };
  const asOf = (time && readPeriod(time)?.start) || readIsoDay(context.referenceDate) || 0;
  const figures = readFigures(text, readTokens(text), { units: context.units, asOf, side: 'pack' });
  return figures.find(({ kind }) => fits(kind, property.kind));
}

/** A count may be written bare ("1,200"), a bare number with a noun ("12 nodes"). */
function fits(kind: Figure['kind'], wanted: Figure['kind']): boolean {
  const isCount = kind === 'count' || kind === 'number';
  return (
    kind === wanted ||
    (isCount && (wanted === 'count' || wanted === 'number' || wanted === 'version'))
  );
}

function article(kind: string): string {
  return kind === 'count' || kind === 'number' ? `a ${kind}` : `a ${kind} value`;
}
