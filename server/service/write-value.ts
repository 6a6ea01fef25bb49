import { fitOf } from '../core/claims/fits.ts';
import type { FactBase, Statement } from '../core/facts/fact-base.ts';
import { readIsoDay } from '../core/figures/calendar.ts';
import type { Figure } from '../core/figures/figure.ts';
import { readFigures } from '../core/figures/read-figures.ts';
import { rewriteFigure } from '../core/rewriting/rewrite-figure.ts';
import type { Span } from '../core/text/span.ts';
import { readTokens } from '../core/text/tokens.ts';
import { describeValue } from './describe-record.ts';
import type { DraftSnapshot } from './draft-store.ts';
import { listWords } from './list-words.ts';

/** Figures farther than this from where one is written, counted in figures, tell nothing of its form that nearer ones do not. */
const MODELS = 40;

/** How a statement's value is written where no draft has a form of its own: names as a list, a day in words. */
export function valueWords({ value, figures, property: id }: Statement, facts: FactBase): string {
  const names = figures.flatMap(({ entities }) => entities);
  if (facts.properties.get(id)?.kind === 'name' && names.length > 0)
    return listWords(names.map((name) => facts.entities.get(name)?.name ?? name));
  return describeValue({ value });
}

/**
 * A statement's value in the form of the figure of its kind that stands nearest to `place`: "$38bn" in a draft that has
 * "$500bn". The hedge of the record stays, unless the text has one before it. Only a form in which it reads as the very
 * value on record is taken.
 * Offsets: UTF-16 code units of the draft.
 */
export function writeValue(
  statement: Statement,
  draft: DraftSnapshot,
  place: Span,
  { isHedged = false }: { readonly isHedged?: boolean } = {},
): string {
  const words = valueWords(statement, draft.facts);
  const value = statement.figures[0];
  if (!value || !STYLED.has(value.kind)) return words;
  const written = modelsFor(value, draft, place)
    .map((model) => inFormOf(model, value, draft.facts))
    .find((form) => form !== undefined && isSame(form, statement, draft));
  const { start, end } = value.span;
  // A period on record ("2025-11-03") is written as nobody writes it.
  const isInWords = words.slice(start, end) === value.surface;
  if (isHedged || !isInWords) return written ?? (isInWords ? value.surface : words);
  return words.slice(0, start) + (written ?? value.surface) + words.slice(end);
}

/** What is written in different forms by different writers. */
const STYLED: ReadonlySet<Figure['kind']> = new Set(['money', 'percent', 'quantity', 'date']);

/** The single figures of the same kind and unit as a value, the nearest first, without what stands at the place itself. */
function modelsFor(
  value: Figure,
  { reading, facts }: DraftSnapshot,
  place: Span,
): readonly Figure[] {
  const distance = ({ span }: Figure): number =>
    Math.max(place.start - span.end, span.start - place.end);
  const near = reading.figures
    .map(({ figure }) => figure)
    .filter(({ kind, unit }) => kind === value.kind && unit === value.unit)
    .filter(({ span }) => span.end < place.start || place.end < span.start)
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, MODELS);
  return near.flatMap(({ surface }) => {
    const [model, ...others] = readAlone(surface, reading.asOf, facts);
    const isWhole = model?.surface === surface && others.length === 0;
    return isWhole && isModel(model, value) ? [model] : [];
  });
}

/** Whether one is written as the other could be: with a scale word or without, a date with its month. */
function isModel({ kind, numbers, dateParts }: Figure, value: Figure): boolean {
  if (kind === 'date')
    return (
      dateParts.some(({ part }) => part === 'month') &&
      dateParts.every(({ part }) => part === 'day' || part === 'month' || part === 'year')
    );
  const [number, ...others] = numbers;
  const hasScale = value.numbers[0]?.scale !== undefined;
  return number !== undefined && others.length === 0 && (number.scale !== undefined) === hasScale;
}

function inFormOf(model: Figure, value: Figure, facts: FactBase): string | undefined {
  const { surface } = model;
  const rewrite = rewriteFigure(surface, model, value, facts);
  const isWhole = rewrite?.span.start === 0 && rewrite.span.end === surface.length;
  return isWhole ? rewrite.text : undefined;
}

function isSame(written: string, statement: Statement, { reading, facts }: DraftSnapshot): boolean {
  const property = facts.properties.get(statement.property);
  const [figure, ...others] = readAlone(written, reading.asOf, facts);
  if (!property || !figure || others.length > 0) return false;
  return fitOf(figure, 0, statement, property) === 'equal';
}

function readAlone(text: string, asOf: string, { units }: FactBase): readonly Figure[] {
  return readFigures(text, readTokens(text), { units, asOf: readIsoDay(asOf) ?? 0, side: 'draft' });
}
