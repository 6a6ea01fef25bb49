import type { FactBase, Property } from '../core/facts/fact-base.ts';
import { type StatementData, statementSchema } from '../core/facts/pack-schema.ts';
import { readStatementFigures } from '../core/facts/read-statement-figures.ts';
import type { CardDress } from './card-dress.ts';
import { counted } from './counted.ts';
import { describeFigure } from './describe-figure.ts';
import { describeAsOf } from './describe-time.ts';
import { inBothForms, type PackCard } from './pack-cards.ts';

/**
 * How a statement is read, as it is written in `raw`: kind, value, interval and unit, its rank and references.
 * Undefined where what is written is no statement yet.
 */
export function statementCard(raw: unknown, facts: FactBase): PackCard | undefined {
  const parsed = statementSchema.safeParse(raw);
  return parsed.success
    ? inBothForms((dress) => describeStatement(parsed.data, facts, dress))
    : undefined;
}

function describeStatement(
  data: StatementData,
  facts: FactBase,
  dress: CardDress,
): readonly string[] {
  const property = facts.properties.get(data.property);
  const subject = facts.entities.get(data.subject)?.name ?? data.subject;
  const time = data.time === null ? '' : describeAsOf(data.time);
  const basis = data.time !== null && data.timeBasis === 'inferred' ? ' (inferred)' : '';
  const sources = new Set(data.references.map(({ source }) => source)).size;
  return [
    dress.bold(`${subject}, ${property?.label ?? data.property}`),
    property === undefined ? '' : readingOf(data, property, facts, dress),
    capitalised(dress.text(`${time}${basis}`)),
    dress.text(rankOf(data, facts)),
    dress.text(`${counted(data.references.length, 'reference')} in ${counted(sources, 'source')}`),
  ];
}

/** `Read as money: USD 38 billion (USD 37.5–38.5 billion)`, or why it cannot be read. */
function readingOf(
  data: StatementData,
  property: Property,
  facts: FactBase,
  dress: CardDress,
): string {
  const read = readStatementFigures(data, property, facts);
  if (!read.ok) return dress.text(read.message);
  const figures = read.value.map((figure) => describeFigure(figure, facts));
  return dress.text(`Read as ${property.kind}: ${figures.join('; ')}`);
}

/** The rank that the pack gives, or the one worked out when the packs were last read. */
function rankOf({ id, rank }: StatementData, facts: FactBase): string {
  if (rank !== undefined) return `Rank ${rank}, given by the pack`;
  const known = facts.statements.get(id);
  if (known === undefined) return '';
  const others = (facts.groups.get(id)?.length ?? 1) - 1;
  const beside = others === 0 ? 'the only value' : `one of ${others + 1} values`;
  return `Rank ${known.rank}, ${beside} on record`;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
