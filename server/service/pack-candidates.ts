import type { SectionName } from '../core/facts/read-sections.ts';
import { entryTitle } from './pack-cards.ts';
import { entryKey, type PackCatalogue } from './pack-catalogue.ts';

/** An id that may be written at some place of a pack. */
export interface PackCandidate {
  readonly id: string;
  /** Its name, label or title. */
  readonly title: string;
  /** Whether what stands around the place speaks for it. */
  readonly fits: boolean;
}

/** What the statement or property around a place already says. */
export interface PackContext {
  readonly section: SectionName;
  /** What was typed of the id, or of its name. */
  readonly typed: string;
  /** The statement's subject, where a property is wanted. */
  readonly subject?: string | undefined;
  /** The statement's property, where a subject is wanted. */
  readonly property?: string | undefined;
  /** The type that a value must have, where an entity is wanted. */
  readonly type?: string | undefined;
}

/** More than a person looks through; the rest comes when more was typed. */
const MOST = 300;

/**
 * The ids that may be written, those that fit first, then by id; cut off with `isComplete` false where there are many.
 * An id is one where what was typed is part of it or of its name, whatever its case.
 */
export function packCandidates(
  context: PackContext,
  catalogue: PackCatalogue,
): { readonly candidates: readonly PackCandidate[]; readonly isComplete: boolean } {
  const { section, typed } = context;
  const wanted = typed.toLowerCase();
  const fits = fitting(context, catalogue);
  const found: PackCandidate[] = [];
  for (const id of catalogue.ids(section)) {
    const title = entryTitle(catalogue, section, id);
    const isMeant = id.toLowerCase().includes(wanted) || title.toLowerCase().includes(wanted);
    if (isMeant) found.push({ id, title, fits: fits(id) });
  }
  const sorted = found.sort(byFit);
  return { candidates: sorted.slice(0, MOST), isComplete: sorted.length <= MOST };
}

function byFit(one: PackCandidate, other: PackCandidate): number {
  if (one.fits !== other.fits) return one.fits ? -1 : 1;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

/** Whether an id goes with what stands around it; every one does where nothing speaks for any. */
function fitting(
  { section, subject, property, type }: PackContext,
  catalogue: PackCatalogue,
): (id: string) => boolean {
  const typeOf = (entity: string): unknown => entryKey(catalogue, 'entities', entity, 'type');
  const subjectsOf = (id: string): readonly unknown[] => {
    const types = entryKey(catalogue, 'properties', id, 'subject');
    return Array.isArray(types) ? types : [];
  };
  const isOf = (types: readonly unknown[], one: unknown): boolean =>
    types.length === 0 || types.includes(one);
  if (section === 'properties' && subject !== undefined) {
    const subjectType = typeOf(subject);
    return (id) => isOf(subjectsOf(id), subjectType);
  }
  if (section !== 'entities') return () => true;
  if (type !== undefined) return (id) => typeOf(id) === type;
  if (property === undefined) return () => true;
  const types = subjectsOf(property);
  return (id) => isOf(types, typeOf(id));
}
