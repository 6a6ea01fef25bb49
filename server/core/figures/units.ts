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
  /** The tokens of the longest name or symbol. */
  readonly longest: number;
}

/** The table of these names and symbols. */
export function unitTable({ names, symbols }: Pick<UnitTable, 'names' | 'symbols'>): UnitTable {
  const surfaces = [...names.keys(), ...symbols.keys()].map(readTokens);
  const beginnings = new Set(surfaces.flatMap(([first]) => first?.lower ?? []));
  const longest = Math.max(0, ...surfaces.map(({ length }) => length));
  return { names, symbols, beginnings, longest };
}

/** No units but the built-in ones of money, percentages and time. */
export const NO_UNITS: UnitTable = unitTable({ names: new Map(), symbols: new Map() });
