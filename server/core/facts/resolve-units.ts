import type { UnitTable } from '../figures/units.ts';
import { buildUnits } from './build-units.ts';
import type { PackReport } from './pack-report.ts';
import type { UnitData } from './pack-schema.ts';
import type { Sections } from './read-sections.ts';

/** Every unit of the packs: for drafts by name and symbol, for properties by any way to write it. */
export interface Units {
  readonly table: UnitTable;
  /** The base unit that figures of a unit are read in: `g` for `t`, `tonnes` and `kg`; undefined for none. */
  readonly baseOf: (unit: string) => string | undefined;
}

/** The entries that a table was written out from. */
const originOf = new WeakMap<UnitTable, readonly (readonly [string, UnitData])[]>();

/**
 * Write out the units of all packs and lead each to its base. The table of the last build is given again where its
 * units are the same, and with it all that was read by it.
 * Errors: as issues; a unit that is a multiple of nothing known, or of another multiple, is left out.
 */
export function resolveUnits(
  { units, broken }: Sections,
  report: PackReport,
  last?: UnitTable,
): Units {
  const usable = [...units].filter(([id, { data, file, path }]) => {
    const message = baseMistake(data.unit, units);
    if (message === undefined) return true;
    if (!broken.has('units', data.unit ?? '')) {
      report.error(file, [...path, 'unit'], 'unknown-unit', message);
    }
    broken.add('units', id);
    return false;
  });
  const entries = usable.map(([id, { data }]) => [id, data] as const);
  const table = last !== undefined && isMadeOf(last, entries) ? last : buildUnits(entries);
  originOf.set(table, entries);
  const bases = new Map(usable.map(([id, { data }]) => [id, data.unit ?? id]));
  const baseOf = (unit: string): string | undefined =>
    bases.get(unit) ?? table.symbols.get(unit)?.unit ?? table.names.get(unit.toLowerCase())?.unit;
  return { table, baseOf };
}

function isMadeOf(table: UnitTable, entries: readonly (readonly [string, UnitData])[]): boolean {
  const origin = originOf.get(table);
  const isSame = ([id, data]: readonly [string, UnitData], index: number): boolean =>
    origin?.[index]?.[0] === id && origin[index][1] === data;
  return origin?.length === entries.length && entries.every(isSame);
}

function baseMistake(base: string | undefined, units: Sections['units']): string | undefined {
  if (base === undefined) return undefined;
  const entry = units.get(base);
  if (!entry) return `Unknown unit "${base}"; define it under "units"`;
  const further = entry.data.unit;
  return further === undefined || further === base
    ? undefined
    : `"${base}" is itself a multiple; expected its base "${further}", and the factor to that`;
}
