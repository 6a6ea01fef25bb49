import { packSections } from '../core/facts/pack-schema.ts';
import type { SectionName } from '../core/facts/read-sections.ts';
import type { PackCatalogue } from '../service/pack-catalogue.ts';
import { parseEntry } from './pack-nodes.ts';
import type { PackEntry } from './pack-outline.ts';

/** The id that an entry of a mapping begins with, quoted or not. */
const LEADING_ID = /^\s*(?:"([^"\n]+)"|'([^'\n]+)'|([^\s:"'][^\s:]*))\s*:/;

/** What the buffer of a pack file defines, saved or not; an entry is parsed when it is asked for. */
export function bufferCatalogue(text: string, outline: readonly PackEntry[]): PackCatalogue {
  const sections = new Map<string, Map<string, PackEntry>>();
  for (const entry of outline) {
    const { section = '', holdsSection, span } = entry;
    if (holdsSection || !Object.hasOwn(packSections, section)) continue;
    const [, doubly, singly, plain] = LEADING_ID.exec(text.slice(span.start, span.end)) ?? [];
    const id = doubly ?? singly ?? plain;
    if (id === undefined) continue;
    const entries = sections.get(section) ?? new Map<string, PackEntry>();
    sections.set(section, entries.set(id, entry));
  }
  return {
    ids: (section) => sections.get(section)?.keys() ?? [],
    find(section: SectionName, id) {
      const entry = sections.get(section)?.get(id);
      return entry && parseEntry(text, entry).valueAt([section, id]);
    },
  };
}
