import type { Span } from '../core/text/span.ts';
import { type PackNode, type ParsedEntry, parseEntry } from './pack-nodes.ts';
import { outlinePackText, type PackEntry } from './pack-outline.ts';
import { definedThing, type PackThing, referredSection } from './pack-shape.ts';

/** Something that packs give an id. */
export interface PackName {
  readonly thing: PackThing;
  readonly id: string;
}

/** Where a pack file names something: at its definition, or in a reference to it. */
export interface PackOccurrence {
  readonly role: 'definition' | 'reference';
  /** UTF-16 code units of the file's text. */
  readonly span: Span;
}

/** What has to be known of other entries to tell what a text names. */
export interface NameContext {
  /** The kind of a property's values; undefined for an unknown one. */
  kindOf(property: string): unknown;
  /** The id of the unit that is written so: by id, name or symbol, with a prefix or without. */
  unitOf(text: string): string;
}

/** What a key or value names, and whether it defines that; undefined where it is neither an id nor stands for one. */
export function nameOf(
  node: PackNode,
  entry: ParsedEntry,
  context: NameContext,
): (PackName & Pick<PackOccurrence, 'role'>) | undefined {
  const { path, role, text } = node;
  const defined = definedThing(path, role);
  if (defined !== undefined) return { thing: defined, id: text, role: 'definition' };
  const section = role === 'value' ? referredSection(path) : undefined;
  if (section === undefined || text === '') return undefined;
  if (path[2] === 'value' && !isName(node, entry, context)) return undefined;
  const id = section === 'units' ? context.unitOf(text) : text;
  return { thing: section, id, role: 'reference' };
}

/** Every place of a pack file that names `wanted`, in the order of the text. */
export function occurrencesOf(
  text: string,
  wanted: PackName,
  context: NameContext,
): readonly PackOccurrence[] {
  // A unit may be written otherwise than by its id; of anything else the id must be there to be named.
  const mayName = ({ span: { start, end } }: PackEntry): boolean =>
    wanted.thing === 'units' || text.slice(start, end).includes(wanted.id);
  const entries = outlinePackText(text).filter(mayName);
  return entries.flatMap((entry) => occurrencesIn(text, entry, wanted, context));
}

/** The places of a pack file that define `wanted`: more than one where an id stands there twice. */
export function definitionsOf(
  text: string,
  wanted: PackName,
  context: NameContext,
): readonly PackOccurrence[] {
  const mayDefine = ({ section, holdsSection, span: { start, end } }: PackEntry): boolean =>
    (holdsSection || section === wanted.thing) && text.slice(start, end).includes(wanted.id);
  const entries = outlinePackText(text).filter(mayDefine);
  return entries
    .flatMap((entry) => occurrencesIn(text, entry, wanted, context))
    .filter(({ role }) => role === 'definition');
}

function occurrencesIn(
  text: string,
  stretch: PackEntry,
  wanted: PackName,
  context: NameContext,
): readonly PackOccurrence[] {
  const entry = parseEntry(text, stretch);
  return entry.nodes.flatMap((node) => {
    const name = nameOf(node, entry, context);
    const isMeant = name?.thing === wanted.thing && name.id === wanted.id;
    return isMeant ? [{ role: name.role, span: node.span }] : [];
  });
}

/** A statement's value is an id where its property's values are names; otherwise it is a figure or words. */
function isName({ path }: PackNode, entry: ParsedEntry, { kindOf }: NameContext): boolean {
  const property = entry.valueAt([...path.slice(0, 2), 'property']);
  return typeof property === 'string' && kindOf(property) === 'name';
}
