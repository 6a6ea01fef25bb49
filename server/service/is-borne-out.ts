import { findPhrases, isAgreeing } from '../core/claims/find-phrases.ts';
import type { FactBase, Reference, Statement } from '../core/facts/fact-base.ts';
import { readIsoDay, readPeriod } from '../core/figures/calendar.ts';
import type { Figure, FigureKind } from '../core/figures/figure.ts';
import { type Interval, overlap } from '../core/figures/interval.ts';
import { readFigures } from '../core/figures/read-figures.ts';
import { plainCharacters } from '../core/prose/plain-characters.ts';
import { readTokens } from '../core/text/tokens.ts';

/**
 * Whether what a reference prints reads as a value that is compatible with the statement's; a note explains a sign, a
 * kind or a unit that is not printed there. Of several names one is enough.
 */
export function isBorneOut(reference: Reference, statement: Statement, facts: FactBase): boolean {
  const names = statement.figures.flatMap(({ entities }) => entities);
  if (names.length > 0) return names.some((id) => isNamed(id, reference.exact, facts));
  if (facts.properties.get(statement.property)?.kind === 'phrase')
    return isSaid(statement, reference.exact, facts);
  const printed = readPrinted(reference, statement, facts);
  return printed.some((one) =>
    statement.figures.some((recorded) =>
      isVersion(statement, facts)
        ? isSameVersion(one, recorded)
        : agree(one, recorded, reference.note !== null),
    ),
  );
}

/**
 * The part of a statement's value that none of its references prints: a name of a set, or a figure that is finer than
 * all of them, as written on record; undefined where all is printed.
 */
export function unprintedPart(statement: Statement, facts: FactBase): string | undefined {
  const { figures, references } = statement;
  const name = figures
    .flatMap(({ entities }) => entities)
    .find((id) => !references.some(({ exact }) => isNamed(id, exact, facts)));
  if (name !== undefined) return `"${facts.entities.get(name)?.name ?? name}"`;
  if (isVersion(statement, facts)) return undefined;
  const printed = references.map((reference) => ({
    isExplained: reference.note !== null,
    figures: readPrinted(reference, statement, facts),
  }));
  const figure = figures.find(
    (recorded) =>
      recorded.interval !== null &&
      !printed.some(({ figures: all, isExplained }) =>
        all.some((one) => agree(one, recorded, isExplained) && isAsFine(one, recorded)),
      ),
  );
  return figure && `"${figure.surface}"`;
}

function isAsFine({ interval: printed }: Figure, { interval: recorded }: Figure): boolean {
  if (printed === null || recorded === null) return false;
  return printed.max - printed.min <= recorded.max - recorded.min;
}

function isNamed(id: string, exact: string, { entities }: FactBase): boolean {
  const entity = entities.get(id);
  return (
    entity !== undefined && [entity.name, ...entity.aliases].some((name) => exact.includes(name))
  );
}

/** A phrase must be printed in one of the ways that the statement lists, with nothing that denies it. */
function isSaid({ id, subject }: Statement, exact: string, { phrases }: FactBase): boolean {
  const tokens = readTokens(plainCharacters(exact));
  const sentence = { from: 0, to: tokens.length, isQuestion: false };
  const own = (phrases.get(subject) ?? []).filter(({ statement }) => statement === id);
  return findPhrases(tokens, sentence, own).some(isAgreeing);
}

function readPrinted(
  { exact }: Reference,
  { time }: Statement,
  { units, referenceDate }: FactBase,
): readonly Figure[] {
  const asOf = (time && readPeriod(time)?.start) || readIsoDay(referenceDate) || 0;
  return readFigures(exact, readTokens(exact), { units, asOf, side: 'pack' });
}

function agree(printed: Figure, recorded: Figure, isExplained: boolean): boolean {
  if (printed.interval === null || recorded.interval === null) return false;
  if (overlap(printed.interval, recorded.interval)) {
    return (
      isExplained || (isSameKind(printed.kind, recorded.kind) && printed.unit === recorded.unit)
    );
  }
  return isExplained && overlap(printed.interval, mirrored(recorded.interval));
}

function isVersion({ property }: Statement, { properties }: FactBase): boolean {
  return properties.get(property)?.kind === 'version';
}

/** "17" is printed where 17.2 is on record, or the other way round; 17.3 is another. */
function isSameVersion(printed: Figure, recorded: Figure): boolean {
  const [one, other] = [printed, recorded].map(({ surface }) =>
    surface.replace(/^v/i, '').split('.'),
  );
  const [short, long] = (one ?? []).length < (other ?? []).length ? [one, other] : [other, one];
  return (short ?? []).every((part, index) => long?.[index] === part);
}

/** What is counted is often named outside of the printed figure. */
function isSameKind(one: FigureKind, other: FigureKind): boolean {
  const plain = (kind: FigureKind): FigureKind => (kind === 'number' ? 'count' : kind);
  return plain(one) === plain(other);
}

/** A fall is printed as "dipped 0.15%" and recorded as -0.15 %. */
function mirrored({ min, max, minOpen, maxOpen }: Interval): Interval {
  return { min: -max, max: -min, minOpen: maxOpen, maxOpen: minOpen };
}
