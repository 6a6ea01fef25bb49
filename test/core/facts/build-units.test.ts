import { describe, expect, it } from 'vitest';
import { buildUnits } from '../../../server/core/facts/build-units.ts';
import { unitSchema } from '../../../server/core/facts/pack-schema.ts';
import { digitsOf } from '../../../server/core/figures/interval.ts';

const units = buildUnits(
  Object.entries({
    W: { kind: 'power', names: ['watt'], symbols: ['W'], prefixes: 'si' },
    B: { kind: 'information', names: ['byte'], symbols: ['B'], prefixes: 'iec' },
    mile: { kind: 'length', names: ['mile'], symbols: ['mi'], unit: 'm', factor: 1609.344 },
    bit: { kind: 'information', names: ['bit'], symbols: ['bit'], unit: 'B', factor: 0.125 },
    meter: { kind: 'length', names: ['metre'], symbols: ['m'], unit: 'm', prefixes: 'si' },
    MW: { kind: 'made up', names: ['emwee'], symbols: ['MW'] },
  }).map(([id, data]) => [id, unitSchema.parse(data)] as const),
);

function meaning(word: string): string | undefined {
  const found = units.symbols.get(word) ?? units.names.get(word);
  return found && `${digitsOf(found.factor)} ${found.unit}`;
}

describe('buildUnits()', () => {
  it.each([
    ['W', '1 W'],
    ['GW', '1000000000 W'],
    ['mW', '0.001 W'],
    ['gigawatt', '1000000000 W'],
    ['gigawatts', '1000000000 W'],
    ['KiB', '1024 B'],
    ['tebibytes', '1099511627776 B'],
    ['kilobyte', '1000 B'],
    ['mile', '1609.344 m'],
    ['miles', '1609.344 m'],
    ['bit', '0.125 B'],
    ['km', '1000 m'],
    ['nm', '0.000000001 m'],
    ['KiW', undefined],
    ['kilomile', undefined],
    ['gw', undefined],
  ])('knows what a %s is', (word, known) => {
    expect(meaning(word)).toBe(known);
  });

  it('lets the unit of an earlier pack keep its symbol', () => {
    expect(meaning('MW')).toBe('1000000 W');
  });

  it('knows the first word of every name and symbol', () => {
    const { beginnings } = buildUnits([
      ['km2', unitSchema.parse({ kind: 'area', names: ['square kilometre'], symbols: ['sq km'] })],
    ]);
    expect([...beginnings]).toEqual(['square', 'sq']);
    expect(['gw', 'kilometres', 'tebibyte'].every((word) => units.beginnings.has(word))).toBe(true);
  });
});
