import { describe, expect, it } from 'vitest';
import { buildFactBase } from '../../server/core/facts/build-fact-base.ts';
import type { Property } from '../../server/core/facts/fact-base.ts';
import { vocabulary } from './read-vocabulary.ts';

const { facts, issues } = buildFactBase(vocabulary);
const quantities = [...facts.properties.values()].filter(({ kind }) => kind === 'quantity');

/** Every way to write one of a property's unit, in the words and signs that a draft has. */
function unitsOf({ unit }: Property): readonly string[] {
  return [...facts.units.names, ...facts.units.symbols]
    .filter(([, meaning]) => meaning.unit === unit)
    .map(([word]) => word);
}

/** The values in each unit of a property that no statement can have. */
function unreadable(property: Property): readonly string[] {
  const pack = {
    entities: { it: { name: 'Aldwyn', type: 'place' } },
    sources: { almanac: { title: 'The almanac' } },
    statements: unitsOf(property).map((unit, index) => ({
      id: `it.${index}`,
      subject: 'it',
      property: property.id,
      value: `5 ${unit}`,
      time: '2025',
      references: [{ source: 'almanac', line: 1, exact: '5' }],
    })),
  };
  return buildFactBase([...vocabulary, { file: 'it.yaml', pack: 'it', data: pack }]).issues.map(
    ({ message }) => message,
  );
}

/** "5 Pm" is five in the afternoon. Known mistake: a name of more than three words is read by its first. */
const KNOWN = /^Cannot read "5 Pm"|^"5 (?:micrograms? per cubic met|[µμ]g\/m³)/;

describe('the base vocabulary', () => {
  it('loads without an issue', () => {
    expect(issues).toEqual([]);
  });

  it('names for every quantity a unit that figures have', () => {
    const unreachable = quantities.filter((one) => one.unit !== '' && unitsOf(one).length === 0);
    expect(quantities.length).toBeGreaterThan(20);
    expect(unreachable.map(({ id }) => id)).toEqual([]);
  });

  it('reads values in every unit it has', () => {
    const oneForEach = new Map(quantities.map((property) => [property.unit, property]));
    const unread = [...oneForEach.values()].flatMap(unreadable);
    expect(unread.filter((message) => !KNOWN.test(message))).toEqual([]);
    expect(unread.some((message) => KNOWN.test(message))).toBe(true);
  });
});
