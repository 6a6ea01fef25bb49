import type { FactBase } from '../core/facts/fact-base.ts';
import type { Figure } from '../core/figures/figure.ts';
import { describeAmount, describeInterval } from './describe-amount.ts';

/**
 * How a figure was read, for people: `USD 40 billion (USD 39.5–40.5 billion)`, `3 November 2025`,
 * `GB200 and GB300`; as written where nothing more can be said.
 */
export function describeFigure(figure: Figure, facts: FactBase): string {
  if (figure.kind === 'name') return describeNames(figure, facts);
  if (figure.interval === null) return `“${figure.surface}”`;
  const interval = describeInterval(figure.interval, figure);
  if (figure.value === null) return interval;
  const value = describeAmount(figure.value, figure);
  return isStretch(figure) || value === interval ? interval : `${value} (${interval})`;
}

/** Whether a figure means a stretch of numbers and none in particular: `30–40 GW`, `hundreds of thousands`. */
function isStretch({ hedge, numbers }: Figure): boolean {
  return numbers.length > 1 || hedge?.kind === 'range' || hedge?.kind === 'vague';
}

/** The names that packs give the entities; a name that no pack knows is quoted. */
function describeNames({ entities, surface }: Figure, facts: FactBase): string {
  const names = entities.map((id) => facts.entities.get(id)?.name ?? id);
  if (names.length === 0) return `“${surface}”, a name that is not on record`;
  const last = names[names.length - 1] ?? '';
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
