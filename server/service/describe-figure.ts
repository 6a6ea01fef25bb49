import type { FactBase } from '../core/facts/fact-base.ts';
import type { Figure, Hedge } from '../core/figures/figure.ts';
import { describeAmount, describeInterval } from './describe-amount.ts';
import { listWords } from './list-words.ts';

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

/**
 * How a figure was read, as a reckoning that keeps its hedge: `nearly USD 38 billion → USD 36.1–38 billion`.
 * Undefined where that says no more than what is written.
 */
export function describeReading(figure: Figure, facts: FactBase): string | undefined {
  const { hedge, interval, surface, value } = figure;
  if (interval === null || value === null || isStretch(figure)) {
    const reading = describeFigure(figure, facts);
    const isAsWritten = reading === surface || reading === `“${surface}”`;
    return isAsWritten ? undefined : reading;
  }
  const amount = describeAmount(value, figure);
  const hedged = hedge === null ? amount : aroundAmount(amount, hedge, figure);
  const allowed = describeInterval(interval, figure);
  return hedged === allowed ? undefined : `${hedged} → ${allowed}`;
}

/** The hedge on the side of the amount on which it is written: `nearly $38 billion`, `$38 billion or more`. */
function aroundAmount(amount: string, hedge: Hedge, { span }: Figure): string {
  const words = hedge.surface.toLowerCase();
  return hedge.span.start < span.start ? `${words} ${amount}` : `${amount} ${words}`;
}

/** Whether a figure means a stretch of numbers and none in particular: `30–40 GW`, `hundreds of thousands`. */
function isStretch({ hedge, numbers }: Figure): boolean {
  return numbers.length > 1 || hedge?.kind === 'range' || hedge?.kind === 'vague';
}

/** The names that packs give the entities; a name that no pack knows is quoted. */
function describeNames({ entities, surface }: Figure, facts: FactBase): string {
  const names = entities.map((id) => facts.entities.get(id)?.name ?? id);
  if (names.length === 0) return `“${surface}”, a name that is not on record`;
  return listWords(names);
}
