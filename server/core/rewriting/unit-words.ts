import { plural } from '../facts/inflect.ts';
import type { UnitMeaning, UnitTable } from '../figures/units.ts';

/** What a unit as written stands for; a symbol comes before a name. */
export function unitMeaning(surface: string, units: UnitTable): UnitMeaning | undefined {
  return (
    units.symbols.get(surface) ??
    units.names.get(surface.toLowerCase()) ??
    units.names.get(surface.toLowerCase().replaceAll('-', ' '))
  );
}

/**
 * The surface of another multiple of a unit as a writer writes units: a symbol for a symbol, a name for a name, in the
 * writer's spelling and case ("megawatts" for "gigawatts"), else as the record prints it.
 * Errors: none; `undefined` where the packs know no such surface.
 */
export function unitLike(written: string, recorded: string, units: UnitTable): string | undefined {
  const meaning = unitMeaning(recorded, units);
  const table = units.symbols.has(written) ? units.symbols : units.names;
  if (!meaning) return undefined;
  const lower = written.toLowerCase();
  const surfaces = surfacesOf(meaning, table);
  const kin = surfaces
    .filter((surface) => sharedEnding(surface, lower) >= SHORTEST_STEM)
    .sort((one, other) => sharedEnding(other, lower) - sharedEnding(one, lower));
  const own = surfaces.find(
    (surface) => surface === recorded || surface === recorded.toLowerCase(),
  );
  const found = table === units.symbols ? (own ?? surfaces[0]) : (kin[0] ?? own ?? surfaces[0]);
  const isTitle = /^[A-Z][a-z]/.test(written) && table === units.names;
  return found && isTitle ? found.charAt(0).toUpperCase() + found.slice(1) : found;
}

/** As much as "watts" or "grams" have in common, and not the plural ending alone. */
const SHORTEST_STEM = 4;

function surfacesOf({ unit, factor }: UnitMeaning, table: UnitTable['names']): readonly string[] {
  return [...table].flatMap(([surface, meaning]) =>
    meaning.unit === unit && meaning.factor === factor ? [surface] : [],
  );
}

function sharedEnding(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one.at(-1 - length) === other.at(-1 - length)) length++;
  return length;
}

/**
 * The name of a unit for one or for many: `gigawatt` of `gigawatts`, `feet` of `foot`, `kilometres per hour`. A name
 * without such a form, and a symbol, stays as it is.
 */
export function unitForNumber(name: string, isOne: boolean, units: UnitTable): string {
  const lower = name.toLowerCase();
  const meaning = units.symbols.has(name) ? undefined : units.names.get(lower);
  if (!meaning) return name;
  const names = surfacesOf(meaning, units.names);
  const found = isOne
    ? names.find((one) => pluralName(one, names) === lower)
    : pluralName(lower, names);
  if (found === undefined) return name;
  return name.charAt(0) + (found.charAt(0) === lower.charAt(0) ? found.slice(1) : found);
}

/** Names whose plural changes their vowel. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['foot', 'feet'],
  ['square foot', 'square feet'],
  ['cubic foot', 'cubic feet'],
]);
/** Words that are plural already or never are. */
const INVARIABLE = /(?:s|feet|hertz|power)$/;

/** The first word that takes the plural and leaves a name that there is: "kilometres per hour", "square metres". */
function pluralName(name: string, names: readonly string[]): string | undefined {
  const irregular = IRREGULAR.get(name);
  if (irregular !== undefined) return irregular;
  const words = name.split(/([ -])/);
  for (const [index, word] of words.entries()) {
    if (INVARIABLE.test(word)) return undefined;
    const form = words.with(index, plural(word)).join('');
    if (form !== name && names.includes(form)) return form;
  }
  return undefined;
}
