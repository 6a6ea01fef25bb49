import { amountFromDigits, ONE, over, times } from '../figures/interval.ts';
import { type UnitMeaning, type UnitTable, unitTable } from '../figures/units.ts';
import { plural } from './inflect.ts';
import type { UnitData } from './pack-schema.ts';

/** Prefix symbol, prefix name, power of ten. Source: SI Brochure, 9th ed., table 7. */
// biome-ignore format: a table reads best in rows
const SI: readonly (readonly [string, string, number])[] = [
  ['n', 'nano', -9], ['µ', 'micro', -6], ['μ', 'micro', -6], ['m', 'milli', -3], ['c', 'centi', -2],
  ['k', 'kilo', 3], ['M', 'mega', 6], ['G', 'giga', 9], ['T', 'tera', 12], ['P', 'peta', 15], ['E', 'exa', 18],
];

/** Prefix symbol, prefix name, power of 1024. Source: IEC 80000-13. */
// biome-ignore format: a table reads best in rows
const IEC: readonly (readonly [string, string, number])[] = [
  ['Ki', 'kibi', 1], ['Mi', 'mebi', 2], ['Gi', 'gibi', 3], ['Ti', 'tebi', 4], ['Pi', 'pebi', 5],
];

/** Write out every unit of the packs with its prefixes, for one look-up in the text. */
export function buildUnits(units: readonly (readonly [string, UnitData])[]): UnitTable {
  const names = new Map<string, UnitMeaning>();
  const symbols = new Map<string, UnitMeaning>();
  for (const [id, data] of units) {
    const base = { unit: data.unit ?? id, factor: factorOf(data.factor) };
    addWithPrefix(names, symbols, data, base, '', '');
    if (data.prefixes === 'none') continue;
    for (const [symbol, name, power] of SI) {
      const scale = power < 0 ? over(ONE, ONE * 10n ** BigInt(-power)) : ONE * 10n ** BigInt(power);
      addWithPrefix(
        names,
        symbols,
        data,
        { unit: base.unit, factor: times(base.factor, scale) },
        symbol,
        name,
      );
    }
    if (data.prefixes !== 'iec') continue;
    for (const [symbol, name, power] of IEC) {
      const factor = base.factor * 1024n ** BigInt(power);
      addWithPrefix(names, symbols, data, { unit: base.unit, factor }, symbol, name);
    }
  }
  return unitTable({ names, symbols });
}

function addWithPrefix(
  names: Map<string, UnitMeaning>,
  symbols: Map<string, UnitMeaning>,
  data: UnitData,
  meaning: UnitMeaning,
  symbolPrefix: string,
  namePrefix: string,
): void {
  for (const name of data.names) {
    for (const form of new Set([name, plural(name)])) {
      const key = `${namePrefix}${form}`.toLowerCase();
      if (!names.has(key)) names.set(key, meaning);
    }
  }
  for (const symbol of data.symbols) {
    const key = `${symbolPrefix}${symbol}`;
    if (!symbols.has(key)) symbols.set(key, meaning);
  }
}

/** A number of a pack as an exact amount: YAML has read it as a float, its shortest digits are what was written. */
function factorOf(value: number): bigint {
  const digits = String(value);
  if (PLAIN_DIGITS.test(digits)) return amountFromDigits(digits);
  return amountFromDigits(
    value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 18 }),
  );
}

/** Digits without an exponent, no more after the point than an amount holds. Asking for a locale takes milliseconds. */
const PLAIN_DIGITS = /^\d+(?:\.\d{1,18})?$/;
