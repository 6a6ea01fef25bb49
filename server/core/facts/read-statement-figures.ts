import { dayInterval, readIsoDay, readPeriod } from '../figures/calendar.ts';
import { bareFigure, type Figure, type FigureKind } from '../figures/figure.ts';
import { type GrammarOptions, readFigures } from '../figures/read-figures.ts';
import type { UnitTable } from '../figures/units.ts';
import { readTokens } from '../text/tokens.ts';
import type { FactBase, Property } from './fact-base.ts';
import type { StatementData } from './pack-schema.ts';
import { isSamePhrase, type PhraseWords, readPhrase } from './phrases.ts';

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
  const stray = strayKey(data, property);
  if (stray !== undefined) {
    const message = `"${property.id}" is ${article(property.kind)}; ${stray} belong to a phrase`;
    return { ok: false, path: [stray], code: 'not-a-phrase', message };
  }
  if (property.kind === 'name') return readNames(data, context);
  if (property.kind === 'phrase') return readPhrases(data);
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
    if (property.kind === 'date' && !isWholeDate(text, figure)) {
      return { ok: false, path, code: 'impossible-date', message: `No such day as "${text}"` };
    }
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

/** Whether no number of a date is left over: "31 June 2020" reads as June 2020, and the 31 as nothing. */
function isWholeDate(text: string, figure: Figure | undefined): boolean {
  if (!figure) return !/^\d{4}-\d/.test(text);
  const { start, end } = figure.span;
  return !/\d/.test(text.slice(0, start) + text.slice(end));
}

/** The key of a phrase in a statement that states none. */
function strayKey(
  { synonyms, opposites }: StatementData,
  { kind }: Property,
): 'synonyms' | 'opposites' | undefined {
  if (kind === 'phrase') return undefined;
  if (synonyms.length > 0) return 'synonyms';
  return opposites.length > 0 ? 'opposites' : undefined;
}

function readNames(data: StatementData, { entities }: Context): Read {
  const values = Array.isArray(data.value) ? data.value : [data.value];
  for (const [index, id] of values.entries()) {
    if (entities.has(id)) continue;
    const path = Array.isArray(data.value) ? ['value', index] : ['value'];
    const named = [...entities.values()].find(({ name }) => name === id);
    const hint = named ? `; the id of what has this name is "${named.id}"` : '';
    const message = `Unknown entity "${id}"${hint}`;
    return { ok: false, path, code: 'unknown-entity', message, entity: id };
  }
  const names = values.map((id) => entities.get(id)?.name ?? id);
  const surface = names.join(' and ');
  const nameType = entities.get(values[0] ?? '')?.type ?? '';
  const figure = bareFigure('name', { start: 0, end: surface.length }, surface);
  return { ok: true, value: [{ ...figure, entities: values, nameType }] };
}

/** A phrase is text; what can be wrong is that it tells nothing, or that it says both a thing and its contrary. */
function readPhrases({ id, value, synonyms, opposites }: StatementData): Read {
  if (Array.isArray(value)) {
    const message = 'A phrase is one text; write further ways to say it under "synonyms"';
    return { ok: false, path: ['value'], code: 'unreadable-value', message };
  }
  const texts: readonly { readonly text: string; readonly path: readonly (string | number)[] }[] = [
    { text: value, path: ['value'] },
    ...synonyms.map((text, index) => ({ text, path: ['synonyms', index] })),
    ...opposites.map((text, index) => ({ text, path: ['opposites', index] })),
  ];
  const same: PhraseWords[] = [];
  for (const { text, path } of texts) {
    const phrase = readPhrase(text);
    if (!phrase) {
      const message = `"${text}" would match everywhere; expected words that say this alone`;
      return { ok: false, path, code: 'common-phrase', message };
    }
    if (path[0] !== 'opposites') same.push(phrase);
    else if (same.some((one) => isSamePhrase(one, phrase))) {
      const message = `"${text}" says the value of "${id}" as well; expected the contrary`;
      return { ok: false, path, code: 'contradictory-phrase', message };
    }
  }
  const figure = bareFigure('phrase', { start: 0, end: value.length }, value);
  return { ok: true, value: [{ ...figure, agreesWith: [id] }] };
}

/** What was read by a table of units, by kind, day and text: "$40 billion" is read once in a pack and its next builds. */
const valuesRead = new WeakMap<UnitTable, Map<string, Figure | undefined>>();

function readValue(
  text: string,
  time: string | null,
  { kind }: Property,
  { units, referenceDate }: Context,
): Figure | undefined {
  const known = valuesRead.get(units) ?? new Map<string, Figure | undefined>();
  valuesRead.set(units, known);
  const key = `${kind} ${time ?? referenceDate} ${text}`;
  if (!known.has(key)) {
    const asOf = (time && readPeriod(time)?.start) || readIsoDay(referenceDate) || 0;
    known.set(key, readAs(kind, text, { units, asOf, side: 'pack' }));
  }
  return known.get(key);
}

function readAs(kind: FigureKind, text: string, options: GrammarOptions): Figure | undefined {
  const period = kind === 'date' ? readPeriod(text) : undefined;
  if (period)
    return {
      ...bareFigure('date', { start: 0, end: text.length }, text),
      interval: dayInterval(period),
    };
  const figures = readFigures(text, readTokens(text), options);
  return figures.find((figure) => fits(figure.kind, kind));
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
