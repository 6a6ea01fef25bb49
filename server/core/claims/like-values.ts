import type { Statement } from '../facts/fact-base.ts';
import type { Figure } from '../figures/figure.ts';
import { ratioPercent } from './fits.ts';

/**
 * Whether a wrong figure is like what is on record, as one that was misremembered is: an amount of nearly its size ("$45
 * billion" for $38 billion), or as many names of a kind. Percentages and dates are like one another too often to tell.
 */
export function isLikeValue(figure: Figure, { figures }: Statement): boolean {
  if (figure.kind === 'name') return isLikeSet(figure, figures);
  const [value] = figures;
  if (!value || value.unit !== figure.unit || UNTELLING.has(figure.kind)) return false;
  const percent = ratioPercent(figure, value);
  return percent !== undefined && LEAST <= percent && percent <= MOST;
}

/** "R100 and R200" for R300 and R400. */
function isLikeSet({ entities }: Figure, figures: readonly Figure[]): boolean {
  const recorded = new Set(figures.flatMap((value) => value.entities));
  return recorded.size > 1 && entities.length === recorded.size;
}

const UNTELLING: ReadonlySet<Figure['kind']> = new Set([
  'percent',
  'percentage-point',
  'ratio',
  'date',
  'version',
]);

/** In per cent of what is on record: from two thirds to half as much again. */
const LEAST = 66;
const MOST = 151;
