import { unknownType } from './build-properties.ts';
import { isCommonWord, withoutArticle } from './common-words.ts';
import type { Entity } from './fact-base.ts';
import { plural } from './inflect.ts';
import type { PackReport } from './pack-report.ts';
import type { EntityData } from './pack-schema.ts';
import type { Entry, Sections } from './read-sections.ts';

/**
 * The entities of all packs.
 * Errors: as issues; the entity stays without what is wrong of it: an alias that would match everywhere, a whole or
 * party that is unknown, the link that closes a circle of parts. One whose own name would match everywhere is left
 * out, and its id kept as broken.
 */
export function buildEntities(sections: Sections, report: PackReport): Map<string, Entity> {
  const nouns = nounsOf(sections);
  for (const [id, { data, file, path }] of sections.entities) {
    if (!isEverywhere(data.name, nouns)) continue;
    report.error(file, [...path, 'name'], 'common-name', everywhere(data.name, 'one thing'));
    sections.broken.add('entities', id);
  }
  const entities = new Map<string, Entity>();
  for (const [id, entry] of sections.entities) {
    const { data, file, path } = entry;
    const { types, broken } = sections;
    if (broken.has('entities', id)) continue;
    if (!types.has(data.type) && !broken.has('types', data.type)) {
      report.error(file, [...path, 'type'], 'unknown-type', unknownType(data.type));
    }
    entities.set(id, {
      id,
      ...data,
      aliases: telling(entry, 'aliases', (alias) => isNoName(alias, nouns), report),
      called: telling(entry, 'called', isOfCommonWords, report),
      partOf: knownWhole(entry, sections, report),
      parties: knownParties(entry, sections, report),
    });
  }
  openCircles(entities, sections, report);
  openPartyCircles(entities, sections, report);
  return entities;
}

/** The names that tell something, without those that would match everywhere. */
function telling(
  { data, file, path }: Entry<EntityData>,
  key: 'aliases' | 'called',
  isCommon: (name: string) => boolean,
  report: PackReport,
): readonly string[] {
  return data[key].filter((name, index) => {
    if (!isCommon(name)) return true;
    const hint = DESCRIBING.test(name.toLowerCase())
      ? '; a description belongs under "called"'
      : '';
    const message = everywhere(name, `"${data.name}"`) + hint;
    report.error(file, [...path, key, index], 'common-name', message);
    return false;
  });
}

function everywhere(name: string, meant: string): string {
  return `"${name}" would match everywhere; expected a name that means ${meant} alone`;
}

/** Whether a name is no name: a number, words of every sentence, or a noun of a type in small letters. */
function isEverywhere(alias: string, nouns: ReadonlySet<string>): boolean {
  return (
    /^[\d\s.,]+$/.test(alias) ||
    isOfCommonWords(alias) ||
    (alias === alias.toLowerCase() && nouns.has(withoutArticle(alias)))
  );
}

/** What would match everywhere, and a description in small letters: "the ferry giant". */
function isNoName(alias: string, nouns: ReadonlySet<string>): boolean {
  const isDescription = alias === alias.toLowerCase() && DESCRIBING.test(alias);
  return isDescription || isEverywhere(alias, nouns);
}

const DESCRIBING = /^(?:the|an?|this|that|its|our|their|your|my)\s/;

/** `the`, `It`; an abbreviation in capitals ("US", "WHO") is none. */
function isOfCommonWords(name: string): boolean {
  const isAbbreviation = name.length > 1 && name === name.toUpperCase();
  return !isAbbreviation && name.split(' ').every(isCommonWord);
}

function nounsOf({ types }: Sections): ReadonlySet<string> {
  const nouns = [...types.values()].flatMap(({ data }) => data.nouns);
  return new Set(nouns.flatMap((noun) => [noun.toLowerCase(), plural(noun.toLowerCase())]));
}

function knownWhole(entry: Entry<EntityData>, sections: Sections, report: PackReport) {
  const { partOf } = entry.data;
  return partOf !== null && isKnown(partOf, entry, ['partOf'], sections, report) ? partOf : null;
}

function knownParties(entry: Entry<EntityData>, sections: Sections, report: PackReport) {
  return entry.data.parties.filter((party, index) =>
    isKnown(party, entry, ['parties', index], sections, report),
  );
}

function isKnown(
  id: string,
  { file, path }: Entry<EntityData>,
  at: readonly (string | number)[],
  { entities, broken }: Sections,
  report: PackReport,
): boolean {
  if (broken.has('entities', id)) return false;
  if (entities.has(id)) return true;
  report.error(file, [...path, ...at], 'unknown-entity', `Unknown entity "${id}"`);
  return false;
}

/** Take out of each circle of parts the link that closes it, in the order of the packs. */
function openCircles(entities: Map<string, Entity>, sections: Sections, report: PackReport): void {
  const isChecked = new Set<string>();
  for (const start of entities.keys()) {
    const chain = new Set<string>();
    let at: string | null = start;
    while (at !== null && !isChecked.has(at)) {
      chain.add(at);
      const entity: Entity | undefined = entities.get(at);
      const whole: string | null = entity?.partOf ?? null;
      if (entity && whole !== null && chain.has(whole)) {
        const entry = sections.entities.get(at);
        const circle = [...chain].slice([...chain].indexOf(whole));
        const message = `${[...circle, whole].map((id) => `"${id}"`).join(' is part of ')}; expected no circle`;
        report.error(entry?.file ?? '', [...(entry?.path ?? []), 'partOf'], 'circle', message);
        entities.set(at, { ...entity, partOf: null });
        break;
      }
      at = whole;
    }
    for (const id of chain) isChecked.add(id);
  }
}

/** Take out of each circle of parties the link that closes it: no deal is made by itself. */
function openPartyCircles(
  entities: Map<string, Entity>,
  sections: Sections,
  report: PackReport,
): void {
  for (const [id, entity] of entities) {
    const circular = entity.parties.filter((party) => isPartyTo(id, party, entities));
    if (circular.length === 0) continue;
    const entry = sections.entities.get(id);
    if (!entry) continue;
    const { data, file, path } = entry;
    for (const party of circular) {
      const message = `"${id}" is a party to "${party}" itself; expected no circle`;
      report.error(file, [...path, 'parties', data.parties.indexOf(party)], 'circle', message);
    }
    const parties = entity.parties.filter((party) => !circular.includes(party));
    entities.set(id, { ...entity, parties });
  }
}

/** Whether `id` is `deal`, or a party to it, or to one of its parties. */
function isPartyTo(id: string, deal: string, entities: ReadonlyMap<string, Entity>): boolean {
  const seen = new Set<string>();
  const open = [deal];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === id) return true;
    if (!seen.has(at)) open.push(...(entities.get(at)?.parties ?? []));
    seen.add(at);
  }
  return false;
}
