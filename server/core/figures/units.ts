import { readTokens } from '../text/tokens.ts';
import type { Amount } from './interval.ts';

/** What one unit word or symbol stands for: `gigawatts` is 10⁹ of `W`. */
export interface UnitMeaning {
  readonly unit: string;
  readonly factor: Amount;
}

/** Every unit that the loaded packs define, with their prefixes written out. */
export interface UnitTable {
  /** By name, lower case: `gigawatt`, `gigawatts`. */
  readonly names: ReadonlyMap<string, UnitMeaning>;
  /** By symbol, exact case: `GW`. */
  readonly symbols: ReadonlyMap<string, UnitMeaning>;
  /** The first token of each name and symbol, lower case: most words after a number begin no unit. */
  readonly beginnings: ReadonlySet<string>;
}

/** The table of these names and symbols. */
export function unitTable({ names, symbols }: Omit<UnitTable, 'beginnings'>): UnitTable {
  const surfaces = [...names.keys(), ...symbols.keys()];
  const beginnings = new Set(surfaces.flatMap((surface) => readTokens(surface)[0]?.lower ?? []));
  return { names, symbols, beginnings };
}

/** No units but the built-in ones of money, percentages and time. */
export const NO_UNITS: UnitTable = unitTable({ names: new Map(), symbols: new Map() });
