import { findNode } from '../host/pack-nodes.ts';
import { entryKey } from '../service/index.ts';
import type { PackPage } from './pack-desk.ts';
import type { NamedPlace } from './pack-navigation.ts';
import type { Printed, SourceShelf } from './source-shelf.ts';

/** What a pack file points to in the text of a source. */
interface Pointer {
  readonly digest: string;
  readonly printed: Printed;
}

/** The keys of a reference that point into its source's text; its `source` leads to the entry of the source. */
const pointingKeys: readonly unknown[] = ['line', 'exact'];

/**
 * Where a reference's `line` or `exact` leads: the words in the text of its source. The `digest` of a source leads to
 * the text itself. Undefined where nothing of the kind stands at `offset`, or the text is not at hand.
 */
export async function sourcePlaceAt(
  page: PackPage,
  offset: number,
  folders: readonly string[],
  shelf: SourceShelf,
): Promise<NamedPlace | undefined> {
  const pointer = pointerAt(page, offset);
  if (pointer === undefined) return undefined;
  const texts = await shelf.texts(folders);
  const place = await texts.placeOf(pointer.digest, pointer.printed);
  return place && { uri: place.uri, range: place.words, role: 'definition' };
}

function pointerAt(page: PackPage, offset: number): Pointer | undefined {
  const found = findNode(page.text, page.outline, offset);
  if (found === undefined) return undefined;
  const { entry, node } = found;
  const [section, , third, , key] = node.path;
  if (section === 'sources' && third === 'digest') {
    const digest = entry.valueAt(node.path.slice(0, 3));
    return typeof digest === 'string' ? { digest, printed: { line: 1, exact: '' } } : undefined;
  }
  const isPointing =
    section === 'statements' && third === 'references' && pointingKeys.includes(key);
  return isPointing ? pointerOf(entry.valueAt(node.path.slice(0, 4)), page) : undefined;
}

/** What a reference points to, as far as it is written. */
function pointerOf(reference: unknown, { knowledge }: PackPage): Pointer | undefined {
  if (typeof reference !== 'object' || reference === null) return undefined;
  const { source, line, exact }: { source?: unknown; line?: unknown; exact?: unknown } = reference;
  const digest = entryKey(knowledge.catalogue, 'sources', String(source), 'digest');
  if (typeof line !== 'number' || typeof digest !== 'string') return undefined;
  return { digest, printed: { line, exact: String(exact) } };
}
