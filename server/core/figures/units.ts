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
}

/** No units but the built-in ones of money, percentages and time. */
export const NO_UNITS: UnitTable = { names: new Map(), symbols: new Map() };
